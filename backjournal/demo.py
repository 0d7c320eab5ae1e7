"""Made-up data: 26 weeks of a believable recovery, for a look around."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from backjournal.days import moment_of
from backjournal.library import library
from backjournal.model.check_ins import CheckIn, Mark, MarkKind
from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category
from backjournal.model.practices import Practice, Status, practice_of
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.trends.checklist import ChecklistItem

DAYS = 26 * 7
_SEED = 20
_FLARE_UP = range(101, 110)
_HOLIDAY = range(136, 144)
_STILL_OPEN = (Category.AEROBIC, Category.STABILIZATION)
"""What is left to tick on the last day."""

_WORDS = {
    MarkKind.LOCATION: (("lower back",), ("lower back", "left hip"), ("lower back", "left buttock"), ("left leg",)),
    MarkKind.QUALITY: (("dull",), ("stiff",), ("pulling",), ("sharp", "stiff")),
    MarkKind.TRIGGER: (("long sitting",), ("lifting",), ("car ride",), ("poor sleep",), ("gardening",)),
    MarkKind.RELIEF: (("heat",), ("short walk",), ("lying down",), ("gentle stretching", "heat")),
    MarkKind.MEDICINE: (("ibuprofen 400 mg",), ("paracetamol 500 mg",)),
}
_NOTES = {
    "early": (
        "Getting out of bed took a while.",
        "Sat through two meetings and paid for it.",
        "Put my socks on standing up. Slowly.",
        "Woke up twice, turned over, slept again.",
    ),
    "flare-up": (
        "Bent down for the laundry and it caught me.",
        "Only short walks today.",
        "A warm bath in the evening made it bearable.",
    ),
    "late": (
        "Walked to the market and back without a thought.",
        "Long drive, one stop on the way, fine afterwards.",
        "Played on the floor with the little one.",
        "Bird-dog feels steady now.",
        "A whole day without thinking of my back.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Diarist:
    """The made-up person: what each day, numbered from the first, is like."""

    random: Random
    first_day: date

    def day(self, number: int) -> date:
        """Return the day of a number."""
        return self.first_day + timedelta(days=number)

    def ease(self, number: int) -> float:
        """Return how far the recovery has come, from 0 to 1: quicker at first."""
        return (1 - math.exp(-2.4 * number / DAYS)) / (1 - math.exp(-2.4))

    def pain(self, number: int) -> float:
        """Return the pain of a day: less and less, more after days at the desk, and much more in the flare-up."""
        desk = (0.3, 0.1, 0.3, 0.5, 0.2, -0.5, -0.6)[self.day(number).weekday()]
        flare = 3.4 - 0.25 * (number - _FLARE_UP.start) if number in _FLARE_UP else 0
        return 6.6 - 4.2 * self.ease(number) + desk + flare + self.random.gauss(0, 0.6)

    def chance(self, share: float) -> bool:
        """Tell whether something happens that happens this often."""
        return self.random.random() < share


def make_demo(store: Store, today: date) -> None:
    """Fill an empty journal with 26 weeks up to today, the same ones each time, in one change.

    Raises:
        JournalError: the journal cannot be written.
    """
    diarist = _Diarist(Random(_SEED), today - timedelta(days=DAYS - 1))  # noqa: S311 - made-up data, no secret
    with store.changes.write(""):
        _prescribe(store, diarist.first_day)
        store.diary.start_flare_up(diarist.day(_FLARE_UP.start))
        store.diary.end_flare_up(diarist.day(_FLARE_UP.stop - 1))
        lists = store.checklists(diarist.first_day, today)
        for number in (number for number in range(DAYS) if number not in _HOLIDAY):
            pain = diarist.pain(number)
            for item in lists[diarist.day(number)]:
                practice = _practice(diarist, number, item, pain)
                if practice is not None:
                    store.practices.save(practice, "made up")
            for check_in in _check_ins(diarist, number, pain, store):
                store.diary.save(check_in)


def _prescribe(store: Store, first_day: date) -> None:
    """Make the plan: six exercises, a seventh in the seventh week, and two doses that grow."""
    by_id = {entry.exercise.id: entry.exercise for entry in library()}
    for key, dose, days, after in (
        ("knee-rolls", Dose(breaths=8), "daily", 0),
        ("knee-to-chest", Dose(repetitions=2, hold_seconds=5, times_a_day=2), "daily", 0),
        ("bridge", Dose(repetitions=5, hold_seconds=3), "daily", 0),
        ("walking", Dose(minutes=15), "mon tue wed thu fri", 0),
        ("pelvic-tilt", Dose(repetitions=5, hold_seconds=5), "daily", 0),
        ("sit-to-stand", Dose(sets=2, repetitions=8), "mon wed fri", 0),
        ("bird-dog", Dose(sets=2, repetitions=8, hold_seconds=4), "mon tue thu sat", 45),
    ):
        sided = replace(dose, sides=Sides.EACH if by_id[key].sides else Sides.BOTH)
        store.plan.prescribe(by_id[key], sided, Schedule.parse(days), first_day + timedelta(days=after))
    of_exercise = {prescription.exercise_id: prescription for prescription in store.plan.prescriptions()}
    for key, dose, after in (
        ("walking", Dose(minutes=30), 63),
        ("bridge", Dose(sets=2, repetitions=10, hold_seconds=3), 84),
    ):
        known = of_exercise[key]
        store.plan.change(known, replace(known, dose=dose), first_day + timedelta(days=after))


def _practice(diarist: _Diarist, number: int, item: ChecklistItem, pain: float) -> Practice | None:
    """Return what was practised of an exercise: most of it on most days, none on some, little in the flare-up."""
    prescription, luck = item.prescription, diarist.random.random()
    if number == DAYS - 1 and item.exercise.category in _STILL_OPEN:
        return None
    if number in _FLARE_UP and luck < 0.6:
        return Practice(prescription.id, diarist.day(number), Status.SKIPPED, reason="flare-up")
    if number % 23 == 11 or luck > 0.8 + 0.1 * diarist.ease(number):
        return None
    if luck > 0.78:
        reason = diarist.random.choice(("no time", "rest", "travel"))
        return Practice(prescription.id, diarist.day(number), Status.SKIPPED, reason=reason)
    target = prescription.dose.target
    amount = target if luck > 0.1 else max(1, target // 2)
    practice = practice_of(prescription.dose, prescription.id, diarist.day(number), amount)
    if practice is not None and diarist.chance(0.2):
        return replace(practice, pain_during=_scale(pain - 1))
    return practice


def _check_ins(diarist: _Diarist, number: int, pain: float, store: Store) -> Iterator[CheckIn]:
    """Give the check-ins of a day that have come by now: one on most mornings, one on some evenings."""
    now, starts = store.clock.now(), store.settings.get().day_starts_at
    morning, evening = diarist.chance(0.88) or number == DAYS - 1, diarist.chance(0.3)
    minute = diarist.random.randrange(60)
    for chosen, at, in_the_morning in ((morning, time(7, minute), True), (evening, time(20, minute), False)):
        moment = moment_of(diarist.day(number), at, now.tzinfo, starts)
        check_in = _check_in(diarist, number, pain, moment, store.diary.new_id) if chosen else None
        if check_in is not None and moment <= now:
            yield check_in if in_the_morning else replace(check_in, sleep_hours=None, stiffness_min=None)


def _check_in(diarist: _Diarist, number: int, pain: float, at: datetime, new_id: Callable[[], str]) -> CheckIn:
    random, ease = diarist.random, diarist.ease(number)
    now = _scale(pain + random.gauss(0, 0.4))
    return CheckIn(
        id=new_id(),
        at=at,
        day=diarist.day(number),
        pain=now,
        worst_pain=_scale(max(now, pain + random.uniform(0.5, 2))) if diarist.chance(0.7) else None,
        mobility=_scale(10.2 - 0.97 * pain + random.gauss(0, 0.4)),
        stiffness_min=max(0, round(random.gauss(45 - 35 * ease, 6) / 5) * 5),
        sleep_hours=round(random.gauss(6 + 1.2 * ease, 0.5) * 2) / 2,
        mood=_scale(8.5 - 0.7 * pain + random.gauss(0, 0.6)) if diarist.chance(0.6) else None,
        marks=_marks(diarist, number, pain),
        note=_note(diarist, number),
    )


def _marks(diarist: _Diarist, number: int, pain: float) -> tuple[Mark, ...]:
    often = {
        MarkKind.LOCATION: 0.9,
        MarkKind.QUALITY: 0.5,
        MarkKind.TRIGGER: 0.1 + pain / 16,
        MarkKind.RELIEF: 0.1 + pain / 16,
        MarkKind.MEDICINE: 0.6 * (1 - diarist.ease(number)) + (0.5 if number in _FLARE_UP else 0),
    }
    return tuple(
        Mark.parse(kind, word)
        for kind, share in often.items()
        if diarist.chance(share)
        for word in diarist.random.choice(_WORDS[kind])
    )


def _note(diarist: _Diarist, number: int) -> str:
    phase = "flare-up" if number in _FLARE_UP else "early" if number < DAYS // 2 else "late"
    return diarist.random.choice(_NOTES[phase]) if diarist.chance(0.25) else ""


def _scale(value: float) -> int:
    return max(0, min(10, round(value)))
