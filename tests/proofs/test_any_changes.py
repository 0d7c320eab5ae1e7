"""A journal and a simple model of it: whatever is ticked, written, changed and undone, both say the same.

The model has no file: the check-ins by id, the status of each exercise and day, the dose of each exercise and day, and
for undo all that as it was before each change.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.exercises import Exercise
from backjournal.model.marks import MarkKind
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY, check_in_at, mark
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

EXERCISES = (BRIDGE.exercise, BIRD_DOG.exercise)
DOSES = (Dose(1, 5), Dose(2, 10), Dose(3, 10))
BEGINS, ENDS = TODAY - timedelta(days=3), TODAY + timedelta(days=60)
DAYS = tuple(BEGINS + timedelta(days=number) for number in range((ENDS - BEGINS).days))

which = st.sampled_from(EXERCISES)
doses = st.sampled_from(DOSES)
words = st.lists(st.sampled_from(["hip", "left leg", "neck"]), max_size=2, unique=True)
notes = st.sampled_from(["", "stiff", "a long drive"])
numbers = st.integers(0, 10)
ago = st.sampled_from([0, 0, 0, 1, 2])


@dataclass(frozen=True, slots=True)
class Model:
    """What the journal has to hold."""

    check_ins: Mapping[str, tuple[int, tuple[str, ...], str]] = field(default_factory=dict)
    """Pain, places and note by the id of the check-in."""

    practices: Mapping[tuple[str, date], tuple[Status, str]] = field(default_factory=dict)
    """Status and reason by exercise and day."""

    doses: Mapping[tuple[str, date], Dose] = field(default_factory=dict)
    """The dose that is in force, by exercise and day."""


class Changes(RuleBasedStateMachine):
    """Makes the same changes to a journal and to the model, through one instance of the store or another."""

    empty: Path

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock, self.today, self.number = ManualClock(), TODAY, 0
        path = Path(self.folder.name) / "journal.db"
        shutil.copy(self.empty, path)
        self.stores = [Store.open(path, self.clock, device="d") for _ in range(2)]
        self.store, self.model = self.stores[0], Model()
        self.past: list[Model] = []
        self.future: list[Model] = []
        self.prescribe_now(EXERCISES[0], DOSES[0])

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    def becomes(self, after: Model) -> None:
        """Take over a change into the model; one that changes nothing is no step of undo."""
        if after != self.model:
            self.past.append(self.model)
            self.future.clear()
            self.model = after

    @rule(pain=numbers, places=words, note=notes)
    def write(self, pain: int, places: list[str], note: str) -> None:
        self.number += 1
        self._save(f"c{self.number}", pain, places, note)

    @precondition(lambda self: self.model.check_ins)
    @rule(data=st.data(), pain=numbers, places=words, note=notes)
    def edit(self, data: st.DataObject, pain: int, places: list[str], note: str) -> None:
        self._save(data.draw(st.sampled_from(sorted(self.model.check_ins))), pain, places, note)

    def _save(self, row_id: str, pain: int, places: list[str], note: str) -> None:
        marks = tuple(mark(MarkKind.LOCATION, place) for place in places)
        known = {each.id: each for each in self.store.diary.check_ins()}
        at, day = (known[row_id].at, known[row_id].day) if row_id in known else (self.clock.now(), self.today)
        self.store.diary.save(check_in_at(row_id, at, day, pain=pain, marks=marks, note=note))
        entry = (pain, tuple(places), note)
        self.becomes(replace(self.model, check_ins={**self.model.check_ins, row_id: entry}))

    @precondition(lambda self: self.model.check_ins)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        row_id = data.draw(st.sampled_from(sorted(self.model.check_ins)))
        (known,) = (each for each in self.store.diary.check_ins() if each.id == row_id)
        self.store.diary.delete(known)
        self.becomes(replace(self.model, check_ins=_without(self.model.check_ins, row_id)))

    @rule(exercise=which, ago=ago, status=st.sampled_from(Status))
    def tick_or_skip(self, exercise: Exercise, ago: int, status: Status) -> None:
        day = self.today - timedelta(days=ago)
        if known := self._in_force(exercise, day):
            amount, reason = {Status.DONE: known.dose.target, Status.PARTIAL: 1}.get(status, 0), ""
            reason = "travel" if status is Status.SKIPPED else ""
            self.store.practices.save(Practice(known.id, day, status, amount, reason=reason), "tick")
            practices = {**self.model.practices, (exercise.id, day): (status, reason)}
            self.becomes(replace(self.model, practices=practices))

    @rule(exercise=which, ago=ago)
    def take_back(self, exercise: Exercise, ago: int) -> None:
        day = self.today - timedelta(days=ago)
        if known := self._in_force(exercise, day):
            self.store.practices.clear(known.id, day, "clearing")
            self.becomes(replace(self.model, practices=_without(self.model.practices, (exercise.id, day))))

    @rule(exercise=which, dose=doses)
    def prescribe(self, exercise: Exercise, dose: Dose) -> None:
        self.prescribe_now(exercise, dose)

    def prescribe_now(self, exercise: Exercise, dose: Dose) -> None:
        # In force on the day before and practised today: the journal begins a day later.
        days = [day for day in DAYS if day >= self.today]
        taken = [day for day in days if (exercise.id, day) in self.model.doses]
        practised = (exercise.id, self.today) in self.model.practices
        if taken == [self.today] and practised:
            days, taken = days[1:], []
        try:
            self.store.plan.prescribe(exercise, dose, Schedule(), self.today)
        except JournalError:
            assert taken, "nothing of it is in the plan"
        else:
            assert not taken, "it is in the plan already"
            self.becomes(replace(self.model, doses={**self.model.doses, **{(exercise.id, day): dose for day in days}}))

    @rule(exercise=which, dose=doses)
    def change_dose(self, exercise: Exercise, dose: Dose) -> None:
        known = self._in_force(exercise, self.today)
        if known and known.last_day is None and known.dose != dose:
            self.store.plan.change(known, replace(known, dose=dose), self.today)
            days = [day for day in DAYS if day >= self._free_from(exercise)]
            self.becomes(replace(self.model, doses={**self.model.doses, **{(exercise.id, day): dose for day in days}}))

    @rule(exercise=which)
    def stop(self, exercise: Exercise) -> None:
        known = self._in_force(exercise, self.today)
        if known and known.last_day is None:
            self.store.plan.stop(known, self.today)
            begin = self._free_from(exercise)
            kept = {key: dose for key, dose in self.model.doses.items() if key[0] != exercise.id or key[1] < begin}
            self.becomes(replace(self.model, doses=kept))

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            assert (self.store.changes.undo() is None) is (not self.past)
            if self.past:
                self.future.append(self.model)
                self.model = self.past.pop()

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            assert (self.store.changes.redo() is None) is (not self.future)
            if self.future:
                self.past.append(self.model)
                self.model = self.future.pop()

    @rule()
    def go_to_the_other_instance(self) -> None:
        self.store = self.stores[self.store is self.stores[0]]

    @rule()
    def reopen(self) -> None:
        place = self.stores.index(self.store)
        self.store.close()
        self.store = self.stores[place] = Store.open(self.store.path, self.clock, device="d")

    @precondition(lambda self: self.today < TODAY + timedelta(days=40))
    @rule()
    def sleep(self) -> None:
        self.clock.advance(timedelta(days=1))
        self.today += timedelta(days=1)
        assert self.store.today() == self.today

    @invariant()
    def both_instances_say_what_the_model_says(self) -> None:
        for store in getattr(self, "stores", ()):
            assert said(store) == self.model

    def _in_force(self, exercise: Exercise, day: date) -> Prescription | None:
        plan = (each for each in self.store.plan.prescriptions() if each.exercise_id == exercise.id)
        return next((each for each in plan if each.in_force(day)), None)

    def _free_from(self, exercise: Exercise) -> date:
        practised = (exercise.id, self.today) in self.model.practices
        return self.today + timedelta(days=practised)


def said(store: Store) -> Model:
    """Return what a journal says, as the model has it."""
    plan = store.plan.prescriptions()
    exercises = {each.id: each.exercise_id for each in plan}
    practices = store.practices.between(date.min, date.max)
    return Model(
        {each.id: _entry(each) for each in store.diary.check_ins()},
        {(exercises[each.prescription_id], each.day): (each.status, each.reason) for each in practices},
        {(each.exercise_id, day): each.dose for each in plan for day in DAYS if each.in_force(day)},
    )


def _entry(known: CheckIn) -> tuple[int, tuple[str, ...], str]:
    return int(known.values["pain"]), known.words(MarkKind.LOCATION), known.note


def _without(of: Mapping[Any, Any], key: object) -> dict[Any, Any]:
    return {each: value for each, value in of.items() if each != key}


def test_any_changes_leave_what_the_model_says(empty_journal: Path, cases: Cases) -> None:
    machine = type("ChangesOfACopy", (Changes,), {"empty": empty_journal})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=cases(25, 300),
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=[*HealthCheck],
        ),
    )
