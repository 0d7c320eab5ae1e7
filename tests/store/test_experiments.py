"""Experiments in the journal's file: the draw stays, one at a time goes on, and all of it can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.experiments import Experiment, Unit, draw_by_chance
from backjournal.store.store import Store
from tests.helpers.experiments import FIRST, experiment, put
from tests.helpers.values import TODAY, check_in, refused

OpenStore = Callable[[], Store]
TOMORROW = TODAY + timedelta(days=1)


def start(store: Store, name: str = "heat", first_day: date = TOMORROW, length: int = 14) -> Experiment:
    return store.experiments.start(name, "pain", Unit.DAYS, length, first_day, TODAY)


def test_the_draw_is_stored_and_never_changes(open_store: OpenStore) -> None:
    started = start(open_store(), " a walk\n at noon ")
    assert (started.name, started.first_day, len(started.draw)) == ("a walk at noon", TOMORROW, 14)
    again = open_store()
    assert again.experiments.all() == (started,)
    again.experiments.stop(TODAY)
    assert again.experiments.all()[0].draw == started.draw


def test_the_id_that_was_passed_in_makes_the_draw(open_store: OpenStore) -> None:
    store = open_store()
    first = start(store)
    assert first.draw == draw_by_chance(14, Random(first.id))
    store.changes.undo()
    assert start(store).draw != first.draw, "another id, another draw"


@pytest.mark.parametrize(
    ("name", "first_day", "length", "field"),
    [
        ("", TOMORROW, 14, "name"),
        ("heat", TODAY - timedelta(days=1), 14, "first_day"),
        ("heat", TOMORROW, 15, "length"),
    ],
)
def test_what_cannot_be_started_is_refused(store: Store, name: str, first_day: date, length: int, field: str) -> None:
    assert refused(lambda: start(store, name, first_day, length)).field == field
    assert store.experiments.all() == ()


def test_one_goes_on_at_a_time(store: Store) -> None:
    started = start(store)
    error = refused(lambda: start(store, "cold"))
    assert error.field == "name"
    assert "heat, 2026-11-22 to 2026-12-05: stop it first" in str(error)
    assert store.experiments.stop(TODAY) == replace(started, stopped=TODAY)
    second = start(store, "cold", TODAY)
    assert {each.name for each in store.experiments.all()} == {"heat", "cold"}
    assert second.first_day == TODAY


def test_one_that_is_over_makes_room_and_cannot_be_stopped(store: Store) -> None:
    put(store, experiment())
    with pytest.raises(JournalError, match="no experiment goes on: there is nothing to stop"):
        store.experiments.stop(TODAY)
    start(store, "cold")
    assert [each.name for each in store.experiments.all()] == ["heat", "cold"], "oldest first"


def test_days_are_marked_and_the_marks_taken_back(store: Store) -> None:
    put(store, experiment())
    days = [FIRST, FIRST + timedelta(days=3)]
    for day in reversed(days):
        store.experiments.mark(day, TODAY, kept=False)
    assert store.experiments.all()[0].not_kept == set(days)
    store.experiments.mark(FIRST, TODAY, kept=True)
    assert store.experiments.all()[0].not_kept == {days[1]}


@pytest.mark.parametrize("away", [-20, -5, 1])
def test_other_days_cannot_be_marked(store: Store, away: int) -> None:
    put(store, experiment(), experiment(id="e2", first_day=TODAY))
    error = refused(lambda: store.experiments.mark(TODAY + timedelta(days=away), TODAY, kept=False))
    assert error.field == "day"


def test_start_mark_and_stop_are_each_undone_and_done_again(store: Store) -> None:
    start(store, first_day=TODAY)
    store.experiments.mark(TODAY, TODAY, kept=False)
    store.experiments.stop(TODAY)
    whole = store.experiments.all()
    assert [store.changes.undo() for _ in range(3)] == [
        "stop of the experiment: heat",
        "not kept to the draw on 2026-11-21",
        "experiment: heat",
    ]
    assert store.experiments.all() == ()
    for _ in range(3):
        store.changes.redo()
    assert store.experiments.all() == whole


def test_a_number_of_the_diary_by_day(store: Store) -> None:
    assert store.diary_days.values("pain") == {}
    yesterday = TODAY - timedelta(days=1)
    store.diary.save(check_in(1, pain=4, worst_pain=5))
    store.diary.save(check_in(2, pain=5, worst_pain=8))
    store.diary.save(check_in(3, day=yesterday, mood=1))
    store.diary.save(check_in(4, day=yesterday, pain=0))
    store.diary.delete(check_in(5, day=yesterday, pain=9))
    assert store.diary_days.values("pain") == {yesterday: 0, TODAY: 4.5}
    assert store.diary_days.values("worst_pain") == {TODAY: 8}, "of the worst pain the highest"
    with pytest.raises(KeyError):
        store.diary_days.values("note")


def test_an_experiment_that_another_process_started_meanwhile_is_seen(open_store: OpenStore) -> None:
    one, other = open_store(), open_store()
    start(one)
    with pytest.raises(InvalidValue, match="stop it first"):
        start(other, "cold")
