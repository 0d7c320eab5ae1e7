"""The actions of experiments: one is started, stopped, and its days are marked."""

from datetime import date
from typing import Any

from textual import work

from backjournal.journal.signs import journal_signs
from backjournal.model.diary_values import diary_value
from backjournal.model.experiments import Experiment, experiment_on
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.words import day_name

with lazy_imports():
    from backjournal.tui.experiment import form, page


class ExperimentActions(Navigation):
    """Opens the window of experiments, and writes what the person wants to the journal."""

    @work(exit_on_error=False)
    async def action_experiment(self) -> None:
        """Show the experiments, and carry out what the person wants; a sign that stands is shown first."""
        day = self.shown_day()
        await self.ask_about_signs()
        wanted = await self._show(day)
        if wanted is page.Wanted.START:
            await self._start()
        elif wanted is page.Wanted.STOP:
            if self.attempt(lambda: self.store.experiments.stop(self.today), "Experiment stopped: u takes it back."):
                await self._show(day)
        elif wanted is page.Wanted.MARK:
            self._mark(day)

    async def _show(self, day: date) -> "page.Wanted | None":
        from backjournal.journal.experiments import tried_out

        paused = bool(journal_signs(self.store, self.today))
        tried = tried_out(self.store, self.today)
        return await self.push_screen_wait(page.ExperimentPage(tried, day, self.today, paused=paused))

    async def _start(self) -> None:
        from backjournal.journal.experiments import journal_reach, start_experiment
        from backjournal.views.experiment_text import reach_line, reminder

        def reach(design: form.Design) -> str:
            found = journal_reach(self.store, design.value, design.unit, design.length, self.today)
            return reach_line(diary_value(design.value), design.unit, found)

        def save(answers: dict[str, Any]) -> Experiment:
            design, first_day = form.design_from(answers), form.first_day_from(answers, self.today)
            return start_experiment(
                self.store, answers["name"], design.value, design.unit, design.length, first_day, self.today
            )

        started = await self.push_screen_wait(form.ExperimentForm(save, reach=reach, today=self.today))
        if started:
            self.read_own()
            self.say(f"{reminder(started, self.today, self.today)}. u takes it back.")

    def _mark(self, day: date) -> None:
        found = experiment_on(self.store.experiments.all(), day)
        kept = found is not None and day in found.not_kept
        done = f"{'Kept' if kept else 'Not kept'} to the draw {day_name(day, self.today)}. u takes it back."
        self.attempt(lambda: self.store.experiments.mark(day, self.today, kept=kept), done)
