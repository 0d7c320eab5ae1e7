"""When a chosen measure is due."""

from collections.abc import Sequence
from datetime import date, timedelta

from backjournal.model.measures import Measure, Result


def due_day(measure: Measure, results: Sequence[Result], today: date) -> date | None:
    """Return the day on which a measure is due next, in the past if it is overdue; None if it is never asked for.

    So many weeks after the latest result (the results are the oldest first); without any it is due today.
    """
    if measure.every_weeks is None:
        return None
    return results[-1].day + timedelta(weeks=measure.every_weeks) if results else today


def is_due(measure: Measure, results: Sequence[Result], today: date) -> bool:
    """Tell whether a measure is to be taken today."""
    day = due_day(measure, results, today)
    return day is not None and day <= today
