"""A full-screen window with a large number: a countdown, a count or a stopwatch."""

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.block_text import BlockText
from backjournal.tui.widgets.dialog import Answer, Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.steady import Steady
from backjournal.tui.widgets.words import bar

with lazy_imports():
    from backjournal.tui.widgets import keys, page

_LEAST_WIDTH = 80
"""From how many columns of the terminal on there is room beside the number."""
_LEAST_HEIGHT = 24
"""From how many rows on there is room for the large word above it."""

_BAR_CELLS = 30

READING_KEYS: tuple[Binding, ...] = (
    Binding("up", "scroll(-1)", "read back", show=False, tooltip="scroll the instructions back"),
    Binding("down", "scroll(1)", "read on", show=False, tooltip="scroll the instructions on"),
    Binding("question_mark", "help", "help", key_display="?"),
)
"""The keys of the instructions and the help, which come after those of each of these windows."""


class LargeNumber(Dialog[Answer]):
    """A large number, with a word for what to do now above it, and what comes next and the instructions below."""

    def __init__(self) -> None:
        super().__init__()
        self._fit(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Leave a small terminal to the number."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        self.set_class(size.width < _LEAST_WIDTH, "-slim")
        self.set_class(size.height < _LEAST_HEIGHT, "-short")

    def head(self) -> Content:
        """Return the first line, which names what is practised or measured."""
        raise NotImplementedError

    def about(self) -> Content:
        """Return the instructions at the bottom of the screen."""
        raise NotImplementedError

    def beside(self) -> Iterable[Widget]:
        """Return what stands beside the number."""
        return ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="practice"):
            yield Static(self.head(), id="practice-head")
            with Horizontal(id="practice-now"):
                with Vertical(id="practice-count"):
                    yield BlockText(id="practice-word")
                    yield BlockText(id="practice-number")
                    yield Steady(id="practice-bar")
                    yield Steady(id="practice-place")
                yield from self.beside()
            yield Steady(id="practice-next")
            with VerticalScroll(can_focus=False):
                yield Static(self.about())
        yield KeyLine()

    def show_now(self, doing: str, number: str, colour: str, *words: str, place: str = "") -> None:
        """Show what to do now, in a colour: the number, one of the words in large letters above it, a line below it."""
        self.set_class(bool(words), "-worded")
        self.query_one("#practice-word", BlockText).show(colour, *words)
        self.query_one("#practice-number", BlockText).show(colour, number)
        line = Content.assemble((doing.upper(), f"bold {colour}"), "  " if place else "", (place, "bold"))
        self.query_one("#practice-place", Steady).show(line)

    def show_bar(self, done: float, full: float, colour: str) -> None:
        """Show how much is done: a bar filled to `done` of `full`; nothing if `full` is 0."""
        drawn = Content.styled(bar(min(done, full), full, _BAR_CELLS), colour) if full else Content("")
        self.query_one("#practice-bar", Steady).show(drawn)

    def show_next(self, *lines: str, after: str = "", note: str = "") -> None:
        """Show the next steps, one in each line, then what comes after all of them, and a note below."""
        labelled = [("" if place else "next", line) for place, line in enumerate(lines)] + [("then", after)]
        coming = [Content.assemble((f"{label:<6}", "$foreground-muted"), line) for label, line in labelled if line]
        parts = (*coming, Content(note))
        self.query_one("#practice-next", Steady).show(Content("\n").join(part for part in parts if part.plain))

    def action_scroll(self, rows: int) -> None:
        """Scroll the instructions."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_help(self) -> None:
        """Show the keys that work here, and the instructions whole."""
        keys_here = keys.keys_content(self.app, self.app.screen)
        page.open_page(self.app, page.Page("Help", Content("\n\n").join([keys_here, self.about()])))
