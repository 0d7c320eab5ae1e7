"""The actions of the Measures pane: measures are chosen and removed, results are written down."""

from dataclasses import replace
from typing import Any

from textual import work

from backjournal.days import past_day
from backjournal.journal.signs import note_signs_of
from backjournal.library.measures import measure_library
from backjournal.library.own_words import signs_in
from backjournal.library.red_flags import RedFlag
from backjournal.model.measure_words import value_text
from backjournal.model.measures import Measure
from backjournal.plan.signs import stands
from backjournal.tui.core.base import JournalApp
from backjournal.tui.core.messages import (
    MeasureChangeWanted,
    MeasureStopWanted,
    MeasureWanted,
    ResultDeleted,
    ResultsWanted,
    ResultWanted,
)
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.words import day_name

with lazy_imports():
    from backjournal.tui.core import measures_state
    from backjournal.tui.measures import chooser, form, question, result_form, results
    from backjournal.tui.widgets import advice


class MeasureActions(Navigation):
    """Writes the chosen measures and their results to the journal, and opens the forms for them."""

    @work(exit_on_error=False)
    async def action_measure(self) -> None:
        """Write down a result of the measure that is due; if several or none are due, ask of which measure."""
        state = measures_state.read_measures(self.store, self.today)
        if not state.entries:
            await self.action_pane("measures")
            return
        entries = [entry for entry in state.entries if entry.due and entry.due <= self.today] or state.entries
        measure: Measure | None = entries[0].measure
        if len(entries) > 1:
            measure = await self.push_screen_wait(question.MeasureQuestion(entries, self.today))
        if measure:
            self.post_message(ResultWanted(measure))

    @work(exit_on_error=False)
    async def on_measure_wanted(self, _message: MeasureWanted) -> None:
        """Ask for a measure, shipped or newly defined, then for how often it is due, and choose it."""
        stored = {measure.id: measure for measure in self.store.measures.known()}
        chosen = frozenset(measure.id for measure in self.store.measures.chosen())
        shipped = [stored.pop(measure.id, measure) for measure in measure_library()]
        answer = await self.push_screen_wait(chooser.MeasureChooser([*shipped, *stored.values()], chosen))
        if answer is not None:
            await self._edit_measure(answer if isinstance(answer, Measure) else None)

    @work(exit_on_error=False)
    async def on_measure_change_wanted(self, message: MeasureChangeWanted) -> None:
        """Change how often a measure is due, its activities, or a measure that the person defined."""
        await self._edit_measure(message.measure)

    async def _edit_measure(self, measure: Measure | None) -> None:
        """Open the form for a measure, and choose the measure when it is saved; None defines a new measure."""

        def save(answers: dict[str, Any]) -> Measure:
            wanted = form.measure_from(answers, measure)
            chosen = wanted if wanted.id else self.store.measures.own(wanted)
            self.store.measures.choose(chosen)
            return chosen

        if chosen := await self.push_screen_wait(form.MeasureForm(save, measure)):
            self.read_own()
            self.say(f"{chosen.name}: saved. u takes it back.")

    def on_measure_stop_wanted(self, message: MeasureStopWanted) -> None:
        """Remove a measure from the chosen ones; its results stay in the journal."""
        done = f"{message.measure.name} is stopped: its results stay. u brings it back."
        self.attempt(lambda: self.store.measures.stop(message.measure), done)

    @work(exit_on_error=False)
    async def on_result_wanted(self, message: ResultWanted) -> None:
        """Open the form for a new result or for one to edit."""
        before = message.result
        measure = message.measure.as_then(before) if before else message.measure
        signs: list[RedFlag] = []

        def save(answers: dict[str, Any]) -> str:
            day = past_day("day", answers["day"], self.today) or self.today
            scores = result_form.scores_from(answers, measure)
            fresh = self.store.measures.new_result(measure, day, scores, answers["note"])
            result = replace(fresh, id=before.id) if before else fresh
            typed = "" if before and before.note == result.note else result.note
            with self.store.changes.write(self.store.changes.label("results", result.id, f"result of {day}")):
                self.store.measures.save(result)
                signs.extend(note_signs_of(self.store, measure.name, day, typed))
            return f"{value_text(measure, result.value)}, {day_name(day, self.today)}"

        ring = self.bell if self.store.settings.get().sound else lambda: None
        window = result_form.ResultForm(
            save,
            measure=measure,
            day=self.today,
            clock=self.store.clock,
            ring=ring,
            may_be_timed=self._may_be_timed,
            result=before,
        )
        if saved := await self.push_screen_wait(window):
            self.read_own()
            self.say(f"{measure.name}: {saved}. u takes it back.")
            if signs:
                await self.push_screen_wait(advice.AdviceScreen(tuple(signs), self.about_you()))
            else:
                self.remind_of_signs()

    async def _may_be_timed(self, note: str) -> bool:
        """Ask before a timed test, and give the advice on signs in the note that is typed so far."""
        if heard := signs_in((), note):
            await self.push_screen_wait(advice.AdviceScreen(heard, self.about_you()))
            if any(map(stands, heard)):
                return False
        return await self.ask_about_signs(before_practice=True)

    def on_results_wanted(self, message: ResultsWanted) -> None:
        """Open the list of the results of a measure."""
        self.push_screen(results.MeasureResults(message.measure).data_bind(state=JournalApp.measures_state))

    def on_result_deleted(self, message: ResultDeleted) -> None:
        """Delete a result."""
        self.attempt(lambda: self.store.measures.delete(message.result), "Result deleted: u brings it back.")
