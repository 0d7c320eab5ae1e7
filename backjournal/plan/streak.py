"""The streak: days in a row, which a pause with a reason neither breaks nor lengthens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backjournal.plan.checklist import Checklist


@dataclass(frozen=True, slots=True)
class Streak:
    """How many days in a row something was practised: those up to now, and the most there ever were."""

    now: int = 0
    longest: int = 0


def streak_of(days: Mapping[date, Checklist], today: date) -> Streak:
    """Count the days in a row on which at least one exercise was practised, in full or in part; none after today.

    The checklists are those of the plan, or of one exercise alone. A day on which nothing counts, or all that counts
    is excused, pauses the streak; so does today while something is open. Any other day without practice ends it.
    """
    now = longest = 0
    for day in sorted(days):
        if day > today:
            break
        practised = _practised(days[day], day_is_over=day < today)
        if practised is not None:
            now = now + 1 if practised else 0
            longest = max(longest, now)
    return Streak(now, longest)


def _practised(items: Checklist, *, day_is_over: bool) -> bool | None:
    """Tell whether a day lengthens the streak or ends it; None pauses it."""
    if any(item.practised for item in items):
        return True
    counted = [item for item in items if item.counts]
    waits = not day_is_over and any(item.practice is None for item in counted)
    return None if waits or all(item.excused for item in counted) else False
