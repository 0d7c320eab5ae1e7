"""What a person has chosen a view to show."""

from dataclasses import dataclass

from backjournal.trends.window import Window


@dataclass(frozen=True, slots=True)
class Choice:
    """The days and the subjects of a view; each view looks at those that it has a use for."""

    window: Window
    of: str = "pain"
    """The key of a series."""

    against: str = "mobility"
    """The key of the series that the first one is compared with."""

    scatter: bool = False
    """Whether two series are compared as points instead of two lines."""

    exercise_id: str = ""
    """One exercise; empty is all."""

    measure_id: str = ""
    """One outcome measure; empty is the first that has results."""
