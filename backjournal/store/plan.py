"""Writing the plan: prescriptions are added, changed, stopped and moved."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Exercise
from backjournal.model.frozen import replace
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.entries import moved
from backjournal.store.plan_exercises import PlanExercises
from backjournal.store.plan_rows import FACTS_ID, exercise_row, prescription_row

if TYPE_CHECKING:
    from backjournal.library.exercises import LibraryExercise


class Plan(PlanExercises):
    """Writes the prescriptions, and the facts of the plan (aim, prescriber, day); the plan's past never changes."""

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
        """Add an exercise at the end of the plan, from `first_day` to `last_day`, or on without end if that is None.

        If an earlier prescription of it ends on `first_day` and was practised then, the new one begins the day after.

        Raises:
            JournalError: the exercise is prescribed for one of these days already, another one of the same name is in
                the plan, or the journal cannot be written.
        """
        with self._changes.write(f"adding of {exercise.name} to the plan"):
            known = self.exercises().get(exercise.id)
            kept = replace(exercise, gentle=known.gentle) if known else exercise
            earlier = self._of(exercise.id)
            if any(other.last_day == first_day and self._has_practice(other.id, first_day) for other in earlier):
                first_day += timedelta(days=1)
            self._refuse_namesake(exercise, first_day)
            position = self._db.value("SELECT coalesce(max(position), 0) + 1 FROM prescriptions")
            added = Prescription(self._new_id(), exercise.id, dose, schedule, first_day, last_day, position, note)
            _refuse_overlap(exercise.name, added, earlier)
            self._changes.put("exercises", exercise.id, exercise_row(kept))
            self._put(added)
            return added

    def take_starter(self, entries: "Iterable[LibraryExercise]", day: date) -> tuple[Prescription, ...]:
        """Fill an empty plan with the exercises of the starter plan from a day on, in one change, and return it.

        Raises:
            JournalError: the plan is not empty, or the journal cannot be written.
        """
        with self._changes.write("starter plan"):
            if self.entries(day):
                raise JournalError("there is a plan already, and the starter plan is for an empty one: add to yours")
            return tuple(self.prescribe(entry.exercise, entry.dose, entry.schedule, day) for entry in entries)

    def change(self, known: Prescription, wanted: Prescription, day: date) -> Prescription:
        """Change the prescription `known` to `wanted` from `day` on, and return the one in force from then on.

        A different dose or schedule ends `known` and starts a new prescription, so that the past stays true. The new
        one begins on `day`, or on the first day of `wanted` if that is later, or on the day after `day` if the exercise
        was practised on `day`. A prescription that begins then or later is changed in place, and so are the note and
        the last day.

        Raises:
            JournalError: a day lies in the past, another prescription of the exercise includes one of these days, the
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
        """End a prescription the day before `day`, or on `day` if it was practised then.

        One that would not have begun by then is deleted.

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
        """Move an exercise one place up (step -1) or down (step 1) within its category of the plan from `day` on.

        Return False if it is the first or the last one already.

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
        """Put the prescriptions with these ids into this order; ids that no longer exist are ignored.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write("new order of the plan"):
            rows = {prescription.id: prescription for prescription in self.prescriptions()}
            for position, row_id in enumerate(row_id for row_id in ids if row_id in rows):
                self._put(replace(rows[row_id], position=position))

    def _refuse_stale(self, prescription: Prescription) -> None:
        # The position is ignored: a prescription that was only moved is not stale.
        known = {replace(current, position=0) for current in self.prescriptions()}
        if replace(prescription, position=0) not in known:
            raise JournalError("the plan was changed elsewhere meanwhile, nothing was saved: look at it again")

    def _put(self, prescription: Prescription) -> None:
        self._changes.put("prescriptions", prescription.id, prescription_row(prescription))


def _following(
    known: Prescription, wanted: Prescription, day: date, name: str, *, practised: bool, new_id: Callable[[], str]
) -> Prescription:
    """Return the prescription in force from `day` on: the known one changed in place, or a new one for another dose.

    A dose that was `practised` on `day` stays in force until the end of that day.
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
