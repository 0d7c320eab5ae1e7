"""What the panes announce that the person did; the app answers by writing to the store."""

from dataclasses import dataclass
from datetime import date

from textual.message import Message

from backjournal.model.check_ins import CheckIn
from backjournal.model.exercises import Exercise
from backjournal.model.measures import Measure, Result
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.entries import PlanEntry
from backjournal.trends.record import Record


@dataclass
class Ticked(Message):
    """An exercise was ticked on a day, or its tick taken back."""

    item: ChecklistItem
    day: date


@dataclass
class AmountStepped(Message):
    """So many sets (or minutes) were counted more, or less."""

    item: ChecklistItem
    day: date
    step: int


@dataclass
class PracticeWanted(Message):
    """The details of an exercise's practice shall be written down: amount, pain during, note."""

    item: ChecklistItem
    day: date


@dataclass
class SkipWanted(Message):
    """Exercises shall be skipped with a reason."""

    items: tuple[ChecklistItem, ...]
    day: date


@dataclass
class StarterWanted(Message):
    """The gentle starter plan shall be taken."""


@dataclass
class CheckInWanted(Message):
    """A check-in shall be written: a new one for a day, or an edited one."""

    day: date | None = None
    check_in: CheckIn | None = None


@dataclass
class CheckInDeleted(Message):
    """A check-in was deleted."""

    check_in: CheckIn


@dataclass
class FlareUpWanted(Message):
    """A flare-up shall be written down: the one that a day lies in, or a new one from that day."""

    day: date


@dataclass
class Searched(Message):
    """The diary shall show what a search finds."""

    text: str


@dataclass
class OlderWanted(Message):
    """The diary shall show older check-ins as well."""


@dataclass
class TrendsLookedAt(Message):
    """The trends of a record are looked at."""

    record: Record


@dataclass
class BaselineWanted(Message):
    """It shall be chosen where the baseline begins."""


@dataclass
class ExerciseWanted(Message):
    """An exercise shall be added to the plan."""


@dataclass
class ChangeWanted(Message):
    """A prescription shall change, or the exercise itself if it is one's own."""

    entry: PlanEntry


@dataclass
class Stopped(Message):
    """A prescription was stopped."""

    entry: PlanEntry


@dataclass
class Moved(Message):
    """An exercise was moved up (step -1) or down (1) within its category."""

    entry: PlanEntry
    step: int


@dataclass
class ExercisePageWanted(Message):
    """All about one exercise shall be shown on a page."""

    exercise_id: str


@dataclass
class GuidanceWanted(Message):
    """Exercises shall be practised now, one after the other, with guidance."""

    items: tuple[ChecklistItem, ...]
    day: date


@dataclass
class EasingWanted(Message):
    """In a flare-up, it shall be chosen what of the day's exercises is kept."""

    items: tuple[ChecklistItem, ...]
    day: date


@dataclass
class SuggestionOpened(Message):
    """The suggestion of another dose for an exercise shall be answered."""

    exercise_id: str


@dataclass
class GentleChosen(Message):
    """It was chosen whether an exercise stays in a flare-up."""

    exercise: Exercise
    gentle: bool


@dataclass
class PlanFactsWanted(Message):
    """The aim of the plan, who prescribed it and when shall be written down."""


@dataclass
class PlanFileWanted(Message):
    """A plan file shall be opened."""


@dataclass
class MeasureWanted(Message):
    """An outcome measure shall be chosen or defined."""


@dataclass
class MeasureChangeWanted(Message):
    """How often a measure is asked for, its activities, or the whole of one's own shall change."""

    measure: Measure


@dataclass
class LetGo(Message):
    """A measure is no longer asked for."""

    measure: Measure


@dataclass
class ResultWanted(Message):
    """A result of a measure shall be written down: a new one, or an edited one."""

    measure: Measure
    result: Result | None = None


@dataclass
class ResultsWanted(Message):
    """The results of a measure shall be listed, to edit and delete them."""

    measure: Measure


@dataclass
class ResultDeleted(Message):
    """A result was deleted."""

    measure: Measure
    result: Result
