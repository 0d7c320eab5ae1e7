"""A number of times a week, on days that the person chooses: how many are left, and when a day becomes due."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.frozen import dataclass
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.weeks import WeekStarts

_SIX_DAYS = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left of a week on one of its days."""

    left: int
    """How many times are left, this day included."""

    due: bool
    """Whether all remaining days of the week are needed, so that this day is due."""


@dataclass(frozen=True, slots=True)
class TimesAWeek:
    """An exercise that is prescribed for a number of times a week, by one prescription or by several in succession.

    They are counted together, so that a dose that changes within a week does not change how often it asks.
    """

    times: int
    prescriptions: tuple[Prescription, ...]
    practices: Mapping[date, Practice]
    """The practices of all these prescriptions by day."""

    weeks: WeekStarts

    def quota_on(self, day: date) -> Quota:
        """Return what is left of the week on a day, before the practice of that day.

        If the week has fewer than 7 days, the prescriptions cover only part of it, or some of its days up to this one
        are excused, the times are reduced in proportion and rounded down, so that a usual day of rest is never missed.
        Where that leaves none, one is offered all the same, but never due. A day becomes due when the rest of the week
        has no day to spare: so a week misses exactly as many times as it lacks, on its last days.
        """
        week = self._days_covered(self.weeks.week_of(day))
        so_far = [self.practices[each] for each in week if each <= day and each in self.practices]
        excused = sum(practice.excused for practice in so_far)
        practised = sum(practice.status is not Status.SKIPPED for practice in so_far if practice.day < day)
        free = len(week) - excused
        asked = self.times * free // 7
        missing = asked - practised
        left = max(0, missing if asked or not free else 1 - practised)
        return Quota(left, due=missing > 0 and missing >= sum(each >= day for each in week))

    def _days_covered(self, first: date) -> set[date]:
        last = self.weeks.last_of(first)
        return {
            day
            for each in self.prescriptions
            for day in days_between(max(first, each.first_day), min(last, each.last_day or last))
        }


def times_a_week(
    prescription: Prescription,
    plan: Iterable[Prescription],
    practices: Mapping[str, Mapping[date, Practice]],
    weeks: WeekStarts,
) -> TimesAWeek | None:
    """Return the times a week of a prescription; None if its schedule has no number of times a week.

    `practices` are by prescription id and day. Prescriptions of the plan for the same exercise and the same number of
    times a week are joined if they are less than a week apart.
    """
    times = prescription.schedule.times_a_week
    if times is None:
        return None
    joined = tuple(
        other
        for other in plan
        if (other.exercise_id, other.schedule.times_a_week) == (prescription.exercise_id, times)
        and _within_a_week(prescription, other)
    )
    by_day = {day: practice for each in joined for day, practice in practices.get(each.id, {}).items()}
    return TimesAWeek(times, joined, by_day, weeks)


def _within_a_week(one: Prescription, other: Prescription) -> bool:
    last_day = one.last_day + _SIX_DAYS if one.last_day else None
    return other.overlaps(one.first_day - _SIX_DAYS, last_day)
