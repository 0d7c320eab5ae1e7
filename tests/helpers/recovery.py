"""A made-up recovery over 28 weeks up to TODAY, the same each time, for the snapshots of the graphs."""

from datetime import date
from functools import cache

from backjournal.days import days_between
from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.flare_ups import FlareUp
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.adherence import adherence_by_day
from backjournal.plan.checklist import checklists
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.record import Record
from tests.helpers.values import TODAY, diary_day

FIRST = date(2026, 5, 11)
"""The first day of the diary, a Monday; the plan begins a week later."""

FLARE_UPS = (
    FlareUp("summer", date(2026, 7, 22), date(2026, 7, 31)),
    FlareUp("now", date(2026, 11, 19)),
)
HOLIDAY = (date(2026, 9, 14), date(2026, 9, 27))
"""The first and last day of two weeks without any entry."""

EXERCISES = {
    "bridge": Exercise("bridge", "Bridge", Category.STRENGTHENING),
    "bird-dog": Exercise("bird-dog", "Bird-dog", Category.STABILIZATION),
    "walking": Exercise("walking", "Walking", Category.AEROBIC),
}


def _phase(exercise: str, dose: Dose, schedule: str, first: date, last: date | None = None) -> Prescription:
    return Prescription(f"{exercise} {first}", exercise, dose, Schedule.parse(schedule), first, last)


PLAN = (
    _phase("bridge", Dose(sets=2, repetitions=6, hold_seconds=3), "daily", date(2026, 5, 18), date(2026, 7, 12)),
    _phase("walking", Dose(minutes=15), "4 a week", date(2026, 5, 18), date(2026, 7, 12)),
    _phase("bird-dog", Dose(sets=2, repetitions=6), "every other day", date(2026, 6, 3)),
    _phase("bridge", Dose(sets=2, repetitions=10, hold_seconds=3), "daily", date(2026, 7, 13), date(2026, 10, 17)),
    _phase("walking", Dose(minutes=30), "daily", date(2026, 7, 13)),
    _phase("bridge", Dose(sets=2, repetitions=12, hold_seconds=3), "daily", date(2026, 10, 18)),
)


@cache
def recovery() -> Record:
    """Return the record of the recovery."""
    days = checklists(FIRST, TODAY, EXERCISES, PLAN, _practices(), MONDAY_WEEKS)
    return Record(
        today=TODAY,
        diary={day: _noted(day) for day in days_between(FIRST, TODAY) if _writes_on(day)},
        flare_ups=FLARE_UPS,
        exercises=EXERCISES,
        prescriptions=PLAN,
        checklists=days,
        adherence=adherence_by_day(days, TODAY),
    )


def _luck(day: date, of: int) -> int:
    """Return a number below 100 for a day that looks random and is the same each time."""
    return (day.toordinal() * 37 + of * 53 + day.toordinal() ** 2 * 11) % 100


def _flared(day: date) -> bool:
    return any(flare_up.covers(day, TODAY) for flare_up in FLARE_UPS)


def _writes_on(day: date) -> bool:
    return not HOLIDAY[0] <= day <= HOLIDAY[1] and _luck(day, 1) < 85


def _noted(day: date) -> DiaryDay:
    eased = (day - FIRST).days / (TODAY - FIRST).days
    pain = 6.5 - 4 * eased + _luck(day, 2) / 40 - 1 + (2.5 if _flared(day) else 0)
    mobility = 3.5 + 4 * eased + _luck(day, 3) / 50 - 1
    both = [max(0, min(10, round(value))) for value in (pain, mobility)]
    return diary_day(
        day,
        1 + _luck(day, 4) // 70,
        pain=both[0],
        worst_pain=min(10, both[0] + 2),
        mobility=None if _luck(day, 6) < 25 else both[1],
        confidence=both[1],
    )


def _practices() -> list[Practice]:
    made = []
    for prescription in PLAN:
        for day in days_between(prescription.first_day, min(prescription.last_day or TODAY, TODAY)):
            practice = _practice(prescription, day) if prescription.asks_on(day) else None
            made += [practice] if practice else []
    return made


def _practice(prescription: Prescription, day: date) -> Practice | None:
    luck = _luck(day, len(prescription.exercise_id))
    if _flared(day) and prescription.exercise_id != "walking":
        return Practice(prescription.id, day, Status.SKIPPED, reason="flare-up")
    if luck < 62:
        return Practice(prescription.id, day, Status.DONE, prescription.dose.target)
    if luck < 75:
        return Practice(prescription.id, day, Status.PARTIAL, prescription.dose.target // 2)
    if luck < 85:
        return Practice(prescription.id, day, Status.SKIPPED, reason="no time" if luck < 80 else "travel")
    return None
