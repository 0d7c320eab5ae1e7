"""The weeks of the journal: pain, mobility, flare-ups and adherence, with gaps left as gaps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from backjournal.days import days_between, week_of
from backjournal.model.check_ins import CheckIn, FlareUp
from backjournal.trends.adherence import Adherence, summed

RANGES = (4, 12, 26, 52, None)
"""How many weeks a person may look at; None is everything."""


@dataclass(frozen=True, slots=True)
class Span:
    """The values of one scale over a stretch of days: n days, the mean of the day means, the lowest and highest day."""

    n: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Week:
    """What was noted from the first day to the last (both included); `merged` joins several weeks into one."""

    first_day: date
    last_day: date
    pain: Span | None
    mobility: Span | None
    check_ins: int
    flare_up_days: int
    adherence: Adherence

    @property
    def length(self) -> int:
        """How many weeks are joined in it; 1 unless `merged`."""
        return ((self.last_day - self.first_day).days + 1) // 7


def weeks(
    first: date,
    last: date,
    today: date,
    week_starts_on: int,
    check_ins: Iterable[CheckIn],
    flare_ups: Iterable[FlareUp],
    adherence: Mapping[date, Adherence],
) -> tuple[Week, ...]:
    """Return every whole week that touches first to last, oldest first; days after today do not count.

    `week_starts_on` is 0 for Monday, 6 for Sunday. A week in which nothing was noted is there too, with None.
    """
    start, end = week_of(first, week_starts_on), week_of(last, week_starts_on) + timedelta(days=6)
    counted_end = min(end, today)
    noted: dict[date, list[CheckIn]] = {}
    for check_in in check_ins:
        if start <= check_in.day <= counted_end:
            noted.setdefault(week_of(check_in.day, week_starts_on), []).append(check_in)
    flared = _flare_up_days(flare_ups, start, counted_end)
    return tuple(
        _week(first_day, counted_end, noted.get(first_day, ()), flared, adherence)
        for first_day in (start + timedelta(days=number) for number in range(0, (end - start).days, 7))
    )


def merged(weeks: Sequence[Week], most: int) -> tuple[Week, ...]:
    """Join neighbouring weeks into equal blocks, so that at most `most` (1 or more) remain.

    The newest block is whole, the oldest may be shorter; a mean is weighted by its days.
    """
    size = -(-len(weeks) // most) if weeks else 1
    ends = range(len(weeks), 0, -size)
    return tuple(_joined(weeks[max(0, end - size) : end]) for end in reversed(ends))


def span_of_range(weeks_shown: int | None, last: date, earliest: date | None, week_starts_on: int) -> tuple[date, date]:
    """Return the first and last day of so many whole weeks, ending with the week of `last`.

    None is everything from the week of `earliest`, the first day that anything was noted.
    """
    newest = week_of(last, week_starts_on)
    if weeks_shown is None:
        first = week_of(min(earliest or last, last), week_starts_on)
    else:
        first = newest - timedelta(weeks=weeks_shown - 1)
    return first, newest + timedelta(days=6)


def _week(
    first_day: date,
    counted_end: date,
    check_ins: Sequence[CheckIn],
    flared: frozenset[date],
    adherence: Mapping[date, Adherence],
) -> Week:
    last_day = first_day + timedelta(days=6)
    days = tuple(days_between(first_day, min(last_day, counted_end)))
    return Week(
        first_day=first_day,
        last_day=last_day,
        pain=_span(check_ins, "pain"),
        mobility=_span(check_ins, "mobility"),
        check_ins=len(check_ins),
        flare_up_days=sum(day in flared for day in days),
        adherence=summed(adherence[day] for day in days if day in adherence),
    )


def _span(check_ins: Iterable[CheckIn], scale: Literal["pain", "mobility"]) -> Span | None:
    by_day: dict[date, list[int]] = {}
    for check_in in check_ins:
        value: int | None = getattr(check_in, scale)
        if value is not None:
            by_day.setdefault(check_in.day, []).append(value)
    means = [sum(values) / len(values) for values in by_day.values()]
    return Span(len(means), sum(means) / len(means), min(means), max(means)) if means else None


def _flare_up_days(flare_ups: Iterable[FlareUp], first: date, last: date) -> frozenset[date]:
    return frozenset(
        day
        for flare_up in flare_ups
        for day in days_between(max(first, flare_up.first_day), min(last, flare_up.last_day or last))
    )


def _joined(weeks: Sequence[Week]) -> Week:
    return Week(
        first_day=weeks[0].first_day,
        last_day=weeks[-1].last_day,
        pain=_joined_span(week.pain for week in weeks),
        mobility=_joined_span(week.mobility for week in weeks),
        check_ins=sum(week.check_ins for week in weeks),
        flare_up_days=sum(week.flare_up_days for week in weeks),
        adherence=summed(week.adherence for week in weeks),
    )


def _joined_span(spans: Iterable[Span | None]) -> Span | None:
    given = [span for span in spans if span is not None]
    if not given:
        return None
    n = sum(span.n for span in given)
    return Span(
        n=n,
        mean=sum(span.mean * span.n for span in given) / n,
        low=min(span.low for span in given),
        high=max(span.high for span in given),
    )
