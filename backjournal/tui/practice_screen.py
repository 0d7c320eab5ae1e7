"""What is on the screen while an exercise is practised, with guidance or a stopwatch."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from backjournal.days import Clock
from backjournal.trends.checklist import ChecklistItem
from backjournal.tui.dialog import Answer, Dialog
from backjournal.tui.exercise_detail import practice_content
from backjournal.tui.key_line import KeyLine
from backjournal.tui.words import bar, joined

_BAR_CELLS = 30


class PracticeScreen(Dialog[Answer]):
    """A large number with what to do now, what comes next, and how to do the exercise.

    `ring` rings the bell. `after` is the exercise that comes after this one, or empty.
    """

    def __init__(self, item: ChecklistItem, clock: Clock, ring: Callable[[], object], after: str) -> None:
        super().__init__()
        self.item = item
        self.dose = item.prescription.dose
        self.clock = clock
        self.ring = ring
        self.after = after

    def compose(self) -> ComposeResult:
        with Vertical(classes="practice"):
            yield Static(self._head(), id="practice-head")
            with Vertical(id="practice-now"):
                yield Static(id="practice-action")
                yield Digits(id="practice-number")
                yield Static(id="practice-place")
            yield Static(id="practice-next")
            with VerticalScroll(can_focus=False):
                yield Static(practice_content(self.item.exercise, self.item.prescription))
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

    def _head(self) -> Content:
        told = joined([str(self.dose), self.dose.sides.words], ", ")
        return Content.assemble((self.item.exercise.name, "bold $text-primary"), "  ", (told, "$foreground-muted"))
