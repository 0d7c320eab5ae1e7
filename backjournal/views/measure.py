"""The Measures view: the results of an outcome measure, its baseline, and the meaningful change."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from itertools import islice

from backjournal.model.better import Better
from backjournal.model.frozen import dataclass
from backjournal.model.measure_words import value_text
from backjournal.model.measures import Measure, MeasureKind, Result
from backjournal.model.numbers import count
from backjournal.model.text import sentence
from backjournal.model.weeks import WeekStarts
from backjournal.plots.canvas import Palette
from backjournal.plots.lettering import with_text
from backjournal.plots.measure import measure_chart, measure_frame, most_periods
from backjournal.trends.change import Verdict
from backjournal.trends.measure_change import MeasureChange, measure_change
from backjournal.trends.periods import Period, periods
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.change_figures import shown_difference
from backjournal.views.change_text import change_name, threshold_reason
from backjournal.views.figures import OneTable, Slot
from backjournal.views.verdict_text import COMPARE_WITH_YOURSELF, worsening_note

_NO_MEASURE = Measure("", "Outcome measure", MeasureKind.NUMBER, "", 0, 10, Better.LOWER)


@dataclass(frozen=True, slots=True, eq=False)
class MeasureGraph(OneTable):
    """The results of an outcome measure from `first` to `last`."""

    change: MeasureChange
    """The baseline, which may lie before `first`, and all results."""

    first: date
    last: date
    """Included."""

    weeks: WeekStarts

    @property
    def title(self) -> str:
        """The title of the graph."""
        return self.change.measure.name

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines, with a mark at the slot of the cursor."""
        shown = self._shown(width)
        slots = self._with_results(shown)
        marked = None if cursor is None or not 0 <= cursor < len(slots) else self._within(slots[cursor])[-1].day
        return with_text(
            lambda high: measure_chart(self.change, shown, width, high, palette, marked),
            baseline_lines(self.change),
            width,
            height,
        )

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return a slot for each period with a result in a drawing of this width."""
        shown = self._shown(width)
        frame = measure_frame(shown, width, 0)
        return tuple(
            Slot(*frame.reach(shown.index(period)), "; ".join(self._readout(result) for result in self._within(period)))
            for period in self._with_results(shown)
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings: the day, the value, then each part, such as a question or an activity."""
        measure = self.change.measure
        has_questions = measure.kind is MeasureKind.QUESTIONS
        parts = (f"question {place}" if has_questions else part for place, part in enumerate(measure.parts, start=1))
        return ("day", f"{measure.name} ({measure.unit})".replace(" ()", ""), *parts)

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each result, oldest first."""
        measure = self.change.measure
        return [
            (
                result.day.isoformat(),
                value_text(measure, result.value, unit=False),
                *(f"{value:g}" for value in self._scores(result)),
            )
            for result in self._results
        ]

    def lines(self) -> Sequence[str]:
        """Return the lines on the baseline and the meaningful change, then a line for each result."""
        return [*baseline_lines(self.change), *(f"{self._readout(result, ': ')}." for result in self._results)]

    def data(self) -> dict[str, object]:
        """Return the baseline, the meaningful change, and the results with the values of their parts."""
        measure, baseline = self.change.measure, self.change.baseline
        return {
            "measure": measure.name,
            "unit": measure.unit,
            "better": measure.better,
            "baseline": asdict(baseline) if baseline else None,
            "meaningful": self.change.meaningful,
            "kind": measure.threshold.kind if self.change.meaningful is not None else None,
            "source": measure.threshold.source,
            "results": [
                {
                    "day": result.day.isoformat(),
                    "value": result.value,
                    "parts": {score.part: score.value for score in result.scores if score.part},
                }
                for result in self._results
            ],
        }

    @property
    def _results(self) -> tuple[Result, ...]:
        return self.change.within(self.first, self.last)

    def _shown(self, width: int) -> tuple[Period, ...]:
        most = most_periods(width)
        return periods(self.first, self.last, self.weeks, most, most)

    def _within(self, period: Period) -> tuple[Result, ...]:
        return self.change.within(period.first_day, period.last_day)

    def _with_results(self, shown: Sequence[Period]) -> list[Period]:
        return [period for period in shown if self._within(period)]

    def _scores(self, result: Result) -> list[float]:
        by_part = {score.part: score.value for score in result.scores}
        return [by_part[part] for part in self.change.measure.parts]

    def _readout(self, result: Result, after_day: str = "  ") -> str:
        return f"{result.day:%a} {result.day}{after_day}{result_text(self.change, result)}"


def measure_graph(record: Record, window: Window, measure_id: str) -> MeasureGraph:
    """Return the graph of a chosen measure over a window up to today; without an id, of the first with results."""
    first, last = window.past_days(record)
    candidates = [measure for measure in record.measures if measure_id in ("", measure.id)]
    with_results = [measure for measure in candidates if record.results.get(measure.id)]
    measure = next(iter([*with_results, *candidates]), _NO_MEASURE)
    return MeasureGraph(measure_change(record, measure), first, last, record.settings.weeks)


def baseline_lines(change: MeasureChange) -> list[str]:
    """Return the baseline with its n, the meaningful change with its source, and how many results are left out."""
    measure, baseline = change.measure, change.baseline
    if not measure.id:
        return ["No outcome measure is chosen yet."]
    if baseline is None:
        lines = [f"{measure.name} has no result yet."]
    else:
        n = count(baseline.n, "result")
        lines = [f"Baseline {_baseline_text(change.measure, baseline.mean)} ({n}). {_meaningful(change)}"]
    worsened = (note for result in change.results if (note := worsening_note(change.change_to(result))))
    lines += [f"{sentence(note)}." for note in islice(worsened, 1)]
    if change.left_out:
        lines.append(f"Left out: {count(change.left_out, 'result')} of former activities.")
    return lines


def result_text(change: MeasureChange, result: Result) -> str:
    """Return a result as its value and how it compares with the baseline."""
    measure, from_baseline = change.measure, change.change_to(result)
    value, decimals = value_text(measure, result.value), max(1, measure.decimals)
    baseline = change.baseline.mean if change.baseline else result.value
    difference = shown_difference(baseline, round(result.value, measure.decimals), decimals)
    if not difference:
        return f"{value}, as the baseline"
    side = "better" if change.better_than_baseline(result) else "worse"
    size = f"{value}, {abs(difference):.{decimals}f} {side} than the baseline"
    if from_baseline.verdict is Verdict.UNKNOWN:
        return size
    below = from_baseline.verdict is Verdict.BELOW
    return f"{size}, {from_baseline.verdict if below else change_name(change.measure.threshold)}"


def _baseline_text(measure: Measure, mean: float) -> str:
    """Return a mean as a value of the measure, with one decimal if it lies between two possible values."""
    is_value = abs(round(mean, measure.decimals) - mean) < 0.05
    return value_text(measure, mean) if is_value else f"{mean:.1f} {measure.unit}".rstrip()


def _meaningful(change: MeasureChange) -> str:
    measure, band = change.measure, change.band
    if band is None:
        return f"No threshold is known: {COMPARE_WITH_YOURSELF}."
    # With one decimal more than the values have, an end that lies between two values is not mistaken for one of them.
    low, high = (f"{round(value, measure.decimals + 1):g}" for value in band)
    below, above = ("better", "worse") if measure.better is Better.LOWER else ("worse", "better")
    ends = []
    if band[0] >= measure.low:
        ends.append(f"{below} at {low} or less")
    if measure.high is None or band[1] <= measure.high:
        ends.append(f"{above} at {high} or more")
    return f"{sentence(threshold_reason(measure.threshold, measure.unit))}: {', '.join(ends)}."
