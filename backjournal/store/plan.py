"""The plan in the journal: what is prescribed, and how that changes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from backjournal.library.exercises import LibraryExercise
from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.entries import moved
from backjournal.store.plan_exercises import PlanExercises
from backjournal.store.plan_rows import FACTS_ID, exercise_row, prescription_row


class Plan(PlanExercises):
    """Writes the prescriptions and what is said of the plan; the past of a plan never changes."""

    def save_facts(self, facts: PlanFacts) -> None:
        """Write the aim of the plan, who prescribed it and when.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write("aim of the plan"):
            on = facts.prescribed_on.isoformat() if facts.prescribed_on else None
            row = {"aim": facts.aim, "prescribed_by": facts.prescribed_by, "prescribed_on": on}
            self._changes.put("plan_facts", FACTS_ID, row)

    def prescribe(
        self,
        exercise: Exercise,
        dose: Dose,
        schedule: Schedule,
        first_day: date,
        last_day: date | None = None,
        note: str = "",
    ) -> Prescription:
        """Add an exercise to the plan at its end, from a first day to a last.

        One that was stopped on the first day, having been practised on it, begins the day after.

        Raises:
            JournalError: the exercise is prescribed for one of these days already, another of its name is in the
                plan, or the journal cannot be written.
        """
        with self._changes.write(f"adding of {exercise.name} to the plan"):
            known = self.exercises().get(exercise.id)
            kept = replace(exercise, gentle=known.gentle) if known else exercise
            earlier = self._of(exercise.id)
            if any(other.last_day == first_day and self._has_practice(other.id, first_day) for other in earlier):
                first_day += timedelta(days=1)
            self._refuse_namesake(exercise, first_day)
            position = self._db.execute("SELECT coalesce(max(position), 0) + 1 FROM prescriptions").fetchone()[0]
            added = Prescription(self._new_id(), exercise.id, dose, schedule, first_day, last_day, position, note)
            _refuse_overlap(exercise.name, added, earlier)
            self._changes.put("exercises", exercise.id, exercise_row(kept))
            self._put(added)
            return added

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

    def change(self, known: Prescription, wanted: Prescription, day: date) -> Prescription:
        """Make a prescription what is wanted from `day` on, and return the one that holds then.

        Another dose or schedule ends it before `day`, or before a later first day that is wanted, and starts the
        next, so that the past stays true; where something was practised on `day`, the next begins the day after. One
        that begins on that day or later is simply changed, and so are the note and the last day.

        Raises:
            JournalError: a day lies in the past, the exercise is prescribed otherwise for one of these days, the
                prescription was changed elsewhere meanwhile, or the journal cannot be written.
        """
        name = self._name(known)
        with self._changes.write(f"change of {name} to {wanted.dose}"):
            self._refuse_stale(known)
            if known == wanted:
                return known
            practised = self._has_practice(known.id, day)
            following = _following(known, wanted, day, name, practised=practised, new_id=self._new_id)
            _refuse_overlap(name, following, [other for other in self._of(known.exercise_id) if other.id != known.id])
            if following.id != known.id:
                ended = following.first_day - timedelta(days=1)
                self._put(replace(known, last_day=min(ended, known.last_day or ended)))
            self._put(following)
            return following

    def stop(self, prescription: Prescription, day: date) -> None:
        """Take an exercise out of the plan from `day` on, or from the day after if it was practised on it.

        Raises:
            JournalError: it is stopped already, it was changed elsewhere meanwhile, or the journal cannot be written.
        """
        name = self._name(prescription)
        with self._changes.write(f"stopping of {name}"):
            self._refuse_stale(prescription)
            last = day if self._has_practice(prescription.id, day) else day - timedelta(days=1)
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

    def _refuse_stale(self, prescription: Prescription) -> None:
        # Its place in the plan may have changed: that is no other prescription.
        known = {replace(current, position=0) for current in self.prescriptions()}
        if replace(prescription, position=0) not in known:
            raise JournalError("the plan was changed elsewhere meanwhile, nothing was saved: look at it again")

    def _put(self, prescription: Prescription) -> None:
        self._changes.put("prescriptions", prescription.id, prescription_row(prescription))


def _following(
    known: Prescription, wanted: Prescription, day: date, name: str, *, practised: bool, new_id: Callable[[], str]
) -> Prescription:
    """Return what holds from `day` on: the known one with new facts, or a new one if it asks for something else.

    What was `practised` on the day holds until its end.
    """
    same = (known.dose, known.schedule) == (wanted.dose, wanted.schedule)
    begins = day + timedelta(days=practised)
    if known.last_day is not None and known.last_day < (day - timedelta(days=1) if same else begins):
        raise JournalError(f"{name} ends on {known.last_day}: add it to the plan again")
    later = not same and known.first_day <= day < wanted.first_day
    if known.first_day >= begins and not later:
        if wanted.first_day < day:
            raise InvalidValue("first_day", f"{wanted.first_day} lies in the past, which stays as it was")
        return wanted
    if wanted.last_day is not None and wanted.last_day < begins - timedelta(days=1):
        raise InvalidValue("last_day", f"{wanted.last_day} lies in the past, which stays as it was")
    if same:
        return replace(wanted, first_day=known.first_day)
    return replace(wanted, id=new_id(), first_day=max(begins, wanted.first_day))


def _refuse_overlap(name: str, wanted: Prescription, others: Iterable[Prescription]) -> None:
    for other in others:
        if not other.overlaps(wanted.first_day, wanted.last_day):
            continue
        if other.last_day is None and other.first_day <= wanted.first_day:
            raise InvalidValue(
                "first_day", f"{name} is in the plan already: change its dose there, or give it a last day first"
            )
        field = "first_day" if other.first_day <= wanted.first_day else "last_day"
        until = f" to {other.last_day}" if other.last_day else ""
        raise InvalidValue(
            field, f"{name} is prescribed from {other.first_day}{until} already: choose days without overlap"
        )
