"""The dialog that shows what a plan file changes, before the plan is taken."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Label, Static

from backjournal.model.text import clean_line
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine


class PlanPreview(Dialog[bool]):
    """Shows the changes line by line; answers with True to take the plan, with None to leave it.

    `nothing` says that the file changes nothing; then there is nothing to take.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take it", key_display="⏎", priority=True),
        Binding("escape", "dismiss", "leave the plan as it is"),
    ]

    def __init__(self, file: str, lines: Sequence[str], *, nothing: bool) -> None:
        super().__init__()
        self._file = file
        self._lines = lines
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label(f"The plan in {clean_line(self._file)}", classes="window-title", markup=False)
            with VerticalScroll():
                yield Static(Content("\n").join(map(_line_content, self._lines)))
            with Horizontal(classes="buttons"):
                if not self._nothing:
                    yield Button("Take it (enter)", variant="primary", id="take", compact=True)
                yield Button("Leave (esc)", id="leave", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it."""
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable taking the plan only if it changes something."""
        return action != "take" or not self._nothing

    @on(Button.Pressed, "#take")
    def action_take(self) -> None:
        """Take the plan."""
        self.dismiss(result=True)

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.dismiss()


def _line_content(line: str) -> Content:
    """Return a line with the kind of change in bold; indented lines, which explain it, are muted."""
    if line.startswith(" "):
        return Content.styled(line, "$foreground-muted")
    kind, colon, rest = line.partition(":")
    return Content.assemble((f"{kind}{colon}", "bold"), rest) if colon else Content(line)
