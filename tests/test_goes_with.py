"""What goes with better and worse days: which days are held against which, and how it is told."""

import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import fmean
from typing import Any

import pytest

from backjournal.model.check_ins import MarkKind
from backjournal.trends.adherence import Adherence
from backjournal.trends.chance import Difference
from backjournal.trends.change import Mean
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.factors import Factor, FactorKind, factors
from backjournal.trends.goes_with import Finding, GoesWith, goes_with
from backjournal.trends.goes_with_text import (
    FOLLOWS_PAIN,
    HEADER,
    HOW,
    finding_line,
    goes_with_data,
    goes_with_lines,
    goes_with_table,
)
from backjournal.trends.record import Record
from tests.null_journals import COURSES, EFFECT, PLANTED, Course, found_in, null_journal, rates
from tests.values import TODAY

FIRST = TODAY - timedelta(days=41)
SITTING = (MarkKind.TRIGGER, "long sitting")


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def noted(number: int, *marks: tuple[MarkKind, str], **values: Any) -> DiaryDay:
    return DiaryDay(day(number), marks=frozenset(marks), **({"pain": 4.0} | values))


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
    found = goes_with(record(days), (FIRST, TODAY))
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
    found = goes_with(record(days), (FIRST, TODAY))
    assert (found.tried, found.left_out) == (tried, 1 - tried)


def test_only_the_window_counts_and_of_a_long_one_the_newest_year() -> None:
    first = TODAY - timedelta(days=399)
    days = [
        DiaryDay(first + timedelta(days=n), pain=n % 7, marks=frozenset([SITTING] * (n % 4 == 0))) for n in range(400)
    ]
    found = goes_with(record(days), (date.min, TODAY))
    assert found.first == TODAY - timedelta(days=52 * 7 - 1)
    assert goes_with_data(found) == goes_with_data(goes_with(record(days[36:]), (found.first, TODAY)))
    (same_day, _) = goes_with(record(days), (days[40].day, days[95].day)).findings
    assert same_day.with_it == Mean(14, fmean(n % 7 for n in range(40, 96, 4)))
    assert same_day.without.n == 42


def test_it_stops_when_it_is_told_to() -> None:
    journal, asked = null_journal(COURSES[0], 1), iter([True, True, False])
    assert goes_with(journal, (date.min, TODAY), lambda: next(asked)).tried == 2


def test_the_same_journal_gives_the_same_findings_the_least_chance_first() -> None:
    once, again = (found_in(null_journal(COURSES[1], 3, effect=EFFECT)) for _ in range(2))
    assert goes_with_data(once) == goes_with_data(again)
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
    # 5 % of 200 are 10; more than 18 of them are a matter of one time in a hundred.
    assert sum(each.found > 0 for each in null) <= 18
    assert sum(each.below_5_percent for each in null) < 0.06 * sum(each.tried for each in null)
    planted = [rates(course, 26, EFFECT, seed) for seed in range(1000, 1100)]
    assert sum(each.planted_found for each in planted) > 60
    assert sum(each.held for each in planted) >= 90


