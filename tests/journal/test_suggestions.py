"""The suggestions of another dose, from a journal's practices and check-ins."""

from datetime import timedelta
from random import Random

import pytest

from backjournal.journal.plan_figures import journal_suggestions
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.plan.history import histories
from backjournal.plan.progress import suggestion_of
from backjournal.store.store import Store
from tests.helpers.any_journal import fill
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


@pytest.mark.parametrize("seed", [0, 1, 3, 4, 13, 21, 24])
def test_the_suggestions_are_those_of_the_whole_history(store: Store, seed: int) -> None:
    fill(store, Random(seed))
    plan, begins, flare_ups = store.plan.prescriptions(), store.plan.begins(), store.diary.flare_ups()
    assert begins
    pain, limit = store.diary_days.values("pain", begins, TODAY), store.settings.get().pain_limit
    whole = histories(store.checklists(begins, TODAY), plan, TODAY).items()
    again = {exercise_id: suggestion_of(each, flare_ups, TODAY, limit, pain) for exercise_id, each in whole}
    suggested = journal_suggestions(store, TODAY)
    assert suggested == {exercise_id: each for exercise_id, each in again.items() if each}
    assert bool(suggested) == (seed != 4)


def test_the_dose_before_is_known_however_long_ago_it_ended(store: Store) -> None:
    long_ago = TODAY - timedelta(days=2000)
    for number, repetitions in enumerate((4, 6, 8)):
        begins = long_ago + timedelta(days=10 * number)
        store.plan.prescribe(BRIDGE.exercise, Dose(repetitions=repetitions), Schedule(), begins, begins)
    store.plan.prescribe(BRIDGE.exercise, Dose(repetitions=10), Schedule(), TODAY)
    known = store.plan.since(TODAY)
    assert [each.dose.repetitions for each in known] == [8, 10]
