"""The suggestions of another dose, from a journal's practices and check-ins."""

from datetime import timedelta

from backjournal.journal.plan_figures import journal_suggestions
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.values import AT_EIGHT, BRIDGE, TODAY, check_in


def noted(days: int, pain: int) -> CheckIn:
    """Return the check-in with a pain a number of days before today."""
    ago = timedelta(days=days)
    return check_in(days, day=TODAY - ago, at=AT_EIGHT - ago, pain=pain)


def test_a_worse_day_after_the_practice_puts_a_larger_dose_off(store: Store) -> None:
    first = TODAY - timedelta(days=6)
    bridge = store.plan.prescribe(BRIDGE.exercise, Dose(repetitions=8), Schedule(), first)
    for number in range(6):
        done = Practice(bridge.id, first + timedelta(days=number), Status.DONE, 1, pain_during=2)
        store.practices.save(done, "")
    # The days before may lie before the plan.
    for days, pain in ((7, 3), (5, 3), (4, 3), (0, 5)):
        store.diary.save(noted(days, pain))
    assert journal_suggestions(store, TODAY) == {}
    store.diary.save(noted(0, 4))
    assert list(journal_suggestions(store, TODAY)) == ["bridge"]
