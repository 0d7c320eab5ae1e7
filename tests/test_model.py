"""Exercises, doses, prescriptions, practices and settings: what is taken, and what is refused."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import LIMITS, Dose
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.numbers import count
from backjournal.model.practices import (
    EXCUSES,
    MOST,
    SKIP_REASONS,
    Practice,
    Status,
    changed,
    practice_label,
    practice_of,
)
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.settings import Settings
from backjournal.model.text import clean_line
from tests.words import ANY_TEXT

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("dose", "text", "target", "unit"),
    [
        (Dose(repetitions=10), "10 times", 1, "sets"),
        (Dose(sets=2, repetitions=10), "2 × 10", 2, "sets"),
        (Dose(sets=2, repetitions=10, hold_seconds=4), "2 × 10, 4 s", 2, "sets"),
        (Dose(repetitions=2, hold_seconds=5, times_a_day=2), "2 × 5 s, twice a day", 2, "sets"),
        (Dose(hold_seconds=30), "30 s", 1, "sets"),
        (Dose(sets=2, hold_seconds=30), "2 × 30 s", 2, "sets"),
        (Dose(breaths=1), "1 breath", 1, "sets"),
        (Dose(breaths=8), "8 breaths", 1, "sets"),
        (Dose(sets=3, breaths=8, times_a_day=3), "3 × 8 breaths, 3 times a day", 9, "sets"),
        (Dose(minutes=30), "30 min", 30, "min"),
        (Dose(minutes=10, times_a_day=2), "10 min, twice a day", 20, "min"),
    ],
)
def test_doses(dose: Dose, text: str, target: int, unit: str) -> None:
    assert str(dose) == text
    assert dose.target == target
    assert dose.unit == unit


def test_every_number_of_a_dose_has_a_limit_and_a_label() -> None:
    assert set(LIMITS) == set(Dose.__slots__)
    assert {field: limit.label for field, limit in LIMITS.items() if limit.label != field} == {
        "hold_seconds": "hold",
        "times_a_day": "times a day",
    }
    assert Dose(minutes=120, times_a_day=12).target == MOST, "the largest dose can be ticked"


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (Dose, "repetitions"),
        (lambda: Dose(sets=2), "repetitions"),
        (lambda: Dose(minutes=10, breaths=3), "minutes"),
        (lambda: Dose(minutes=10, hold_seconds=3), "minutes"),
        (lambda: Dose(repetitions=10, breaths=3), "minutes"),
        (lambda: Dose(sets=2, minutes=10), "sets"),
        (lambda: Dose(sets=0, repetitions=10), "sets"),
        (lambda: Dose(sets=21, repetitions=10), "sets"),
        (lambda: Dose(repetitions=0), "repetitions"),
        (lambda: Dose(repetitions=201), "repetitions"),
        (lambda: Dose(hold_seconds=-1), "hold_seconds"),
        (lambda: Dose(hold_seconds=601), "hold_seconds"),
        (lambda: Dose(breaths=101), "breaths"),
        (lambda: Dose(minutes=601), "minutes"),
        (lambda: Dose(minutes=1, times_a_day=13), "times_a_day"),
        (lambda: Dose(minutes=121, times_a_day=12), "minutes"),
        (lambda: Exercise("x", "  ", Category.AEROBIC), "name"),
        (lambda: Exercise("x", "\x1b\u202e", Category.AEROBIC), "name"),
        (lambda: Exercise("x", "n" * 81, Category.AEROBIC), "name"),
        (lambda: Schedule(frozenset()), "schedule"),
        (lambda: Schedule(frozenset({7})), "schedule"),
        (lambda: Schedule.parse(""), "schedule"),
        (lambda: Schedule.parse("mon someday"), "schedule"),
        (lambda: Schedule.parse("daily mon"), "schedule"),
        (lambda: Schedule.parse("monkey"), "schedule"),
        (lambda: Schedule.parse("fri-mon"), "schedule"),
        (lambda: Schedule.parse("mo"), "schedule"),
        (lambda: prescription(last=date(2026, 10, 31)), "last_day"),
        (lambda: prescription(last=date(9999, 12, 31)), "last_day"),
        (lambda: prescription(first=date(1, 1, 1)), "first_day"),
        (lambda: Practice("p", DAY, Status.DONE, 1, 11), "pain_during"),
        (lambda: Practice("p", DAY, Status.DONE, 1, -1), "pain_during"),
        (lambda: Practice("p", DAY, Status.DONE, -1), "amount"),
        (lambda: Practice("p", DAY, Status.DONE, MOST + 1), "amount"),
        (lambda: Practice("p", DAY, Status.SKIPPED), "reason"),
        (lambda: Practice("p", DAY, Status.SKIPPED, reason=" \x07"), "reason"),
        (lambda: Practice("p", DAY, Status.DONE, 1, reason="travel"), "reason"),
        (lambda: Practice("p", date.max, Status.DONE, 1), "day"),
        (lambda: Settings(week_starts_on=1), "week_starts_on"),
        (lambda: Settings(day_starts_at=time(12, 1)), "day_starts_at"),
        (lambda: Settings(day_starts_at=time(4, 0, 1)), "day_starts_at"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_field(make: Callable[[], object], field: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        make()
    assert refusal.value.field == field
    assert isinstance(refusal.value, JournalError)
    assert str(refusal.value).isprintable()


def prescription(first: date = date(2026, 11, 1), last: date | None = None, schedule: str = "daily") -> Prescription:
    return Prescription("p", "bridge", Dose(sets=2, repetitions=10), Schedule.parse(schedule), first, last)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("daily", "daily"),
        (" Daily ", "daily"),
        ("fri mon wed", "mon wed fri"),
        ("Monday, Thursday", "mon thu"),
        ("sun sat fri thu wed tue mon", "daily"),
        ("mon mon", "mon"),
        ("mon tue wed thu fri", "mon-fri"),
        ("tue-thu, sunday", "tue-thu sun"),
        ("sat–sun", "sat sun"),
    ],
)
def test_schedules(text: str, canonical: str) -> None:
    assert str(Schedule.parse(text)) == canonical
    assert Schedule.parse(canonical) == Schedule.parse(text)


@given(st.frozensets(st.integers(0, 6), min_size=1), st.dates(date(1900, 1, 1)))
def test_a_schedule_reads_back_and_asks_on_its_weekdays(weekdays: frozenset[int], day: date) -> None:
    schedule = Schedule(weekdays)
    assert Schedule.parse(str(schedule)) == schedule
    assert schedule.asks_on(day, day) == (day.weekday() in weekdays)


@pytest.mark.parametrize(
    ("day", "in_force", "asks"),
    [
        ("2026-11-01", False, False),
        ("2026-11-02", True, True),  # its first day, a Monday
        ("2026-11-03", True, False),
        ("2026-11-09", True, True),
        ("2026-11-16", True, True),  # its last day
        ("2026-11-23", False, False),
    ],
)
def test_a_prescription_asks_on_its_weekdays_from_first_to_last_day(day: str, in_force: bool, asks: bool) -> None:
    of_mondays = prescription(date(2026, 11, 2), date(2026, 11, 16), "mon")
    assert of_mondays.in_force(date.fromisoformat(day)) is in_force
    assert of_mondays.asks_on(date.fromisoformat(day)) is asks


@pytest.mark.parametrize(
    ("dose", "amount", "status"),
    [
        (Dose(sets=2, repetitions=10), 0, None),
        (Dose(sets=2, repetitions=10), -1, None),
        (Dose(sets=2, repetitions=10), 1, Status.PARTIAL),
        (Dose(sets=2, repetitions=10), 2, Status.DONE),
        (Dose(sets=2, repetitions=10), 3, Status.DONE),
        (Dose(minutes=30), 29, Status.PARTIAL),
        (Dose(minutes=30), 30, Status.DONE),
        (Dose(minutes=10, times_a_day=2), 10, Status.PARTIAL),
    ],
)
def test_an_amount_makes_a_practice(dose: Dose, amount: int, status: Status | None) -> None:
    practice = practice_of(dose, "p", DAY, amount)
    if status is None:
        assert practice is None
    else:
        assert practice == Practice("p", DAY, status, amount)


NOTED = Practice("p", DAY, Status.PARTIAL, 1, 3, note="shaky")
FULL = Practice("p", DAY, Status.DONE, 2)
SKIPPED = Practice("p", DAY, Status.SKIPPED, reason="travel", note="far away")


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (None, FULL, FULL),
        (NOTED, FULL, Practice("p", DAY, Status.DONE, 2, 3, note="shaky")),
        (NOTED, Practice("p", DAY, Status.DONE, 2, 0, note="easy"), Practice("p", DAY, Status.DONE, 2, 0, note="easy")),
        (
            NOTED,
            Practice("p", DAY, Status.SKIPPED, reason="rest"),
            Practice("p", DAY, Status.SKIPPED, reason="rest", note="shaky"),
        ),
        (SKIPPED, FULL, Practice("p", DAY, Status.DONE, 2, note="far away")),
    ],
)
def test_a_changed_practice_keeps_what_was_noted_on_it(
    before: Practice | None, after: Practice, kept: Practice
) -> None:
    assert changed(before, after) == kept


def test_the_names_of_changes_of_a_practice() -> None:
    assert [practice_label("Bridge", DAY, status) for status in (*Status, None)] == [
        "tick of Bridge on 2026-11-21",
        "partial tick of Bridge on 2026-11-21",
        "skip of Bridge on 2026-11-21",
        "clearing of Bridge on 2026-11-21",
    ]


def test_counts_in_words() -> None:
    assert [count(number, "hour") for number in (0, 1, 7.5)] == ["0 hours", "1 hour", "7.5 hours"]


def test_a_skip_with_an_excuse_leaves_the_adherence_alone_and_lack_of_time_does_not() -> None:
    excused = {reason: Practice("p", DAY, Status.SKIPPED, reason=reason).excused for reason in SKIP_REASONS}
    assert excused == dict.fromkeys(EXCUSES, True) | {"no time": False}
    assert not Practice("p", DAY, Status.SKIPPED, reason="something of my own").excused


@given(ANY_TEXT)
def test_a_reason_is_the_same_when_read_again(reason: str) -> None:
    if not clean_line(reason):
        return
    practice = Practice("p", DAY, Status.SKIPPED, reason=reason, note=reason)
    assert Practice("p", DAY, Status.SKIPPED, reason=practice.reason, note=practice.note) == practice


def test_settings() -> None:
    assert Settings() == Settings(time(4), 0, "")
    assert Settings(time(12), 6, " nord\x1b ") == Settings(time(12), 6, "nord")
    assert Settings(time(0)).day_starts_at == time(0)


def test_categories_in_the_order_shown() -> None:
    assert [category.heading for category in Category] == [
        "Stretching",
        "Strengthening",
        "Aerobic conditioning",
        "Stabilization",
        "Functional movement",
    ]
