"""What the app asks now and then: what to keep in a flare-up, and whether a dose shall change."""

from dataclasses import replace
from datetime import date

from textual import work

from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.practices import Practice, Status, changed
from backjournal.store.answers import EASE
from backjournal.trends.checklist import ChecklistItem
from backjournal.trends.progress import Suggestion, question_of
from backjournal.tui.ease import EaseDialog
from backjournal.tui.messages import EaseWanted, SuggestionOpened
from backjournal.tui.navigation import Navigation
from backjournal.tui.suggestion_dialog import Refusal, SuggestionDialog
from backjournal.tui.words import day_name


class AskingActions(Navigation):
    """Asks, writes what was answered, and keeps that it was."""

    @work
    async def on_ease_wanted(self, message: EaseWanted) -> None:
        """Ask what is kept of a day in a flare-up, and excuse the rest in one change."""
        items, day = message.items, message.day
        kept = await self.push_screen_wait(EaseDialog(items))
        eased = self.attempt(lambda: self._ease(items, day, kept))
        if eased and kept is not None:
            excused = sum(item.exercise.id not in kept for item in items)
            self.say(f"{excused} excused for the flare-up, {len(items) - excused} kept. u takes it back.")

    def _ease(self, items: tuple[ChecklistItem, ...], day: date, kept: frozenset[str] | None) -> None:
        self.store.answers.save(EASE, day)
        if kept is None:
            return
        with self.store.changes.write(f"easing of {day} in the flare-up"):
            for item in items:
                gentle = item.exercise.id in kept
                if gentle != item.exercise.gentle:
                    self.store.plan.keep_gentle(item.exercise, gentle=gentle)
                if not gentle:
                    before = self.store.practices.of(item.prescription.id, day)
                    skipped = Practice(item.prescription.id, day, Status.SKIPPED, reason="flare-up")
                    self.store.practices.save(changed(before, skipped), "")

    @work
    async def on_suggestion_opened(self, message: SuggestionOpened) -> None:
        """Ask whether a dose shall change, and change it or keep the refusal."""
        suggestion = self.suggestions.get(message.exercise_id)
        if suggestion is None:
            return
        answer = await self.push_screen_wait(SuggestionDialog(suggestion))
        if isinstance(answer, Dose):
            self.attempt(lambda: self._take(suggestion, answer))
        elif answer is Refusal.FOR_A_WEEK:
            self.attempt(lambda: self.store.answers.save(question_of(message.exercise_id), self.today))
            self.say(f"{suggestion.exercise.name} stays as it is. It is asked again in a week at the earliest.")

    def _take(self, suggestion: Suggestion, dose: Dose) -> None:
        known = next((each for each in self.store.plan.prescriptions() if each.id == suggestion.prescription.id), None)
        if known is None:
            raise JournalError(f"{suggestion.exercise.name} is no longer in the plan: nothing was changed")
        following = self.store.plan.change(known, replace(known, dose=dose), self.today)
        self.suggestions = {key: each for key, each in self.suggestions.items() if key != suggestion.exercise.id}
        begins = day_name(following.first_day, self.today) if following.first_day <= self.today else "tomorrow"
        self.say(f"{suggestion.exercise.name}: {dose} from {begins}. u takes it back.")
