"""Doses: what is accepted, how it reads, and what is refused."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.exchange.plan_text import dose_words
from backjournal.model.doses import LIMITS, Dose, Sides, distance, parse_distance, parse_number
from backjournal.model.practices import most_of
from tests.helpers.anything import doses
from tests.helpers.values import refused


@pytest.mark.parametrize(
    ("dose", "text", "target", "unit"),
    [
        (Dose(repetitions=10), "10 times", 1, "sets"),
        (Dose(repetitions=1), "1 time", 1, "sets"),
        (Dose(sets=2, repetitions=10), "2 × 10", 2, "sets"),
        (Dose(sets=2, repetitions=10, hold_seconds=4), "2 × 10, 4 s", 2, "sets"),
        (Dose(sets=2, repetitions=10, hold_seconds=4, rest_seconds=30), "2 × 10, 4 s, rest 30 s", 2, "sets"),
        (Dose(repetitions=2, hold_seconds=5, times_a_day=2), "2 × 5 s, twice a day", 2, "sets"),
        (Dose(hold_seconds=30), "30 s", 1, "sets"),
        (Dose(hold_seconds=30, sides=Sides.EACH), "30 s", 1, "sets"),
        (Dose(sets=2, hold_seconds=30), "2 × 30 s", 2, "sets"),
        (Dose(breaths=1), "1 breath", 1, "sets"),
        (Dose(breaths=8), "8 breaths", 1, "sets"),
        (Dose(sets=3, breaths=8, rest_seconds=5, times_a_day=3), "3 × 8 breaths, rest 5 s, 3 times a day", 9, "sets"),
        (Dose(minutes=30), "30 min", 30, "min"),
        (Dose(minutes=10, times_a_day=2), "10 min, twice a day", 20, "min"),
        (Dose(distance_m=800), "800 m", 800, "m"),
        (Dose(distance_m=1500, times_a_day=2), "1.5 km, twice a day", 3000, "m"),
    ],
)
def test_doses(dose: Dose, text: str, target: int, unit: str) -> None:
    assert str(dose) == text
    assert (dose.target, dose.unit) == (target, unit)
    assert dose.once * dose.times_a_day == target
    assert dose.in_sets is (unit == "sets")


def test_every_number_of_a_dose_has_a_limit_and_a_label() -> None:
    assert set(LIMITS) == set(Dose.__slots__) - {"sides"}
    assert {field: limit.label for field, limit in LIMITS.items() if limit.label != field} == {
        "hold_seconds": "hold",
        "rest_seconds": "rest",
        "distance_m": "distance",
        "times_a_day": "times a day",
    }


@given(doses())
def test_any_dose_reads_in_one_line_and_can_be_done_in_full(dose: Dose) -> None:
    assert str(dose).isprintable()
    assert dose_words(dose).endswith(dose.often)
    assert dose.sides.words in dose_words(dose)
    assert dose.target <= most_of(dose)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (Dose, "repetitions"),
        (lambda: Dose(sets=2), "repetitions"),
        (lambda: Dose(sets=2, rest_seconds=30), "repetitions"),
        (lambda: Dose(times_a_day=2, sides=Sides.EACH), "repetitions"),
        (lambda: Dose(minutes=10, breaths=3), "minutes"),
        (lambda: Dose(minutes=10, hold_seconds=3), "minutes"),
        (lambda: Dose(minutes=10, distance_m=800), "minutes"),
        (lambda: Dose(repetitions=10, breaths=3), "minutes"),
        (lambda: Dose(repetitions=10, distance_m=800), "minutes"),
        (lambda: Dose(breaths=8, hold_seconds=3), "minutes"),
        (lambda: Dose(breaths=8, distance_m=800), "minutes"),
        (lambda: Dose(sets=2, minutes=10), "sets"),
        (lambda: Dose(sets=2, distance_m=800), "sets"),
        (lambda: Dose(minutes=10, rest_seconds=5), "rest_seconds"),
        (lambda: Dose(distance_m=800, rest_seconds=5), "rest_seconds"),
        (lambda: Dose(minutes=121, times_a_day=12), "minutes"),
    ],
)
def test_a_dose_of_nothing_and_a_mixture_are_refused_at_their_field(make: Callable[[], object], field: str) -> None:
    assert refused(make).field == field


@pytest.mark.parametrize("field", LIMITS)
def test_every_number_of_a_dose_keeps_to_its_limits(field: str) -> None:
    limit = LIMITS[field]
    incomplete = field in ("sets", "rest_seconds", "times_a_day")
    dose: Callable[..., Dose] = partial(Dose, breaths=8) if incomplete else Dose
    for number in (1, limit.high):
        assert getattr(dose(**{field: number}), field) == number
    for number in (-1, 0, limit.high + 1):
        refusal = refused(partial(dose, **{field: number}))
        assert (refusal.field, str(refusal)) == (field, f"{limit.label}: {number} is not between 1 and {limit.high}")


def test_sides() -> None:
    texts = {side.value: (side.words, side.short, side.in_turn) for side in Sides}
    assert texts == {
        "both": ("", "   ", ("",)),
        "each": ("each side", "L R", ("left", "right")),
        "left": ("left side only", "L  ", ("left",)),
        "right": ("right side only", "  R", ("right",)),
    }


@pytest.mark.parametrize(
    ("metres", "text"),
    [(1, "1 m"), (999, "999 m"), (1000, "1 km"), (1500, "1.5 km"), (1001, "1.001 km"), (100_000, "100 km")],
)
def test_distances(metres: int, text: str) -> None:
    assert distance(metres) == text


@given(st.integers(1, LIMITS["distance_m"].high))
def test_a_distance_reads_back(metres: int) -> None:
    assert parse_distance("f", "distance", distance(metres)) == metres
    assert parse_number("distance_m", str(metres)) == metres


@pytest.mark.parametrize(
    ("typed", "metres"),
    [
        ("", None),
        (" ", None),
        ("800", 800),
        ("800m", 800),
        (" 800  M ", 800),
        ("1.5km", 1500),
        ("1,5 KM", 1500),
        ("0.25 km", 250),
        ("0.05 km", 50),
        ("2 km", 2000),
        ("100 km", 100_000),
    ],
)
def test_distances_as_typed(typed: str, metres: int | None) -> None:
    assert parse_number("distance_m", typed) == metres


@pytest.mark.parametrize(
    "typed",
    ["0", "0 km", "100001", "100.001 km", "1.5", "1.5 m", "-1", "1.2345 km", "far", "1 mile", "km", "1 2", "１"],
)
def test_what_is_no_distance_is_refused_with_what_was_typed(typed: str) -> None:
    refusal = refused(lambda: parse_number("distance_m", typed))
    assert refusal.field == "distance_m"
    assert str(refusal).startswith(f"distance: '{typed}' is not ")


@pytest.mark.parametrize(("typed", "number"), [("", None), (" ", None), ("1", 1), (" 600 ", 600)])
def test_numbers_as_typed(typed: str, number: int | None) -> None:
    assert parse_number("rest_seconds", typed) == number


@pytest.mark.parametrize("typed", ["0", "601", "30 s", "half", "-1", "1.5"])
def test_what_is_no_rest_is_refused_with_what_was_typed(typed: str) -> None:
    refusal = refused(lambda: parse_number("rest_seconds", typed))
    assert (refusal.field, str(refusal)) == ("rest_seconds", f"rest: '{typed}' is not a whole number from 1 to 600")
