"""A full-screen window with a large number: a countdown, a count or a stopwatch."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from backjournal.tui.widgets.dialog import Answer, Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.words import bar

_BAR_CELLS = 30


class LargeNumber(Dialog[Answer]):
    """A large number, with what to do now above it, and what comes next and the instructions below."""

    def head(self) -> Content:
        """Return the first line, which names what is practised or measured."""
        raise NotImplementedError

    def about(self) -> Content:
        """Return the instructions at the bottom of the screen."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="practice"):
            yield Static(self.head(), id="practice-head")
            with Vertical(id="practice-now"):
                yield Static(id="practice-action")
                yield Digits(id="practice-number")
                yield Static(id="practice-place")
            yield Static(id="practice-next")
            with VerticalScroll(can_focus=False):
                yield Static(self.about())
        yield KeyLine()

    def show_now(self, doing: str, number: str, colour: str) -> None:
        """Show what to do now, in a colour, and the large number below it."""
        self.query_one("#practice-action", Static).update(Content.styled(doing.upper(), f"bold {colour}"))
        self.query_one(Digits).update(number)

    def show_place(self, done: float, full: float, colour: str, text: str = "") -> None:
        """Show how much is done: a bar filled to `done` of `full`, and a text; no bar if `full` is 0."""
        drawn_bar = Content.styled(bar(min(done, full), full, _BAR_CELLS), colour) if full else Content("")
        parts = (drawn_bar, Content.styled(text, "bold"))
        self.query_one("#practice-place", Static).update(Content("\n").join(part for part in parts if part.plain))

    def show_next(self, *lines: str, after: str = "", note: str = "") -> None:
        """Show the next steps, one in each line, then what comes after all of them, and a note below."""
        labelled = [("" if place else "next", line) for place, line in enumerate(lines)] + [("then", after)]
        coming = [Content.assemble((f"{label:<6}", "$foreground-muted"), line) for label, line in labelled if line]
        parts = (*coming, Content(note))
        self.query_one("#practice-next", Static).update(Content("\n").join(part for part in parts if part.plain))
