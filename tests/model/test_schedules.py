"""Schedules and prescriptions: the days on which they ask for an exercise."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from tests.helpers.anything import ANY_DAY, SCHEDULES
from tests.helpers.values import TODAY, refused


def prescription(first: date = date(2026, 11, 1), last: date | None = None, schedule: str = "daily") -> Prescription:
    return Prescription("p", "bridge", Dose(sets=2, repetitions=10), Schedule.parse(schedule), first, last)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("daily", "daily"),
        (" Daily ", "daily"),
        ("every day", "daily"),
        ("fri mon wed", "mon wed fri"),
        ("Monday, Thursday", "mon thu"),
        ("sun sat fri thu wed tue mon", "daily"),
        ("mon mon", "mon"),
        ("mon tue wed thu fri", "mon-fri"),
        ("tue-thu, sunday", "tue-thu sun"),
        ("sat–sun", "sat sun"),
        ("mon-mon", "mon"),
        ("mon-", "mon"),
        ("every other day", "every other day"),
        ("Every second day", "every other day"),
        ("every 2 days", "every other day"),
        ("every third day", "every 3 days"),
        ("every 28 days", "every 28 days"),
        ("every 1 days", "daily"),
        ("every 1 day", "daily"),
        ("once a week", "1 a week"),
        ("Twice a week", "2 a week"),
        ("3 a week", "3 a week"),
        ("3 times a week", "3 a week"),
        ("3x per week", "3 a week"),
        ("3 × a week", "3 a week"),
        ("3/week", "3 a week"),
        ("6 a week", "6 a week"),
        ("7 a week", "daily"),
    ],
)
def test_schedules(text: str, canonical: str) -> None:
    assert str(Schedule.parse(text)) == canonical
    assert Schedule.parse(canonical) == Schedule.parse(text)


@given(SCHEDULES)
def test_any_schedule_reads_back(schedule: Schedule) -> None:
    assert Schedule.parse(str(schedule)) == schedule
    assert Schedule.parse(str(schedule).upper()) == schedule


@given(SCHEDULES, ANY_DAY)
def test_a_schedule_asks_as_often_as_it_says(schedule: Schedule, first: date) -> None:
    start = date(2000, 1, 1)
    whole_rounds = [start + timedelta(days=day) for day in range(7 * schedule.every)]
    asked = sum(schedule.asks_on(day, start) for day in whole_rounds)
    if schedule.times_a_week is None:
        assert asked == 7 * schedule.every * len(schedule.weekdays) // 7 // schedule.every
    else:
        assert asked == len(whole_rounds), "any day may be chosen"
    assert schedule.asks_on(first, first) == (first.weekday() in schedule.weekdays), "a rhythm begins on its first day"


@given(st.integers(1, 28), ANY_DAY, st.integers(0, 400))
def test_every_so_many_days_count_from_the_first(every: int, first: date, away: int) -> None:
    if first <= date(2190, 1, 1):
        assert Schedule(every=every).asks_on(first + timedelta(days=away), first) is (away % every == 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "choose at least one weekday"),
        ("mon someday", "'someday' is no weekday: write daily, mon-fri, "),
        ("someday", "'someday' is no schedule: write daily, mon-fri, mon wed fri, every other day, or 3 a week"),
        ("daily mon", "'daily' is no weekday"),
        ("monkey", "'monkey' is no schedule"),
        ("fri-mon", "'fri-mon' is no schedule"),
        ("-mon", "'-mon' is no schedule"),
        ("mo", "'mo' is no schedule"),
        ("8", "'8' is no schedule"),
        ("every 0 days", "every 0 days is not between 1 and 28"),
        ("every 29 days", "every 29 days is not between 1 and 28"),
        ("every -2 days", "'every' is no weekday"),
        ("every fourth day", "'every' is no weekday"),
        ("every other monday", "'every' is no weekday"),
        ("every", "'every' is no schedule"),
        ("0 a week", "0 a week is not between 1 and 6: 7 are daily"),
        ("8 a week", "8 a week is not between 1 and 6: 7 are daily"),
        ("3 a month", "'3' is no weekday"),
        ("mon 3 a week", "'3' is no weekday"),
        ("every other day mon", "'every' is no weekday"),
    ],
)
def test_what_is_no_schedule_is_refused(text: str, message: str) -> None:
    refusal = refused(lambda: Schedule.parse(text))
    assert refusal.field == "schedule"
    assert message in str(refusal)


MIXTURE = "a schedule has weekdays, every so many days, or a number of times a week"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Schedule(frozenset()), "choose at least one weekday"),
        (lambda: Schedule(frozenset({7})), "choose at least one weekday"),
        (lambda: Schedule(every=0), "every 0 days is not between 1 and 28"),
        (lambda: Schedule(times_a_week=7), "7 a week is not between 1 and 6"),
        (lambda: Schedule(times_a_week=0), "0 a week is not between 1 and 6"),
        (lambda: Schedule(frozenset({0}), every=2), MIXTURE),
        (lambda: Schedule(frozenset({0}), times_a_week=3), MIXTURE),
        (lambda: Schedule(every=2, times_a_week=3), MIXTURE),
    ],
)
def test_a_schedule_out_of_range_or_mixed_is_refused(make: Callable[[], object], message: str) -> None:
    refusal = refused(make)
    assert refusal.field == "schedule"
    assert message in str(refusal)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: prescription(last=date(2026, 10, 31)), "last_day"),
        (lambda: prescription(last=date(9999, 12, 31)), "last_day"),
        (lambda: prescription(first=date(1, 1, 1)), "first_day"),
    ],
)
def test_a_prescription_of_no_true_days_is_refused(make: Callable[[], object], field: str) -> None:
    assert refused(make).field == field


def test_a_note_of_a_prescription_is_cleaned_and_has_an_end() -> None:
    whole = prescription()
    noted = Prescription("p", "bridge", whole.dose, whole.schedule, whole.first_day, note=" Slowly\x1b, \r\nbreathe. ")
    assert noted.note == "Slowly,\nbreathe."
    too_long = refused(
        lambda: Prescription("p", "bridge", whole.dose, whole.schedule, whole.first_day, note="n" * 20_001)
    )
    assert (too_long.field, str(too_long)) == ("note", "the note has 20001 characters: 20000 at most")


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
    ("schedule", "days"),
    [("every other day", "2 4 6 8 10 12"), ("every 3 days", "2 5 8 11"), ("3 a week", "2 3 4 5 6 7 8 9 10 11 12")],
)
def test_a_rhythm_is_counted_from_the_first_day_of_the_prescription(schedule: str, days: str) -> None:
    known = prescription(date(2026, 11, 2), date(2026, 11, 12), schedule)
    asked = [str(day) for day in range(1, 31) if known.asks_on(date(2026, 11, day))]
    assert asked == days.split()


NOVEMBER = [(first, last) for first in range(1, 8) for last in (*range(first, 8), None)]


@pytest.mark.parametrize("last", [3, 5, None])
def test_prescriptions_overlap_if_they_share_a_day(last: int | None) -> None:
    known = prescription(date(2026, 11, 3), date(2026, 11, last) if last else None)
    of_known = set(range(3, (last or 8) + 1))
    for start, end in NOVEMBER:
        shared = of_known & set(range(start, (end or 8) + 1))
        assert known.overlaps(date(2026, 11, start), date(2026, 11, end) if end else None) is bool(shared)


@given(SCHEDULES, st.integers(-400, 400), st.integers(0, 60), st.none() | st.integers(0, 400))
def test_the_days_among_many_are_those_asked_one_by_one(
    schedule: Schedule, begins: int, number: int, ends: int | None
) -> None:
    first = TODAY + timedelta(days=begins)
    last = None if ends is None else first + timedelta(days=ends)
    prescription = Prescription("p", "e", Dose(2, 10), schedule, first, last)
    days = [TODAY + timedelta(days=each) for each in range(number)]
    assert [*prescription.asked_among(days)] == [day for day in days if prescription.asks_on(day)]
