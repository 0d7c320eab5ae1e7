"""What goes with better and worse days: which days are compared with which."""

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import fmean
from typing import Any

import pytest

from backjournal.model.marks import MarkKind
from backjournal.plan.adherence import Adherence
from backjournal.trends.associations import find_associations
from backjournal.trends.change import Mean
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.factors import FactorKind, factors
from backjournal.trends.record import Record
from backjournal.views.associations import associations_data
from tests.helpers.values import TODAY, diary_day
from tests.tools.null_journals import COURSES, EFFECT, PLANTED, Course, found_in, null_journal, rates

FIRST = TODAY - timedelta(days=41)
SITTING = (MarkKind.TRIGGER, "long sitting")


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def noted(number: int, *marks: tuple[MarkKind, str], **values: Any) -> DiaryDay:
    return diary_day(day(number), marks=frozenset(marks), **({"pain": 4.0} | values))


def record(days: Iterable[DiaryDay], **values: Any) -> Record:
    return Record(TODAY, diary={each.day: each for each in days}, **values)


def days_of(journal: Record, kind: FactorKind) -> dict[int, bool]:
    """Return the days of the only factor of a kind, by their numbers."""
    (found,) = (factor for factor in factors(journal, FIRST, TODAY) if factor.kind is kind)
    return {(each - FIRST).days: has_it for each, has_it in found.days.items()}


def test_a_day_without_a_check_in_is_neither_with_a_word_nor_without_it() -> None:
    journal = record([noted(0, SITTING), noted(1), noted(3, SITTING)])
    assert days_of(journal, FactorKind.TRIGGER) == {0: True, 1: False, 3: True}
    assert days_of(journal, FactorKind.TRIGGER_BEFORE) == {1: True, 2: False, 4: True}


def test_words_of_one_kind_are_one_whatever_their_case_and_shown_as_most_often_written() -> None:
    heat, written = (MarkKind.RELIEF, "Heat"), (MarkKind.RELIEF, "heat")
    pad = (MarkKind.LOCATION, "HEAT")
    found = {
        (factor.kind, factor.word): sum(factor.days.values())
        for factor in factors(record([noted(0, heat), noted(1, written), noted(2, heat, pad)]), FIRST, TODAY)
    }
    assert found == {(FactorKind.RELIEF, "Heat"): 3, (FactorKind.LOCATION, "HEAT"): 1}


def test_only_a_trigger_is_asked_about_on_the_day_after() -> None:
    marks = [(kind, "word") for kind in MarkKind]
    assert [factor.kind for factor in factors(record([noted(0, *marks)]), FIRST, TODAY)] == [
        FactorKind.LOCATION,
        FactorKind.MEDICINE,
        FactorKind.RELIEF,
        FactorKind.TRIGGER,
        FactorKind.TRIGGER_BEFORE,
    ]


def test_sleep_and_adherence_are_below_the_own_median_or_not() -> None:
    hours = (5, None, 8, 6, 7)
    adherence = {
        day(number): Adherence(4, done, excused)
        for number, (done, excused) in enumerate(((0, 0), (0, 4), (4, 0), (2, 0)))
    }
    journal = record((noted(number, sleep_hours=slept) for number, slept in enumerate(hours)), adherence=adherence)
    assert days_of(journal, FactorKind.SLEEP) == {0: True, 2: False, 3: True, 4: False}, "of the night before: that day"
    assert days_of(journal, FactorKind.ADHERENCE_BEFORE) == {1: True, 3: False, 4: False}, "excused days have none"
    assert [factor.median for factor in factors(journal, FIRST, TODAY)] == [6.5, 0.5]


def test_means_and_days_of_both_sides_and_how_many_are_left_out() -> None:
    days = [noted(number, *[SITTING] * (number % 3 == 0), pain=float(number % 5)) for number in range(42)]
    days[4] = noted(4, pain=None)
    rare = [(MarkKind.TRIGGER, "gardening")] * 6
    for number, mark in enumerate(rare):
        days[7 * number + 1] = noted(7 * number + 1, mark, pain=1.0)
    found = find_associations(record(days), (FIRST, TODAY))
    same_day = next(each for each in found.findings if each.factor.kind is FactorKind.TRIGGER)
    with_it = [each.pain for each in days if SITTING in each.marks and each.pain is not None]
    without = [each.pain for each in days if SITTING not in each.marks and each.pain is not None]
    assert (same_day.with_it, same_day.without) == (
        Mean(len(with_it), fmean(with_it)),
        Mean(len(without), fmean(without)),
    )
    assert same_day.with_it.n + same_day.without.n == 41
    assert (found.tried, found.left_out) == (2, 2), (
        "6 days with gardening are too few, the day itself and the day after"
    )


@pytest.mark.parametrize(("with_it", "without", "tried"), [(7, 7, 1), (6, 8, 0), (8, 6, 0)])
def test_7_days_with_and_7_without_are_needed(with_it: int, without: int, tried: int) -> None:
    place = (MarkKind.LOCATION, "left hip")
    days = [noted(number, *[place] * (number < with_it)) for number in range(with_it + without)]
    found = find_associations(record(days), (FIRST, TODAY))
    assert (found.tried, found.left_out) == (tried, 1 - tried)


def test_only_the_window_counts_and_of_a_long_one_the_newest_year() -> None:
    first = TODAY - timedelta(days=399)
    days = [
        diary_day(first + timedelta(days=n), pain=n % 7, marks=frozenset([SITTING] * (n % 4 == 0))) for n in range(400)
    ]
    found = find_associations(record(days), (date.min, TODAY))
    assert found.first == TODAY - timedelta(days=52 * 7 - 1)
    assert associations_data(found) == associations_data(find_associations(record(days[36:]), (found.first, TODAY)))
    (same_day, _) = find_associations(record(days), (days[40].day, days[95].day)).findings
    assert same_day.with_it == Mean(14, fmean(n % 7 for n in range(40, 96, 4)))
    assert same_day.without.n == 42


def test_it_stops_when_it_is_told_to() -> None:
    journal, asked = null_journal(COURSES[0], 1), iter([True, True, False])
    assert find_associations(journal, (date.min, TODAY), lambda: next(asked)).tried == 2


def test_the_same_journal_gives_the_same_findings_the_least_chance_first() -> None:
    once, again = (found_in(null_journal(COURSES[1], 3, effect=EFFECT)) for _ in range(2))
    assert associations_data(once) == associations_data(again)
    chances = [finding.adjusted_p for finding in once.findings]
    assert chances == sorted(chances)
    assert once.findings[0].factor.word == PLANTED


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_nothing_is_found_where_there_is_nothing_and_a_planted_effect_is(course: Course) -> None:
    assert not found_in(null_journal(course, 1)).standing_out
    (found,) = found_in(null_journal(course, 1, effect=EFFECT)).standing_out
    assert (found.factor.kind, found.factor.word) == (FactorKind.TRIGGER, PLANTED)
    assert found.difference.low < EFFECT < found.difference.high


@pytest.mark.slow
@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_hardly_anything_is_found_in_200_null_journals_and_the_planted_in_most(course: Course) -> None:
    null = [rates(course, 26, 0, seed) for seed in range(1000, 1200)]
    # 5 % of 200 are 10; more than 18 of them occur about one time in a hundred.
    assert sum(each.found > 0 for each in null) <= 18
    assert sum(each.below_5_percent for each in null) < 0.06 * sum(each.tried for each in null)
    planted = [rates(course, 26, EFFECT, seed) for seed in range(1000, 1100)]
    assert sum(each.planted_found for each in planted) > 60
    assert sum(each.held for each in planted) >= 90
