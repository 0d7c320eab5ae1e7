"""The exercises and prescriptions in the journal."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from backjournal.library import LibraryExercise
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Category, Dose, Exercise
from backjournal.model.prescriptions import Prescription, Schedule
from backjournal.store.changes import Changes
from backjournal.trends.plan import PlanEntry, moved, plan_entries

_DOSE = ("sets", "repetitions", "hold_seconds", "breaths", "minutes", "times_a_day")


class Plan:
    """Reads and writes the exercises and their prescriptions; the past of a plan never changes."""

    def __init__(self, db: Database, changes: Changes, new_id: Callable[[], str]) -> None:
        self._db = db
        self._changes = changes
        self._new_id = new_id

    def exercises(self) -> dict[str, Exercise]:
        """Return the exercises by id, those of stopped prescriptions too."""
        rows = self._db.query("SELECT * FROM exercises WHERE NOT deleted ORDER BY rowid")
        return {row["id"]: _exercise(row) for row in rows}

    def prescriptions(self) -> tuple[Prescription, ...]:
        """Return all prescriptions, past, present and future, in the order of the plan."""
        rows = self._db.query("SELECT * FROM prescriptions WHERE NOT deleted ORDER BY position, first_day, id")
        return tuple(_prescription(row) for row in rows)

    def entries(self, day: date) -> tuple[PlanEntry, ...]:
        """Return what is in force on a day or later, by category and within it in the order of the plan."""
        return plan_entries(day, self.exercises(), self.prescriptions())

    def own(self, exercise: Exercise) -> Exercise:
        """Return an exercise of the person's own under a new id; `prescribe` writes it."""
        return replace(exercise, id=self._new_id(), dose_note="", source="")

    def prescribe(self, exercise: Exercise, dose: Dose, schedule: Schedule, first_day: date) -> Prescription:
        """Add an exercise to the plan at its end, from a day on, or from the end of its earlier prescription.

        Raises:
            JournalError: the exercise, or another of its name, is in the plan already, or the journal cannot be
                written.
        """
        with self._changes.write(f"adding of {exercise.name} to the plan"):
            for earlier in self.prescriptions():
                if earlier.exercise_id == exercise.id:
                    if earlier.last_day is None:
                        raise JournalError(f"{exercise.name} is in the plan already: change its dose there")
                    first_day = max(first_day, earlier.last_day + timedelta(days=1))
            self._refuse_namesake(exercise, first_day)
            position = self._db.execute("SELECT coalesce(max(position), 0) + 1 FROM prescriptions").fetchone()[0]
            prescription = Prescription(self._new_id(), exercise.id, dose, schedule, first_day, None, position)
            self._changes.put("exercises", exercise.id, _exercise_row(exercise))
            self._put(prescription)
            return prescription

    def take_starter(self, entries: Iterable[LibraryExercise], day: date) -> None:
        """Prescribe what an empty plan starts with, from a day on, in one change.

        Raises:
            JournalError: something is in the plan already, or the journal cannot be written.
        """
        with self._changes.write("starter plan"):
            if self.entries(day):
                raise JournalError("there is a plan already, and the starter plan is for an empty one: add to yours")
            for entry in entries:
                self.prescribe(entry.exercise, entry.dose, entry.schedule, day)

    def change(self, prescription: Prescription, dose: Dose, schedule: Schedule, day: date) -> Prescription:
        """End a prescription before `day` and start the next, so that the past stays true.

        One that begins on that day or later is simply changed. Where something was practised on `day`, the next
        begins the day after.

        Raises:
            JournalError: the prescription has ended by then, was changed elsewhere meanwhile, or the journal cannot
                be written.
        """
        name = self._name(prescription)
        with self._changes.write(f"change of {name} to {dose}"):
            self._refuse_stale(prescription)
            if (dose, schedule) == (prescription.dose, prescription.schedule):
                return prescription
            if self._practised(prescription.id, day):
                day += timedelta(days=1)
            if prescription.last_day is not None and prescription.last_day < day:
                raise JournalError(f"{name} ends on {prescription.last_day}: add it to the plan again")
            if prescription.first_day >= day:
                following = replace(prescription, dose=dose, schedule=schedule)
            else:
                self._put(replace(prescription, last_day=day - timedelta(days=1)))
                following = replace(prescription, id=self._new_id(), dose=dose, schedule=schedule, first_day=day)
            self._put(following)
            return following

    def stop(self, prescription: Prescription, day: date) -> None:
        """Take an exercise out of the plan from `day` on, or from the day after if it was practised on it.

        Raises:
            JournalError: the prescription was changed elsewhere meanwhile, or the journal cannot be written.
        """
        name = self._name(prescription)
        with self._changes.write(f"stopping of {name}"):
            self._refuse_stale(prescription)
            last = day if self._practised(prescription.id, day) else day - timedelta(days=1)
            if prescription.last_day is not None and prescription.last_day <= last:
                raise JournalError(f"{name} is stopped already: its last day is {prescription.last_day}")
            if last < prescription.first_day:
                self._changes.delete("prescriptions", prescription.id)
            else:
                self._put(replace(prescription, last_day=last))

    def move(self, exercise: Exercise, step: int, day: date) -> bool:
        """Move an exercise one place up (step -1) or down (1) within its category, in the plan as it is from a day on.

        Return whether there was a place to move to.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(f"moving of {exercise.name} {'up' if step < 0 else 'down'}"):
            before = self.entries(day)
            after = moved(before, exercise.id, step)
            if after != before:
                self.reorder([entry.prescription.id for entry in after])
            return after != before

    def reorder(self, ids: list[str]) -> None:
        """Put the prescriptions with these ids into this order; one that is gone by now is passed over.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write("new order of the plan"):
            rows = {prescription.id: prescription for prescription in self.prescriptions()}
            for position, row_id in enumerate(row_id for row_id in ids if row_id in rows):
                self._put(replace(rows[row_id], position=position))

    def _name(self, prescription: Prescription) -> str:
        exercise = self.exercises().get(prescription.exercise_id)
        return exercise.name if exercise else "an exercise"

    def _refuse_namesake(self, exercise: Exercise, day: date) -> None:
        # On the command line and in the exports an exercise is known by its name.
        names = {entry.exercise.name.casefold() for entry in self.entries(day) if entry.exercise.id != exercise.id}
        if exercise.name.casefold() in names:
            raise InvalidValue("name", f"an exercise named {exercise.name} is in the plan already: give another name")

    def _refuse_stale(self, prescription: Prescription) -> None:
        # Its place in the plan may have changed: that is no other prescription.
        known = {replace(current, position=0) for current in self.prescriptions()}
        if replace(prescription, position=0) not in known:
            raise JournalError("the plan was changed elsewhere meanwhile, nothing was saved: look at it again")

    def _practised(self, prescription_id: str, day: date) -> bool:
        return bool(
            self._db.table("practices").count_where(
                "prescription_id = ? AND day = ? AND NOT deleted", [prescription_id, day.isoformat()]
            )
        )

    def _put(self, prescription: Prescription) -> None:
        self._changes.put("prescriptions", prescription.id, _prescription_row(prescription))


