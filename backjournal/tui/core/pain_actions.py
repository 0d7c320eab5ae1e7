"""The answer to strong pain during a practice, wherever it was noted."""

from datetime import date

from backjournal.journal.stopping import stop_exercise
from backjournal.journal.strong_pain import strong_pain
from backjournal.model.exercises import Exercise
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.widgets import strong_pain_dialog


class PainActions(Navigation):
    """Answers strong pain at once, and pauses an exercise when the person says so."""

    async def answer_pain(self, exercise: Exercise, day: date, pain: int | None, after: str = "") -> bool:
        """Say what to do if the pain during an exercise was strong; return whether to go on with the next exercise.

        `after` is the name of that exercise, or empty. It has to be called from a worker.
        """
        strong = strong_pain(self.store, exercise, day, pain)
        if strong is None:
            return True
        answer = await self.push_screen_wait(strong_pain_dialog.StrongPainDialog(strong, self.store.clock, after))
        if answer is strong_pain_dialog.AfterPain.PAUSE:
            self.pause_exercise(exercise)
        return answer is strong_pain_dialog.AfterPain.GO_ON

    def pause_exercise(self, exercise: Exercise) -> None:
        """Take an exercise out of the plan until the person adds it again."""
        stays = self.attempt(lambda: stop_exercise(self.store, exercise, self.today))
        if stays is not None:
            since = "from tomorrow" if stays else "from today"
            self.say(f"{exercise.name} is paused {since} on. u takes it back; 4 Plan adds it again.")
