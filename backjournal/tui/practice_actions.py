"""What the app does when exercises are practised with guidance."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from textual import work

from backjournal.model.errors import JournalError
from backjournal.model.practices import Practice, with_sets
from backjournal.model.sets_done import SetDone
from backjournal.model.stopwatches import Stopwatch
from backjournal.trends.checklist import ChecklistItem
from backjournal.tui.guided_practice import GuidedPractice
from backjournal.tui.messages import GuidanceWanted
from backjournal.tui.navigation import Navigation
from backjournal.tui.pain_question import PainQuestion
from backjournal.tui.stopwatch_screen import Stopped, StopwatchScreen

LEAST_SECONDS = 30
"""What the stopwatch writes down at least: less would be no minute."""


class PracticeActions(Navigation):
    """Leads through exercises one after the other, and writes each repetition down as soon as it is done."""

    @work
    async def on_guidance_wanted(self, message: GuidanceWanted) -> None:
        """Practise exercises until the last or until the person stops; then show what was done."""
        if message.day != self.today:
            self.say("Only today is practised with guidance: space and a fill in past days.")
            return
        self.clear_notifications()
        for place, item in enumerate(message.items):
            following = message.items[place + 1 :]
            after = f"then {following[0].exercise.name}" if following else ""
            if not await self._practise(item, message.day, after):
                break
        self.read_own()

    async def _practise(self, item: ChecklistItem, day: date, after: str) -> bool:
        """Practise one exercise and ask for the pain during it; tell whether to go on."""
        before = self.store.practices.of(item.prescription.id, day)
        if item.prescription.dose.in_sets:
            goes_on = await self._in_sets(item, day, before, after)
        else:
            goes_on = await self._with_stopwatch(item, day, before, after)
        practised = self.store.practices.of(item.prescription.id, day)
        if practised and practised != before:
            pain = await self.push_screen_wait(PainQuestion(item.exercise.name, self.store.clock, after))
            if pain is not None:
                self._write(lambda: self._save(item, replace(practised, pain_during=pain)))
        self.store.changes.settle()
        return goes_on

    async def _in_sets(self, item: ChecklistItem, day: date, before: Practice | None, after: str) -> bool:
        def keep(sets: tuple[SetDone, ...]) -> None:
            self._write(lambda: self._save_sets(item, day, before, sets))

        screen = GuidedPractice(item, self.store.clock, keep, self._ring(), after)
        return await self.push_screen_wait(screen)

    async def _with_stopwatch(self, item: ChecklistItem, day: date, before: Practice | None, after: str) -> bool:
        clock, stopwatches = self.store.clock, self.store.stopwatches
        known = stopwatches.of(item.prescription.id, day)
        stopwatch = known or Stopwatch(item.prescription.id, day).started(clock.now())

        def keep(changed: Stopwatch) -> None:
            self._write(lambda: stopwatches.save(changed))

        keep(stopwatch)
        screen = StopwatchScreen(item, stopwatch, clock, keep, self._ring(), after)
        left = await self.push_screen_wait(screen)
        if left is Stopped.RUNS_ON:
            return False
        seconds = screen.stopwatch.elapsed(clock.now())
        sets = (SetDone(hold_seconds=seconds),) if seconds >= LEAST_SECONDS else ()
        if left is Stopped.WRITE_DOWN and not sets:
            self.say("Less than half a minute: nothing was written down.")

        def write_down() -> None:
            with self.store.changes.write(_label(item, day), joined=True):
                stopwatches.drop(item.prescription.id, day)
                if left is Stopped.WRITE_DOWN:
                    self._save_sets(item, day, before, sets)

        self._write(write_down)
        return left is Stopped.WRITE_DOWN

    def _save_sets(self, item: ChecklistItem, day: date, before: Practice | None, sets: tuple[SetDone, ...]) -> None:
        practice = with_sets(item.prescription.dose, item.prescription.id, day, before, sets)
        if practice:
            self._save(item, practice)
        else:
            self.store.practices.clear(item.prescription.id, day, _label(item, day), joined=True)

    def _save(self, item: ChecklistItem, practice: Practice) -> None:
        self.store.practices.save(practice, _label(item, practice.day), joined=True)

    def _write(self, write: Callable[[], object]) -> None:
        """Write, and say what went wrong; the practice goes on."""
        try:
            write()
        except JournalError as error:
            self.notify(str(error), title="Not saved", severity="error", timeout=10, markup=False)

    def _ring(self) -> Callable[[], object]:
        return self.bell if self.store.settings.get().sound else lambda: None


def _label(item: ChecklistItem, day: date) -> str:
    return f"practice of {item.exercise.name} on {day}"
