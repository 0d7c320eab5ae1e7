"""The choice of what a view shows."""

from backjournal.model.frozen import dataclass
from backjournal.trends.window import Window


@dataclass(frozen=True, slots=True)
class Choice:
    """The days and the subject that a person has chosen for a view; each view uses only the fields that concern it."""

    window: Window
    of: str = "pain"
    """The key of the series to show."""

    against: str = "mobility"
    """The key of the series to compare it with."""

    scatter: bool = False
    """Whether two series are compared as points instead of lines."""

    exercise_id: str = ""
    """The id of the exercise to show; empty for all exercises."""

    measure_id: str = ""
    """The id of the outcome measure to show; empty for the first one that has results."""
