"""The series that graphs and comparisons are made from."""

from datetime import date, timedelta

import pytest

from backjournal.journal.record import journal_record
from backjournal.model.better import Better
from backjournal.model.diary_values import NUMBERS
from backjournal.model.doses import Dose
from backjournal.model.measures import Measure, MeasureKind, Result, Score
from backjournal.model.practices import Practice, Status
from backjournal.plan.adherence import Adherence
from backjournal.store.store import Store
from backjournal.trends.diary_days import Taken
from backjournal.trends.record import Record
from backjournal.trends.series import all_series, medicine_series, series_of
from tests.helpers.values import BRIDGE, TODAY, WALKING, diary_day

D1, D2, D3 = (TODAY - timedelta(days) for days in (2, 1, 0))
REACH = Measure("m1", "Reach to the floor", MeasureKind.NUMBER, "cm", 0, None, Better.LOWER, own=True)
RECORD = Record(
    TODAY,
    diary={
        D1: diary_day(D1, pain=4.5, worst_pain=7, sleep_hours=6, medicines=2),
        D2: diary_day(D2, mobility=0),
        D3: diary_day(D3, pain=0, stiffness_min=90, mood=5, confidence=10),
    },
    adherence={D1: Adherence(4, 3, 1), D2: Adherence(2, 0, 2), D3: Adherence(2, 1, 0)},
    measures=(REACH,),
    results={"m1": (Result("r1", "m1", D1, (Score(12),)), Result("r2", "m1", D1, (Score(9),)))},
)


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("pain", {D1: 4.5, D3: 0}),
        ("worst-pain", {D1: 7}),
        ("mobility", {D2: 0}),
        ("stiffness", {D3: 90}),
        ("sleep", {D1: 6}),
        ("mood", {D3: 5}),
        ("confidence", {D3: 10}),
        ("adherence", {D1: 100, D3: 50}),
        ("medicines", {D1: 2, D2: 0, D3: 0}),
        ("measure:reach-to-the-floor", {D1: 10.5}),
        ("minutes", {}),
    ],
)
def test_a_series_has_the_days_with_a_value_and_no_others(key: str, days: dict[date, float]) -> None:
    series = series_of(RECORD, key)
    assert series is not None
    assert series.days == days
    assert series.between(D2, D3) == {day: value for day, value in days.items() if day >= D2}


def test_every_value_of_a_check_in_is_a_series_with_its_own_key() -> None:
    known = all_series(RECORD)
    assert len({series.key for series in known}) == len(known) == len(NUMBERS) + 5
    assert {value.label for value in NUMBERS} <= {series.label for series in known}
    assert series_of(RECORD, "measure:gone") is None


def test_medicines_are_added_up_by_day_and_unit() -> None:
    """From 800 to 200 mg is a fall, though it is one dose on each day."""
    day = [TODAY - timedelta(5 - number) for number in range(6)]
    taken = {
        day[0]: (Taken("ibuprofen", 2, 800, "mg"), Taken("aspirin", 1, 1)),
        day[1]: (Taken("Ibuprofen", 1, 200, "mg"), Taken("ibuprofen", 1, 400, "mg")),
        day[2]: (),
        day[3]: (Taken("ibuprofen", 1, 1),),
        day[4]: (Taken("ibuprofen", 1, 200, "mg"), Taken("ibuprofen", 1, 1)),
    }
    record = Record(TODAY, diary={each: diary_day(each, taken=of_day) for each, of_day in taken.items()})
    found = {series.typed_name: series for series in medicine_series(record)}
    assert list(found) == ["ibuprofen-mg", "ibuprofen-unclear-doses", "aspirin-unclear-doses"]
    in_mg, apart = found["ibuprofen-mg"], found["ibuprofen-unclear-doses"]
    # Nothing written down is 0; written down in another unit only, the day has no value; without a check-in neither.
    assert in_mg.days == {day[0]: 800, day[1]: 600, day[2]: 0, day[4]: 200}
    assert apart.days == {day[2]: 0, day[3]: 1, day[4]: 1}
    assert (in_mg.label, in_mg.full_label, in_mg.better) == ("ibuprofen", "ibuprofen (mg)", Better.LOWER)
    assert series_of(record, in_mg.key) is not None


@pytest.mark.parametrize(("status", "amount", "minutes"), [(Status.DONE, 30, 30.0), (Status.PARTIAL, 12, 12.0)])
def test_minutes_are_those_of_exercises_in_minutes(store: Store, status: Status, amount: int, minutes: float) -> None:
    daily = BRIDGE.schedule.parse("daily")
    walking = store.plan.prescribe(WALKING.exercise, Dose(minutes=30), daily, D1)
    bridge = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, daily, D1)
    store.practices.save(Practice(walking.id, D1, status, amount), "tick")
    store.practices.save(Practice(bridge.id, D2, Status.DONE, 2), "tick")
    series = series_of(journal_record(store, TODAY), "minutes")
    assert series is not None
    # Today is not over: what is still open does not count as 0 yet.
    assert series.days == {D1: minutes, D2: 0}


def test_what_was_asked_for_and_not_done_is_no_minutes_whatever_the_reason(store: Store) -> None:
    walking = store.plan.prescribe(WALKING.exercise, Dose(minutes=30), BRIDGE.schedule.parse("daily"), D1)
    store.practices.save(Practice(walking.id, D1, Status.SKIPPED, reason="illness"), "skip")
    store.practices.save(Practice(walking.id, D2, Status.SKIPPED, reason="no time"), "skip")
    series = series_of(journal_record(store, TODAY), "minutes")
    assert series is not None
    assert series.days == {D1: 0, D2: 0}
