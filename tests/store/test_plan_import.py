"""Importing a written plan: whole or not at all, from today on, and the past stays as it was."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backjournal.days import days_between
from backjournal.exchange.plan_file import plan_file
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.diff import PlanDiff, WrittenPlan, plan_diff
from backjournal.plan.entries import PlanEntry
from backjournal.store.plan_import import known_plan, take_plan
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.plans import plans, read
from tests.helpers.user_actions import visible
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY, WALKING, shipped

DAILY = Schedule()
WEEK = timedelta(days=7)
TEN, TWELVE = Dose(repetitions=10), Dose(repetitions=12)


def take(store: Store, written: WrittenPlan) -> PlanDiff:
    changes = plan_diff(written, known_plan(store, TODAY))
    take_plan(store, written, changes, TODAY)
    return changes


def written(*entries: PlanEntry, facts: PlanFacts | None = None) -> WrittenPlan:
    return WrittenPlan(facts or PlanFacts(), entries)


def entry(exercise: Exercise, dose: Dose = TEN, first: date = TODAY, last: date | None = None) -> PlanEntry:
    return PlanEntry(exercise, Prescription("", exercise.id, dose, DAILY, first, last))


def exported(store: Store) -> bytes:
    return plan_file(store.plan.facts(), store.plan.entries(TODAY))


Asked = tuple[str, Dose, Schedule, str]


def asked(each: PlanEntry) -> Asked:
    """Return what a prescription asks for."""
    return (
        each.exercise.name.casefold(),
        each.prescription.dose,
        each.prescription.schedule,
        each.prescription.note,
    )


def in_force(store: Store, day: date) -> set[Asked]:
    """Return what the plan asks for around a day."""
    exercises = store.plan.exercises()
    entries = (PlanEntry(exercises[each.exercise_id], each) for each in store.plan.prescriptions())
    return {asked(each) for each in entries if each.prescription.in_force(day)}


def without_notes(found: set[Asked]) -> set[tuple[str, Dose, Schedule]]:
    # A note belongs to the whole prescription, so a new one also shows on the days before today.
    return {each[:3] for each in found}


def span(each: PlanEntry) -> tuple[date, date | None]:
    return each.prescription.first_day, each.prescription.last_day


def test_what_comes_out_goes_in_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    own = store.plan.own(Exercise("", "Towel slide", Category.STRETCHING, sides=True, how_to="Slide."))
    store.plan.prescribe(own, TEN, DAILY, TODAY - WEEK, TODAY + WEEK, "Slowly.")
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, Schedule(every=2), TODAY - WEEK)
    store.plan.prescribe(own, TWELVE, DAILY, TODAY + 2 * WEEK)
    store.plan.keep_gentle(own, gentle=True)
    store.plan.save_facts(PlanFacts("Walk", "M. Example", TODAY))
    before = visible(store)
    plan = read(tmp_path, exported(store), known_plan(store, TODAY))
    assert take(store, plan).nothing
    assert visible(store) == before
    assert store.changes.undo() == "aim of the plan", "nothing was written, so there is nothing to undo"


@pytest.mark.slow
@settings(max_examples=8)
@given(plans())
def test_what_is_taken_into_an_empty_journal_comes_out_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, plan: WrittenPlan
) -> None:
    folder = tmp_path_factory.mktemp("journals")
    with (
        closing(Store.open(folder / "one.db", ManualClock())) as one,
        closing(Store.open(folder / "other.db", ManualClock())) as other,
    ):
        take(one, plan)
        data = exported(one)
        assert take(one, read(folder, data, known_plan(one, TODAY))).nothing
        take(other, read(folder, data, known_plan(other, TODAY)))
        assert exported(other) == data
        assert other.plan.facts() == plan.facts


@pytest.mark.slow
@settings(max_examples=15)
@given(plans(TODAY - WEEK), plans(TODAY - WEEK), st.sets(st.integers(0, 3)))
def test_whatever_is_taken_holds_from_now_on_and_leaves_the_past(
    tmp_path_factory: pytest.TempPathFactory, old: WrittenPlan, new: WrittenPlan, ticked: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("journals")
    with closing(Store.open(folder / "journal.db", ManualClock())) as store:
        take(store, old)
        practised = [item for number, item in enumerate(store.checklist(TODAY)) if number in ticked]
        for item in practised:
            store.practices.save(Practice(item.prescription.id, TODAY, Status.DONE, 1), "tick")
        settled = {item.exercise.name.casefold() for item in practised}
        before = visible(store)
        past = {day: in_force(store, day) for day in days_between(TODAY - WEEK, TODAY)}
        data = plan_file(new.facts, new.entries)
        wanted = read(folder, data, known_plan(store, TODAY))
        take(store, wanted)
        for day in days_between(TODAY - WEEK, TODAY - timedelta(days=1)):
            assert without_notes(in_force(store, day)) == without_notes(past[day])
        for day in days_between(TODAY, TODAY + 5 * WEEK):
            held = settled if day == TODAY else set()
            kept = {each for each in past.get(day, set()) if each[0] in held}
            now = {asked(each) for each in wanted.entries if each.prescription.in_force(day)}
            assert {each for each in in_force(store, day) if each[0] not in held} == {
                each for each in now if each[0] not in held
            }
            assert without_notes(kept) <= without_notes(in_force(store, day))
        if store.plan.prescriptions():  # a journal without prescriptions accepts first days in the past
            assert take(store, read(folder, data, known_plan(store, TODAY))).nothing
        if visible(store) != before:
            assert store.changes.undo() == "import of a plan"
        assert visible(store) == before


def test_what_was_practised_today_holds_until_tonight(store: Store) -> None:
    bridge, walking = (store.plan.prescribe(each.exercise, TEN, DAILY, TODAY - WEEK) for each in (BRIDGE, WALKING))
    for each in (bridge, walking):
        store.practices.save(Practice(each.id, TODAY, Status.DONE, 1), "tick")
    take(store, written(entry(BRIDGE.exercise, TWELVE), entry(BIRD_DOG.exercise)))
    today, tomorrow = in_force(store, TODAY), in_force(store, TODAY + timedelta(days=1))
    assert {name: dose for name, dose, *_ in today} == {"bridge": TEN, "walking": TEN, "bird-dog": TEN}
    assert {name: dose for name, dose, *_ in tomorrow} == {"bridge": TWELVE, "bird-dog": TEN}


def test_a_plan_is_like_the_file_already_though_what_was_practised_today_holds_until_tonight(store: Store) -> None:
    clamshell = shipped("clamshell").exercise
    bridge = store.plan.prescribe(BRIDGE.exercise, TEN, DAILY, TODAY - WEEK)
    store.plan.prescribe(clamshell, TEN, DAILY, TODAY - WEEK)
    store.practices.save(Practice(bridge.id, TODAY, Status.DONE, 1), "tick")
    plan = written(entry(clamshell), entry(BRIDGE.exercise, TWELVE))
    assert take(store, plan).moved
    assert take(store, plan).nothing


def test_phases_may_change_places_whatever_the_order_of_the_writes(store: Store) -> None:
    border = TODAY + WEEK
    bridge = store.plan.prescribe(BRIDGE.exercise, TEN, DAILY, TODAY, border)
    store.plan.prescribe(BRIDGE.exercise, TWELVE, DAILY, border + timedelta(days=1))
    longer = entry(BRIDGE.exercise, TEN, TODAY, border + WEEK)
    later = entry(BRIDGE.exercise, TWELVE, border + WEEK + timedelta(days=1))
    take(store, written(longer, later))
    spans = [(each.dose, each.first_day, each.last_day) for each in store.plan.prescriptions()]
    assert spans == [(each.prescription.dose, *span(each)) for each in (longer, later)]
    assert store.plan.prescriptions()[0].id == bridge.id


def test_an_exercise_of_ones_own_may_take_the_name_of_one_that_stops(store: Store) -> None:
    store.plan.prescribe(BRIDGE.exercise, TEN, DAILY, TODAY - WEEK)
    take(store, written(entry(Exercise("", "Bridge", Category.STRETCHING))))
    (now,) = store.plan.entries(TODAY)
    assert (now.exercise.category, now.exercise.source) == (Category.STRETCHING, "")


def test_the_order_of_the_file_becomes_that_of_the_plan(store: Store) -> None:
    others = [Exercise("", name, Category.STRENGTHENING) for name in ("First", "Second")]
    store.plan.prescribe(BRIDGE.exercise, TEN, DAILY, TODAY - WEEK)
    take(store, written(entry(others[0]), entry(BRIDGE.exercise), entry(others[1])))
    assert [each.exercise.name for each in store.plan.entries(TODAY)] == ["First", "Bridge", "Second"]
    own = [each.exercise for each in store.plan.entries(TODAY)]
    assert take(store, written(*(entry(each) for each in reversed(own)))).moved
    assert [each.exercise.name for each in store.plan.entries(TODAY)] == ["Second", "Bridge", "First"]


def test_what_an_exercise_is_changes_and_who_it_is_stays(store: Store) -> None:
    own = store.plan.own(Exercise("", "Towel slide", Category.STRETCHING, sides=True))
    store.plan.prescribe(own, TEN, DAILY, TODAY - WEEK)
    store.plan.keep_gentle(own, gentle=True)
    described = replace(store.plan.exercises()[own.id], how_to="Slide.", category=Category.STRENGTHENING)
    take(store, written(entry(described), facts=PlanFacts(prescribed_by="M. Example")))
    assert store.plan.exercises() == {own.id: described}
    assert described.gentle
    assert store.plan.facts() == PlanFacts(prescribed_by="M. Example")
    take(store, written(entry(described, TWELVE), facts=PlanFacts("Walk")))
    assert store.plan.facts() == PlanFacts("Walk", "M. Example")


def test_a_plan_that_was_changed_after_it_was_shown_is_not_taken(store: Store, open_store: Callable[[], Store]) -> None:
    store.plan.prescribe(BRIDGE.exercise, TEN, DAILY, TODAY - WEEK)
    plan = written(entry(WALKING.exercise))
    shown = plan_diff(plan, known_plan(store, TODAY))
    open_store().plan.prescribe(BIRD_DOG.exercise, TEN, DAILY, TODAY)
    before = visible(store)
    with pytest.raises(JournalError, match="the plan was changed elsewhere meanwhile, nothing was saved"):
        take_plan(store, plan, shown, TODAY)
    assert visible(store) == before


def test_all_of_it_is_taken_or_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.plan.prescribe(BRIDGE.exercise, TEN, DAILY, TODAY - WEEK)
    before = visible(store)

    def full() -> str:
        raise JournalError("the disk is full")

    monkeypatch.setattr(store, "new_id", full)
    bird_dog, side_plank = entry(BIRD_DOG.exercise), entry(Exercise("", "Plank", Category.STRENGTHENING))
    with pytest.raises(JournalError, match="the disk is full"):
        take(store, written(side_plank, bird_dog, entry(BRIDGE.exercise), facts=PlanFacts("Walk")))
    assert visible(store) == before
    assert store.plan.facts() == PlanFacts()
