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
from backjournal.trends.factors import Factor, FactorKind, earlier_factors, noted_factors
from backjournal.trends.record import Record
from backjournal.views.associations import associations_data
from tests.helpers.values import TODAY, diary_day
from tests.tools.null_journals import COURSES, PLANTED, TWIN, Course, found_in, is_planted, null_journal, rates

EFFECT = 1.5
FIRST = TODAY - timedelta(days=41)
SITTING = (MarkKind.TRIGGER, "long sitting")


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def noted(number: int, *marks: tuple[MarkKind, str], **values: Any) -> DiaryDay:
    return diary_day(day(number), marks=frozenset(marks), **({"pain": 4.0} | values))


def record(days: Iterable[DiaryDay], **values: Any) -> Record:
    return Record(TODAY, diary={each.day: each for each in days}, **values)


def factors(journal: Record) -> list[Factor]:
    return [*noted_factors(journal, FIRST, TODAY), *earlier_factors(journal, FIRST, TODAY)]


def days_of(journal: Record, kind: FactorKind) -> dict[int, bool]:
    """Return the days of the only factor of a kind, by their numbers."""
    (found,) = (factor for factor in factors(journal) if factor.kind is kind)
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
        for factor in factors(record([noted(0, heat), noted(1, written), noted(2, heat, pad)]))
    }
    assert found == {(FactorKind.RELIEF, "Heat"): 3, (FactorKind.LOCATION, "HEAT"): 1}


