"""The record of a journal, as the app and the command line read it."""

from datetime import timedelta

import pytest

from backjournal.journal.record import journal_record
from backjournal.model.better import Better
from backjournal.model.measures import Measure, MeasureKind, Score
from backjournal.model.practices import Practice, Status
from backjournal.plan.adherence import Adherence
from backjournal.store.store import Store
from tests.helpers.values import BRIDGE, TODAY, check_in

WEEK = timedelta(weeks=1)
SCORE = Measure("m1", "Steps without a rest", MeasureKind.NUMBER, "steps", 0, None, Better.HIGHER, own=True)


def test_an_empty_journal_has_an_empty_record(store: Store) -> None:
    record = journal_record(store, TODAY)
    assert record.earliest is None
    assert not any((record.diary, record.checklists, record.adherence, record.measures, record.results))


@pytest.mark.parametrize("first", ["check-in", "prescription", "flare-up", "result"])
def test_everything_begins_with_whatever_came_first(store: Store, first: str) -> None:
    def day_of(what: str) -> timedelta:
        return 3 * WEEK if what == first else WEEK

    store.diary.save(
        check_in(1, day=TODAY - day_of("check-in"), at=check_in(1, pain=1).at - day_of("check-in"), pain=1)
    )
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY - day_of("prescription"))
    store.diary.start_flare_up(TODAY - day_of("flare-up"))
    store.measures.choose(SCORE)
    store.measures.save(store.measures.new_result(SCORE, TODAY - day_of("result"), (Score(SCORE.low),)))
    assert journal_record(store, TODAY).earliest == TODAY - 3 * WEEK


def test_the_record_holds_what_the_journal_holds(store: Store) -> None:
    prescription = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule.parse("daily"), TODAY - WEEK)
    store.practices.save(Practice(prescription.id, TODAY - WEEK, Status.DONE, 2), "tick")
    store.measures.choose(SCORE)
    for days in (3, 1):
        store.measures.save(store.measures.new_result(SCORE, TODAY - timedelta(days), (Score(SCORE.low + days),)))
    record = journal_record(store, TODAY)
    assert [*record.checklists] == [TODAY - WEEK + timedelta(days) for days in range(8)] == [*record.adherence]
    assert record.adherence[TODAY - WEEK] == Adherence(1, 1.0)
    assert record.adherence[TODAY] == Adherence()
    assert [result.value - SCORE.low for result in record.results[SCORE.id]] == [3, 1]
    assert [measure.id for measure in record.measures] == [SCORE.id]


def test_the_results_of_a_measure_that_was_stopped_come_back_with_it(store: Store) -> None:
    store.measures.choose(SCORE)
    store.measures.save(store.measures.new_result(SCORE, TODAY, (Score(SCORE.low),)))
    store.measures.stop(SCORE)
    assert journal_record(store, TODAY).measures == ()
    store.measures.choose(SCORE)
    assert len(journal_record(store, TODAY).results[SCORE.id]) == 1
