"""The actions of the Plan pane: the plan and its exercises are changed."""

from dataclasses import replace
from typing import Any

from textual import work

from backjournal.library.exercises import LibraryExercise
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.plan.entries import PlanEntry
from backjournal.tui.core.messages import (
    ChangeWanted,
    ExercisePageWanted,
    ExerciseWanted,
    GentleChosen,
    Moved,
    PlanBegun,
    PlanFactsWanted,
    Stopped,
)
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.words import day_name

with lazy_imports():
    from backjournal.tui.plan import about_form, add_exercise, exercise_page, prescription_form

_PAST_STAYS = "Another dose or other days: from the day in From; the past stays.\n"


class PlanActions(Navigation):
    """Writes changes of the plan to the journal, and opens the forms and pages for them."""

    @work(exit_on_error=False)
    async def on_exercise_wanted(self, _message: ExerciseWanted) -> None:
        """Ask for an exercise from the library or a new one, then for its dose and days, and add it to the plan."""
        entries = self.plan_state.entries if self.plan_state else ()
        in_plan = {entry.exercise.id for entry in entries if entry.prescription.last_day is None}
        chosen = await self.push_screen_wait(add_exercise.AddExercise(frozenset(in_plan)))
        if chosen is None:
            return
        exercise = chosen.exercise if isinstance(chosen, LibraryExercise) else None

        def save(answers: dict[str, Any]) -> Prescription:
            taken = exercise or self.store.plan.own(prescription_form.own_exercise_from(answers))
            wanted = prescription_form.wanted_from(answers, self.today)
            return self.store.plan.prescribe(
                taken, wanted.dose, wanted.schedule, wanted.first_day, wanted.last_day, wanted.note
            )

        form = prescription_form.PrescriptionForm(
            save,
            today=self.today,
            exercise=exercise,
            wanted=prescription_form.Wanted(chosen.dose, chosen.schedule, self.today)
            if isinstance(chosen, LibraryExercise)
            else None,
            name="" if isinstance(chosen, LibraryExercise) else chosen,
            hint=_library_dose(exercise),
            about=exercise.id if exercise else "",
        )
        if added := await self.push_screen_wait(form):
            self.read_own()
            self.say(f"In the plan from {day_name(added.first_day, self.today)}. u takes it out again.")
            if not entries:
                self.post_message(PlanBegun())

    @work(exit_on_error=False)
    async def on_change_wanted(self, message: ChangeWanted) -> None:
        """Open the form for a prescription, which also changes the exercise if the person defined it themselves."""
        exercise, before = message.entry.exercise, message.entry.prescription
        from_day = max(before.first_day, self.today)

        def save(answers: dict[str, Any]) -> None:
            wanted = prescription_form.wanted_from(answers, self.today)
            with self.store.changes.write(f"change of {exercise.name}"):
                if not exercise.source:
                    self.store.plan.rewrite(
                        prescription_form.own_exercise_from(answers, exercise.id, gentle=exercise.gentle)
                    )
                summary = self._change(message.entry, wanted)
            self.say(summary)

        form = prescription_form.PrescriptionForm(
            save,
            today=self.today,
            exercise=exercise,
            wanted=prescription_form.Wanted(before.dose, before.schedule, from_day, before.last_day, before.note),
            hint=_library_dose(exercise) + (_PAST_STAYS if before.first_day < self.today else ""),
            about=before.id,
        )
        await self.push_screen_wait(form)
        self.read_own()

    def _change(self, entry: PlanEntry, wanted: "prescription_form.Wanted") -> str:
        """Change a prescription, and return a summary of the change for the notice.

        Raises:
            InvalidValue: the first day lies in the past, or nothing would change on it.
        """
        before, name = entry.prescription, entry.exercise.name
        same = (before.dose, before.schedule) == (wanted.dose, wanted.schedule)
        if before.first_day < self.today and wanted.first_day < self.today:
            raise InvalidValue("first_day", f"{wanted.first_day} lies in the past, which stays as it was")
        if same and before.first_day < self.today < wanted.first_day:
            message = "nothing changes on that day: change the dose or the days too, or leave today here"
            raise InvalidValue("first_day", message)
        changed = self.store.plan.change(before, _changed(before, wanted), self.today)
        if same:
            return f"{name}: saved."
        begins = changed.first_day
        delayed = begins > max(wanted.first_day, self.today)
        when = "tomorrow, as today is ticked or skipped" if delayed else day_name(begins, self.today)
        return f"{name}: {wanted.dose}, {wanted.schedule}, from {when}."

    def on_stopped(self, message: Stopped) -> None:
        """Stop an exercise."""
        done = f"{message.entry.exercise.name} stopped: its past stays. u brings it back."
        self.attempt(lambda: self.store.plan.stop(message.entry.prescription, self.today), done)

    def on_gentle_chosen(self, message: GentleChosen) -> None:
        """Store whether an exercise is gentle, which means that it stays in a flare-up."""
        exercise, gentle = message.exercise, message.gentle
        done = f"{exercise.name} {'is gentle: it stays' if gentle else 'is not kept'} in a flare-up."
        self.attempt(lambda: self.store.plan.keep_gentle(exercise, gentle=gentle), done)

    def on_moved(self, message: Moved) -> None:
        """Move an exercise within its category."""
        exercise = message.entry.exercise
        if self.attempt(lambda: self.store.plan.move(exercise, message.step, self.today)) is False:
            place = "first" if message.step < 0 else "last"
            self.say(f"{exercise.name} is the {place} of {exercise.category} already.")

    @work(exit_on_error=False)
    async def on_plan_facts_wanted(self, _message: PlanFactsWanted) -> None:
        """Open the form for the aim of the plan, who prescribed it and when."""

        def save(answers: dict[str, Any]) -> None:
            self.store.plan.save_facts(about_form.facts_from(answers, self.today))

        if await self.push_screen_wait(about_form.PlanFactsForm(save, facts=self.store.plan.facts())):
            self.read_own()
            self.say("Saved. u takes it back.")

    @work(exit_on_error=False)
    async def on_exercise_page_wanted(self, message: ExercisePageWanted) -> None:
        """Open the page of an exercise; what is computed from its history is added once it is there."""
        exercise = self.store.plan.exercises().get(message.exercise_id)
        if exercise:
            page = exercise_page.ExercisePage(exercise)
            self.push_screen(page)
            self._read_exercise(page)

    @work(exit_on_error=False, thread=True, exclusive=True, group="exercise")
    def _read_exercise(self, page: "exercise_page.ExercisePage") -> None:
        from backjournal.journal.plan_figures import journal_figures

        try:
            with self.store.elsewhere() as store:
                figures = journal_figures(store, self.today).exercises.get(page.exercise.id)
        except JournalError as error:
            self.call_from_thread(self.report, str(error))
        else:
            # An exercise that another process has taken out of the plan meanwhile has no figures.
            if figures:
                self.call_from_thread(page.show, figures)


def _library_dose(exercise: Exercise | None) -> str:
    return f"From the library: {exercise.library_dose}.\n" if exercise and exercise.source else ""


def _changed(before: Prescription, wanted: "prescription_form.Wanted") -> Prescription:
    return replace(
        before,
        dose=wanted.dose,
        schedule=wanted.schedule,
        first_day=wanted.first_day,
        last_day=wanted.last_day,
        note=wanted.note,
    )
