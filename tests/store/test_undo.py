"""After any sequence of changes, undo and redo lead back to what a person saw before."""

import itertools
import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from backjournal.library.exercises import library
from backjournal.library.measures import measure_library
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose, Sides
from backjournal.model.errors import JournalError
from backjournal.model.exercises import Exercise
from backjournal.model.experiments import Unit
from backjournal.model.measures import EVERY_WEEKS, Measure, Score
from backjournal.model.practices import Practice, Status, with_sets
from backjournal.model.prescriptions import PlanFacts
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.store.store import Store
from tests.helpers.anything import SETS_DONE, check_ins
from tests.helpers.clock import ManualClock
from tests.helpers.user_actions import OWN, visible
from tests.helpers.values import TODAY

DAYS = st.integers(-5, 5).map(lambda away: TODAY + timedelta(days=away))
DOSES = st.sampled_from(
    [Dose(minutes=5), Dose(breaths=3, sides=Sides.EACH), Dose(2, 10, rest_seconds=30), Dose(distance_m=800)]
)
SCHEDULES = st.sampled_from([Schedule(), Schedule.parse("mon wed"), Schedule(every=2), Schedule(times_a_week=3)])
EXERCISES = st.sampled_from([*(entry.exercise for entry in library()[:3]), OWN])
MEASURES = st.sampled_from([measure for measure in measure_library() if measure.id in ("rmdq-24", "chair-stand")])
PAST = tuple(TODAY + timedelta(days=away) for away in range(-15, 15))


