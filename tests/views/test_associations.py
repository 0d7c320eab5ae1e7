"""What goes with better and worse days, in words, as tables and as data."""

import json
import re
from datetime import date

import pytest

from backjournal.trends.associations import Associations, Contrast, Finding
from backjournal.trends.chance import Difference
from backjournal.trends.change import Mean
from backjournal.trends.factors import Factor, FactorKind
from backjournal.trends.same_days import Companion
from backjournal.views.association_text import (
    HOW,
    MAY_FOLLOW_PAIN,
    associations_lines,
    factor_text,
    finding_line,
    noted_line,
)
from backjournal.views.associations import HEADER, NOTED_HEADER, associations_data, associations_tables
from tests.helpers.values import TODAY

FIRST = date(2026, 10, 11)


def contrast(kind: FactorKind, word: str = "", median: float | None = None, *companions: Companion) -> Contrast:
    return Contrast(Factor(kind, word, {}, {}, median), Mean(14, 5.4), Mean(41, 4.2), companions)


def finding(
    of: Contrast, points: float = 1.2, error: float = 0.3, adjusted_p: float = 0.01, margin: float = 0.7
) -> Finding:
    return Finding(of, Difference(points, error), adjusted_p, margin, 1.1)


LIFTING = Companion(Factor(FactorKind.TRIGGER_BEFORE, "lifting", {}, {}), 14, 16)
SAT = contrast(FactorKind.TRIGGER_BEFORE, "long sitting", None, LIFTING)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            finding(SAT),
            (
                "Pain was 1.2 higher on the 14 days after one with long sitting than on the 41 after one without (95 % "
                "interval 0.5 to 1.9 higher; p below 0.001; means 5.4 and 4.2; seen from 1.1 on): more than chance "
                "would often give. Nearly the same days: day before: lifting, 14 of 16 days the same."
            ),
        ),
        (
            finding(contrast(FactorKind.TRIGGER_BEFORE, "lifting"), points=-0.3, adjusted_p=0.2),
            (
                "Pain was 0.3 lower on the 14 days after one with lifting than on the 41 after one without (95 % "
                "interval 1.0 lower to 0.4 higher; p 0.317; means 5.4 and 4.2; seen from 1.1 on): could well be chance."
            ),
        ),
        (
            finding(contrast(FactorKind.HOURS, "sleep", 6.5), points=0.04, adjusted_p=0.9),
            (
                "Pain was about as high on the 14 days after less than 6.5 h of sleep, your median, as on the 41 "
                "others (95 % interval 0.7 lower to 0.7 higher; p 0.894; means 5.4 and 4.2; seen from 1.1 on): could "
                "well be chance."
            ),
        ),
        (
            finding(contrast(FactorKind.ADHERENCE_BEFORE, median=0.8), points=-1.2),
            (
                "Pain was 1.2 lower on the 14 days after a day with adherence below 80 %, your median, than on the 41 "
                "others (95 % interval 0.5 to 1.9 lower; p below 0.001; means 5.4 and 4.2; seen from 1.1 on): more "
                "than chance would often give."
            ),
        ),
    ],
)
def test_a_finding_in_a_sentence(found: Finding, line: str) -> None:
    assert finding_line(found) == line


def test_what_was_noted_together_has_its_days_and_means_but_no_verdict_and_no_p() -> None:
    line = noted_line(contrast(FactorKind.MEDICINE, "ibuprofen"))
    assert line == (
        "Pain was 1.2 higher on the 14 days with ibuprofen (medicine) than on the 41 without (means 5.4 and 4.2)."
    )