def _exercise_row(exercise: Exercise) -> dict[str, Any]:
    columns = ("name", "sides", "how_to", "caution", "dose_note", "source")
    return {column: getattr(exercise, column) for column in columns} | {"category": exercise.category.value}


def _exercise(row: dict[str, Any]) -> Exercise:
    return Exercise(
        row["id"],
        row["name"],
        Category(row["category"]),
        bool(row["sides"]),
        row["how_to"],
        row["caution"],
        row["dose_note"],
        row["source"],
    )


def _prescription_row(prescription: Prescription) -> dict[str, Any]:
    return {column: getattr(prescription.dose, column) for column in _DOSE} | {
        "exercise_id": prescription.exercise_id,
        "schedule": str(prescription.schedule),
        "first_day": prescription.first_day.isoformat(),
        "last_day": prescription.last_day.isoformat() if prescription.last_day else None,
        "position": prescription.position,
    }


def _prescription(row: dict[str, Any]) -> Prescription:
    return Prescription(
        row["id"],
        row["exercise_id"],
        Dose(**{column: row[column] for column in _DOSE}),
        Schedule.parse(row["schedule"]),
        date.fromisoformat(row["first_day"]),
        date.fromisoformat(row["last_day"]) if row["last_day"] else None,
        row["position"],
    )