def finding(
    kind: FactorKind, word: str = "", median: float | None = None, points: float = 1.2, **values: Any
) -> Finding:
    given: dict[str, Any] = {"with_it": Mean(14, 5.4), "without": Mean(41, 4.2), "adjusted_p": 0.01, **values}
    found = Difference(points, points - 0.7, points + 0.7, 0.0006)
    return Finding(Factor(kind, word, {}, median), difference=found, **given)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            finding(FactorKind.TRIGGER, "long sitting"),
            (
                "Pain was 1.2 higher on the 14 days with long sitting than on the 41 without (95 % interval 0.5 to 1.9 "
                "higher; means 5.4 and 4.2): more than chance would often give."
            ),
        ),
        (
            finding(FactorKind.TRIGGER_BEFORE, "lifting", points=-0.3, adjusted_p=0.2),
            (
                "Pain was 0.3 lower on the 14 days after one with lifting than on the 41 after one without (95 % "
                "interval 1.0 lower to 0.4 higher; means 5.4 and 4.2): could well be chance."
            ),
        ),
        (
            finding(FactorKind.MEDICINE, "ibuprofen", points=-1.2),
            (
                "Pain was 1.2 lower on the 14 days with ibuprofen (medicine) than on the 41 without (95 % interval 0.5 "
                "to 1.9 lower; means 5.4 and 4.2): more than chance would often give."
            ),
        ),
        (
            finding(FactorKind.SLEEP, median=6.5, points=0.04, adjusted_p=0.9),
            (
                "Pain was about as high on the 14 days after sleep below 6.5 h, your median, as on the 41 others (95 % "
                "interval 0.7 lower to 0.7 higher; means 5.4 and 4.2): could well be chance."
            ),
        ),
        (
            finding(FactorKind.ADHERENCE_BEFORE, median=0.8),
            (
                "Pain was 1.2 higher on the 14 days after a day with adherence below 80 %, your median, than on the 41 "
                "others (95 % interval 0.5 to 1.9 higher; means 5.4 and 4.2): more than chance would often give."
            ),
        ),
    ],
)
def test_a_finding_in_a_sentence(found: Finding, told: str) -> None:
    assert finding_line(found) == told


def test_the_lines_tell_how_many_were_tried_what_was_left_out_and_how_it_was_reckoned() -> None:
    sat, lifted = finding(FactorKind.TRIGGER, "long sitting"), finding(FactorKind.TRIGGER, "lifting", adjusted_p=0.3)
    result = GoesWith(FIRST, TODAY, (sat, lifted), 3)
    assert goes_with_lines(result) == [
        (
            "2 factors were tried, 2026-10-11 to 2026-11-21, each day against those around it: 1 stands out; 3 had "
            "fewer than 7 days with or without."
        ),
        finding_line(sat),
        finding_line(lifted),
        HOW,
    ]
    one = GoesWith(FIRST, TODAY, (finding(FactorKind.RELIEF, "heat", adjusted_p=0.3),))
    assert goes_with_lines(one)[0].startswith("1 factor was tried, ")
    assert goes_with_lines(one)[0].endswith(": none stands out.")
    assert goes_with_lines(one)[2:] == [FOLLOWS_PAIN, HOW]
    assert goes_with_lines(GoesWith(FIRST, TODAY, left_out=4)) == [
        "Nothing can be compared yet: it takes 7 days with a word and 7 without it."
    ]


def test_no_line_says_that_something_causes_pain_or_what_to_do() -> None:
    kinds = (finding(kind, "word", median=0.5) for kind in FactorKind)
    told = " ".join(goes_with_lines(GoesWith(FIRST, TODAY, tuple(kinds))))
    assert not re.search(r"\b(caus(es?|ed|ing)|leads? to|should|avoid|try)\b", told, re.IGNORECASE)


def test_the_table_and_the_data_have_the_same_figures() -> None:
    result = GoesWith(FIRST, TODAY, (finding(FactorKind.SLEEP, median=6.5, points=-0.04, adjusted_p=0.9),), 1)
    header, rows = goes_with_table(result)
    assert header == HEADER
    assert rows == [
        ("sleep below 6.5 h", "5.4 (14)", "4.2 (41)", "+0.0", "-0.7 to +0.7", "<0.001", "could well be chance")
    ]
    assert json.loads(json.dumps(goes_with_data(result))) == {
        "first": "2026-10-11",
        "last": "2026-11-21",
        "tried": 1,
        "left_out": 1,
        "findings": [
            {
                "factor": "sleep",
                "word": "",
                "median": 6.5,
                "with": {"days": 14, "mean": 5.4},
                "without": {"days": 41, "mean": 4.2},
                "difference": -0.04,
                "low": pytest.approx(-0.74),
                "high": pytest.approx(0.66),
                "p": 0.0006,
                "adjusted_p": 0.9,
                "stands_out": False,
            }
        ],
    }
