"""The streak: practised days in a row, which excused days neither end nor lengthen."""

from collections.abc import Mapping
from datetime import date

from backjournal.model.frozen import dataclass
from backjournal.plan.checklist import Checklist


@dataclass(frozen=True, slots=True)
class Streak:
    """How many days in a row something was practised."""

    now: int = 0
    """The current streak in days."""

    longest: int = 0
    """The longest streak so far in days."""


def streak_of(days: Mapping[date, Checklist], today: date) -> Streak:
    """Return the streak of days up to today on which at least one exercise was practised, in full or in part.

    `days` are the checklists of the plan, or of one exercise alone. A day on which nothing counts, or all that counts
    is excused, pauses the streak; so does today, which is not over. Any other day without practice ends it.
    """
    now = longest = 0
    for day in sorted(days):
        if day > today:
            break
        practised = _practised(days[day])
        if practised or (practised is False and day < today):
            now = now + 1 if practised else 0
            longest = max(longest, now)
    return Streak(now, longest)


def _practised(items: Checklist) -> bool | None:
    """Return True if a day lengthens the streak, False if it ends it once it is over, None if it pauses it."""
    if any(item.practised for item in items):
        return True
    return None if all(item.excused for item in items if item.counts) else False
