"""Which graph a person looks at, and what it shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backjournal.trends.window import Window


class View(StrEnum):
    """The graphs, in the order of the Trends pane."""

    WEEKS = "weeks"
    DAYS = "days"
    ADHERENCE = "adherence"
    CALENDAR = "calendar"
    COMPARE = "compare"
    EXERCISE = "exercise"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Choice:
    """A graph and what it shows.

    `of` and `against` are keys of series: the calendar shows the first, the comparison both, as two lines or with
    `scatter` as points. `exercise_id` and `measure_id` choose one; empty is the first that has figures.
    """

    view: View
    window: Window
    of: str = "pain"
    against: str = "mobility"
    scatter: bool = False
    exercise_id: str = ""
    measure_id: str = ""


def first_choice(today: date) -> Choice:
    """Return what the trends show at first: twelve weeks."""
    return Choice(View.WEEKS, Window(12, today))
