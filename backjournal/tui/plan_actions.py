"""What the app does when the plan changes."""

from dataclasses import replace
from typing import Any

from textual import work

from backjournal.days import parse_day
from backjournal.library import LibraryExercise
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.tui.add_exercise import AddExercise
from backjournal.tui.messages import ChangeWanted, ExerciseWanted, Moved, Stopped
from backjournal.tui.navigation import Navigation
from backjournal.tui.prescription_form import PrescriptionForm, dose_from, exercise_from
from backjournal.tui.words import day_name


class PlanActions(Navigation):
    """Writes the plan."""

    @work
    async def on_exercise_wanted(self, _message: ExerciseWanted) -> None:
        """Choose an exercise from the library or make one, then its dose and days."""
        entries = self.plan_state.entries if self.plan_state else ()
        in_plan = {entry.exercise.id for entry in entries if entry.prescription.last_day is None}
        chosen = await self.push_screen_wait(AddExercise(frozenset(in_plan)))
        if chosen is None:
            return
        entry = chosen if isinstance(chosen, LibraryExercise) else None
        added: list[Prescription] = []

        def save(answers: dict[str, Any]) -> None:
            exercise = entry.exercise if entry else self.store.plan.own(exercise_from(answers))
            first_day = parse_day(answers["first_day"] or "today", self.today, field="first_day")
            schedule = Schedule.parse(answers["schedule"])
            added.append(self.store.plan.prescribe(exercise, dose_from(answers), schedule, first_day))

        form = PrescriptionForm(
            save,
            exercise=entry.exercise if entry else None,
            dose=entry.dose if entry else None,
            schedule=entry.schedule if entry else Schedule(),
            hint=f"From the library: {entry.exercise.library_dose}" if entry else "",
            name="" if isinstance(chosen, LibraryExercise) else chosen,
            first_day=self.today,
        )
        if await self.push_screen_wait(form):
            self.read_own()
            self.say(f"In the plan from {day_name(added[0].first_day, self.today)}. u takes it out again.")

    @work
    async def on_change_wanted(self, message: ChangeWanted) -> None:
        """Change the dose and the days of a prescription."""
        exercise, prescription = message.entry.exercise, message.entry.prescription

        def save(answers: dict[str, Any]) -> None:
            dose, schedule = dose_from(answers), Schedule.parse(answers["schedule"])
            wanted = replace(prescription, dose=replace(dose, sides=prescription.dose.sides), schedule=schedule)
            changed = self.store.plan.change(prescription, wanted, self.today)
            when = (
                day_name(changed.first_day, self.today)
                if changed.first_day <= self.today
                else "tomorrow, as today is ticked"
            )
            self.say(f"{exercise.name}: {dose}, {schedule}, from {when}.")

        hint = f"From the library: {exercise.library_dose}" if exercise.source else ""
        form = PrescriptionForm(
            save, exercise=exercise, dose=prescription.dose, schedule=prescription.schedule, hint=hint
        )
        await self.push_screen_wait(form)
        self.read_own()

    def on_stopped(self, message: Stopped) -> None:
        """Stop an exercise."""
        if self.attempt(lambda: self.store.plan.stop(message.entry.prescription, self.today)):
            self.say(f"{message.entry.exercise.name} stopped: its past stays. u brings it back.")

    def on_moved(self, message: Moved) -> None:
        """Move an exercise within its category."""
        exercise, moved = message.entry.exercise, list[bool]()
        self.attempt(lambda: moved.append(self.store.plan.move(exercise, message.step, self.today)))
        if moved == [False]:
            place = "first" if message.step < 0 else "last"
            self.say(f"{exercise.name} is the {place} of {exercise.category} already.")
