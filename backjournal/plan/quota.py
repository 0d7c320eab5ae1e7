"""So often a week, on days that the person chooses: how a week stands on one of its days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.days import days_between, week_of
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription

_SIX_DAYS = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Quota:
    """How many times are left in the week, this day's included, and whether all its remaining days are needed."""

    left: int
    due: bool


@dataclass(frozen=True, slots=True)
class TimesAWeek:
    """An exercise that is asked for so often a week, by one prescription or by several after each other.

    A dose that changes within a week asks for no more, and no less, than the week did before. `practices` are those of
    all the prescriptions by day.
    """

    times: int
    prescriptions: tuple[Prescription, ...]
    practices: Mapping[date, Practice]
    week_starts_on: int

    def quota_on(self, day: date) -> Quota:
        """Return how the week stands on a day, before what is practised on it.

        A week that is covered in part, or of which days are excused by then, asks for its share of the times, rounded
        to whole ones. A day becomes due when the rest of the week has no day to spare: so a week that goes by misses
        just as many as it lacks, on its last days.
        """
        week = self._days_covered(week_of(day, self.week_starts_on))
        so_far = [self.practices[known] for known in week if known <= day and known in self.practices]
        excused = sum(practice.excused for practice in so_far)
        practised = sum(practice.status is not Status.SKIPPED for practice in so_far if practice.day < day)
        # Sevenths of whole numbers never end in a half.
        asked = round(self.times * (len(week) - excused) / 7)
        left = max(0, asked - practised)
        return Quota(left, due=left >= sum(known >= day for known in week))

    def _days_covered(self, first: date) -> set[date]:
        last = first + _SIX_DAYS
        return {
            day
            for known in self.prescriptions
            for day in days_between(max(first, known.first_day), min(last, known.last_day or last))
        }


def times_a_week(
    prescription: Prescription,
    plan: Iterable[Prescription],
    practices: Mapping[str, Mapping[date, Practice]],
    week_starts_on: int,
) -> TimesAWeek | None:
    """Return how a prescription asks for its exercise so often a week; None if it has another schedule.

    The practices are by prescription and day. Prescriptions of the plan that say the same of the exercise, in the same
    weeks, are joined.
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
    by_day = {day: practice for known in joined for day, practice in practices.get(known.id, {}).items()}
    return TimesAWeek(times, joined, by_day, week_starts_on)


def _within_a_week(one: Prescription, other: Prescription) -> bool:
    last_day = one.last_day + _SIX_DAYS if one.last_day else None
    return other.overlaps(one.first_day - _SIX_DAYS, last_day)
