"""The answer to the question whether it is getting better, and by how much."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.model.dates import Days
from backjournal.model.diary_values import diary_value
from backjournal.model.measures import Measure, MeasureKind, Threshold
from backjournal.trends.baseline import baseline_weeks
from backjournal.trends.change import PAIN_THRESHOLD, Change, Mean, days_changed, mean_of, results_changed
from backjournal.trends.flare_up_days import flare_up_days
from backjournal.trends.flare_up_figures import FlareUpFigures, flare_up_figures
from backjournal.trends.record import Record
from backjournal.trends.series import diary_series
from backjournal.trends.time_course import Remark, remark_of

LATELY = timedelta(days=28)
"""The length of the last 4 weeks, which end today, and of the 4 weeks before them."""

DIARY_THRESHOLDS = {
    "pain": PAIN_THRESHOLD,
    "worst_pain": PAIN_THRESHOLD,
    "mobility": Threshold(),
    "confidence": Threshold(),
}
"""The values of the check-ins that the answer covers, with their thresholds: none is known for the last two."""

_DAY = timedelta(days=1)
_DatedValues = Collection[tuple[date, float]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A value or measure that the answer covers, with its change."""

    label: str
    unit: str
    counted: str
    """What the number behind a mean counts, in the singular: `day` or `result`."""

    change: Change
    parts: tuple["Subject", ...] = ()
    """One for each activity or side of a measure that is also compared by itself."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes from earlier weeks to later ones."""

    before: tuple[Days, ...]
    """The earlier weeks; empty if there is no baseline yet."""

    after: Days
    flared: tuple[int, int]
    """The number of flare-up days before and after; the means include them like all other days."""

    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What changed since the start of the journal and lately, with the figures of the flare-ups."""

    today: date
    since_start: Comparison
    """From the baseline to the last 4 weeks."""

    lately: Comparison
    """From the 4 weeks before to the last 4 weeks."""

    flare_ups: FlareUpFigures
    remark: Remark | None


def answer_of(record: Record) -> Answer:
    """Return the answer for a record: pain, worst pain, mobility and confidence, then each chosen measure."""
    today, baseline = record.today, baseline_weeks(record) or ()
    since_start = _subjects(record, diary_since_start, measure_since_start)
    lately = _subjects(record, diary_lately, measure_lately)
    return Answer(
        today=today,
        since_start=_comparison(record, baseline, _last_weeks(today, baseline), since_start),
        lately=_comparison(record, (_last_weeks(today - LATELY),), _last_weeks(today), lately),
        flare_ups=flare_up_figures(record.flare_ups, today),
        remark=remark_of(record, today),
    )


def diary_since_start(record: Record, field: str) -> Change:
    """Return the change of a check-in value from the baseline to the last 4 weeks, without days before its end."""
    baseline = baseline_weeks(record) or ()
    return _diary_change(record, field, baseline, _last_weeks(record.today, baseline))


def diary_lately(record: Record, field: str) -> Change:
    """Return the change of a check-in value from the 4 weeks before to the last 4 weeks."""
    return _diary_change(record, field, (_last_weeks(record.today - LATELY),), _last_weeks(record.today))


def measure_since_start(record: Record, measure: Measure, part: str = "") -> Change:
    """Return the change of a measure, or of one of its parts, from its start to its results of the last 4 weeks.

    The start is formed by the results within the baseline weeks. If there are none, it is formed by those of the first
    day with a result from the baseline on, or of the first day of all without a baseline. Only results after the start
    are compared with it.
    """
    values = _results(record, measure, part)
    baseline = baseline_weeks(record)
    start: tuple[Days, ...] = baseline or ()
    if not _mean_within(values, start):
        first = next((day for day, _ in values if not baseline or day >= baseline[0][0]), None)
        start = ((first, first),) if first else start
    return _measure_change(
        measure, part, _mean_within(values, start), _mean_within(values, [_last_weeks(record.today, start)])
    )


def measure_lately(record: Record, measure: Measure, part: str = "") -> Change:
    """Return the change of a measure, or of one of its parts, from the 4 weeks before to the last 4 weeks."""
    values = _results(record, measure, part)
    before = _mean_within(values, [_last_weeks(record.today - LATELY)])
    return _measure_change(measure, part, before, _mean_within(values, [_last_weeks(record.today)]))


def _comparison(record: Record, before: tuple[Days, ...], after: Days, subjects: tuple[Subject, ...]) -> Comparison:
    def flared(*windows: Days) -> int:
        until_today = ((first, min(last, record.today)) for first, last in windows)
        return sum(len(flare_up_days(record.flare_ups, *days)) for days in until_today)

    return Comparison(before, after, (flared(*before), flared(after)), subjects)


def _subjects(
    record: Record, of_diary: Callable[[Record, str], Change], of_measure: Callable[[Record, Measure, str], Change]
) -> tuple[Subject, ...]:
    diary = [Subject(diary_value(field).label, "points", "day", of_diary(record, field)) for field in DIARY_THRESHOLDS]
    return (*diary, *(_measure_subject(record, measure, of_measure) for measure in record.measures))


def _measure_subject(record: Record, measure: Measure, change_of: Callable[[Record, Measure, str], Change]) -> Subject:
    def subject(label: str, part: str, parts: tuple[Subject, ...] = ()) -> Subject:
        return Subject(label, measure.unit, "result", change_of(record, measure, part), parts)

    compared = measure.threshold.of_part is not None or measure.kind is MeasureKind.HOLD
    return subject(measure.name, "", tuple(subject(part, part) for part in measure.parts if compared))


def _diary_change(record: Record, field: str, before: Iterable[Days], after: Days) -> Change:
    series = diary_series(record, field)
    values = series.between(date.min, record.today).items()
    return days_changed(
        _mean_within(values, before), _mean_within(values, [after]), series.better, DIARY_THRESHOLDS[field]
    )


def _measure_change(measure: Measure, part: str, before: Mean | None, after: Mean | None) -> Change:
    whole = measure.threshold
    threshold = Threshold(points=whole.of_part, source=whole.source) if part else whole
    return results_changed(before, after, measure.better, threshold)


def _results(record: Record, measure: Measure, part: str) -> _DatedValues:
    """Return the days and values of the results of a measure, or the scores of one part, oldest first.

    Results of former activities are left out: the mean of some activities says nothing about that of others.
    """
    results = [result for result in record.results.get(measure.id, ()) if result.day <= record.today]
    if part:
        return [(result.day, score.value) for result in results for score in result.scores if score.part == part]
    return [(result.day, result.value) for result in results if measure.rates_as(result)]


def _last_weeks(today: date, baseline: Sequence[Days] = ()) -> Days:
    """Return the 4 weeks up to today, without the days up to the end of a baseline."""
    first = today - LATELY + _DAY
    return max([first, *(last + _DAY for _, last in baseline)]), today


def _mean_within(values: _DatedValues, windows: Iterable[Days]) -> Mean | None:
    windows = tuple(windows)
    return mean_of([value for day, value in values if any(first <= day <= last for first, last in windows)])
