"""The base class of the screens on which an exercise is practised, with guidance or a stopwatch."""

from collections.abc import Callable

from textual.content import Content

from backjournal.days import Clock
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.widgets.dialog import Answer
from backjournal.tui.widgets.exercise_detail import practice_content
from backjournal.tui.widgets.large_number import LargeNumber
from backjournal.tui.widgets.words import joined


class PracticeScreen(LargeNumber[Answer]):
    """A large number with what to do now, what comes next, and how to do the exercise.

    `ring` rings the bell. `after` is the name of the exercise that comes next, or empty.
    """

    def __init__(self, item: ChecklistItem, clock: Clock, ring: Callable[[], object], after: str) -> None:
        super().__init__()
        self.item = item
        self.dose = item.prescription.dose
        self.clock = clock
        self.ring = ring
        self.after = after

    def head(self) -> Content:
        dose = joined([str(self.dose), self.dose.sides.words], ", ")
        return Content.assemble((self.item.exercise.name, "bold $text-primary"), "  ", (dose, "$foreground-muted"))

    def about(self) -> Content:
        return practice_content(self.item.exercise, self.item.prescription)
