"""The practices in the journal: one for each prescription and day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.practices import MOST, Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.store.store import Store
from tests.helpers.anything import ANY_DAY, SETS_DONE
from tests.helpers.values import BRIDGE, TODAY
from tests.helpers.words import ANY_TEXT


@pytest.fixture(scope="module")
def ticked(any_store: Store) -> Prescription:
    """Return a prescription that is ticked on any day."""
    return any_store.plan.prescribe(
        replace(BRIDGE.exercise, name="Ticked", id="ticked"), BRIDGE.dose, Schedule(), TODAY
    )


@given(
    ANY_DAY,
    st.sampled_from(Status),
    st.integers(0, MOST),
    st.none() | st.integers(0, 10),
    ANY_TEXT,
    st.lists(SETS_DONE, max_size=3).map(tuple),
)
def test_whatever_practice_the_model_accepts_is_kept_as_it_is(
    any_store: Store,
    ticked: Prescription,
    day: date,
    status: Status,
    amount: int,
    pain: int | None,
    text: str,
    sets: tuple[SetDone, ...],
) -> None:
    reason = f"r{text}" if status is Status.SKIPPED else ""
    practice = Practice(ticked.id, day, status, amount, pain, reason, text, sets)
    any_store.practices.save(practice, "practice")
    assert any_store.practices.of(ticked.id, day) == practice
    assert practice in any_store.practices.between(day, day)


def test_a_second_practice_of_a_day_changes_the_first(store: Store) -> None:
    first = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, Schedule(), TODAY)
    done = Practice(first.id, TODAY, Status.DONE, 1, 3, "", "easy")
    skipped = Practice(first.id, TODAY, Status.SKIPPED, reason="travel")
    store.practices.save(Practice(first.id, TODAY - timedelta(days=1), Status.DONE, 1), "tick")
    store.practices.save(done, "done")
    store.practices.save(skipped, "skipped")
    assert store.practices.between(TODAY, TODAY) == (skipped,)
    assert len(store.practices.between(date.min, date.max)) == 2
    store.practices.clear(first.id, TODAY, "cleared")
    assert store.practices.between(TODAY, TODAY) == ()
    store.practices.save(done, "done again")
    assert store.practices.between(TODAY, TODAY) == (done,)
