"""The actions of the Today pane: exercises are ticked, counted, described, skipped."""

from datetime import date
from typing import Any

from textual import work

from backjournal.journal.signs import note_signs_of
from backjournal.library.exercises import starter_plan
from backjournal.library.red_flags import RedFlag
from backjournal.model.errors import JournalError
from backjournal.model.flare_ups import flare_up_on
from backjournal.model.practices import Practice, Status, changed, most_of, practice_label, practice_of
from backjournal.plan.checklist import ChecklistItem, practised_anew
from backjournal.tui.core.messages import (
    AmountStepped,
    ExtraWanted,
    GuidanceWanted,
    PlanBegun,
    PracticeWanted,
    SkipWanted,
    StarterWanted,
    Ticked,
)
from backjournal.tui.core.pain_actions import PainActions
from backjournal.tui.core.state import with_item
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.today import extra_dialog, practice_form, skip_dialog
    from backjournal.tui.widgets import advice


class TodayActions(PainActions):
    """Writes practices to the journal, and the starter plan."""

    def on_ticked(self, message: Ticked) -> None:
        """Tick one of the day's times of an exercise; if it is done or skipped already, take that back."""
        item, day = message.item, message.day

        def toggle() -> int:
            # Another process may have written meanwhile: the journal counts, not what was on the screen.
            amount = _after_tick(item, self._stored_practice(item, day))
            self._set_amount(item, day, amount)
            return amount

        if self.attempt(toggle, show=lambda: self._show_practice(item, day)):
            self.remind_of_signs()

    def on_amount_stepped(self, message: AmountStepped) -> None:
        """Change the amount that was done by a step, within what the dose allows."""
        item, day = message.item, message.day

        def step() -> int:
            now = self._stored_practice(item, day)
            most = most_of(item.prescription.dose)
            before = now.amount if now else 0
            amount = max(0, min(most, before + message.step))
            self._set_amount(item, day, amount)
            return amount - before

        if (self.attempt(step, show=lambda: self._show_practice(item, day)) or 0) > 0:
            self.remind_of_signs()

    @work(exit_on_error=False)
    async def on_practice_wanted(self, message: PracticeWanted) -> None:
        """Open the form for the details of a practice."""
        item, day = message.item, message.day

        signs: tuple[RedFlag, ...] = ()

        def save(answers: dict[str, Any]) -> Practice:
            nonlocal signs
            practice = practice_form.practice_from(answers, item, day)
            label = _label(item, day, practice.status)
            with self.store.changes.write(label):
                self.store.practices.save(practice, label)
                # The form opens with the note that is there already: only another one was typed.
                typed = "" if item.practice and practice.note == item.practice.note else practice.note
                signs = note_signs_of(self.store, item.exercise.name, day, typed)
            return practice

        saved = await self.push_screen_wait(
            practice_form.PracticeForm(save, clock=self.store.clock, item=item, day=day)
        )
        self.read_own()
        await self._answer_signs(signs)
        if saved and not signs:
            self.remind_of_signs()
        if saved and (item.practice is None or item.practice.pain_during != saved.pain_during):
            await self.answer_pain(item.exercise, day, saved.pain_during)

    @work(exit_on_error=False)
    async def on_skip_wanted(self, message: SkipWanted) -> None:
        """Ask why exercises are skipped, and skip them all in one change."""
        items, day = message.items, message.day
        name = items[0].exercise.name if len(items) == 1 else f"what is left ({len(items)})"
        in_flare_up = flare_up_on(self.store.diary.flare_ups(), day, self.today) is not None
        reason = await self.push_screen_wait(skip_dialog.SkipDialog(name, in_flare_up=in_flare_up))
        if not reason:
            return

        def skip() -> tuple[RedFlag, ...]:
            with self.store.changes.write(f"skip of {name} on {day}"):
                as_shown = [item for item in items if item.practice == self._stored_practice(item, day)]
                if not as_shown:
                    raise JournalError(f"{name} was ticked or skipped elsewhere meanwhile: nothing was changed")
                for item in as_shown:
                    self._save_practice(item, Practice(item.prescription.id, day, Status.SKIPPED, reason=reason))
                return note_signs_of(self.store, name, day, reason)

        await self._answer_signs(self.attempt(skip) or ())

    async def _answer_signs(self, signs: tuple[RedFlag, ...]) -> None:
        """Show the advice on the signs in the words of a practice; it has to be called from a worker."""
        if signs:
            await self.push_screen_wait(advice.AdviceScreen(signs, self.about_you()))

    @work(exit_on_error=False)
    async def on_extra_wanted(self, message: ExtraWanted) -> None:
        """Ask which exercise is practised as an extra, then tick it or guide through it."""
        chosen = await self.push_screen_wait(extra_dialog.ExtraDialog(message.extras, guided=message.day == self.today))
        if chosen and chosen.guided:
            self.post_message(GuidanceWanted((chosen.item,), message.day))
        elif chosen:
            self.post_message(Ticked(chosen.item, message.day))

    def on_starter_wanted(self, _message: StarterWanted) -> None:
        """Take the gentle starter plan from today on."""
        done = "This is your plan now: change the doses in 4 Plan. u takes it back."
        if self.attempt(lambda: self.store.plan.take_starter(starter_plan(), self.today), done):
            self.post_message(PlanBegun())

    def _stored_practice(self, item: ChecklistItem, day: date) -> Practice | None:
        return self.store.practices.of(item.prescription.id, day)

    def _show_practice(self, item: ChecklistItem, day: date) -> None:
        """Read the practice of an item again after a write that changed nothing else, and show it."""
        state = self.day_state
        shown = state.item(item.prescription.id) if state and state.day == day else None
        try:
            renewed = practised_anew(shown, self._stored_practice(shown, day)) if shown else None
        except JournalError:
            renewed = None  # it is met again below, and reported there
        if state and renewed:
            self.day_state = with_item(state, renewed)
            if renewed.left is not None:
                # What the rest of the week asks for has changed with it; the tick is drawn first.
                self.call_after_refresh(self.read_lately)
            self.suggest_soon()
        else:
            self.read_own()

    def _set_amount(self, item: ChecklistItem, day: date, amount: int) -> None:
        practice = practice_of(item.prescription.dose, item.prescription.id, day, amount)
        if practice:
            self._save_practice(item, practice)
        else:
            removed = self._stored_practice(item, day)
            self.store.practices.clear(item.prescription.id, day, _label(item, day, None))
            if removed and (removed.note or removed.pain_during is not None):
                self.say(f"{item.exercise.name}: its note and pain went with the tick. u brings them back.")

    def _save_practice(self, item: ChecklistItem, practice: Practice) -> None:
        kept = changed(self._stored_practice(item, practice.day), practice)
        self.store.practices.save(kept, _label(item, practice.day, practice.status))


def _after_tick(item: ChecklistItem, now: Practice | None) -> int:
    """Return the amount after a tick: one more of the day's times, or 0 if it was done or skipped before."""
    dose = item.prescription.dose
    if now is not None and now.status is not Status.PARTIAL:
        return 0
    return min(dose.target, ((now.amount if now else 0) // dose.once + 1) * dose.once)


def _label(item: ChecklistItem, day: date, status: Status | None) -> str:
    return practice_label(item.exercise.name, day, status)
