"""So often a week, on days that the person chooses: how a week stands on one of its days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.days import days_between, week_of
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription


@dataclass(frozen=True, slots=True)
class Quota:
    """How many times are left in the week, this day's included, and whether all its remaining days are needed."""

    left: int
    due: bool


def quota_on(
    prescription: Prescription, times: int, day: date, practices: Mapping[date, Practice], week_starts_on: int
) -> Quota:
    """Return how the week stands on a day, before what is practised on it; `practices` are those of the prescription.

    A week that the prescription covers in part, or of which days are excused by then, asks for its share of the times,
    rounded to whole ones. A day becomes due when the rest of the week has no day to spare: so a week that goes by
    misses just as many as it lacks, on its last days.
    """
    start = week_of(day, week_starts_on)
    first = max(start, prescription.first_day)
    last = min(start + timedelta(days=6), prescription.last_day or date.max)
    before = [practices[past] for past in days_between(first, day - timedelta(days=1)) if past in practices]
    today = practices.get(day)
    excused = sum(practice.excused for practice in before) + bool(today and today.excused)
    available = (last - first).days + 1 - excused
    # Sevenths of whole numbers never end in a half.
    asked = round(times * available / 7)
    left = max(0, asked - sum(practice.status is not Status.SKIPPED for practice in before))
    return Quota(left, due=left >= (last - day).days + 1)
