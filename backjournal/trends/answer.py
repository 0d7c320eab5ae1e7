"""The answer to the question whether it is getting better, and by how much."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from operator import attrgetter

from backjournal.days import days_between
from backjournal.model.dates import Days
from backjournal.model.diary_values import diary_value
from backjournal.model.frozen import dataclass
from backjournal.model.measures import Measure, MeasureKind, Threshold
from backjournal.trends.baseline import baseline_weeks
from backjournal.trends.change import PAIN_THRESHOLD, Change, days_changed, mean_of, results_changed
from backjournal.trends.flare_up_days import flare_up_days
from backjournal.trends.flare_up_figures import FlareUpFigures, flare_up_figures
from backjournal.trends.noise import standard_error_of_days, standard_error_of_results
from backjournal.trends.record import Record
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
_DAY_OF = attrgetter("day")


@dataclass(frozen=True, slots=True)
class Subject:
    """A value or measure that the answer covers, with its change."""

    label: str
    unit: str
    counted: str
    """What the number behind a mean counts, in the singular: `day` or `result`."""

    change: Change
    baseline: tuple[Days, ...] = ()
    """The weeks of its own baseline, where they are others than those of the comparison."""

    parts: tuple["Subject", ...] = ()
    """One for each activity or side of a measure that is also compared by itself."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes from earlier weeks to later ones."""

    before: tuple[Days, ...]
    """The earlier weeks; empty if there is no baseline yet. Since the start, those of the first value that has one."""

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
    today, baseline = record.today, baseline_of_journal(record)
    since_start = _subjects(record, diary_since_start, measure_since_start, baseline)
    lately = _subjects(record, diary_lately, measure_lately)
    return Answer(
        today=today,
        since_start=_comparison(record, baseline, _last_weeks(today, baseline), since_start),
        lately=_comparison(record, (_last_weeks(today - LATELY),), _last_weeks(today), lately),
        flare_ups=flare_up_figures(record.flare_ups, today),
        remark=remark_of(record, today),
    )


def baseline_of_journal(record: Record) -> tuple[Days, ...]:
    """Return the weeks of the baseline of pain, else of the next value that has some; empty if there are none yet."""
    found = (baseline_weeks(record, field) for field in DIARY_THRESHOLDS)
    return next((weeks for weeks in found if weeks), ())


def diary_since_start(record: Record, field: str) -> Change:
    """Return the change of a check-in value from its baseline to the last 4 weeks, without days before its end."""
    baseline = baseline_weeks(record, field) or ()
    return diary_change(record, field, baseline, _last_weeks(record.today, baseline))


def diary_lately(record: Record, field: str) -> Change:
    """Return the change of a check-in value from the 4 weeks before to the last 4 weeks."""
    return diary_change(record, field, (_last_weeks(record.today - LATELY),), _last_weeks(record.today))


def measure_since_start(record: Record, measure: Measure, part: str = "") -> Change:
    """Return the change of a measure, or of one of its parts, from its start to its results of the last 4 weeks.

    The start is formed by the results within the baseline of the journal. If there are none, it is formed by those of
    the first day with a result from the baseline on, or of the first day of all without a baseline. Only results after
    the start are compared with it.
    """
    start = baseline_of_journal(record)
    if not _results_within(record, measure, part, start):
        first = next((day for day, _ in _results(record, measure, part, start[0][0] if start else date.min)), None)
        start = ((first, first),) if first else start
    before = _results_within(record, measure, part, start)
    after = _results_within(record, measure, part, [_last_weeks(record.today, start)])
    return _measure_change(measure, part, before, after)


def measure_lately(record: Record, measure: Measure, part: str = "") -> Change:
    """Return the change of a measure, or of one of its parts, from the 4 weeks before to the last 4 weeks."""
    before = _results_within(record, measure, part, [_last_weeks(record.today - LATELY)])
    return _measure_change(measure, part, before, _results_within(record, measure, part, [_last_weeks(record.today)]))


