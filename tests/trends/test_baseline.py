"""The weeks of the baseline."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given

from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.trends.baseline import baseline_weeks
from backjournal.trends.record import Record
from tests.helpers.records import RANDOM_RECORDS, diary
from tests.helpers.values import TODAY

MONDAY = date(2026, 9, 7)


def found(
    signs: str, first: date = MONDAY, today: date = TODAY, settings: Settings | None = None
) -> list[tuple[int, int]]:
    """Return the baseline of days written as signs; its days are numbers counted from the first."""
    record = Record(today, settings or Settings(), diary(first, pain=signs))
    weeks = baseline_weeks(record, "pain") or ()
    return [((begin - first).days, (end - first).days) for begin, end in weeks]


def test_it_is_the_first_two_weeks_with_the_value_on_three_days_each() -> None:
    assert found("5.5.5.. 44....4 1111111".replace(" ", "")) == [(0, 6), (7, 13)]
    assert found("5.5.... 44....4 ....... 2..2... ..222..".replace(" ", "")) == [(7, 13), (28, 34)]
    assert found("55555.. 4444... ".replace(" ", "")) == [(0, 6), (7, 13)]


def test_only_days_with_the_value_count() -> None:
    # Two weeks of check-ins without pain, then pain.
    assert found(",,,....,,,....") == []
    assert found(",,,,,,, ,,,,,,, 55,,,,, 5.5.5,, 444....".replace(" ", "")) == [(21, 27), (28, 34)]


def test_there_is_none_before_two_weeks_are_noted() -> None:
    assert found("") == []
    assert found("5555555") == []
    assert found("5555555 55.....".replace(" ", "")) == []


def test_the_weeks_are_those_that_the_person_has_set() -> None:
    # From Sunday on: two days of the first Monday week lie in one Sunday week, three in the next.
    signs = "5....55 5....55 5....55 5......".replace(" ", "")
    assert found(signs) == [(0, 6), (7, 13)]
    assert found(signs, settings=Settings(weeks=WeekStarts(6))) == [(6, 12), (13, 19)]


def test_another_first_day_of_the_week_leaves_a_baseline_as_it_was() -> None:
    signs = "5....55 5....55 5....55 5......".replace(" ", "")
    later = WeekStarts().changed(6, MONDAY + timedelta(16))
    assert found(signs, settings=Settings(weeks=later)) == [(0, 6), (7, 13)]
    # The second week ends on the Saturday, and still has its three days without the Sunday.
    earlier = WeekStarts().changed(6, MONDAY + timedelta(9))
    assert found("555....555....", settings=Settings(weeks=earlier)) == [(0, 6), (7, 12)]


def test_it_can_be_moved_to_a_later_week() -> None:
    signs = "555.... 444.... 333.... 22..... 111....".replace(" ", "")
    for day in range(7, 14):
        assert found(signs, settings=Settings(baseline_from=MONDAY + timedelta(day))) == [(7, 13), (14, 20)]
    assert found(signs, settings=Settings(baseline_from=MONDAY + timedelta(14))) == [(14, 20), (28, 34)]
    assert found(signs, settings=Settings(baseline_from=MONDAY + timedelta(21))) == []
    assert found(signs, settings=Settings(baseline_from=MONDAY - timedelta(365))) == [(0, 6), (7, 13)]


def test_a_day_that_has_not_come_does_not_count() -> None:
    signs = "555.... 444....".replace(" ", "")
    assert found(signs, today=MONDAY + timedelta(8)) == []
    assert found(signs, today=MONDAY + timedelta(9)) == [(0, 6), (7, 13)]


@given(RANDOM_RECORDS)
def test_any_baseline_is_what_counting_week_by_week_gives(record: Record) -> None:
    for field in ("pain", "worst_pain", "mobility"):
        assert baseline_weeks(record, field) == expected_baseline(record, field)


def expected_baseline(record: Record, field: str) -> tuple[tuple[date, date], ...] | None:
    """Compute the baseline by walking through every week of the last two years."""
    first_day = MONDAY - timedelta(weeks=100) - timedelta(days=record.settings.weeks.first == 6)
    weeks = []
    while first_day <= record.today:
        days = [first_day + timedelta(number) for number in range(7)]
        moved_past = record.settings.baseline_from is not None and record.settings.baseline_from > days[-1]
        if not moved_past and sum(field in noted for noted in (values_of(record, day) for day in days)) >= 3:
            weeks.append((days[0], days[-1]))
        first_day = days[-1] + timedelta(1)
    return (weeks[0], weeks[1]) if len(weeks) >= 2 else None


def values_of(record: Record, day: date) -> Mapping[str, float]:
    return record.diary[day].values if day in record.diary else {}
