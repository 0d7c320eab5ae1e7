"""The answer: is it getting better, and by how much."""

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
"""The last 4 weeks are so many days up to today; the 4 before are as many before them."""

DIARY_THRESHOLDS = {"pain": PAIN_THRESHOLD, "worst_pain": PAIN_THRESHOLD, "mobility": Threshold()}
"""The values of the check-ins that are answered for, by field. For mobility no threshold is published."""

_DAY = timedelta(days=1)
_Noted = Collection[tuple[date, float]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the answer is about, with its change; of one's own activities and of sides, each has its own among `parts`.

    The n of its means counts `counted`: days or results.
    """

    label: str
    unit: str
    counted: str
    change: Change
    parts: tuple["Subject", ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes from some weeks to later ones; those before are none as long as there is no baseline.

    `flared` counts the days of a flare-up before and after: they are in the means like all others.
    """

    before: tuple[Days, ...]
    after: Days
    flared: tuple[int, int]
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What changed from the baseline to the last 4 weeks, and from the 4 weeks before to the last 4; the flare-ups."""

    today: date
    since_start: Comparison
    lately: Comparison
    flare_ups: FlareUpFigures
    remark: Remark | None


def answer_of(record: Record) -> Answer:
    """Return the answer of a record: pain, worst pain and mobility, then each chosen measure."""
    today, baseline = record.today, baseline_weeks(record) or ()
    since_start = _subjects(record, diary_since_start, measure_since_start)
    lately = _subjects(record, diary_lately, measure_lately)
    return Answer(
        today=today,
        since_start=_comparison(record, baseline, _lately(today, baseline), since_start),
        lately=_comparison(record, (_lately(today - LATELY),), _lately(today), lately),
        flare_ups=flare_up_figures(record.flare_ups, today),
        remark=remark_of(record, today),
    )


def diary_since_start(record: Record, field: str) -> Change:
    """Return the change of a value of the check-ins from the baseline to the last 4 weeks, those after the baseline."""
    baseline = baseline_weeks(record) or ()
    return _diary_change(record, field, baseline, _lately(record.today, baseline))


def diary_lately(record: Record, field: str) -> Change:
    """Return the change of a value of the check-ins from the 4 weeks before to the last 4 weeks."""
    return _diary_change(record, field, (_lately(record.today - LATELY),), _lately(record.today))


def measure_since_start(record: Record, measure: Measure, part: str = "") -> Change:
    """Return the change of a measure, or of one of its parts, from its start to its results of the last 4 weeks.

    Its start is its results within the baseline weeks; without any, those of the first day with one from the
    baseline on, or at all if there is no baseline. Only what comes after its start is compared with it.
    """
    noted = _results(record, measure, part)
    baseline = baseline_weeks(record)
    start: tuple[Days, ...] = baseline or ()
    if not _within(noted, start):
        first = next((day for day, _ in noted if not baseline or day >= baseline[0][0]), None)
        start = ((first, first),) if first else start
    return _measure_change(measure, part, _within(noted, start), _within(noted, [_lately(record.today, start)]))


def measure_lately(record: Record, measure: Measure, part: str = "") -> Change:
    """Return the change of a measure, or of one of its parts, from the 4 weeks before to the last 4 weeks."""
    noted = _results(record, measure, part)
    before = _within(noted, [_lately(record.today - LATELY)])
    return _measure_change(measure, part, before, _within(noted, [_lately(record.today)]))


def _comparison(record: Record, before: tuple[Days, ...], after: Days, subjects: tuple[Subject, ...]) -> Comparison:
    def flared(*windows: Days) -> int:
        come = ((first, min(last, record.today)) for first, last in windows)
        return sum(len(flare_up_days(record.flare_ups, *days)) for days in come)

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
    noted = series.between(date.min, record.today).items()
    return days_changed(_within(noted, before), _within(noted, [after]), series.better, DIARY_THRESHOLDS[field])


def _measure_change(measure: Measure, part: str, before: Mean | None, after: Mean | None) -> Change:
    whole = measure.threshold
    threshold = Threshold(points=whole.of_part, source=whole.source) if part else whole
    return results_changed(before, after, measure.better, threshold)


def _results(record: Record, measure: Measure, part: str) -> _Noted:
    """Return the results of a measure, or the scores of one part, by their days, the oldest first.

    The mean of some activities says nothing about that of others: results of former activities are left out.
    """
    results = [result for result in record.results.get(measure.id, ()) if result.day <= record.today]
    if part:
        return [(result.day, score.value) for result in results for score in result.scores if score.part == part]
    return [(result.day, result.value) for result in results if measure.rates_as(result)]


def _lately(today: date, baseline: Sequence[Days] = ()) -> Days:
    """Return the 4 weeks up to today without what lies before the end of a baseline."""
    first = today - LATELY + _DAY
    return max([first, *(last + _DAY for _, last in baseline)]), today


def _within(noted: _Noted, windows: Iterable[Days]) -> Mean | None:
    windows = tuple(windows)
    return mean_of([value for day, value in noted if any(first <= day <= last for first, last in windows)])
