"""Writing the plan's exercises: the person's own ones, and which are kept in a flare-up."""

from datetime import date

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Exercise
from backjournal.model.frozen import replace
from backjournal.model.spelling import is_same_name
from backjournal.store.plan_reading import PlanReading
from backjournal.store.plan_rows import exercise_row


class PlanExercises(PlanReading):
    """Writes the exercises themselves; `Plan` adds their prescriptions."""

    def own(self, exercise: Exercise) -> Exercise:
        """Return an exercise as the person's own, with a new id; `prescribe` writes it."""
        return replace(exercise, id=self._new_id(), dose_note="", source="")

    def rewrite(self, exercise: Exercise) -> None:
        """Write a changed name or description of one of the person's own exercises.

        Raises:
            JournalError: the exercise is of the library, another one in the plan on or after its first day has the
                same name, or the journal cannot be written.
        """
        with self._changes.write(f"change of {exercise.name}"):
            if self.exercises().get(exercise.id, exercise).source:
                raise JournalError(f"{exercise.name} is of the library: write what differs into the note on its dose")
            begins = min((known.first_day for known in self._of(exercise.id)), default=date.max)
            self._refuse_namesake(exercise, begins)
            self._changes.put("exercises", exercise.id, exercise_row(exercise))

    def keep_gentle(self, exercise: Exercise, *, gentle: bool) -> None:
        """Record whether the person keeps doing an exercise in a flare-up.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(f"{exercise.name} {'kept' if gentle else 'not kept'} in a flare-up"):
            self._changes.put("exercises", exercise.id, exercise_row(replace(exercise, gentle=gentle)))

    def _refuse_namesake(self, exercise: Exercise, day: date) -> None:
        """Refuse an exercise that has the same name as another one in the plan on a day or later."""
        # The command line and the exports identify an exercise of a day by its name.
        others = [entry for entry in self.entries(day) if entry.exercise.id != exercise.id]
        alike = [entry for entry in others if is_same_name(entry.exercise.name, exercise.name)]
        if alike:
            last = max(entry.prescription.last_day or date.max for entry in alike)
            when = "already" if last == date.max else f"up to {last}"
            raise InvalidValue("name", f"an exercise named {exercise.name} is in the plan {when}: give another name")
