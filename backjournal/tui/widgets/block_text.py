"""A word or a number in large letters."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backjournal.tui.widgets.block_letters import ROWS, block_lines


class BlockText(Widget):
    """The first of some wordings that fits, in letters as large as the widget is high; in plain ones if none does."""

    wordings: reactive[tuple[str, ...]] = reactive(())
    colour: reactive[str] = reactive("")

    def show(self, colour: str, *wordings: str) -> None:
        """Show one of the wordings, the longest first, in a colour."""
        self.colour, self.wordings = colour, wordings

    def render(self) -> Content:
        """Return the rows of the letters, in the middle of the width."""
        width, height = self.content_size
        for scale in range(height // ROWS, 0, -1):
            for lines in (block_lines(wording, scale) for wording in self.wordings if wording):
                if len(lines[0]) <= width:
                    margin = " " * ((width - len(lines[0])) // 2)
                    return Content.styled("\n".join(margin + line for line in lines), self.colour)
        return Content.styled("".join(self.wordings[:1]).center(width), f"bold {self.colour}")
