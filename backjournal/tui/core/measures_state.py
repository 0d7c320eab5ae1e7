"""What the app shows of the outcome measures, read from the store."""

from dataclasses import dataclass
from datetime import date

from backjournal.model.measures import Measure, Result
from backjournal.store.store import Store
from backjournal.trends.due import due_day, is_due


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """A chosen measure with its results, the oldest first, and the day on which it is due; None is never."""

    measure: Measure
    results: tuple[Result, ...] = ()
    due: date | None = None

    @property
    def latest(self) -> Result | None:
        """The latest result."""
        return self.results[-1] if self.results else None


@dataclass(frozen=True, slots=True)
class MeasuresState:
    """The chosen measures, in the order in which they were."""

    today: date
    entries: tuple[MeasureEntry, ...] = ()

    def entry(self, measure_id: str) -> MeasureEntry | None:
        """Return a chosen measure by its id."""
        return next((entry for entry in self.entries if entry.measure.id == measure_id), None)


def read_measures(store: Store, today: date) -> MeasuresState:
    """Return what the Measures pane shows: the chosen measures with all results."""
    chosen = store.measures.chosen()
    results = store.measures.results_by_measure() if chosen else {}
    of_chosen = ((measure, results.get(measure.id, ())) for measure in chosen)
    return MeasuresState(
        today, tuple(MeasureEntry(measure, taken, due_day(measure, taken, today)) for measure, taken in of_chosen)
    )


def read_due(store: Store, today: date) -> tuple[Measure, ...]:
    """Return the chosen measures that are due; cheap, as it is asked with every key that writes."""
    chosen = store.measures.chosen()
    latest = store.measures.latest() if chosen else {}
    newest = {measure_id: (result,) for measure_id, result in latest.items()}
    return tuple(measure for measure in chosen if is_due(measure, newest.get(measure.id, ()), today))
