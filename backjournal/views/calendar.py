"""The Calendar view: a series day by day, drawn with a column for each week and a row for each weekday."""

from dataclasses import asdict
from datetime import date

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import MISSING, rounded
from backjournal.model.schedules import WEEKDAYS
from backjournal.model.text import sentence
from backjournal.plan.span import Span, span_of
from backjournal.plots.calendar import calendar_chart, calendar_of
from backjournal.plots.canvas import Palette
from backjournal.trends.calendar import CalendarWeek, calendar_series, calendar_weeks, weekdays_of
from backjournal.trends.record import Record
from backjournal.trends.series import Series
from backjournal.trends.window import Window
from backjournal.views.figure_text import mean
from backjournal.views.figures import OneTable, Slot


@dataclass(frozen=True, slots=True, eq=False)
class CalendarGraph(OneTable):
    """The days of a series by week; a drawing without room for all weeks leaves out the oldest."""

    series: Series
    weeks: tuple[CalendarWeek, ...]
    """Oldest first."""

    @property
    def title(self) -> str:
        """The title of the graph."""
        return f"{sentence(self.series.label)}, day by day"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines, with an arrow at the week of the cursor."""
        return calendar_chart(calendar_of(self.series, self.weeks, width), height, palette, cursor)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return a slot for each week that a drawing of this width shows."""
        calendar = calendar_of(self.series, self.weeks, width)
        return tuple(
            Slot(
                *calendar.reach(index),
                f"week of {week.first_day}  {self.series.full_label}  {_days_text(week, ' ', MISSING)}",
            )
            for index, week in enumerate(calendar.weeks)
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings: the week, its weekdays, their mean, and the number of days with a value (n)."""
        weekdays = (WEEKDAYS[weekday].capitalize() for weekday in weekdays_of(self.weeks))
        return ("week of", *weekdays, f"mean ({self.series.unit})" if self.series.unit else "mean", "n")

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each week, oldest first.

        A missing value is a dash; the cell of a day outside the window or after today is empty.
        """
        weekdays = weekdays_of(self.weeks)
        return [
            (
                week.first_day.isoformat(),
                *(rounded(week.values[day]) if day in week.values else "" for day in map(week.on, weekdays)),
                f"{span.mean:.1f}" if (span := _span(week)) else MISSING,
                str(span.n if span else 0),
            )
            for week in self.weeks
        ]

    def lines(self) -> list[str]:
        """Return a line for each week, worded for a screen reader."""
        return [f"Week of {week.first_day}: {self._week_text(week)}" for week in self.weeks]

    def data(self) -> dict[str, object]:
        """Return the weeks with the value of each day up to today; a missing value is None."""
        return {
            "series": self.series.key,
            "unit": self.series.unit,
            "weeks": [
                {
                    "first_day": week.first_day.isoformat(),
                    "days": {day.isoformat(): value for day, value in week.values.items()},
                    "span": asdict(span) if (span := _span(week)) else None,
                }
                for week in self.weeks
            ],
        }

    def _week_text(self, week: CalendarWeek) -> str:
        span = _span(week)
        if span is None:
            return f"{self.series.label} not noted"
        return f"{self.series.label} {_days_text(week, ', ', 'no value')}; mean {mean(span, self.series.unit)}"


def calendar_graph(record: Record, window: Window, of: str) -> CalendarGraph:
    """Return the calendar of the series with the key `of` over the weeks of a window."""
    first, last = window.past_days(record)
    series = calendar_series(record, of)
    return CalendarGraph(series, calendar_weeks(series, first, last, record.today, record.settings.weeks))


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()


def _days_text(week: CalendarWeek, between: str, missing: str) -> str:
    cells = {day: missing if value is None else rounded(value) for day, value in week.values.items()}
    return between.join(f"{_weekday(day)} {value}" for day, value in cells.items())


def _span(week: CalendarWeek) -> Span | None:
    return span_of([value for value in week.values.values() if value is not None])
