"""When a chosen measure is due."""

from collections.abc import Sequence
from datetime import date, timedelta

from backjournal.model.measures import Measure, Result


def due_day(measure: Measure, results: Sequence[Result], today: date) -> date | None:
    """Return the day on which a measure is due next, in the past if it is overdue; None if it is never asked for.

    It is due `every_weeks` after the latest result (`results` are oldest first), or today if there is none.
    """
    if measure.every_weeks is None:
        return None
    return results[-1].day + timedelta(weeks=measure.every_weeks) if results else today


def is_due(measure: Measure, results: Sequence[Result], today: date) -> bool:
    """Return whether a measure is to be taken today."""
    day = due_day(measure, results, today)
    return day is not None and day <= today
