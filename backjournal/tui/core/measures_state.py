"""The state of the Measures pane, read from the store, and which measures are due."""

from dataclasses import dataclass
from datetime import date

from backjournal.model.measures import Measure, Result
from backjournal.store.store import Store
from backjournal.trends.due import due_day, is_due


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """A chosen measure with its results and the day on which the next result is due."""

    measure: Measure
    results: tuple[Result, ...] = ()
    """Oldest first."""
    due: date | None = None
    """In the past if it is overdue; None if the measure is never due."""

    @property
    def latest(self) -> Result | None:
        """The latest result; None if there is none yet."""
        return self.results[-1] if self.results else None


@dataclass(frozen=True, slots=True)
class MeasuresState:
    """What the Measures pane shows."""

    today: date
    entries: tuple[MeasureEntry, ...] = ()
    """In the order in which the measures were chosen."""

    def entry(self, measure_id: str) -> MeasureEntry | None:
        """Return the entry of a chosen measure; None if the measure is not chosen."""
        return next((entry for entry in self.entries if entry.measure.id == measure_id), None)


def read_measures(store: Store, today: date) -> MeasuresState:
    """Return the state of the Measures pane: the chosen measures with all their results."""
    chosen = store.measures.chosen()
    by_measure = store.measures.results_by_measure() if chosen else {}
    pairs = ((measure, by_measure.get(measure.id, ())) for measure in chosen)
    return MeasuresState(
        today, tuple(MeasureEntry(measure, results, due_day(measure, results, today)) for measure, results in pairs)
    )


def read_due(store: Store, today: date) -> tuple[Measure, ...]:
    """Return the chosen measures that are due.

    It runs after every write to the journal, so it reads only the latest result of each measure.
    """
    chosen = store.measures.chosen()
    latest = store.measures.latest() if chosen else {}
    newest = {measure_id: (result,) for measure_id, result in latest.items()}
    return tuple(measure for measure in chosen if is_due(measure, newest.get(measure.id, ()), today))
