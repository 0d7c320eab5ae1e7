"""The periods of a window, which are days or weeks, and the spans of the values in them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.frozen import dataclass
from backjournal.model.weeks import WeekStarts
from backjournal.plan.span import Span, span_of
from backjournal.trends.blocks import block_size, blocks

MOST_DAYS = 12 * 7
"""A window of more days than this is divided into weeks instead of days."""


@dataclass(frozen=True, slots=True)
class Period:
    """Consecutive days, both ends included: a single day, a week or part of one, or several weeks."""

    first_day: date
    last_day: date

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.last_day - self.first_day).days + 1

    def __str__(self) -> str:
        if self.days == 1:
            return f"{self.first_day:%a} {self.first_day}"
        if self.days <= 7:
            return f"week of {self.first_day}"
        return f"{self.first_day} to {self.last_day}"


def periods(
    first: date, last: date, weeks: WeekStarts, most_days: int | None = None, most_weeks: int | None = None
) -> tuple[Period, ...]:
    """Return the periods from first to last, oldest first and without gaps.

    A window of up to twelve weeks is divided into single days, unless these are more than `most_days`; a longer one
    into weeks. If there are more than `most_weeks` weeks (1 or more; None for any number), neighbouring weeks are
    joined into periods of equally many weeks, except that the oldest may have fewer.
    """
    length = (last - first).days + 1
    if length <= min(MOST_DAYS, most_days or MOST_DAYS):
        return tuple(Period(day, day) for day in days_between(first, last))
    begins = [max(first, begin) for begin, _ in weeks.between(first, last)]
    size = block_size(len(begins), most_weeks or len(begins))
    begins = [begins[block.start] for block in blocks(len(begins), size)]
    ends = [*(begin - timedelta(days=1) for begin in begins[1:]), last]
    return tuple(Period(begin, end) for begin, end in zip(begins, ends, strict=True))


def spans_of(values: Iterable[tuple[date, float]], periods: Sequence[Period]) -> tuple[Span | None, ...]:
    """Return the span of the values in each period, None for one without values; the values may be in any order."""
    begins = [period.first_day for period in periods]
    by_period: list[list[float]] = [[] for _ in periods]
    for day, value in values:
        place = bisect_right(begins, day) - 1
        if place >= 0 and day <= periods[place].last_day:
            by_period[place].append(value)
    return tuple(span_of(values) for values in by_period)
