"""The sets that were done: how they read, and the amount that they add up to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose, Sides
from backjournal.model.sets_done import SetDone, amount_of, parse_sets, sets_text, share_of
from tests.helpers.anything import SETS_DONE, doses
from tests.helpers.values import refused


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("10", SetDone(10)),
        ("1", SetDone(1)),
        ("20 s", SetDone(1, 20)),
        ("0 s", SetDone(1, 0)),
        ("10 × 4 s", SetDone(10, 4)),
        ("left 10 × 4 s", SetDone(10, 4, "left")),
        ("right 20 s", SetDone(1, 20, "right")),
        ("left 8", SetDone(8, side="left")),
        ("86400 s", SetDone(1, 86_400)),
    ],
)
def test_sets_as_text(text: str, known: SetDone) -> None:
    assert str(known) == text
    assert SetDone.parse(text) == known


@given(st.lists(SETS_DONE).map(tuple))
def test_any_sets_read_back(sets: tuple[SetDone, ...]) -> None:
    assert parse_sets(sets_text(sets)) == sets


@pytest.mark.parametrize(
    "text",
    ["", " ", "ten", "10×4 s", "10 x 4 s", "10 × s", "middle 10", "left", "left  10", "-1", "1.5", "０", "20 s left"],
)
def test_what_is_no_set_is_refused(text: str) -> None:
    refusal = refused(lambda: SetDone.parse(text))
    assert refusal.field == "sets"
    assert str(refusal).endswith("is no set: write 10, 20 s or left 10 × 4 s")


@pytest.mark.parametrize("known", ["0", "left 0 × 4 s", "86401 s"])
def test_a_set_of_nothing_and_one_that_never_ends_are_refused(known: str) -> None:
    assert str(refused(lambda: SetDone.parse(known))) == f"'{known}' is no set"


def test_a_side_that_is_none_is_refused() -> None:
    assert refused(lambda: SetDone(10, side="both")).field == "sets"


def test_sets_are_separated_by_semicolons() -> None:
    both = (SetDone(10, 4, "left"), SetDone(10, 4, "right"))
    assert sets_text(both) == "left 10 × 4 s; right 10 × 4 s"
    assert parse_sets("left 10 × 4 s;right 10 × 4 s ; ") == both
    assert parse_sets("") == ()
    assert sets_text(()) == ""
    assert refused(lambda: parse_sets("10; \x1bten")).field == "sets"


HELD = Dose(sets=2, repetitions=10, hold_seconds=4)
HELD_EACH = Dose(sets=2, repetitions=10, hold_seconds=4, sides=Sides.EACH)
PLANK = Dose(sets=2, hold_seconds=20, sides=Sides.LEFT)


@pytest.mark.parametrize(
    ("dose", "sets", "amount", "share"),
    [
        (HELD, "", 0, 0),
        (HELD, "10 × 4 s", 1, 1 / 2),
        (HELD, "10 × 4 s; 10 × 4 s", 2, 1),
        (HELD, "12 × 5 s; 10 × 4 s; 10 × 4 s", 3, 1),
        (HELD, "5 × 4 s", 0, 1 / 4),
        (HELD, "10 × 4 s; 5 × 4 s", 1, 3 / 4),
        (HELD, "10 × 2 s", 0, 1 / 4),  # repetitions that were held half as long
        (HELD, "5 × 2 s", 0, 1 / 8),
        (HELD, "10", 1, 1 / 2),  # counted without a clock
        (HELD, "10 × 0 s", 0, 0),
        (HELD, "5 × 4 s; 5 × 4 s", 0, 1 / 2),  # two halves are no set in full
        (HELD_EACH, "left 10 × 4 s", 0, 1 / 4),
        (HELD_EACH, "left 10 × 4 s; left 10 × 4 s", 0, 1 / 2),
        (HELD_EACH, "left 10 × 4 s; left 10 × 4 s; left 10 × 4 s", 0, 1 / 2),  # one side does not make up for the other
        (HELD_EACH, "left 10 × 4 s; right 10 × 4 s", 1, 1 / 2),
        (HELD_EACH, "left 10 × 4 s; right 5 × 4 s", 0, 3 / 8),
        (HELD_EACH, "left 10 × 4 s; right 10 × 4 s; left 10 × 4 s; right 10 × 4 s", 2, 1),
        (PLANK, "left 20 s", 1, 1 / 2),
        (PLANK, "left 20 s; left 25 s", 2, 1),
        (PLANK, "right 20 s; right 20 s", 0, 0),  # the wrong side
        (PLANK, "left 5 s", 0, 1 / 8),
        (Dose(repetitions=10), "10", 1, 1),
        (Dose(repetitions=10), "9", 0, 0.9),
        (Dose(repetitions=10, times_a_day=2), "10", 1, 1 / 2),
        (Dose(repetitions=10, times_a_day=2), "10; 10", 2, 1),
        (Dose(breaths=8), "8", 1, 1),
        (Dose(breaths=8), "2", 0, 1 / 4),
        (Dose(minutes=30), "", 0, 0),
        (Dose(minutes=30), "1800 s", 30, 1),
        (Dose(minutes=30), "900 s; 900 s", 30, 1),
        (Dose(minutes=30), "90 s", 2, 1 / 20),  # the amount to the nearest minute, the share to the second
        (Dose(minutes=30), "29 s", 0, 29 / 1800),
        (Dose(minutes=30), "3600 s", 60, 1),
        (Dose(minutes=10, times_a_day=2), "600 s", 10, 1 / 2),
        (Dose(minutes=10), "3", 0, 0),  # a count has no time
        (Dose(distance_m=800), "", 0, 0),
        (Dose(distance_m=800), "600 s", 800, 1),
        (Dose(distance_m=800, times_a_day=2), "600 s", 800, 1 / 2),
    ],
)
def test_what_sets_amount_to(dose: Dose, sets: str, amount: int, share: float) -> None:
    assert amount_of(dose, parse_sets(sets)) == amount
    assert share_of(dose, parse_sets(sets)) == pytest.approx(share)


@given(doses(), st.lists(SETS_DONE, max_size=8), SETS_DONE)
def test_one_more_set_never_makes_less(dose: Dose, sets: list[SetDone], another: SetDone) -> None:
    assert 0 <= share_of(dose, sets) <= share_of(dose, [*sets, another]) <= 1
    assert 0 <= amount_of(dose, sets) <= amount_of(dose, [*sets, another])


@given(doses().filter(lambda dose: dose.in_sets), st.data())
def test_the_whole_dose_set_by_set_is_the_whole_dose(dose: Dose, data: st.DataObject) -> None:
    of_a_side = SetDone(dose.repetitions or dose.breaths or 1, dose.hold_seconds)
    sets = [
        SetDone(of_a_side.repetitions, of_a_side.hold_seconds, side)
        for side in dose.sides.in_turn
        for _ in range(dose.target)
    ]
    assert amount_of(dose, sets) == dose.target
    assert share_of(dose, sets) == 1
    without_one = sets[:]
    without_one.pop(data.draw(st.integers(0, len(sets) - 1)))
    assert amount_of(dose, without_one) == dose.target - 1
    assert share_of(dose, without_one) < 1
