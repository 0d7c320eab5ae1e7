"""Writing an exercise down while it is practised: the same for the app and the command line."""

from dataclasses import replace
from datetime import date

from backjournal.model.errors import JournalError
from backjournal.model.practices import Practice, Status, with_sets
from backjournal.model.sets_done import SetDone
from backjournal.model.stopwatches import Stopwatch
from backjournal.plan.checklist import ChecklistItem
from backjournal.store.store import Store

LEAST_SECONDS = 30
"""What a stopwatch writes down at least: less would be no minute."""

LONGEST_HOURS = 24
"""What a stopwatch writes down at most: one that counts longer was forgotten."""


def asked_now(store: Store, item: ChecklistItem, day: date) -> ChecklistItem | None:
    """Return an exercise as the day's checklist has it by now, under another prescription too; None if it is gone.

    Raises:
        JournalError: the journal cannot be read.
    """
    of_exercise = {each.prescription.id: each for each in store.checklist(day) if each.exercise.id == item.exercise.id}
    return of_exercise.get(item.prescription.id) or next(iter(of_exercise.values()), None)


def stopwatch_items(store: Store) -> dict[str, tuple[ChecklistItem, date]]:
    """Return the exercises that have a stopwatch, each with its day, by the exercise's id; of several the oldest.

    Raises:
        JournalError: the journal cannot be read.
    """
    exercises, plan = store.plan.exercises(), {known.id: known for known in store.plan.prescriptions()}
    found: dict[str, tuple[ChecklistItem, date]] = {}
    for stopwatch in store.stopwatches.all():
        known = plan.get(stopwatch.prescription_id)
        if known and not known.dose.in_sets:
            item = ChecklistItem(exercises[known.exercise_id], known)
            found.setdefault(known.exercise_id, (item, stopwatch.day))
    return found


class PracticeSession:
    """An exercise of a day that is being practised; all that is written of it until `settle` is one step of undo.

    Others may write meanwhile: what they wrote of the day stays, and a plan that was changed is followed.
    Each method raises a JournalError where the journal cannot be written.
    """

    def __init__(self, store: Store, item: ChecklistItem, day: date) -> None:
        self._store = store
        self._day = day
        self._label = f"practice of {item.exercise.name} on {day}"
        self._sets: tuple[SetDone, ...] = ()
        self._kept_sets: tuple[SetDone, ...] = ()
        self.item = item
        self._before = self._kept = self._now

    @property
    def practised(self) -> bool:
        """Tell whether something was done by now, written down or not."""
        return bool(self._sets)

    @property
    def is_kept(self) -> bool:
        """Tell whether all that was done is written down."""
        return self._sets == self._kept_sets

    def keep(self, sets: tuple[SetDone, ...]) -> None:
        """Write down the sets done so far, after what was done before and what others wrote of the day meanwhile."""
        self._sets = sets
        with self._store.changes.write(self._label, joined=True):
            item = self._followed()
            before = self._without_own(item.prescription.id)
            practice = with_sets(item.prescription.dose, item.prescription.id, self._day, before, sets)
            if practice:
                self._store.practices.save(practice, self._label, joined=True)
            else:
                self._store.practices.clear(item.prescription.id, self._day, self._label, joined=True)
        self.item, self._before, self._kept, self._kept_sets = item, before, practice, sets

    def keep_all(self) -> None:
        """Write down what could not be written down before."""
        if not self.is_kept:
            self.keep(self._sets)

    def note_pain(self, pain: int) -> None:
        """Write down the pain during what was practised, 0 to 10."""
        now = self._now
        if now:
            self._store.practices.save(replace(now, pain_during=pain), self._label, joined=True)

    def settle(self) -> None:
        """End the practice: what follows is another step of undo."""
        self._store.changes.settle()

    @property
    def stopwatch(self) -> Stopwatch | None:
        """The stopwatch of the exercise, if there is one."""
        return self._store.stopwatches.of(self.item.prescription.id, self._day)

    def start(self) -> Stopwatch:
        """Start the stopwatch, or let the one that is there go on, and return it."""
        known = self.stopwatch or Stopwatch(self.item.prescription.id, self._day)
        started = known.started(self._store.clock.now())
        self._store.stopwatches.save(started)
        return started

    def write_down(self) -> bool:
        """Stop the stopwatch and write down what it counted; tell whether that was at least half a minute.

        Raises:
            JournalError: it counted more than a day, and is left as it is; or the journal cannot be written.
        """
        stopwatch = self.stopwatch
        seconds = stopwatch.elapsed(self._store.clock.now()) if stopwatch else 0
        if seconds > LONGEST_HOURS * 3600:
            raise JournalError(
                f"the stopwatch of {self.item.exercise.name} counted {seconds // 3600} hours, more than a day:"
                " drop it, and note the minutes that were true"
            )
        try:
            with self._store.changes.write(self._label, joined=True):
                self._store.stopwatches.drop(self.item.prescription.id, self._day)
                if seconds >= LEAST_SECONDS:
                    self.keep((SetDone(hold_seconds=seconds),))
        except JournalError:
            # The stopwatch still has it all.
            self._sets = self._kept_sets = ()
            raise
        return seconds >= LEAST_SECONDS

    def drop(self) -> None:
        """Forget the stopwatch, with nothing written down."""
        self._store.stopwatches.drop(self.item.prescription.id, self._day)

    @property
    def _now(self) -> Practice | None:
        return self._store.practices.of(self.item.prescription.id, self._day)

    def _followed(self) -> ChecklistItem:
        """Return the exercise under the prescription that is in force by now, or the one that was when it began."""
        known = self.item.prescription
        plan = [each for each in self._store.plan.prescriptions() if each.exercise_id == known.exercise_id]
        in_force = {each.id: each for each in plan if each.in_force(self._day)}
        if in_force:
            known = in_force.get(known.id) or next(iter(in_force.values()))
        elif known.id not in (each.id for each in plan):
            # As if it had been taken out of the plan a moment later: then it would have stayed for this day.
            known = self._store.plan.prescribe(
                self.item.exercise, known.dose, known.schedule, self._day, self._day, known.note
            )
        return replace(self.item, prescription=known)

    def _without_own(self, prescription_id: str) -> Practice | None:
        """Return what there would be of the day without this practice."""
        now = self._store.practices.of(prescription_id, self._day)
        if now == self._kept:
            return self._before
        if now is None or now.status is Status.SKIPPED:
            return now
        sets = list(now.sets)
        for own in self._kept_sets:
            if own in sets:
                sets.remove(own)
        amount = now.amount - (self._kept.amount if self._kept else 0) + (self._before.amount if self._before else 0)
        return replace(now, status=Status.PARTIAL, amount=max(0, amount), sets=tuple(sets))