class Journaling(RuleBasedStateMachine):
    """A person who writes, undoes, redoes and reopens; `before` and `after` hold what undo and redo must show."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ids = itertools.count(1)
        self.store = self.open()
        self.now = visible(self.store)
        self.before: list[tuple[Any, ...]] = []
        self.after: list[tuple[Any, ...]] = []
        self.joins = False

    def open(self) -> Store:
        return Store.open(self.folder / "journal.db", ManualClock(), device="d", new_id=lambda: f"id{next(self.ids)}")

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def saw_a_change(self, *, joined: bool = False) -> None:
        seen = visible(self.store)
        joins, self.joins = self.joins and joined, joined and (self.joins or seen != self.now)
        if seen != self.now:
            if not joins:
                self.before.append(self.now)
            self.after.clear()
            self.now = seen

    def asked_before(self, day: date) -> list[tuple[date, str, Dose]]:
        """Return what the plan asks for on the days before a day."""
        return [
            (past, known.exercise_id, known.dose)
            for past in PAST
            for known in self.store.plan.prescriptions()
            if past < day and known.asks_on(past)
        ]

    @invariant()
    def what_is_there_is_what_was_seen(self) -> None:
        assert visible(self.store) == self.now

    @invariant()
    def no_exercise_is_prescribed_twice_for_a_day(self) -> None:
        for one, other in itertools.combinations(self.store.plan.prescriptions(), 2):
            assert one.exercise_id != other.exercise_id or not one.overlaps(other.first_day, other.last_day)

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
    def flare_up(self, day: date, until: str | None) -> None:
        try:
            self.store.diary.end_flare_up(day) if until else self.store.diary.start_flare_up(day)
        except JournalError:
            return
        self.saw_a_change()

    @rule(exercise=EXERCISES, dose=DOSES, schedule=SCHEDULES, day=DAYS, last=st.none() | DAYS)
    def prescribe(self, exercise: Exercise, dose: Dose, schedule: Schedule, day: date, last: date | None) -> None:
        try:
            self.store.plan.prescribe(exercise, dose, schedule, day, last)
        except JournalError:
            return
        self.saw_a_change()

    @rule(data=st.data(), day=DAYS)
    def change(self, data: st.DataObject, day: date) -> None:
        if plan := self.store.plan.prescriptions():
            known = data.draw(st.sampled_from(plan))
            asked = self.asked_before(day)
            try:
                wanted = replace(
                    known,
                    dose=data.draw(st.just(known.dose) | DOSES),
                    schedule=data.draw(st.just(known.schedule) | SCHEDULES),
                    first_day=data.draw(st.just(known.first_day) | DAYS),
                    last_day=data.draw(st.just(known.last_day) | st.none() | DAYS),
                    note=data.draw(st.sampled_from(["", "slowly"])),
                )
                self.store.plan.change(known, wanted, day)
            except JournalError:
                return
            assert self.asked_before(day) == asked, "the past stays as it was"
            self.saw_a_change()

    @rule(data=st.data(), gentle=st.booleans())
    def keep_gentle(self, data: st.DataObject, gentle: bool) -> None:
        if exercises := self.store.plan.exercises():
            self.store.plan.keep_gentle(data.draw(st.sampled_from([*exercises.values()])), gentle=gentle)
            self.saw_a_change()

    @rule(name=st.sampled_from(["Wall sit", "Wall squat", "Bird-dog"]), sides=st.booleans())
    def rewrite(self, name: str, sides: bool) -> None:
        if own := self.store.plan.exercises().get(OWN.id):
            try:
                self.store.plan.rewrite(replace(own, name=name, sides=sides))
            except JournalError:
                return
            self.saw_a_change()

    @rule(aim=st.sampled_from(["", "Walk the dog", "Garden"]), on=st.none() | DAYS)
    def name_the_aim(self, aim: str, on: date | None) -> None:
        self.store.plan.save_facts(PlanFacts(aim, "Dr Weiss", on))
        self.saw_a_change()

    @rule(data=st.data(), day=DAYS)
    def stop(self, data: st.DataObject, day: date) -> None:
        if plan := self.store.plan.prescriptions():
            asked = self.asked_before(day)
            try:
                self.store.plan.stop(data.draw(st.sampled_from(plan)), day)
            except JournalError:
                return
            assert self.asked_before(day) == asked, "the past stays as it was"
            self.saw_a_change()

    @rule(data=st.data())
    def reorder(self, data: st.DataObject) -> None:
        ids = [prescription.id for prescription in self.store.plan.prescriptions()]
        self.store.plan.reorder(data.draw(st.permutations(ids)))
        self.saw_a_change()

    @rule(data=st.data(), day=DAYS, status=st.sampled_from([None, *Status]), amount=st.integers(0, 3), note=st.text())
    def practise(self, data: st.DataObject, day: date, status: Status | None, amount: int, note: str) -> None:
        if plan := self.store.plan.prescriptions():
            row = data.draw(st.sampled_from(plan)).id
            if status is None:
                self.store.practices.clear(row, day, "clear")
            else:
                reason = "travel" if status is Status.SKIPPED else ""
                self.store.practices.save(Practice(row, day, status, amount, None, reason, note), "practise")
            self.saw_a_change()

    @rule(data=st.data(), day=st.just(TODAY), sets=st.lists(SETS_DONE, max_size=3).map(tuple))
    def practise_with_guidance(self, data: st.DataObject, day: date, sets: tuple[SetDone, ...]) -> None:
        if plan := self.store.plan.prescriptions():
            known = data.draw(st.sampled_from(plan))
            practice = with_sets(known.dose, known.id, day, self.store.practices.of(known.id, day), sets)
            if practice:
                self.store.practices.save(practice, "guided", joined=True)
                self.saw_a_change(joined=True)

    @rule(measure=MEASURES, every_weeks=st.sampled_from([None, *EVERY_WEEKS]), chosen=st.booleans())
    def measure(self, measure: Measure, every_weeks: int | None, chosen: bool) -> None:
        if chosen:
            self.store.measures.choose(replace(measure, every_weeks=every_weeks))
        elif measure.id in {known.id for known in self.store.measures.known()}:
            self.store.measures.stop(measure)
        else:
            return  # nothing was written: the next joined write still joins the one before
        self.saw_a_change()

    @rule(data=st.data(), day=DAYS, value=st.integers(0, 10), deleted=st.booleans())
    def take_a_result(self, data: st.DataObject, day: date, value: int, deleted: bool) -> None:
        if known := self.store.measures.known():
            new = self.store.measures.new_result(data.draw(st.sampled_from(known)), day, (Score(value),))
            result = data.draw(st.sampled_from([new, *self.store.measures.results()]))
            if deleted and result != new:
                self.store.measures.delete(result)
            else:
                self.store.measures.save(replace(result, day=day))
            self.saw_a_change()

    @rule(day=DAYS, does=st.sampled_from(["start", "stop", "kept", "not kept"]))
    def experiment(self, day: date, does: str) -> None:
        try:
            if does == "start":
                self.store.experiments.start("heat", "pain", Unit.DAYS, 14, day, TODAY)
            elif does == "stop":
                self.store.experiments.stop(TODAY)
            else:
                self.store.experiments.mark(day, TODAY, kept=does == "kept")
        except JournalError:
            return
        self.saw_a_change()

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.joins = False
            assert bool(self.store.changes.undo()) == bool(self.before)
            if self.before:
                self.after.append(self.now)
                self.now = self.before.pop()

    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.joins = False
            assert bool(self.store.changes.redo()) == bool(self.after)
            if self.after:
                self.before.append(self.now)
                self.now = self.after.pop()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = self.open()
        self.joins = False

    @rule()
    def undo_everything_and_redo_it(self) -> None:
        self.undo(len(self.before))
        self.redo(len(self.after))


def test_after_any_sequence_undo_and_redo_show_what_was_seen() -> None:
    run_state_machine_as_test(Journaling, settings=settings(max_examples=8, stateful_step_count=20))


@pytest.mark.slow
def test_after_many_long_sequences_undo_and_redo_show_what_was_seen() -> None:
    run_state_machine_as_test(Journaling, settings=settings(max_examples=100, stateful_step_count=50))
