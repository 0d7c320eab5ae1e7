"""A large number on the whole screen: a countdown, a count or a stopwatch, over what there is to know."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from backjournal.tui.widgets.dialog import Answer, Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.words import bar

_BAR_CELLS = 30


class LargeNumber(Dialog[Answer]):
    """A large number with what to do now, what comes next, and how it is done."""

    def head(self) -> Content:
        """Return what the first line tells: what is done."""
        raise NotImplementedError

    def about(self) -> Content:
        """Return what there is to know while it goes on."""
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
        """Show what to do now, in a colour, over the large number."""
        self.query_one("#practice-action", Static).update(Content.styled(doing.upper(), f"bold {colour}"))
        self.query_one(Digits).update(number)

    def show_place(self, done: float, full: float, colour: str, told: str = "") -> None:
        """Show how much is done of what is full, as a bar and in words; no bar where nothing is full."""
        drawn = Content.styled(bar(min(done, full), full, _BAR_CELLS), colour) if full else Content("")
        parts = (drawn, Content.styled(told, "bold"))
        self.query_one("#practice-place", Static).update(Content("\n").join(part for part in parts if part.plain))

    def show_next(self, *lines: str, after: str = "", note: str = "") -> None:
        """Show what comes next, a line each, what comes after it all, and below it a note."""
        labelled = [("" if place else "next", line) for place, line in enumerate(lines)] + [("then", after)]
        coming = [Content.assemble((f"{label:<6}", "$foreground-muted"), line) for label, line in labelled if line]
        parts = (*coming, Content(note))
        self.query_one("#practice-next", Static).update(Content("\n").join(part for part in parts if part.plain))
