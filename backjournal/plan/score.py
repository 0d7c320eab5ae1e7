"""The score: one number that a practice raises, a miss lowers a little, and an excused day leaves unchanged.

After the published formula of Loop Habit Tracker, s' = s·m + v·(1−m), which every calendar day applies, also one that
asks for nothing: v is the share practised. With m = 0.5^(1/13) it is halfway after 13 days of perfect practice. Loop
slows down for rarer schedules (m = 0.5^(√frequency/13)); that is left out, so that twelve perfect weeks give 98 or 99 %
with every schedule, where Loop would give 80 % to once a week. The price is that a miss of a rare one weighs more.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.frozen import dataclass
from backjournal.model.prescriptions import Prescription
from backjournal.plan.checklist import Checklist, ChecklistItem

DAYS_TO_HALF = 13
"""After how many days of perfect practice the score is halfway."""

_KEPT = 0.5 ** (1 / DAYS_TO_HALF)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Counts:
    """What counts of one day."""

    asked: int
    """How many of the exercises that were asked for count, without those excused."""

    practised: float
    """The sum of the shares practised, also of what was not asked for."""

    excused: bool

    @property
    def paused(self) -> bool:
        """Whether nothing counts because it is excused."""
        return self.excused and not self.asked and not self.practised


_NOTHING = _Counts(0, 0, excused=False)


def score_of(days: Mapping[date, Checklist], prescriptions: Collection[Prescription], today: date) -> float | None:
    """Return the score from 0 to 1 up to today, of one exercise or of a whole plan; None if no day counted.

    `days` are its checklists. A day takes the share practised of what it asks for, at most all of it. A day that asks
    for nothing takes the share of the days up to it: 7, or as many as a rarer schedule has from one time to the next.
    An excused day leaves the score as it is, and today, which is not over, never lowers it. Practising more never
    lowers it either, but for a part that takes the place of one of so many times a week: it counts with its share.
    """
    counts = {day: _counts(items, day_is_over=day < today) for day, items in days.items() if day <= today}
    first = min(counts, default=today)
    gaps, score, counted = _longest_gaps(prescriptions, first, today), 0.0, False
    for day in days_between(first, today):
        share = _share(counts, gaps.get(day), day)
        if share is not None and (day < today or counts.get(day, _NOTHING).practised):
            moved, counted = score * _KEPT + share * (1 - _KEPT), True
            score = max(score, moved) if day == today else moved
    return score if counted else None


def _longest_gaps(prescriptions: Iterable[Prescription], first: date, last: date) -> dict[date, int]:
    """Return the longest gap of the schedules in force on each day from first to last that has any."""
    gaps: dict[date, int] = {}
    for each in prescriptions:
        gap = each.schedule.longest_gap
        for day in days_between(max(first, each.first_day), min(last, each.last_day or last)):
            gaps[day] = max(gap, gaps.get(day, gap))
    return gaps


def _share(counts: Mapping[date, _Counts], gap: int | None, day: date) -> float | None:
    """Return the share that a day moves the score towards; None if the day leaves it as it is."""
    of_day = counts.get(day, _NOTHING)
    if of_day.asked:
        return min(1, of_day.practised / of_day.asked)
    if of_day.paused or not (gap or of_day.practised):
        return None
    begin = day - timedelta(days=max(_WEEK, gap or 0) - 1)
    latest = [counts[each] for each in days_between(begin, day) if each in counts]
    asked, practised = sum(each.asked for each in latest), sum(each.practised for each in latest)
    return min(1, practised / max(1, asked)) if asked or practised else None


def _counts(items: Iterable[ChecklistItem], *, day_is_over: bool) -> _Counts:
    counted = [item for item in items if item.counts and (day_is_over or item.practice is not None)]
    return _Counts(
        # A practice beyond the times of the week, or on a day without the exercise, was not asked for.
        asked=sum(bool(item.due or item.left) and not item.excused for item in counted),
        practised=sum(item.share for item in counted),
        excused=any(item.excused for item in counted),
    )
