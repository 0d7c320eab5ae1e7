"""Outcome measures: how they are defined, which values they accept, and how values are typed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.measures import Measure, MeasureKind, Result, Score, Threshold, ThresholdKind, own_measure
from backjournal.model.scores import check_scores, parse_score, parse_scores
from tests.helpers.values import TODAY, refused

BY_ID = {measure.id: measure for measure in measure_library()}
REACH, RMDQ, BRIDGE, PEG = (BY_ID[key] for key in ("fingertip-to-floor", "rmdq-24", "side-bridge", "peg-style"))
PSFS = replace(BY_ID["psfs"], parts=("Put on socks", "Sit at work", "Sleep"))
WALK = own_measure("w", "Walk round the block", "min", 0, None, Better.LOWER)
BALANCE = own_measure("b", "Balance", "", -10.5, 10, Better.HIGHER, threshold=1.5)


def own(**values: Any) -> Measure:
    given: dict[str, Any] = {"name": "Walk", "unit": "min", "low": 0, "high": None, "better": Better.LOWER}
    return own_measure("w", **(given | values))


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"name": " \x1b "}, "name", "the name of a measure has 1 to 80 characters"),
        ({"name": "n" * 81}, "name", "the name of a measure has 1 to 80 characters"),
        ({"unit": "u" * 21}, "unit", "the unit has 21 characters: 20 at most"),
        ({"low": float("nan")}, "low", "the lowest value lies between -100000 and 100000"),
        ({"low": -100_001}, "low", "the lowest value lies between -100000 and 100000"),
        ({"low": 5, "high": 5}, "high", "the highest value lies above the lowest, 5, up to 100000"),
        ({"high": float("inf")}, "high", "the highest value lies above the lowest, 0, up to 100000"),
        ({"threshold": -1}, "threshold", "a meaningful change is a number above 0 that the range has room for"),
        ({"threshold": 11, "high": 10}, "threshold", "a meaningful change is a number above 0 that the range has"),
        ({"threshold": float("nan")}, "threshold", "a meaningful change is a number above 0 that the range has"),
        ({"every_weeks": 3}, "every_weeks", "a measure is asked for every week, every 2 or every 4 weeks, or never"),
    ],
)
def test_an_impossible_measure_is_refused_at_its_field(values: dict[str, Any], field: str, message: str) -> None:
    refusal = refused(lambda: own(**values))
    assert (refusal.field, str(refusal)[: len(message)]) == (field, message)


def test_a_range_may_reach_to_the_largest_numbers() -> None:
    assert (own(low=-100_000, high=100_000).low, own(low=-100_000, high=100_000).high) == (-100_000, 100_000)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("Walk", "Sit"), "give 3 to 5 activities of your own"),
        (tuple("abcdef"), "give 3 to 5 activities of your own"),
        (("Walk", "Sit", "walk "), "an activity stands there twice: write each once"),
        (("Walk", "Sit", " \n"), "an activity has 1 to 80 characters"),
        (("Walk", "Sit", "s" * 81), "an activity has 1 to 80 characters"),
    ],
)
def test_activities_are_three_to_five_different_ones(parts: tuple[str, ...], message: str) -> None:
    refusal = refused(lambda: replace(PSFS, parts=parts))
    assert (refusal.field, str(refusal)) == ("parts", message)


def test_texts_become_clean_lines_and_a_threshold_of_ones_own_says_so() -> None:
    assert (own(name=" Walk\n\x1b[2J far ").name, own(unit=" m\t").unit) == ("Walk [2J far", "m")
    assert BALANCE.threshold == Threshold(1.5, source="your own", kind=ThresholdKind.OWN)
    assert WALK.threshold == Threshold()
    assert WALK.kind is MeasureKind.NUMBER
    assert Score(1, " left\nside ").part == "left side"


@pytest.mark.parametrize(
    ("measure", "text", "value"),
    [
        (REACH, "12,5", 12.5),
        (REACH, " 12.5 ", 12.5),
        (REACH, "12", 12),
        (REACH, "0", 0),
        (REACH, "100000", 100_000),
        (RMDQ, "24", 24),
        (RMDQ, "7.0", 7),
        (BRIDGE, "0031", 31),
        (BALANCE, "-10,5", -10.5),
        (PEG, "-0", 0),
    ],
)
def test_a_score_is_read_as_it_is_typed(measure: Measure, text: str, value: float) -> None:
    assert str(parse_score(measure, text)) == str(float(value))


@pytest.mark.parametrize(
    ("measure", "text", "place", "message"),
    [
        (RMDQ, "25", 0, "RMDQ-24: '25' is not a whole number from 0 to 24"),
        (RMDQ, "-1", 0, "RMDQ-24: '-1' is not a whole number from 0 to 24"),
        (RMDQ, "7,5", 0, "RMDQ-24: '7,5' is not a whole number from 0 to 24"),
        (BY_ID["tsk-11"], "10", 0, "TSK-11: '10' is not a whole number from 11 to 44"),
        (BRIDGE, "soon", 1, "right side: 'soon' is not a whole number from 0 to 100000"),
        (BRIDGE, "100001", 0, "left side: '100001' is not a whole number from 0 to 100000"),
        (PSFS, " ", 2, "Sleep: nothing is typed: give a whole number from 0 to 10"),
        (REACH, "12.55", 0, "Fingertip to floor: '12.55' is not a number such as 12 or 12.5 from 0 to 100000"),
        (REACH, "1e2", 0, "Fingertip to floor: '1e2' is not a number such as 12 or 12.5 from 0 to 100000"),
        (REACH, "١٢", 0, "Fingertip to floor: '١٢' is not a number such as 12 or 12.5 from 0 to 100000"),
        (REACH, "nan", 0, "Fingertip to floor: 'nan' is not a number such as 12 or 12.5 from 0 to 100000"),
        (BALANCE, "-10.6", 0, "Balance: '-10.6' is not a number such as 12 or 12.5 from -10.5 to 10"),
        (PEG, "11", 0, f"{PEG.parts[0]}: '11' is not a whole number from 0 to 10"),
    ],
)
def test_an_invalid_score_is_refused_with_its_part(measure: Measure, text: str, place: int, message: str) -> None:
    refusal = refused(lambda: parse_score(measure, text, place))
    assert (refusal.field, str(refusal)) == (str(place), message)


def test_every_part_takes_a_value() -> None:
    assert parse_scores(BRIDGE, ["31", "28"]) == (Score(31, "left side"), Score(28, "right side"))
    assert parse_scores(REACH, ["12,5"]) == (Score(12.5),)


@pytest.mark.parametrize(
    ("measure", "texts", "field", "message"),
    [
        (BRIDGE, ["31"], "1", "Side bridge hold takes 2 values (left side, right side), not 1"),
        (BRIDGE, ["1", "2", "3"], "1", "Side bridge hold takes 2 values (left side, right side), not 3"),
        (REACH, [], "0", "Fingertip to floor takes 1 value, not 0"),
        (BRIDGE, ["31", "x"], "1", "right side: 'x' is not a whole number from 0 to 100000"),
    ],
)
def test_missing_values_and_too_many_are_refused(measure: Measure, texts: list[str], field: str, message: str) -> None:
    refusal = refused(lambda: parse_scores(measure, texts))
    assert (refusal.field, str(refusal)) == (field, message)


@pytest.mark.parametrize(
    ("measure", "values", "field"),
    [
        (RMDQ, [24.5], "0"),
        (RMDQ, [float("nan")], "0"),
        (REACH, [float("inf")], "0"),
        (REACH, [-0.1], "0"),
        (BRIDGE, [3, 4.5], "1"),
        (BRIDGE, [3], "1"),
        (PEG, [1, 2, 3, 4], "2"),
        (PSFS, [1, 2], "2"),
        (PSFS, [1, 2, 3, 4, 5, 6], "4"),
    ],
)
def test_a_measure_does_not_take_what_nobody_could_type(measure: Measure, values: list[float], field: str) -> None:
    assert refused(lambda: check_scores(measure, [Score(value) for value in values])).field == field


def test_a_measure_takes_its_ends_and_activities_of_another_number() -> None:
    check_scores(RMDQ, [Score(0)])
    check_scores(RMDQ, [Score(24)])
    check_scores(BALANCE, [Score(-10.5)])
    check_scores(PSFS, [Score(value, "once") for value in (1, 2, 3, 4)])


def test_a_result_is_the_mean_of_its_scores_on_a_day_that_can_be() -> None:
    scores = (Score(3), Score(4), Score(4))
    result = Result("r", "peg-style", TODAY, scores, " better\x1b ")
    assert (result.value, result.note) == (11 / 3, "better")
    assert refused(lambda: replace(result, scores=())).field == "scores"
    assert refused(lambda: replace(result, day=date(1066, 10, 14))).field == "day"
    assert refused(lambda: replace(result, note="n" * 20_001)).field == "note"