def test_only_a_trigger_is_asked_about_on_the_day_after() -> None:
    marks = [(kind, "word") for kind in MarkKind]
    assert [factor.kind for factor in factors(record([noted(0, *marks)]))] == [
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
    assert days_of(journal, FactorKind.HOURS) == {0: True, 2: False, 3: True, 4: False}, "of the night before: that day"
    assert days_of(journal, FactorKind.ADHERENCE_BEFORE) == {1: True, 3: False, 4: False}, "excused days have none"
    assert [factor.median for factor in factors(journal)] == [6.5, 0.5]


def test_hours_are_compared_with_the_pain_after_them_and_words_of_the_day_before_with_the_next_day() -> None:
    slept = DiaryDay(day(0), 2, {"pain": 5.0, "sleep_hours": 6.0}, {"sleep_hours": 7.0}, frozenset([SITTING]))
    found = {factor.kind: factor for factor in earlier_factors(record([slept, noted(1, pain=2.0)]), FIRST, TODAY)}
    assert found[FactorKind.HOURS].pain == {day(0): 7}
    assert found[FactorKind.TRIGGER_BEFORE].pain[day(1)] == 2


def test_what_came_before_is_judged_and_what_was_noted_together_is_told_without_a_verdict() -> None:
    days = [noted(number, *[SITTING] * (number % 3 == 0), pain=float(number % 5)) for number in range(42)]
    days[4] = noted(4, pain=None)
    for number in range(6):
        days[7 * number + 1] = noted(7 * number + 1, (MarkKind.TRIGGER, "gardening"), pain=1.0)
    result = find_associations(record(days), (FIRST, TODAY))
    (finding,), (together,) = result.findings, result.noted
    assert (finding.contrast.factor.kind, together.factor.kind) == (FactorKind.TRIGGER_BEFORE, FactorKind.TRIGGER)
    for contrast, later in ((together, 0), (finding.contrast, 1)):
        sides: dict[bool, list[float]] = {True: [], False: []}
        for number in range(later, 42):
            pain, known = days[number].pain, not later or days[number - 1].pain is not None
            if pain is not None and known:
                sides[SITTING in days[number - later].marks].append(pain)
        assert contrast.with_it == Mean(len(sides[True]), fmean(sides[True]))
        assert contrast.without == Mean(len(sides[False]), fmean(sides[False]))
    assert (result.left_out, result.words_left_out) == (1, 1), "6 days with gardening are too few"


@pytest.mark.parametrize(("with_it", "without", "shown"), [(7, 7, 1), (6, 8, 0), (8, 6, 0)])
def test_7_days_with_and_7_without_are_needed(with_it: int, without: int, shown: int) -> None:
    place = (MarkKind.LOCATION, "left hip")
    days = [noted(number, *[place] * (number < with_it)) for number in range(with_it + without)]
    found = find_associations(record(days), (FIRST, TODAY))
    assert (len(found.noted), found.words_left_out, found.tried) == (shown, 1 - shown, 0)


def test_only_the_window_counts_and_of_a_long_one_the_newest_year() -> None:
    first = TODAY - timedelta(days=399)
    days = [
        diary_day(first + timedelta(days=n), pain=n % 5, marks=frozenset([SITTING] * (n % 4 == 0))) for n in range(400)
    ]
    found = find_associations(record(days), (date.min, TODAY))
    assert found.first == TODAY - timedelta(days=52 * 7 - 1)
    assert associations_data(found) == associations_data(find_associations(record(days[36:]), (found.first, TODAY)))
    (together,) = find_associations(record(days), (days[40].day, days[95].day)).noted
    assert together.with_it == Mean(14, fmean(n % 5 for n in range(40, 96, 4)))
    assert together.without.n == 42
    assert find_associations(record(days[36:]), (date.min, days[60].day)).first == days[36].day, "where it begins"


def test_it_stops_when_it_is_told_to() -> None:
    journal, asked = null_journal(COURSES[0], 1), iter([True, True, False])
    assert find_associations(journal, (date.min, TODAY), lambda: next(asked)).tried == 2


def test_what_comes_on_the_same_weekday_only_cannot_be_told_from_it() -> None:
    days = [noted(n, *[SITTING] * (n % 7 == 2), pain=float(n * n % 6 + 3 * (n % 7 == 3))) for n in range(70)]
    journal = Record(day(69), diary={each.day: each for each in days})
    found = find_associations(journal, (FIRST, day(69)))
    assert (found.tried, found.weekly, found.left_out) == (0, 1, 0)


def test_factors_of_nearly_the_same_days_are_shown_as_one() -> None:
    car, stairs = (MarkKind.TRIGGER, "car ride"), (MarkKind.TRIGGER, "stairs")
    marks = [
        [SITTING] * (n % 3 == 0 and n < 42) + [car] * (n % 3 == 0 and n > 3) + [stairs] * (n % 4 == 0)
        for n in range(42)
    ]
    days = [noted(n, *marks[n], pain=float(n * n % 7)) for n in range(42)]
    (together, *others) = sorted(
        find_associations(record(days), (FIRST, TODAY)).noted, key=lambda contrast: -len(contrast.companions)
    )
    (companion,) = together.companions
    assert (together.factor.word, companion.factor.word) == ("long sitting", "car ride")
    assert (companion.same, companion.either) == (12, 14)
    assert [contrast.factor.word for contrast in others] == ["stairs"], "a third of its days are not nearly the same"


def test_the_same_journal_gives_the_same_findings_the_least_chance_first() -> None:
    once, again = (found_in(null_journal(COURSES[1], 3, effect=EFFECT)) for _ in range(2))
    assert associations_data(once) == associations_data(again)
    chances = [finding.adjusted_p for finding in once.findings]
    assert chances == sorted(chances)
    assert is_planted(once.findings[0])


@pytest.mark.slow
@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_nothing_is_found_where_there_is_nothing_and_a_planted_effect_is(course: Course) -> None:
    null = [rates(course, 26, 0, seed) for seed in range(6)]
    assert sum(each.others_found > 0 for each in null) <= 1
    assert sum(each.below_5_percent for each in null) < 0.12 * sum(each.tried for each in null)
    planted = [rates(course, 26, EFFECT, seed) for seed in range(4)]
    assert sum(each.held for each in planted) >= 2
    assert sum(each.others_found for each in planted) <= 1


def test_beside_what_could_be_chance_no_interval_leaves_out_0() -> None:
    findings = [each for seed in range(6) for each in found_in(null_journal(COURSES[1], seed, effect=1.0)).findings]
    assert {each.stands_out for each in findings} == {True, False}
    assert all(each.stands_out is not (each.low < 0 < each.high) for each in findings)
    assert all(each.margin < each.seen_from for each in findings)


def test_a_twin_is_shown_with_the_planted_trigger() -> None:
    found = found_in(null_journal(COURSES[-1], 1, effect=EFFECT)).standing_out
    names = [
        {each.contrast.factor.word, *(companion.factor.word for companion in each.contrast.companions)}
        for each in found
    ]
    assert {PLANTED, TWIN} in names


@pytest.mark.slow
@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_hardly_anything_is_found_in_200_null_journals_and_the_planted_in_most(course: Course) -> None:
    null = [rates(course, 26, 0, seed) for seed in range(1000, 1200)]
    # 5 % of 200 are 10; more than 18 of them occur about one time in a hundred.
    assert sum(each.others_found > 0 for each in null) <= 18
    assert sum(each.below_5_percent for each in null) < 0.065 * sum(each.tried for each in null)
    planted = [rates(course, 26, EFFECT, seed) for seed in range(1000, 1100)]
    assert sum(each.planted_found for each in planted) > 60
    assert sum(each.held for each in planted) >= 0.95 * sum(each.planted_found for each in planted)
