"""Strong pain in a journal, the time before, and taking an exercise out of the plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from backjournal.journal.stopping import stop_exercise
from backjournal.journal.strong_pain import strong_pain
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.values import BRIDGE, TODAY, WALKING

EIGHT = Dose(repetitions=8)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def bridge(store: Store) -> Prescription:
    return store.plan.prescribe(BRIDGE.exercise, EIGHT, Schedule(), ago(20))


def noted(store: Store, prescription: Prescription, days: int, pain: int | None) -> None:
    store.practices.save(Practice(prescription.id, ago(days), Status.DONE, 1, pain), "")


def before(store: Store, pain: int = 8) -> tuple[date, int] | None:
    """Return the time before that is told with a pain noted today."""
    found = strong_pain(store, BRIDGE.exercise, TODAY, pain)
    assert found
    return found.before


def test_the_limit_of_the_person_decides(store: Store) -> None:
    bridge(store)
    assert strong_pain(store, BRIDGE.exercise, TODAY, None) is None
    assert strong_pain(store, BRIDGE.exercise, TODAY, 7) is None
    found = strong_pain(store, BRIDGE.exercise, TODAY, 8)
    assert found
    assert (found.pain, found.pain_limit, found.today, found.before) == (8, 3, True, None)
    store.settings.save(replace(store.settings.get(), pain_limit=1))
    assert strong_pain(store, BRIDGE.exercise, ago(1), 6) is not None


def test_the_time_before_is_the_latest_with_a_noted_pain(store: Store) -> None:
    known = bridge(store)
    noted(store, known, 9, 9)
    assert before(store) == (ago(9), 9)
    noted(store, known, 2, None)
    store.practices.save(Practice(known.id, ago(1), Status.SKIPPED, reason="pain"), "")
    assert before(store) == (ago(9), 9), "what was not noted is no pain of 0"
    noted(store, known, 5, 7)
    assert before(store) is None
    noted(store, known, 0, 10)
    assert before(store) is None, "the day itself is not the time before"


def test_the_time_before_may_have_had_another_dose_and_is_of_the_same_exercise(store: Store) -> None:
    known = bridge(store)
    noted(store, known, 3, 8)
    store.plan.change(known, replace(known, dose=Dose(repetitions=7)), TODAY)
    assert before(store) == (ago(3), 8)
    walking = store.plan.prescribe(WALKING.exercise, WALKING.dose, Schedule(), ago(20))
    noted(store, walking, 1, 2)
    assert before(store) == (ago(3), 8)


def test_stopping_ends_all_phases_and_is_one_step_to_undo(store: Store) -> None:
    known = bridge(store)
    noted(store, known, 0, 8)
    store.plan.change(known, replace(known, dose=Dose(repetitions=7)), TODAY)
    plan = store.plan.prescriptions()
    assert len(plan) == 2
    assert stop_exercise(store, BRIDGE.exercise, TODAY) is True
    assert [each.last_day for each in store.plan.prescriptions()] == [TODAY]
    assert store.changes.undo() == "stopping of Bridge"
    assert store.plan.prescriptions() == plan


def test_without_a_practice_today_it_ends_yesterday(store: Store) -> None:
    bridge(store)
    assert stop_exercise(store, BRIDGE.exercise, TODAY) is False
    assert [each.last_day for each in store.plan.prescriptions()] == [ago(1)]
    with pytest.raises(JournalError, match="Bridge is not in the plan any more"):
        stop_exercise(store, BRIDGE.exercise, TODAY)