def _comparison(record: Record, before: tuple[Days, ...], after: Days, subjects: tuple[Subject, ...]) -> Comparison:
    def flared(*windows: Days) -> int:
        until_today = ((first, min(last, record.today)) for first, last in windows)
        return sum(len(flare_up_days(record.flare_ups, *days)) for days in until_today)

    return Comparison(before, after, (flared(*before), flared(after)), subjects)


def _subjects(
    record: Record,
    of_diary: Callable[[Record, str], Change],
    of_measure: Callable[[Record, Measure, str], Change],
    baseline: tuple[Days, ...] | None = None,
) -> tuple[Subject, ...]:
    def of_field(field: str) -> Subject:
        own = () if baseline is None else baseline_weeks(record, field) or ()
        other = () if own == baseline else own
        return Subject(diary_value(field).label, "points", "day", of_diary(record, field), other)

    diary = map(of_field, DIARY_THRESHOLDS)
    return (*diary, *(_measure_subject(record, measure, of_measure) for measure in record.measures))


def _measure_subject(record: Record, measure: Measure, change_of: Callable[[Record, Measure, str], Change]) -> Subject:
    def subject(label: str, part: str, parts: tuple[Subject, ...] = ()) -> Subject:
        return Subject(label, measure.unit, "result", change_of(record, measure, part), parts=parts)

    compared = measure.threshold.of_part is not None or measure.kind is MeasureKind.HOLD
    return subject(measure.name, "", tuple(subject(part, part) for part in measure.parts if compared))


def diary_change(record: Record, field: str, before: Iterable[Days], after: Days) -> Change:
    """Return the change of a check-in value from earlier days to later ones."""
    was, is_now = _noted_within(record, field, before), _noted_within(record, field, [after])
    better, threshold = diary_value(field).better, DIARY_THRESHOLDS[field]
    return days_changed(mean_of(was), mean_of(is_now), better, threshold, standard_error_of_days(was, is_now))


def _noted_within(record: Record, field: str, windows: Iterable[Days]) -> list[float]:
    """Return the values of the days of windows that do not overlap, oldest first, without looking at other days."""
    days = (day for first, last in windows for day in days_between(first, min(last, record.today)))
    noted = (record.diary[day].values for day in days if day in record.diary)
    return [values[field] for values in noted if field in values]


def _measure_change(measure: Measure, part: str, before: Sequence[float], after: Sequence[float]) -> Change:
    whole = measure.threshold
    threshold = Threshold(points=whole.of_part, source=whole.source, kind=whole.kind) if part else whole
    error = standard_error_of_results(before, after)
    return results_changed(mean_of(before), mean_of(after), measure.better, threshold, error)


def _results(
    record: Record, measure: Measure, part: str, first: date = date.min, last: date = date.max
) -> Iterator[tuple[date, float]]:
    """Yield the days and values of the results of a measure, or the scores of one part, from first to last.

    Results of former activities are left out: the mean of some activities says nothing about that of others.
    """
    results = record.results.get(measure.id, ())
    begin, end = (find(results, day, key=_DAY_OF) for find, day in ((bisect_left, first), (bisect_right, last)))
    for result in islice(results, begin, end):
        if part:
            yield from ((result.day, score.value) for score in result.scores if score.part == part)
        elif measure.rates_as(result):
            yield result.day, result.value


def _results_within(record: Record, measure: Measure, part: str, windows: Iterable[Days]) -> list[float]:
    spans = ((first, min(last, record.today)) for first, last in windows)
    return [value for span in spans for _, value in _results(record, measure, part, *span)]


def _last_weeks(today: date, baseline: Sequence[Days] = ()) -> Days:
    """Return the 4 weeks up to today, without the days up to the end of a baseline."""
    first = today - LATELY + _DAY
    return max([first, *(last + _DAY for _, last in baseline)]), today
