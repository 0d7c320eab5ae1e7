"""What goes with better and worse days, in words, as a table and as data."""

import json
import re
from datetime import date
from typing import Any

import pytest

from backjournal.trends.associations import Associations, Finding
from backjournal.trends.chance import Difference
from backjournal.trends.change import Mean
from backjournal.trends.factors import Factor, FactorKind
from backjournal.views.associations import (
    FOLLOWS_PAIN,
    HEADER,
    HOW,
    associations_data,
    associations_lines,
    associations_table,
    factor_text,
    finding_line,
)
from tests.helpers.values import TODAY

FIRST = date(2026, 10, 11)


def finding(
    kind: FactorKind, word: str = "", median: float | None = None, points: float = 1.2, p: float = 0.0006, **values: Any
) -> Finding:
    given: dict[str, Any] = {"with_it": Mean(14, 5.4), "without": Mean(41, 4.2), "adjusted_p": 0.01, **values}
    return Finding(
        Factor(kind, word, {}, median), difference=Difference(points, points - 0.7, points + 0.7, p), **given
    )


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            finding(FactorKind.TRIGGER, "long sitting"),
            (
                "Pain was 1.2 higher on the 14 days with long sitting than on the 41 without (95 % interval 0.5 to 1.9 "
                "higher; p below 0.001; means 5.4 and 4.2): more than chance would often give."
            ),
        ),
        (
            finding(FactorKind.TRIGGER_BEFORE, "lifting", points=-0.3, p=0.0414, adjusted_p=0.2),
            (
                "Pain was 0.3 lower on the 14 days after one with lifting than on the 41 after one without (95 % "
                "interval 1.0 lower to 0.4 higher; p 0.041; means 5.4 and 4.2): could well be chance."
            ),
        ),
        (
            finding(FactorKind.MEDICINE, "ibuprofen", points=-1.2),
            (
                "Pain was 1.2 lower on the 14 days with ibuprofen (medicine) than on the 41 without (95 % interval 0.5 "
                "to 1.9 lower; p below 0.001; means 5.4 and 4.2): more than chance would often give."
            ),
        ),
        (
            finding(FactorKind.SLEEP, median=6.5, points=0.04, adjusted_p=0.9),
            (
                "Pain was about as high on the 14 days after sleep below 6.5 h, your median, as on the 41 others (95 % "
                "interval 0.7 lower to 0.7 higher; p below 0.001; means 5.4 and 4.2): could well be chance."
            ),
        ),
        (
            finding(FactorKind.ADHERENCE_BEFORE, median=0.8),
            (
                "Pain was 1.2 higher on the 14 days after a day with adherence below 80 %, your median, than on the 41 "
                "others (95 % interval 0.5 to 1.9 higher; p below 0.001; means 5.4 and 4.2): more than "
                "chance would often give."
            ),
        ),
    ],
)
def test_a_finding_in_a_sentence(found: Finding, line: str) -> None:
    assert finding_line(found) == line


def test_the_lines_say_how_many_were_tried_what_was_left_out_and_how_it_was_computed() -> None:
    sat, lifted = finding(FactorKind.TRIGGER, "long sitting"), finding(FactorKind.TRIGGER, "lifting", adjusted_p=0.3)
    result = Associations(FIRST, TODAY, (sat, lifted), 3)
    assert associations_lines(result) == [
        (
            "2 factors were tried, 2026-10-11 to 2026-11-21, each day against those around it: 1 stands out; 3 had "
            "fewer than 7 days with or without."
        ),
        finding_line(sat),
        finding_line(lifted),
        HOW,
    ]
    one = Associations(FIRST, TODAY, (finding(FactorKind.RELIEF, "heat", adjusted_p=0.3),))
    assert associations_lines(one)[0].startswith("1 factor was tried, ")
    assert associations_lines(one)[0].endswith(": none stands out.")
    assert associations_lines(one)[2:] == [FOLLOWS_PAIN, HOW]
    assert associations_lines(Associations(FIRST, TODAY, left_out=4)) == [
        "Nothing can be compared yet: it takes 7 days with a word and 7 without it."
    ]


def test_no_line_says_that_something_causes_pain_or_what_to_do() -> None:
    kinds = (finding(kind, "word", median=0.5) for kind in FactorKind)
    text = " ".join(associations_lines(Associations(FIRST, TODAY, tuple(kinds))))
    assert not re.search(r"\b(caus(es?|ed|ing)|leads? to|should|avoid|try)\b", text, re.IGNORECASE)


def test_a_factor_in_a_few_words() -> None:
    texts = [factor_text(finding(kind, "heat", median=0.8).factor) for kind in FactorKind]
    assert texts == [
        "heat (trigger)",
        "day before: heat",
        "heat (relief)",
        "heat (location)",
        "heat (medicine)",
        "sleep < 0.8 h",
        "day before: adherence < 80 %",
    ]


def test_the_table_and_the_data_have_the_same_figures() -> None:
    result = Associations(FIRST, TODAY, (finding(FactorKind.SLEEP, median=6.5, points=-0.04, adjusted_p=0.9),), 1)
    header, rows = associations_table(result)
    assert header == HEADER
    assert rows == [("sleep < 6.5 h", "5.4 (14)", "4.2 (41)", "+0.0", "−0.7 to +0.7", "could well be chance")]
    assert json.loads(json.dumps(associations_data(result))) == {
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
