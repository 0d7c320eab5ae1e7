"""Writing down an ongoing practice, for the app and the command line alike."""

from datetime import date

from backjournal.model.errors import JournalError
from backjournal.model.frozen import replace
from backjournal.model.practices import Practice, Status, with_sets
from backjournal.model.sets_done import SetDone
from backjournal.model.stopwatches import Stopwatch
from backjournal.plan.checklist import ChecklistItem
from backjournal.store.store import Store

LEAST_SECONDS = 30
"""The shortest time that is written down: less would round to 0 minutes."""

LONGEST_HOURS = 24
"""The longest time that is written down: a stopwatch that runs longer was forgotten."""


def asked_now(store: Store, item: ChecklistItem, day: date) -> ChecklistItem | None:
    """Return the current item of an exercise on a day, under any prescription, asked for or not; None if there is none.

    Raises:
        JournalError: the journal cannot be read.
    """
    of_exercise = {
        each.prescription.id: each
        for each in (*store.checklist(day), *store.extras(day))
        if each.exercise.id == item.exercise.id
    }
    return of_exercise.get(item.prescription.id) or next(iter(of_exercise.values()), None)


def stopwatch_items(store: Store) -> dict[str, tuple[ChecklistItem, date]]:
    """Return the exercises with a stopwatch, each with the day of its oldest one, by the exercise's id.

    Raises:
        JournalError: the journal cannot be read.
    """
    stopwatches = store.stopwatches.all()
    found: dict[str, tuple[ChecklistItem, date]] = {}
    if not stopwatches:
        return found
    exercises, plan = store.plan.exercises(), {each.id: each for each in store.plan.prescriptions()}
    for stopwatch in stopwatches:
        prescription = plan.get(stopwatch.prescription_id)
        if prescription and not prescription.dose.in_sets:
            item = ChecklistItem(exercises[prescription.exercise_id], prescription)
            found.setdefault(prescription.exercise_id, (item, stopwatch.day))
    return found


class PracticeSession:
    """The ongoing practice of an exercise on a day; all that it writes until `settle` is one step of undo.

    Other processes may write meanwhile: their practice of the day is kept, and their changes of the plan are followed.
    Each method raises a JournalError if the journal cannot be written.
    """

    def __init__(self, store: Store, item: ChecklistItem, day: date) -> None:
        self._store = store
        self._day = day
        self._label = f"practice of {item.exercise.name} on {day}"
        self._sets: tuple[SetDone, ...] = ()
        self._kept_sets: tuple[SetDone, ...] = ()
        self.item = item
        self._before = self._kept = self._stored

    @property
    def practised(self) -> bool:
        """Whether anything was done so far, written down or not."""
        return bool(self._sets)

    @property
    def is_kept(self) -> bool:
        """Whether all that was done so far is written down."""
        return self._sets == self._kept_sets

    def keep(self, sets: tuple[SetDone, ...]) -> None:
        """Write down all sets done so far, added to what was written of the day before and by others meanwhile."""
        self._sets = sets
        with self._store.changes.write(self._label, joined=True):
            item = self._current_item()
            before = self._without_own(item.prescription.id)
            practice = with_sets(item.prescription.dose, item.prescription.id, self._day, before, sets)
            if practice:
                self._store.practices.save(practice, self._label, joined=True)
            else:
                self._store.practices.clear(item.prescription.id, self._day, self._label, joined=True)
        self.item, self._before, self._kept, self._kept_sets = item, before, practice, sets

    def keep_all(self) -> None:
        """Write down the sets that could not be written down before, if there are any."""
        if not self.is_kept:
            self.keep(self._sets)

    def note_pain(self, pain: int) -> None:
        """Write down the pain during what was practised, 0 to 10."""
        stored = self._stored
        if stored:
            self._store.practices.save(replace(stored, pain_during=pain), self._label, joined=True)

    def settle(self) -> None:
        """End the practice: later changes are another step of undo."""
        self._store.changes.settle()

    @property
    def stopwatch(self) -> Stopwatch | None:
        """The stopwatch of the exercise, if there is one."""
        return self._store.stopwatches.of(self.item.prescription.id, self._day)

    def start(self) -> Stopwatch:
        """Start the stopwatch, or resume the existing one, and return it."""
        stopwatch = self.stopwatch or Stopwatch(self.item.prescription.id, self._day)
        started = stopwatch.started(self._store.clock.now())
        self._store.stopwatches.save(started)
        return started

    def write_down(self) -> bool:
        """Stop the stopwatch and write its time down; return False if that was too short to be written.

        Raises:
            JournalError: it counted more than a day, or the clock was set back behind its start, and it is left as it
                is; or the journal cannot be written.
        """
        stopwatch = self.stopwatch
        if stopwatch and stopwatch.is_ahead(self._store.clock.now()):
            raise JournalError(
                f"the clock was set back since the stopwatch of {self.item.exercise.name} was started, so nobody knows"
                " how long it ran: drop it, and note the minutes that were true"
            )
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
            # The rollback has restored the stopwatch, which still has the whole time: nothing is left to retry.
            self._sets = self._kept_sets = ()
            raise
        return seconds >= LEAST_SECONDS

    def drop(self) -> None:
        """Delete the stopwatch without writing its time down."""
        self._store.stopwatches.drop(self.item.prescription.id, self._day)

    @property
    def _stored(self) -> Practice | None:
        return self._store.practices.of(self.item.prescription.id, self._day)

    def _current_item(self) -> ChecklistItem:
        """Return the exercise with the prescription in force now, or with the one in force when the practice began."""
        prescription = self.item.prescription
        plan = [each for each in self._store.plan.prescriptions() if each.exercise_id == prescription.exercise_id]
        in_force = {each.id: each for each in plan if each.in_force(self._day)}
        if in_force:
            prescription = in_force.get(prescription.id) or next(iter(in_force.values()))
        elif prescription.id not in (each.id for each in plan):
            # Prescribed again for this day: if it had been stopped after this practice, it would have kept the day.
            prescription = self._store.plan.prescribe(
                self.item.exercise, prescription.dose, prescription.schedule, self._day, self._day, prescription.note
            )
        return replace(self.item, prescription=prescription)

    def _without_own(self, prescription_id: str) -> Practice | None:
        """Return the day's practice as it would be without this one."""
        stored = self._store.practices.of(prescription_id, self._day)
        if stored == self._kept:
            return self._before
        if stored is None or stored.status is Status.SKIPPED:
            return stored
        sets = list(stored.sets)
        for own_set in self._kept_sets:
            if own_set in sets:
                sets.remove(own_set)
        amount = stored.amount - (self._kept.amount if self._kept else 0) + (self._before.amount if self._before else 0)
        return replace(stored, status=Status.PARTIAL, amount=max(0, amount), sets=tuple(sets))
