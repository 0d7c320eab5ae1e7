"""The outcome measures of the library: each figure is the one of its source, and the wording is ours."""

import re

import pytest

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.measures import Measure, MeasureKind, Threshold, ThresholdKind

LOWER, HIGHER = Better.LOWER, Better.HIGHER
MDC = ThresholdKind.MDC
PSEQ_MIC = (
    "People with chronic low back pain call 5.5 to 8.5 points worthwhile (MIC, Dubé 2021), "
    "which is less than that error."
)
NORMS = "75 healthy young people, no norms for patients"

# From the evidence: range, direction, threshold with its source; the others compare with earlier results only.
FACTS = {
    "peg-style": ("questions", "points", 0, 10, LOWER, Threshold(1, source="Krebs 2009; Reed 2023"), 1),
    "psfs": (
        *("activities", "points", 0, 10, HIGHER),
        *(Threshold(2, of_part=3, source="Stratford's form; JOSPT 2014, MDC90", kind=MDC), 2),
    ),
    "rmdq-24": ("score", "points", 0, 24, LOWER, Threshold(5, 0.3, source="Ostelo 2008"), 4),
    "odi": ("score", "points", 0, 100, LOWER, Threshold(10, 0.3, source="Ostelo 2008"), 4),
    "pseq": (
        "score",
        "points",
        0,
        60,
        HIGHER,
        Threshold(11.5, source="Dubé 2021, MDC95", kind=MDC, beside=PSEQ_MIC),
        4,
    ),
    "tsk-11": ("score", "points", 11, 44, LOWER, Threshold(5.6, source="Hapidou 2012, MDC90", kind=MDC), 4),
    "ears": ("score", "points", 0, 24, HIGHER, Threshold(5.5, source="BMC Musculoskeletal Disorders 2020"), 4),
    "fingertip-to-floor": ("number", "cm", 0, None, LOWER, Threshold(4.5, source="Ekedahl 2012, MDC", kind=MDC), 4),
    "chair-stand": ("count", "repetitions", 0, None, HIGHER, Threshold(), 4),
    "side-bridge": ("hold", "seconds", 0, None, HIGHER, Threshold(), 4),
    "front-plank": ("hold", "seconds", 0, None, HIGHER, Threshold(), 4),
    "back-extension": ("hold", "seconds", 0, None, HIGHER, Threshold(), 4),
}
MEASURES = measure_library()
each_measure = pytest.mark.parametrize("measure", MEASURES, ids=[measure.id for measure in MEASURES])


def measures_of(*kinds: MeasureKind) -> list[Measure]:
    return [measure for measure in MEASURES if measure.kind in kinds]


def test_ranges_directions_thresholds_and_sources_are_those_of_the_evidence() -> None:
    assert {
        each.id: (each.kind, each.unit, each.low, each.high, each.better, each.threshold, each.every_weeks)
        for each in MEASURES
    } == FACTS
    assert not any(measure.own for measure in MEASURES)


@each_measure
def test_a_measure_says_how_to_take_it_the_same_way_each_time_and_where_it_comes_from(measure: Measure) -> None:
    sentences = re.split(r"(?<=[.!?])\s+", measure.how_to)
    assert 2 <= len(sentences) <= 5
    assert all(sentence.endswith(".") and len(sentence) < 160 for sentence in sentences)
    assert measure.source


def test_a_licensed_form_is_filled_in_at_the_clinic_and_its_total_typed_here() -> None:
    for measure in measures_of(MeasureKind.SCORE):
        total = f"Fill the form in at the clinic, and type its total here: {measure.low} to {measure.high}."
        assert measure.how_to.endswith(total)
        assert measure.source.endswith("score entry only")
        assert measure.parts == ()


def test_a_test_of_the_body_says_when_to_stop_and_has_no_norm() -> None:
    for measure in measures_of(MeasureKind.NUMBER, MeasureKind.COUNT, MeasureKind.HOLD):
        assert "top on new or worse pain" in measure.caution
    for measure in measures_of(MeasureKind.HOLD):
        assert "McGill 1999" in measure.source
        assert NORMS in measure.source
        assert measure.source.endswith("compare with yourself only")
    text = " ".join(f"{measure.how_to} {measure.caution} {measure.source}" for measure in MEASURES)
    assert not re.search(r"Schober|S[øo]rensen|ratio", text), "not verified"


def test_the_parts_and_the_times_are_those_of_the_measure() -> None:
    by_id = {measure.id: measure for measure in MEASURES}
    assert len(by_id["peg-style"].parts) == 3
    assert by_id["psfs"].parts == (), "the activities are the person's own"
    assert by_id["side-bridge"].parts == ("left side", "right side")
    assert {measure.id: measure.seconds for measure in MEASURES if measure.seconds} == {"chair-stand": 30}
    assert {measure.id for measure in MEASURES if measure.decimals} == {
        *("peg-style", "psfs", "fingertip-to-floor", "side-bridge"),
    }


def test_names_are_told_apart_by_their_beginning() -> None:
    names = [measure.name.casefold() for measure in MEASURES]
    assert not [name for name in names for other in names if name != other and other.startswith(name)]
    assert len(set(names)) == len(names)
