"""The actions of guided practice: exercises are practised one after the other and written down."""

import contextlib
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import partial

from textual import work

from backjournal.journal.clock_watch import ClockWatch
from backjournal.journal.practice_session import PracticeSession, asked_now, stopwatch_items
from backjournal.journal.signs import journal_signs
from backjournal.model.errors import JournalError
from backjournal.model.practices import Status
from backjournal.model.sets_done import SetDone
from backjournal.model.stopwatches import Stopwatch
from backjournal.plan.checklist import ChecklistItem
from backjournal.store.store import Store
from backjournal.tui.core.messages import GuidanceWanted
from backjournal.tui.core.pain_actions import PainActions
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.words import day_name

with lazy_imports():
    from backjournal.tui.practice import guided, not_saved, pain_question
    from backjournal.tui.practice import stopwatch as timing


_TOO_MANY_WITHIN = timedelta(seconds=1)
"""How soon after steps were passed over up to the last one another key of the same was one too many."""


class PracticeActions(PainActions):
    """Guides the person through exercises one after the other, and writes each repetition down once it is done."""

    def __init__(self, store: Store, banner: str = "") -> None:
        super().__init__(store, banner)
        self._clock_watch = ClockWatch(store.clock.now())
        self._passed_over = datetime.min.replace(tzinfo=UTC)

    def look_for_changes(self) -> None:
        """Read the journal again if that is needed; and keep what stopwatches counted when the clock was set back."""
        with contextlib.suppress(JournalError):  # the reading reports it
            self._clock_watch.look(self.store)
        super().look_for_changes()

    def action_step(self, step: int) -> None:
        """Go one step back (-1) or forward (1) in the pane, unless the key was meant for the practice that is over."""
        now = self.store.clock.now()
        if step > 0 and timedelta() <= now - self._passed_over < _TOO_MANY_WITHIN:
            self._passed_over = now
        else:
            super().action_step(step)

    @work(exit_on_error=False)
    async def on_guidance_wanted(self, message: GuidanceWanted) -> None:
        """Practise the exercises in turn until the last one or until the person stops, then show what was done."""
        today = message.day == self.today
        # On a past day, only a stopwatch that was started on that day can go on; today, also one of an earlier day.
        timed = {key: pair for key, pair in stopwatch_items(self.store).items() if today or pair[1] == message.day}
        items = message.items if today else [item for item in message.items if item.exercise.id in timed]
        if not items:
            self.say("Guidance is for today only: space and a fill in past days.")
            return
        self.clear_notifications()
        if not await self.ask_about_signs(before_practice=True):
            if self.standing():
                self._pause_running(timed[item.exercise.id] for item in items if item.exercise.id in timed)
            return
        known = journal_signs(self.store, self.today)
        for place, shown in enumerate(items):
            # A sign may be noted elsewhere in the meantime.
            if place and journal_signs(self.store, self.today) != known:
                if not await self.ask_about_signs(before_practice=True):
                    break
                known = journal_signs(self.store, self.today)
            item, day = timed.get(shown.exercise.id) or (asked_now(self.store, shown, message.day), message.day)
            if item is None:
                self.say(f"{shown.exercise.name} is no longer in the plan of the day: it was changed meanwhile.")
                continue
            if place and item.practice and item.practice.status is not Status.PARTIAL:
                continue
            following = items[place + 1 :]
            after = following[0].exercise.name if following else ""
            if not await self._practise(item, day, after):
                break
        self.read_own()

    def _pause_running(self, timed: Iterable[tuple[ChecklistItem, date]]) -> None:
        """Pause the stopwatches of exercises that are not practised on."""
        for item, day in timed:
            stopwatch = self.store.stopwatches.of(item.prescription.id, day)
            if stopwatch and stopwatch.running_since:
                self.attempt(
                    partial(self.store.stopwatches.save, stopwatch.paused(self.store.clock.now())),
                    f"The stopwatch of {item.exercise.name} is paused.",
                )

    async def _practise(self, item: ChecklistItem, day: date, after: str) -> bool:
        """Practise one exercise and ask for the pain during it; return whether to go on to the next exercise."""
        practice = PracticeSession(self.store, item, day)
        if item.prescription.dose.in_sets:
            goes_on = await self._practise_in_sets(practice, after)
        else:
            goes_on = await self._practise_with_stopwatch(practice, after)
        await self._write_or_retry(item, practice.keep_all)
        pain = None
        if practice.practised:
            pain = await self.push_screen_wait(pain_question.PainQuestion(item.exercise.name, self.store.clock, after))
            if pain is not None:
                await self._write_or_retry(item, lambda: practice.note_pain(pain))
        elif goes_on and item.prescription.dose.in_sets:
            self._passed_over = self.store.clock.now()
            self.say("Nothing was done, so nothing is ticked.")
        practice.settle()
        return await self.answer_pain(item.exercise, day, pain, after if goes_on else "") and goes_on

    async def _practise_in_sets(self, practice: PracticeSession, after: str) -> bool:
        def keep(sets: tuple[SetDone, ...]) -> None:
            self._write(lambda: practice.keep(sets))

        screen = guided.GuidedPractice(practice.item, self.store.clock, keep, self._ring(), after)
        return await self.push_screen_wait(screen)

    async def _practise_with_stopwatch(self, practice: PracticeSession, after: str) -> bool:
        def keep(changed: Stopwatch) -> None:
            self._write(lambda: self.store.stopwatches.save(changed))

        def look() -> Stopwatch | None:
            self._clock_watch.look(self.store)
            return practice.stopwatch

        stopwatch = practice.start()
        screen = timing.StopwatchScreen(practice.item, stopwatch, look, self.store.clock, keep, self._ring(), after)
        if stopwatch.day != self.today:
            begun = day_name(stopwatch.day, self.today)
            self.say(f"This stopwatch was started {begun}: what it counts is written down there.")
        left = await self.push_screen_wait(screen)
        if left is timing.Stopped.DROP:
            self._write(practice.drop)
        elif left is timing.Stopped.WRITE_DOWN:
            self._write(lambda: self._write_down(practice))
        elif left is timing.Stopped.ELSEWHERE:
            self.say(f"The stopwatch of {practice.item.exercise.name} was stopped elsewhere: nothing more is counted.")
        return left is timing.Stopped.WRITE_DOWN

    def _write_down(self, practice: PracticeSession) -> None:
        if not practice.write_down():
            self.say("Less than half a minute: nothing was written down.")

    def _write(self, write: Callable[[], object]) -> None:
        """Call `write`; if it fails, show the error and go on with the practice."""
        try:
            write()
        except JournalError as error:
            # One notice is enough for all repetitions that are not written yet.
            self.clear_notifications()
            self.notify(str(error), title="Not saved", severity="error", timeout=10, markup=False)

    async def _write_or_retry(self, item: ChecklistItem, write: Callable[[], object]) -> None:
        """Call `write`; as long as it fails, ask the person whether to try again."""
        while True:
            try:
                write()
            except JournalError as error:
                # A notice of the same error may still be queued; the window shows it already.
                self.call_later(self.clear_notifications)
                if not await self.push_screen_wait(not_saved.NotSaved(item.exercise.name, str(error))):
                    return
            else:
                return

    def _ring(self) -> Callable[[], object]:
        return self.bell if self.store.settings.get().sound else lambda: None
