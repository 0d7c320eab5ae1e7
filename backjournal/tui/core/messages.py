"""Messages by which the panes report what the person did or wants; the app responds and writes to the store.

All are defined before the first screen is shown, so they have no `==` and no `repr`, which nobody asks of them.
"""

from dataclasses import dataclass
from datetime import date

from textual.message import Message

from backjournal.model.check_ins import CheckIn
from backjournal.model.exercises import Exercise
from backjournal.model.measures import Measure, Result
from backjournal.plan.checklist import Checklist, ChecklistItem
from backjournal.plan.entries import PlanEntry
from backjournal.trends.record import Record


@dataclass(eq=False, repr=False)
class Ticked(Message):
    """The person ticked an exercise on a day, or took its tick back."""

    item: ChecklistItem
    day: date


@dataclass(eq=False, repr=False)
class AmountStepped(Message):
    """The person raised or lowered the amount that was done of an exercise."""

    item: ChecklistItem
    day: date
    step: int
    """How much is added, in the unit of the dose (sets, minutes or metres); negative to count less."""


@dataclass(eq=False, repr=False)
class PracticeWanted(Message):
    """The person wants to write down the details of a practice: amount, pain during, note."""

    item: ChecklistItem
    day: date


@dataclass(eq=False, repr=False)
class SkipWanted(Message):
    """The person wants to skip exercises, and is asked for the reason."""

    items: tuple[ChecklistItem, ...]
    """The exercises to skip; all get the same reason."""
    day: date


@dataclass(eq=False, repr=False)
class PlanBegun(Message):
    """The plan has its first exercises; who was never asked about themselves is asked now."""


@dataclass(eq=False, repr=False)
class ExtraWanted(Message):
    """The person wants to practise an exercise of the plan that is not asked for on a day."""

    extras: Checklist
    """The exercises to choose from."""
    day: date


@dataclass(eq=False, repr=False)
class StarterWanted(Message):
    """The person wants to take the gentle starter plan."""


@dataclass(eq=False, repr=False)
class CheckInWanted(Message):
    """The person wants to write a new check-in, or to edit one."""

    day: date | None = None
    """The day of a new check-in; None means today."""
    check_in: CheckIn | None = None
    """The check-in to edit; None for a new one."""


@dataclass(eq=False, repr=False)
class CheckInFolded(Message):
    """The person folded the rows of the check-in that are seldom filled in, in or out; the next form opens so."""

    folded: bool


@dataclass(eq=False, repr=False)
class HistoryWanted(Message):
    """The person wants to see what a check-in, a practice, or the doses of an exercise were before."""

    what: str
    """What it is, for the title of the window."""
    check_in_id: str = ""
    exercise_id: str = ""
    """Of a practice or of doses, the id of the exercise."""
    day: date | None = None
    """The day of a practice; None means the doses."""


@dataclass(eq=False, repr=False)
class CheckInDeleted(Message):
    """The person deleted a check-in; the app removes it from the journal."""

    check_in: CheckIn


@dataclass(eq=False, repr=False)
class FlareUpWanted(Message):
    """The person wants to write down, change or end a flare-up."""

    day: date
    """The form opens the flare-up that covers this day or has no end yet, otherwise a new one that begins on it."""


@dataclass(eq=False, repr=False)
class Searched(Message):
    """The person typed into the search of the diary."""

    text: str
    """What was typed; empty to show all check-ins."""


@dataclass(eq=False, repr=False)
class OlderWanted(Message):
    """The person scrolled to the end of the diary; older check-ins are loaded."""


@dataclass(eq=False, repr=False)
class AnswerLookedAt(Message):
    """The person looks at the answer in the Trends pane, which is about this record."""

    record: Record


@dataclass(eq=False, repr=False)
class BaselineWanted(Message):
    """The person wants to choose the day on which the baseline begins."""


@dataclass(eq=False, repr=False)
class OnsetWanted(Message):
    """The person wants to tell when the back pain began."""


@dataclass(eq=False, repr=False)
class ExerciseWanted(Message):
    """The person wants to add an exercise to the plan."""


@dataclass(eq=False, repr=False)
class ChangeWanted(Message):
    """The person wants to change a prescription, and the exercise itself if it is one that they defined."""

    entry: PlanEntry


@dataclass(eq=False, repr=False)
class Stopped(Message):
    """The person stopped a prescription."""

    entry: PlanEntry


@dataclass(eq=False, repr=False)
class Moved(Message):
    """The person moved an exercise up or down within its category."""

    entry: PlanEntry
    step: int
    """-1 is up, 1 is down."""


@dataclass(eq=False, repr=False)
class ExercisePageWanted(Message):
    """The person wants to see the page with everything about an exercise."""

    exercise_id: str


@dataclass(eq=False, repr=False)
class GuidanceWanted(Message):
    """The person wants to practise exercises now, one after the other, with guidance."""

    items: tuple[ChecklistItem, ...]
    """In the order in which they are practised."""
    day: date
    """The day that the Today pane shows."""


@dataclass(eq=False, repr=False)
class EasingWanted(Message):
    """The person wants to choose which of the day's exercises to keep in a flare-up."""

    items: tuple[ChecklistItem, ...]
    """The exercises of the day that are neither ticked nor skipped yet."""
    day: date


@dataclass(eq=False, repr=False)
class SuggestionOpened(Message):
    """The person wants to answer the suggestion of another dose for an exercise."""

    exercise_id: str


@dataclass(eq=False, repr=False)
class GentleChosen(Message):
    """The person chose whether an exercise is gentle, which means that it stays in a flare-up."""

    exercise: Exercise
    gentle: bool


@dataclass(eq=False, repr=False)
class PlanFactsWanted(Message):
    """The person wants to write down the aim of the plan, who prescribed it and when."""


@dataclass(eq=False, repr=False)
class PlanFileWanted(Message):
    """The person wants to open a plan file."""


@dataclass(eq=False, repr=False)
class MeasureWanted(Message):
    """The person wants to choose an outcome measure, or to define one."""


@dataclass(eq=False, repr=False)
class MeasureChangeWanted(Message):
    """The person wants to change how often a measure is due, its activities, or the measure if they defined it."""

    measure: Measure


@dataclass(eq=False, repr=False)
class MeasureStopWanted(Message):
    """The person removed a measure from the chosen ones; its results stay in the journal."""

    measure: Measure


@dataclass(eq=False, repr=False)
class ResultWanted(Message):
    """The person wants to write down a new result of a measure, or to edit one."""

    measure: Measure
    result: Result | None = None
    """The result to edit; None for a new one."""


@dataclass(eq=False, repr=False)
class ResultsWanted(Message):
    """The person wants to see the list of a measure's results, to edit or delete them."""

    measure: Measure


@dataclass(eq=False, repr=False)
class ResultDeleted(Message):
    """The person deleted a result; the app removes it from the journal."""

    measure: Measure
    result: Result
