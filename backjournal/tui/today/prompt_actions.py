"""The questions that the app asks on occasion: what to keep in a flare-up, and whether to change a dose."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual import work

from backjournal.journal.signs import journal_signs
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.practices import Practice, Status
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.signs import reminder
from backjournal.store.answers import EASING
from backjournal.tui.core.messages import EasingWanted, SuggestionOpened
from backjournal.tui.core.pain_actions import PainActions
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.words import day_name

with lazy_imports():
    from backjournal.tui.today import easing_dialog, suggestion_dialog

if TYPE_CHECKING:
    from backjournal.plan.progress import Suggestion


class PromptActions(PainActions):
    """Asks these questions, carries out the answers, and stores when they were answered."""

    @work(exit_on_error=False)
    async def on_easing_wanted(self, message: EasingWanted) -> None:
        """Ask which exercises are kept in a flare-up, and excuse the others in one change."""
        items, day = message.items, message.day
        kept = await self.push_screen_wait(easing_dialog.EasingDialog(items))

        def ease() -> list[ChecklistItem]:
            excused = [] if kept is None else self._ease(items, day, kept)
            self.store.answers.save(EASING, day)
            return excused

        excused = self.attempt(ease)
        if excused is not None and kept is not None:
            stay = sum(item.exercise.id in kept for item in items)
            self.say(f"{len(excused)} excused for the flare-up, {stay} kept. u takes it back.")

    def _ease(self, items: tuple[ChecklistItem, ...], day: date, kept: frozenset[str]) -> list[ChecklistItem]:
        """Excuse the exercises that are not kept and still open, and return them."""
        excused = []
        with self.store.changes.write(f"easing of {day} in the flare-up"):
            for item in items:
                gentle = item.exercise.id in kept
                if gentle != item.exercise.gentle:
                    self.store.plan.keep_gentle(item.exercise, gentle=gentle)
                if not gentle and not self.store.practices.of(item.prescription.id, day):
                    skipped = Practice(item.prescription.id, day, Status.SKIPPED, reason="flare-up")
                    self.store.practices.save(skipped, "")
                    excused.append(item)
        return excused

    @work(exit_on_error=False)
    async def on_suggestion_opened(self, message: SuggestionOpened) -> None:
        """Ask whether to change a dose, then change it or store that the person refused."""
        from backjournal.plan.progress import question_of

        suggestion = self.suggestions.get(message.exercise_id)
        if suggestion is None:
            return
        answer = await self.push_screen_wait(suggestion_dialog.SuggestionDialog(suggestion))
        if isinstance(answer, Dose):
            self.attempt(lambda: self._take(suggestion, answer))
        elif answer is suggestion_dialog.Refusal.FOR_A_WEEK:
            done = f"{suggestion.exercise.name} stays as it is. It is asked again in a week at the earliest."
            self.attempt(lambda: self.store.answers.save(question_of(message.exercise_id), self.today), done)
        elif answer is suggestion_dialog.Refusal.PAUSE:
            self.pause_exercise(suggestion.exercise)

    def _take(self, suggestion: "Suggestion", dose: Dose) -> None:
        from backjournal.plan.progress import Kind

        # A sign may have been noted, or brought back, while the question was on the screen.
        if suggestion.kind is Kind.LARGER and (said := reminder(journal_signs(self.store, self.today))):
            raise JournalError(f"{said} No larger dose is suggested meanwhile, and nothing was changed.")
        prescription = suggestion.prescription
        following = self.store.plan.change(prescription, replace(prescription, dose=dose), self.today)
        self.suggestions = {key: each for key, each in self.suggestions.items() if key != suggestion.exercise.id}
        begins = day_name(following.first_day, self.today) if following.first_day <= self.today else "tomorrow"
        self.say(f"{suggestion.exercise.name}: {dose} from {begins}. u takes it back.")
