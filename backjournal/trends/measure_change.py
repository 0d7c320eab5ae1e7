"""The results of a measure compared with its baseline, and the change that its threshold asks for."""

from datetime import date

from backjournal.model.better import Better
from backjournal.model.frozen import dataclass
from backjournal.model.measures import Measure, Result
from backjournal.trends.answer import measure_since_start
from backjournal.trends.change import Change, Mean, meaningful_points, results_changed
from backjournal.trends.record import Record


@dataclass(frozen=True, slots=True, eq=False)
class MeasureChange:
    """A measure with its results and its baseline."""

    measure: Measure
    results: tuple[Result, ...]
    """Oldest first."""

    baseline: Mean | None
    """None without a result."""

    left_out: int = 0
    """How many results of former activities are left out, because their mean cannot be compared with the others."""

    @property
    def meaningful(self) -> float | None:
        """The points that the threshold asks for from the baseline; None without a baseline or a known threshold."""
        return meaningful_points(self.measure.threshold, self.baseline.mean) if self.baseline else None

    @property
    def band(self) -> tuple[float, float] | None:
        """The values between which a change is below the threshold, ends excluded; None without a threshold."""
        if self.baseline is None or self.meaningful is None:
            return None
        return self.baseline.mean - self.meaningful, self.baseline.mean + self.meaningful

    def within(self, first: date, last: date) -> tuple[Result, ...]:
        """Return the results from first to last."""
        return tuple(result for result in self.results if first <= result.day <= last)

    def change_to(self, result: Result) -> Change:
        """Return the change from the baseline to one result."""
        return results_changed(self.baseline, Mean(1, result.value), self.measure.better, self.measure.threshold)

    def better_than_baseline(self, result: Result) -> bool:
        """Return whether a result lies on the better side of the baseline."""
        return ((self.change_to(result).difference or 0) < 0) is (self.measure.better is Better.LOWER)


def measure_change(record: Record, measure: Measure) -> MeasureChange:
    """Return the results of a measure, and the baseline with which they are compared."""
    all_results = record.results.get(measure.id, ())
    results = tuple(result for result in all_results if measure.rates_as(result))
    baseline = measure_since_start(record, measure).before
    return MeasureChange(measure, results, baseline, len(all_results) - len(results))
