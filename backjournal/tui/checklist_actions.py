"""What the app does when exercises are ticked, counted, skipped."""

from typing import Any

from textual import work

from backjournal.library import starter_plan
from backjournal.model.prescriptions import Practice, Status, practice_of
from backjournal.trends.checklist import ChecklistItem
from backjournal.tui.base import JournalApp
from backjournal.tui.messages import AmountChanged, PracticeWanted, SkipWanted, StarterWanted, Ticked
from backjournal.tui.practice_form import PracticeForm, practice_from
from backjournal.tui.skip import SkipDialog


class ChecklistActions(JournalApp):
    """Writes the practices of the day that is shown."""

    def on_ticked(self, message: Ticked) -> None:
        """Tick an exercise in full, or take its practice back."""
        item = message.item
        if item.practice is not None and item.practice.status is not Status.PARTIAL:
            self._clear(item)
        else:
            self._keep(
                item, practice_of(item.prescription.dose, item.prescription.id, self.day, item.prescription.dose.target)
            )

    def on_amount_changed(self, message: AmountChanged) -> None:
        """Set the amount of an exercise."""
        item = message.item
        self._keep(item, practice_of(item.prescription.dose, item.prescription.id, self.day, message.amount))

    @work
    async def on_practice_wanted(self, message: PracticeWanted) -> None:
        """Ask how an exercise went."""
        item, day = message.item, self.day

        def save(answers: dict[str, Any]) -> None:
            self.store.practices.save(practice_from(answers, item, day), _label(item, "noted"))

        await self.push_screen_wait(PracticeForm(save, clock=self.store.clock, item=item))
        self.read()

    @work
    async def on_skip_wanted(self, message: SkipWanted) -> None:
        """Ask why an exercise is skipped; a skipped one is taken back."""
        item, day = message.item, self.day
        if item.practice is not None and item.practice.status is Status.SKIPPED:
            self._clear(item)
            return
        reason = await self.push_screen_wait(SkipDialog(item.exercise.name))
        if reason:
            skipped = Practice(item.prescription.id, day, Status.SKIPPED, reason=reason)
            self.attempt(lambda: self.store.practices.save(skipped, _label(item, "skipped")))

    def on_starter_wanted(self, _message: StarterWanted) -> None:
        """Take the gentle starter plan from today on."""

        def take() -> None:
            with self.store.changes.write("starter plan"):
                for entry in starter_plan():
                    self.store.plan.prescribe(entry.exercise, entry.dose, entry.schedule, self.today)

        if self.attempt(take):
            self.say("This is your plan now: change the doses in 4 Plan. u takes it back.")

    def _keep(self, item: ChecklistItem, practice: Practice | None) -> None:
        if practice is None:
            self._clear(item)
            return
        if item.practice is not None and item.practice.status is not Status.SKIPPED:
            practice = Practice(
                practice.prescription_id,
                practice.day,
                practice.status,
                practice.amount,
                item.practice.pain_during,
                note=item.practice.note,
            )
        self.attempt(lambda: self.store.practices.save(practice, _label(item, "ticked")))

    def _clear(self, item: ChecklistItem) -> None:
        self.attempt(lambda: self.store.practices.clear(item.prescription.id, self.day, _label(item, "unticked")))


def _label(item: ChecklistItem, what: str) -> str:
    return f"{item.exercise.name} {what}"
