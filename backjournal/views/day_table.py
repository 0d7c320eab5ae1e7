"""The days in words and figures: rows of a table, plain lines for a screen reader, and a line for a cursor."""

from backjournal.model.dates import short_day
from backjournal.model.numbers import MISSING, count, rounded
from backjournal.trends.day_values import SCALES_BY_DAY, DayValues

DAY_HEADER = ("day", "check-ins", "pain", "median", "n", "mobility", "median", "n", "flare-up", "plan")
"""The columns of `day_row`. A value is the mean of the day's check-ins; each median is that of the 7 days up to the
day, and n the number of these that have a value."""


def day_row(day: DayValues) -> tuple[str, ...]:
    """Return a row of text under `DAY_HEADER`; what is missing is a dash, never 0."""
    cells = [cell for scale in SCALES_BY_DAY for cell in _cells(day, scale)]
    flare_up = "yes" if day.flare_up else MISSING
    return (day.day.isoformat(), str(day.check_ins), *cells, flare_up, _plan(day) or MISSING)


def day_line(day: DayValues) -> str:
    """Return a sentence-like line, such as a screen reader reads well."""
    values = [_words(day, scale) for scale in SCALES_BY_DAY] if day.check_ins else ["no check-ins"]
    medians = [_median_words(day, scale) for scale in SCALES_BY_DAY if scale in day.medians]
    flare_up = ["flare-up"] if day.flare_up else []
    return f"{day.day:%a} {day.day.isoformat()}: {', '.join([*values, *medians, *flare_up, *_events(day)])}"


def day_readout(day: DayValues) -> str:
    """Return the figures of a day in one line, those that a chart shows first."""
    values = [_told(day, scale) for scale in SCALES_BY_DAY] if day.check_ins else _told_without(day)
    flare_up = ["flare-up"] if day.flare_up else []
    return "  ".join([f"{day.day:%a} {short_day(day.day)}", *values, *flare_up, *_events(day)])


def _cells(day: DayValues, scale: str) -> tuple[str, str, str]:
    value, median = day.values.get(scale), day.medians.get(scale)
    of_week = (rounded(median.value), str(median.n)) if median else (MISSING, MISSING)
    return (rounded(value), *of_week)


def _words(day: DayValues, scale: str) -> str:
    value = day.values.get(scale)
    return f"{scale} not noted" if value is None else f"{scale} {rounded(value)}"


def _median_words(day: DayValues, scale: str) -> str:
    median = day.medians[scale]
    return f"7-day median of {scale} {rounded(median.value)} ({count(median.n, 'day')})"


def _told(day: DayValues, scale: str) -> str:
    of_week = f" ({_told_median(day, scale)})" if scale in day.medians else ""
    return f"{_words(day, scale)}{of_week}"


def _told_without(day: DayValues) -> list[str]:
    medians = [f"{scale}: {_told_median(day, scale)}" for scale in SCALES_BY_DAY if scale in day.medians]
    return ["no check-ins", *medians]


def _told_median(day: DayValues, scale: str) -> str:
    return f"median {rounded(day.medians[scale].value)}, n {day.medians[scale].n}"


def _events(day: DayValues) -> list[str]:
    return [event.what for event in day.events]


def _plan(day: DayValues) -> str:
    return "; ".join(_events(day))
