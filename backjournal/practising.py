"""Writing an exercise down while it is practised: the same for the app and the command line."""

from dataclasses import replace
from datetime import date

from backjournal.model.errors import JournalError
from backjournal.model.practices import with_sets
from backjournal.model.sets_done import SetDone
from backjournal.model.stopwatches import Stopwatch
from backjournal.store.store import Store
from backjournal.trends.checklist import ChecklistItem

LEAST_SECONDS = 30
"""What a stopwatch writes down at least: less would be no minute."""

LONGEST_HOURS = 24
"""What a stopwatch writes down at most: one that counts longer was forgotten."""


class PracticeUnderWay:
    """An exercise of a day that is being practised; all that is written of it until `settle` is one step of undo.

    Each method raises a JournalError where the journal cannot be written.
    """

    def __init__(self, store: Store, item: ChecklistItem, day: date) -> None:
        self._store = store
        self._day = day
        self._label = f"practice of {item.exercise.name} on {day}"
        self.item = item
        self.before = store.practices.of(item.prescription.id, day)

    @property
    def practised(self) -> bool:
        """Tell whether something was written down by now."""
        now = self._store.practices.of(self.item.prescription.id, self._day)
        return now is not None and now != self.before

    def keep(self, sets: tuple[SetDone, ...]) -> None:
        """Write down the sets done so far, after what was done before."""
        prescription = self.item.prescription
        practice = with_sets(prescription.dose, prescription.id, self._day, self.before, sets)
        if practice:
            self._store.practices.save(practice, self._label, joined=True)
        else:
            self._store.practices.clear(prescription.id, self._day, self._label, joined=True)

    def note_pain(self, pain: int) -> None:
        """Write down the pain during what was practised, 0 to 10."""
        now = self._store.practices.of(self.item.prescription.id, self._day)
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
        with self._store.changes.write(self._label, joined=True):
            self._store.stopwatches.drop(self.item.prescription.id, self._day)
            if seconds >= LEAST_SECONDS:
                self.keep((SetDone(hold_seconds=seconds),))
        return seconds >= LEAST_SECONDS

    def drop(self) -> None:
        """Forget the stopwatch, with nothing written down."""
        self._store.stopwatches.drop(self.item.prescription.id, self._day)
