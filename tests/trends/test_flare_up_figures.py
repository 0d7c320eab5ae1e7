"""The figures of the flare-ups."""

from datetime import timedelta

import pytest
from hypothesis import given

from backjournal.model.flare_ups import FlareUp
from backjournal.trends.flare_up_figures import FlareUpFigures, flare_up_figures
from backjournal.trends.record import Record
from tests.helpers.records import RANDOM_RECORDS, ago, flare_up
from tests.helpers.values import TODAY


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], FlareUpFigures()),
        ([(9, 5)], FlareUpFigures(number=1, lately=1, length=5, since_last=5)),
        ([(3, 0)], FlareUpFigures(number=1, lately=1, length=4, since_last=0)),
        ([(0, 0)], FlareUpFigures(number=1, lately=1, length=1, since_last=0)),
        ([(3, None)], FlareUpFigures(number=1, lately=1, length=4, goes_on_since=ago(3))),
        ([(3, -2)], FlareUpFigures(number=1, lately=1, length=4, goes_on_since=ago(3))),
        ([(200, 191), (100, 97)], FlareUpFigures(2, 0, 7, between=91, between_n=1, since_last=97)),
        (
            [(300, 290), (200, 191), (84, 82), (20, 14)],
            FlareUpFigures(4, 1, 8.5, between=90, between_n=3, since_last=14),
        ),
        ([(83, 81), (80, None)], FlareUpFigures(2, 2, 42, between=1, between_n=1, goes_on_since=ago(80))),
        ([(-1, -3)], FlareUpFigures()),
        ([(20, 18), (-1, -3)], FlareUpFigures(number=1, lately=1, length=3, since_last=18)),
    ],
)
def test_figures_by_hand(days: list[tuple[int, int | None]], expected: FlareUpFigures) -> None:
    flare_ups = [flare_up(*first_and_last) for first_and_last in days]
    assert flare_up_figures(flare_ups, TODAY) == expected
    assert flare_up_figures(reversed(flare_ups), TODAY) == expected


@given(RANDOM_RECORDS)
def test_the_figures_of_any_record_are_those_of_counting_day_by_day(record: Record) -> None:
    figures = flare_up_figures(record.flare_ups, TODAY)
    lengths, gaps = [], []
    previous: FlareUp | None = None
    for each in record.flare_ups:
        lengths.append(sum(each.covers(ago(number), TODAY) for number in range(200)))
        if previous and previous.last_day:
            gaps.append(sum(previous.last_day < ago(number) <= each.first_day for number in range(200)))
        previous = each
    free = next(
        (number for number in range(200) if any(each.covers(ago(number), TODAY) for each in record.flare_ups)), 0
    )
    goes_on = previous is not None and previous.last_day is None
    assert (figures.number, figures.between_n) == (len(lengths), len(gaps))
    assert figures.length == middle(lengths)
    assert figures.between == middle(gaps)
    assert figures.lately == sum(each.first_day + timedelta(84) > TODAY for each in record.flare_ups)
    assert figures.since_last == (None if goes_on or not lengths else free)
    assert figures.goes_on_since == (previous.first_day if previous and goes_on else None)


def middle(values: list[int]) -> float | None:
    """Return the value in the middle, or the mean of the two in the middle."""
    ordered, half = sorted(values), len(values) // 2
    if not ordered:
        return None
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