def test_the_lines_say_how_many_were_tried_what_could_be_seen_and_how_it_was_computed() -> None:
    sat, slept = finding(SAT), finding(contrast(FactorKind.HOURS, "sleep", 6.5), adjusted_p=0.3)
    heat = contrast(FactorKind.RELIEF, "heat")
    result = Associations(FIRST, TODAY, (sat, slept), (heat,), 3, 2, 1)
    assert associations_lines(result) == [
        (
            "2 factors that came before the pain were tried, 2026-10-11 to 2026-11-21: 1 stands out; 3 factors had "
            "fewer than 7 days with or without it; 1 factor came on the same weekdays only."
        ),
        (
            "Four times in five, a difference of 1.1 points (14 days with, 41 without) would have been seen, depending "
            "on the factor. A smaller one is easily missed: 'could well be chance' does not say that there is none."
        ),
        finding_line(sat),
        finding_line(slept),
        "1 word was noted together with the pain of the day; 2 other words had fewer than 7 days with or without it:",
        noted_line(heat),
        MAY_FOLLOW_PAIN,
        HOW,
    ]
    one = associations_lines(Associations(FIRST, TODAY, (slept,)))
    assert one[0] == "1 factor that came before the pain was tried, 2026-10-11 to 2026-11-21: none stands out."
    assert associations_lines(Associations(FIRST, TODAY, left_out=4)) == [
        (
            "Nothing that came before the pain can be compared yet, 2026-10-11 to 2026-11-21: it takes 7 days with "
            "a factor (such as a trigger or little sleep) and 7 without it, each after a day with pain noted; 4 "
            "factors had fewer than 7 days with or without it."
        )
    ]


def test_no_line_says_that_something_causes_pain_or_what_to_do() -> None:
    contrasts = [contrast(kind, "word", 0.5) for kind in FactorKind]
    text = " ".join(associations_lines(Associations(FIRST, TODAY, tuple(map(finding, contrasts)), tuple(contrasts))))
    assert not re.search(r"\b(caus(es?|ed|ing)|leads? to|should|avoid|try)\b", text, re.IGNORECASE)


def test_a_factor_in_a_few_words() -> None:
    texts = [factor_text(contrast(kind, "heat", 0.8).factor) for kind in FactorKind]
    assert texts == [
        "heat (trigger)",
        "heat (relief)",
        "heat (location)",
        "heat (medicine)",
        "day before: heat",
        "heat < 0.8 h",
        "day before: adherence < 80 %",
    ]


def test_the_tables_and_the_data_have_the_same_figures() -> None:
    slept = finding(contrast(FactorKind.HOURS, "sleep", 6.5, LIFTING), points=-0.04, adjusted_p=0.9)
    result = Associations(FIRST, TODAY, (slept,), (contrast(FactorKind.RELIEF, "heat"),), 1, 2, 3)
    before, together = associations_tables(result)
    name = "sleep < 6.5 h; day before: lifting (14 of 16 days the same)"
    assert (before.header, together.header) == (HEADER, NOTED_HEADER)
    assert before.rows == [(name, "5.4 (14)", "4.2 (41)", "+0.0", "−0.7 to +0.7", "1.1", "could well be chance")]
    assert together.rows == [("heat (relief)", "5.4 (14)", "4.2 (41)", "+1.2")]
    sides = {"with": {"days": 14, "mean": 5.4}, "without": {"days": 41, "mean": 4.2}}
    companion = {"factor": "trigger the day before", "word": "lifting", "median": None, "same": 14, "either": 16}
    assert json.loads(json.dumps(associations_data(result))) == {
        "first": "2026-10-11",
        "last": "2026-11-21",
        "tried": 1,
        "left_out": 1,
        "weekly": 3,
        "words_left_out": 2,
        "findings": [
            {
                "factor": "hours",
                "word": "sleep",
                "median": 6.5,
                **sides,
                "same_days": [companion],
                "difference": -0.04,
                "low": pytest.approx(-0.74),
                "high": pytest.approx(0.66),
                "seen_from": 1.1,
                "p": pytest.approx(0.894, abs=0.001),
                "adjusted_p": 0.9,
                "stands_out": False,
            }
        ],
        "noted": [{"factor": "relief", "word": "heat", "median": None, **sides, "same_days": []}],
    }
