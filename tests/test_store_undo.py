"""Undo and redo among any sequence of changes lead to what a person saw before."""

import itertools
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from backjournal.library import library
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.clock import ManualClock
from tests.deeds import visible
from tests.values import TODAY, check_ins

DAYS = st.integers(-5, 5).map(lambda away: TODAY + timedelta(days=away))
DOSES = st.sampled_from([Dose(minutes=5), Dose(breaths=3), Dose(2, 10), Dose(hold_seconds=20)])
SCHEDULES = st.sampled_from([Schedule(), Schedule.parse("mon wed")])


class Journaling(RuleBasedStateMachine):
    """Someone who writes, undoes, redoes, and closes the journal in between; `before` and `after` are what they saw."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ids = itertools.count(1)
        self.store = self.open()
        self.now = visible(self.store)
        self.before: list[tuple[Any, ...]] = []
        self.after: list[tuple[Any, ...]] = []

    def open(self) -> Store:
        return Store.open(self.folder / "journal.db", ManualClock(), device="d", new_id=lambda: f"id{next(self.ids)}")

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def saw_a_change(self) -> None:
        seen = visible(self.store)
        if seen != self.now:
            self.before.append(self.now)
            self.after.clear()
            self.now = seen

    @invariant()
    def what_is_there_is_what_was_seen(self) -> None:
        assert visible(self.store) == self.now

    @rule(entry=check_ins(), number=st.integers(1, 3))
    def save(self, entry: CheckIn, number: int) -> None:
        same = {field: getattr(entry, field) for field in CheckIn.__slots__} | {"id": f"c{number}"}
        self.store.diary.save(CheckIn(**same))
        self.saw_a_change()

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        if entries := self.store.diary.check_ins():
            self.store.diary.delete(data.draw(st.sampled_from(entries)))
            self.saw_a_change()

    @rule(day=DAYS, until=st.none() | st.just("end"))
    def flare_up(self, day: Any, until: str | None) -> None:
        try:
            self.store.diary.end_flare_up(day) if until else self.store.diary.start_flare_up(day)
        except JournalError:
            return
        self.saw_a_change()

    @rule(entry=st.sampled_from(library()[:4]), dose=DOSES, schedule=SCHEDULES, day=DAYS)
    def prescribe(self, entry: Any, dose: Dose, schedule: Schedule, day: Any) -> None:
        try:
            self.store.plan.prescribe(entry.exercise, dose, schedule, day)
        except JournalError:
            return
        self.saw_a_change()

    @rule(data=st.data(), day=DAYS, dose=DOSES, schedule=SCHEDULES)
    def change(self, data: st.DataObject, day: Any, dose: Dose, schedule: Schedule) -> None:
        if plan := self.store.plan.prescriptions():
            try:
                known = data.draw(st.sampled_from(plan))
                self.store.plan.change(known, replace(known, dose=dose, schedule=schedule), day)
            except JournalError:
                return
            self.saw_a_change()

    @rule(data=st.data(), day=DAYS)
    def stop(self, data: st.DataObject, day: Any) -> None:
        if plan := self.store.plan.prescriptions():
            try:
                self.store.plan.stop(data.draw(st.sampled_from(plan)), day)
            except JournalError:
                return
            self.saw_a_change()

    @rule(data=st.data())
    def reorder(self, data: st.DataObject) -> None:
        ids = [prescription.id for prescription in self.store.plan.prescriptions()]
        self.store.plan.reorder(data.draw(st.permutations(ids)))
        self.saw_a_change()

    @rule(data=st.data(), day=DAYS, status=st.sampled_from([None, *Status]), amount=st.integers(0, 3), note=st.text())
    def practise(self, data: st.DataObject, day: Any, status: Status | None, amount: int, note: str) -> None:
        if plan := self.store.plan.prescriptions():
            row = data.draw(st.sampled_from(plan)).id
            if status is None:
                self.store.practices.clear(row, day, "clear")
            else:
                reason = "travel" if status is Status.SKIPPED else ""
                self.store.practices.save(Practice(row, day, status, amount, None, reason, note), "practise")
            self.saw_a_change()

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(times):
            assert bool(self.store.changes.undo()) == bool(self.before)
            if self.before:
                self.after.append(self.now)
                self.now = self.before.pop()

    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        for _ in range(times):
            assert bool(self.store.changes.redo()) == bool(self.after)
            if self.after:
                self.before.append(self.now)
                self.now = self.after.pop()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = self.open()

    @rule()
    def undo_everything_and_redo_it(self) -> None:
        self.undo(len(self.before))
        self.redo(len(self.after))


def test_after_any_sequence_undo_and_redo_show_what_was_seen() -> None:
    run_state_machine_as_test(Journaling, settings=settings(max_examples=20, stateful_step_count=20))


@pytest.mark.slow
def test_after_many_long_sequences_undo_and_redo_show_what_was_seen() -> None:
    run_state_machine_as_test(Journaling, settings=settings(max_examples=100, stateful_step_count=50))
