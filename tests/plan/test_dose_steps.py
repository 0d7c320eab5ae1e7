"""The next larger and smaller doses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose, Sides
from backjournal.plan.dose_steps import larger_doses, smaller_doses, source_of_step
from backjournal.plan.workload import prescribed_amount


@pytest.mark.parametrize(
    ("dose", "larger"),
    [
        (Dose(repetitions=5), [Dose(repetitions=6), Dose(repetitions=7)]),
        (
            Dose(repetitions=5, hold_seconds=4, rest_seconds=9, times_a_day=2, sides=Sides.EACH),
            [
                Dose(repetitions=more, hold_seconds=4, rest_seconds=9, times_a_day=2, sides=Sides.EACH)
                for more in (6, 7)
            ],
        ),
        (Dose(breaths=8), [Dose(breaths=9), Dose(breaths=10)]),
        # Never twice as much.
        (Dose(repetitions=3), [Dose(repetitions=4), Dose(repetitions=5)]),
        (Dose(repetitions=2), [Dose(repetitions=3)]),
        (Dose(repetitions=1), []),
        (Dose(minutes=1), []),
        (Dose(hold_seconds=1), []),
        # A hold gets longer by a tenth, also one of a single repetition.
        (Dose(sets=2, hold_seconds=20), [Dose(sets=2, hold_seconds=22)]),
        (Dose(hold_seconds=5), [Dose(hold_seconds=6)]),
        (Dose(repetitions=1, hold_seconds=30), [Dose(repetitions=1, hold_seconds=33)]),
        (Dose(sets=2, hold_seconds=57), [Dose(sets=2, hold_seconds=60)]),
        # At the top of a set, another set, and shorter ones.
        (Dose(sets=2, repetitions=14), [Dose(sets=2, repetitions=15)]),
        (Dose(repetitions=15), [Dose(sets=2, repetitions=8)]),
        (Dose(sets=2, repetitions=15), [Dose(sets=3, repetitions=11)]),
        (Dose(sets=2, repetitions=40), [Dose(sets=3, repetitions=27)]),
        (Dose(sets=2, hold_seconds=60), [Dose(sets=3, hold_seconds=41)]),
        (Dose(sets=2, breaths=15), [Dose(sets=3, breaths=11)]),
        (Dose(sets=3, repetitions=1), [Dose(sets=4, repetitions=1)]),
        (Dose(sets=20, repetitions=15), []),
        (Dose(minutes=20), [Dose(minutes=22)]),
        (Dose(minutes=5, times_a_day=2), [Dose(minutes=6, times_a_day=2)]),
        (Dose(minutes=600), []),
        (Dose(minutes=120, times_a_day=12), []),
        (Dose(distance_m=800), [Dose(distance_m=880)]),
    ],
)
def test_a_larger_dose_is_a_small_step(dose: Dose, larger: list[Dose]) -> None:
    assert list(larger_doses(dose)) == larger


@pytest.mark.parametrize(
    ("dose", "aim", "larger"),
    [
        (Dose(minutes=27), Dose(minutes=30), [Dose(minutes=30)]),
        (Dose(minutes=28), Dose(minutes=30), [Dose(minutes=30)]),
        (Dose(minutes=30), Dose(minutes=30), []),
        (Dose(minutes=45), Dose(minutes=30), []),
        (Dose(minutes=14, times_a_day=2), Dose(minutes=30), [Dose(minutes=15, times_a_day=2)]),
        (Dose(distance_m=2000), Dose(minutes=30), [Dose(distance_m=2200)]),
        (Dose(breaths=9), Dose(breaths=10), [Dose(breaths=10)]),
        (Dose(breaths=10), Dose(breaths=10), []),
        # As many as 30 a day, in one set or in several.
        (Dose(repetitions=15, hold_seconds=5), Dose(repetitions=30), [Dose(sets=2, repetitions=8, hold_seconds=5)]),
        (Dose(sets=2, repetitions=14), Dose(repetitions=30), [Dose(sets=2, repetitions=15)]),
        (Dose(sets=2, repetitions=15), Dose(repetitions=30), []),
    ],
)
def test_a_dose_grows_up_to_its_aim(dose: Dose, aim: Dose, larger: list[Dose]) -> None:
    assert list(larger_doses(dose, aim)) == larger


@pytest.mark.parametrize(
    ("dose", "source"),
    [
        (Dose(sets=2, repetitions=10), "NHS inform: add 1–2 repetitions every few days"),
        (Dose(breaths=8), "NHS inform: add 1–2 repetitions every few days"),
        (Dose(minutes=20), "our own rule of thumb: about 10 % more"),
        (Dose(hold_seconds=20), "our own rule of thumb: about 10 % more"),
        (Dose(distance_m=800), "our own rule of thumb: about 10 % more"),
        (
            Dose(repetitions=15),
            "our own rule of thumb: another set once a set has 15 repetitions or is held for 60 seconds",
        ),
    ],
)
def test_a_step_names_its_source(dose: Dose, source: str) -> None:
    assert source_of_step(dose, larger_doses(dose)[0]) == source


@pytest.mark.parametrize(
    ("dose", "before", "smaller"),
    [
        (Dose(repetitions=5), None, Dose(repetitions=4)),
        (Dose(repetitions=1), None, None),
        (Dose(breaths=8), None, Dose(breaths=7)),
        (Dose(sets=2, repetitions=1), None, Dose(sets=1, repetitions=1)),
        (Dose(sets=2, hold_seconds=20), None, Dose(sets=2, hold_seconds=18)),
        (Dose(hold_seconds=20), None, Dose(hold_seconds=18)),
        (Dose(hold_seconds=1), None, None),
        (Dose(minutes=20), None, Dose(minutes=18)),
        (Dose(distance_m=800), None, Dose(distance_m=720)),
        # The dose before, if it was smaller.
        (Dose(minutes=20), Dose(minutes=15), Dose(minutes=15)),
        (Dose(minutes=20), Dose(minutes=10, times_a_day=2), Dose(minutes=18)),
        (Dose(minutes=20), Dose(minutes=25), Dose(minutes=18)),
        (Dose(repetitions=10), Dose(repetitions=8), Dose(repetitions=8)),
        (Dose(repetitions=10), Dose(repetitions=12), Dose(repetitions=9)),
        (Dose(repetitions=10), Dose(sets=2, repetitions=8), Dose(repetitions=9)),
        (
            Dose(repetitions=10, hold_seconds=5),
            Dose(repetitions=10, hold_seconds=3),
            Dose(repetitions=10, hold_seconds=3),
        ),
        (Dose(hold_seconds=30), Dose(hold_seconds=20), Dose(hold_seconds=20)),
        (Dose(repetitions=8, sides=Sides.EACH), Dose(repetitions=8), Dose(repetitions=8)),
        # What counts something else is neither smaller nor larger.
        (Dose(repetitions=10), Dose(breaths=3), Dose(repetitions=9)),
        (Dose(repetitions=10), Dose(repetitions=4, hold_seconds=9), Dose(repetitions=9)),
        (Dose(repetitions=10, hold_seconds=4), Dose(repetitions=12), Dose(repetitions=9, hold_seconds=4)),
        (Dose(minutes=20), Dose(distance_m=10), Dose(minutes=18)),
    ],
)
def test_a_smaller_dose_is_one_step_back(dose: Dose, before: Dose | None, smaller: Dose | None) -> None:
    assert smaller_doses(dose, before) == (() if smaller is None else (smaller,))


DOSES = st.one_of(
    st.builds(Dose, sets=st.integers(1, 20), repetitions=st.integers(1, 200), sides=st.sampled_from(Sides)),
    st.builds(Dose, sets=st.integers(1, 20), breaths=st.integers(1, 100)),
    st.builds(Dose, sets=st.integers(1, 20), hold_seconds=st.integers(1, 600), rest_seconds=st.integers(1, 600)),
    st.builds(Dose, minutes=st.integers(1, 120), times_a_day=st.integers(1, 12)),
    st.builds(Dose, distance_m=st.integers(1, 100_000)),
)


def whole(dose: Dose) -> int:
    """Return the amount of a day in the unit that grows, multiplied out."""
    number = dose.minutes or dose.distance_m or dose.breaths or (dose.repetitions or 1) * (dose.hold_seconds or 1)
    return dose.sets * number * dose.times_a_day


@given(DOSES, DOSES, st.one_of(st.none(), DOSES))
def test_a_larger_dose_is_never_twice_as_much_and_a_smaller_one_is_smaller(
    dose: Dose, before: Dose, aim: Dose | None
) -> None:
    for larger in larger_doses(dose, aim):
        assert whole(dose) < whole(larger) < 2 * whole(dose)
        assert larger.sets - dose.sets in (0, 1)
        assert (larger.sides, larger.times_a_day) == (dose.sides, dose.times_a_day)
        same_unit = aim is not None and prescribed_amount(aim)[1] is prescribed_amount(larger)[1]
        assert not (same_unit and aim and prescribed_amount(larger)[0] > prescribed_amount(aim)[0])
    for smaller in smaller_doses(dose, None):
        assert whole(smaller) < whole(dose)
    assert smaller_doses(dose, before) in ((before,), smaller_doses(dose, None))
    assert not (smaller_doses(dose, before) == (before,) and smaller_doses(before, dose) == (dose,)) or before == dose
