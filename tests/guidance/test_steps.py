"""The steps of a dose, and their plain words."""

import pytest

from backjournal.guidance.steps import Kind, Step, steps_of
from backjournal.guidance.steps_text import action, line, place
from backjournal.model.doses import Dose, Sides

SHORT = {Kind.READY: "ready", Kind.HOLD: "hold", Kind.COUNT: "count", Kind.REST: "rest", Kind.CHANGE: "change"}
EACH_SIDE = Dose(sets=2, hold_seconds=20, sides=Sides.EACH)
HELD = Dose(sets=3, repetitions=10, hold_seconds=4, sides=Sides.EACH)


def compact(step: Step) -> str:
    """Return a step such as `hold4 2L3`: the third repetition of the left side of the second set, held for 4 s."""
    seconds = "" if step.seconds is None else step.seconds
    return f"{SHORT[step.kind]}{seconds} {step.set_number}{step.side[:1].upper()}{step.repetition}"


@pytest.mark.parametrize(
    ("dose", "steps"),
    [
        (Dose(repetitions=10), "ready3 11, count 11"),
        (Dose(breaths=8), "ready3 11, count 11"),
        (Dose(hold_seconds=30), "ready3 11, hold30 11"),
        (Dose(repetitions=2, hold_seconds=5), "ready3 11, hold5 11, rest2 12, hold5 12"),
        (
            Dose(repetitions=3, hold_seconds=5, rest_seconds=15),
            "ready3 11, hold5 11, rest15 12, hold5 12, rest15 13, hold5 13",
        ),
        (
            Dose(sets=2, repetitions=2, hold_seconds=4),
            "ready3 11, hold4 11, rest2 12, hold4 12, rest10 21, hold4 21, rest2 22, hold4 22",
        ),
        (
            Dose(sets=2, repetitions=2, hold_seconds=4, rest_seconds=60),
            "ready3 11, hold4 11, rest2 12, hold4 12, rest60 21, hold4 21, rest2 22, hold4 22",
        ),
        (Dose(sets=2, repetitions=8, rest_seconds=45), "ready3 11, count 11, rest45 21, count 21"),
        (
            EACH_SIDE,
            "ready3 1L1, hold20 1L1, change5 1R1, hold20 1R1, rest10 2L1, hold20 2L1, change5 2R1, hold20 2R1",
        ),
        (
            Dose(sets=2, hold_seconds=20, rest_seconds=2, sides=Sides.EACH),
            "ready3 1L1, hold20 1L1, change5 1R1, hold20 1R1, rest5 2L1, hold20 2L1, change5 2R1, hold20 2R1",
        ),
        (Dose(repetitions=8, sides=Sides.EACH), "ready3 1L1, count 1L1, change5 1R1, count 1R1"),
        (
            Dose(repetitions=2, hold_seconds=3, rest_seconds=9, sides=Sides.EACH),
            "ready3 1L1, hold3 1L1, rest9 1L2, hold3 1L2, change5 1R1, hold3 1R1, rest9 1R2, hold3 1R2",
        ),
        (
            Dose(sets=2, hold_seconds=20, rest_seconds=2, sides=Sides.LEFT),
            "ready3 1L1, hold20 1L1, rest2 2L1, hold20 2L1",
        ),
        (Dose(breaths=3, times_a_day=2, sides=Sides.RIGHT), "ready3 1R1, count 1R1"),
    ],
    ids=str,
)
def test_a_dose_makes_steps(dose: Dose, steps: str) -> None:
    assert ", ".join(map(compact, steps_of(dose))) == steps


def test_two_sets_of_ten_holds_are_twenty_with_one_pause_between_any_two() -> None:
    steps = steps_of(Dose(sets=2, repetitions=10, hold_seconds=4))
    assert [step.is_move for step in steps] == [False, True] * 20
    assert [step.seconds for step in steps[2::2]] == [2] * 9 + [10] + [2] * 9
    assert {(step.sets, step.repetitions) for step in steps} == {(2, 10)}


@pytest.mark.parametrize("dose", [Dose(minutes=30), Dose(distance_m=800)])
def test_minutes_and_distances_have_no_steps(dose: Dose) -> None:
    with pytest.raises(ValueError, match="is not made of sets"):
        steps_of(dose)


@pytest.mark.parametrize(
    ("dose", "number", "does", "where", "in_one_line"),
    [
        (HELD, 0, "Get ready", "Set 1 of 3, left, 1 of 10", "Get ready, 3 s"),
        (HELD, 7, "Hold", "Set 1 of 3, left, 4 of 10", "Hold 4 s: set 1 of 3, left, 4 of 10"),
        (HELD, 8, "Rest", "Set 1 of 3, left, 5 of 10", "Rest 2 s"),
        (HELD, 20, "Change to the right side", "Set 1 of 3, right, 1 of 10", "Change to the right side, 5 s"),
        (HELD, 40, "Rest, then the left side", "Set 2 of 3, left, 1 of 10", "Rest 10 s, then the left side"),
        (EACH_SIDE, 1, "Hold", "Set 1 of 2, left", "Hold 20 s: set 1 of 2, left"),
        (Dose(hold_seconds=30), 1, "Hold", "", "Hold 30 s"),
        (Dose(repetitions=10, sides=Sides.LEFT), 1, "Repeat", "Left, 10 repetitions", "Left, 10 repetitions"),
        (Dose(sets=2, breaths=8), 1, "Breathe", "Set 1 of 2, 8 breaths", "Set 1 of 2, 8 breaths"),
        (Dose(sets=2, breaths=1), 2, "Rest", "Set 2 of 2, 1 breath", "Rest 10 s"),
        (Dose(sets=2, hold_seconds=9, sides=Sides.LEFT), 2, "Rest", "Set 2 of 2, left", "Rest 10 s"),
    ],
)
def test_a_step_in_plain_words(dose: Dose, number: int, does: str, where: str, in_one_line: str) -> None:
    step = steps_of(dose)[number]
    assert (action(dose, step), place(dose, step), line(dose, step)) == (does, where, in_one_line)


def test_what_is_counted_stands_only_in_the_step_that_counts() -> None:
    dose = Dose(sets=2, repetitions=10)
    ready, first, *_ = steps_of(dose)
    assert place(dose, first, 0) == "Set 1 of 2, 0 of 10 repetitions"
    assert place(dose, first, 4) == "Set 1 of 2, 4 of 10 repetitions"
    assert place(dose, ready, 0) == "Set 1 of 2, 10 repetitions"
    breathing = Dose(breaths=8)
    assert place(breathing, steps_of(breathing)[1], 3) == "3 of 8 breaths"
