"""The next larger and smaller doses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import LIMITS, Dose, Sides
from backjournal.plan.dose_steps import larger_doses, smaller_doses


@pytest.mark.parametrize(
    ("dose", "larger"),
    [
        (Dose(repetitions=5), [Dose(repetitions=6), Dose(repetitions=7)]),
        (Dose(repetitions=199, sets=2), [Dose(repetitions=200, sets=2)]),
        (Dose(repetitions=200), []),
        (
            Dose(repetitions=5, hold_seconds=4, rest_seconds=9, times_a_day=2, sides=Sides.EACH),
            [
                Dose(repetitions=more, hold_seconds=4, rest_seconds=9, times_a_day=2, sides=Sides.EACH)
                for more in (6, 7)
            ],
        ),
        (Dose(breaths=8), [Dose(breaths=9), Dose(breaths=10)]),
        (Dose(sets=2, hold_seconds=20), [Dose(sets=3, hold_seconds=20), Dose(sets=4, hold_seconds=20)]),
        (Dose(sets=20, hold_seconds=20), []),
        (Dose(minutes=20), []),
        (Dose(distance_m=800), []),
    ],
)
def test_a_larger_dose_has_1_or_2_repetitions_more(dose: Dose, larger: list[Dose]) -> None:
    assert list(larger_doses(dose)) == larger


@pytest.mark.parametrize(
    ("dose", "before", "smaller"),
    [
        (Dose(repetitions=5), None, Dose(repetitions=4)),
        (Dose(repetitions=1), None, None),
        (Dose(breaths=8), None, Dose(breaths=7)),
        (Dose(sets=2, hold_seconds=20), None, Dose(sets=1, hold_seconds=20)),
        (Dose(hold_seconds=20), None, None),
        (Dose(minutes=20), None, None),
        # The dose before, if it was smaller.
        (Dose(minutes=20), Dose(minutes=15), Dose(minutes=15)),
        (Dose(minutes=20), Dose(minutes=10, times_a_day=2), None),
        (Dose(minutes=20), Dose(minutes=25), None),
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
        (Dose(minutes=20), Dose(distance_m=10), None),
    ],
)
def test_a_smaller_dose_is_one_step_back(dose: Dose, before: Dose | None, smaller: Dose | None) -> None:
    assert smaller_doses(dose, before) == (() if smaller is None else (smaller,))


DOSES = st.one_of(
    st.builds(Dose, sets=st.integers(1, 20), repetitions=st.integers(1, 200), sides=st.sampled_from(Sides)),
    st.builds(Dose, sets=st.integers(1, 20), breaths=st.integers(1, 100)),
    st.builds(Dose, sets=st.integers(1, 20), hold_seconds=st.integers(1, 600), rest_seconds=st.integers(1, 600)),
    st.builds(Dose, minutes=st.integers(1, 120), times_a_day=st.integers(1, 12)),
)


@given(DOSES, DOSES)
def test_a_step_changes_one_number_and_stays_within_the_limits(dose: Dose, before: Dose) -> None:
    for other in (*larger_doses(dose), *smaller_doses(dose, None)):
        [field] = [name for name in LIMITS if getattr(other, name) != getattr(dose, name)]
        assert abs(getattr(other, field) - getattr(dose, field)) in (1, 2)
        assert other.sides is dose.sides
    assert smaller_doses(dose, before) in ((before,), smaller_doses(dose, None))
    assert not (smaller_doses(dose, before) == (before,) and smaller_doses(before, dose) == (dose,)) or before == dose
