"""One or two series over time, by day or by week, each on its own scale."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import MISSING, rounded
from backjournal.model.text import sentence
from backjournal.model.weeks import WeekStarts
from backjournal.plan.span import Span
from backjournal.plots.canvas import Palette
from backjournal.plots.colours import colour_beside, series_colour
from backjournal.plots.curves import FIRST, SECOND, Curve, curves_chart, curves_frame, most_periods
from backjournal.plots.lettering import with_text
from backjournal.trends.pairs import Pairs
from backjournal.trends.periods import MOST_DAYS, Period, periods, spans_of
from backjournal.trends.series import Series
from backjournal.views.figure_text import amount, mean
from backjournal.views.figures import OneTable, Slot


@dataclass(frozen=True, slots=True, eq=False)
class CurvesGraph(OneTable):
    """One or two series as curves from `first` to `last`.

    Its table and lines are by day if these are at most twelve weeks, otherwise by week.
    """

    title: str
    series: tuple[Series, ...]
    """One or two."""

    first: date
    last: date
    """Included."""

    weeks: WeekStarts

    words: tuple[str, ...] = ()
    """Remarks, shown below the drawing and before the lines."""

    together: Pairs | None = None
    """How two series go together; None for a single series."""

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines, with a mark at the slot of the cursor."""
        shown = self._shown_periods(width)
        curves = [
            Curve(series, spans_of(series.days.items(), shown), colour, mark, with_range=len(self.series) == 1)
            for series, colour, mark in zip(self.series, self._colours(palette), (FIRST, SECOND), strict=False)
        ]
        return with_text(
            lambda high: curves_chart(curves, shown, width, high, palette, cursor), self.words, width, height
        )

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return a slot for each day or week of a drawing of this width; if they are too many, neighbours share one."""
        shown = self._shown_periods(width)
        frame = curves_frame(shown, len(self.series), width, 0)
        spans = self._spans(shown)
        return tuple(
            Slot(*frame.reach(index), "  ".join([str(period), *self._figure_texts(period, of_period)]))
            for index, (period, of_period) in enumerate(zip(shown, spans, strict=True))
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings of the table; each n is the number of days behind the mean before it."""
        if self._by_day:
            return ("day", *(series.full_label for series in self.series))
        return ("week of", *(cell for series in self.series for cell in (series.full_label, "n")))

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each week, or each day with a value, oldest first; a missing value is a dash."""
        cells = _day_cell if self._by_day else _week_cells
        return [
            (period.first_day.isoformat(), *(cell for span in spans for cell in cells(span)))
            for period, spans in self._listed_periods()
        ]

    def lines(self) -> Sequence[str]:
        """Return the remarks, then a line for each week, or each day with a value."""
        lines = [
            f"{sentence(str(period))}: {', '.join(self._figure_texts(period, spans))}"
            for period, spans in self._listed_periods()
        ]
        return [*self.words, *lines]

    def data(self) -> dict[str, object]:
        """Return the means of each period with their n, and for two series their rank correlation."""
        figures = {
            "series": [series.label_data for series in self.series],
            "periods": [
                {
                    "first_day": period.first_day.isoformat(),
                    "last_day": period.last_day.isoformat(),
                    "spans": [asdict(span) if span else None for span in spans],
                }
                for period, spans in self._listed_periods()
            ],
        }
        return figures | ({"together": together_data(self.together)} if self.together else {})

    @property
    def _by_day(self) -> bool:
        return (self.last - self.first).days < MOST_DAYS

    def _shown_periods(self, width: int) -> tuple[Period, ...]:
        return periods(self.first, self.last, self.weeks, *most_periods(width))

    def _spans(self, shown: Sequence[Period]) -> list[tuple[Span | None, ...]]:
        """Return the spans of all series for each period; None for a period without values."""
        return list(zip(*(spans_of(series.days.items(), shown) for series in self.series), strict=True))

    def _listed_periods(self) -> list[tuple[Period, tuple[Span | None, ...]]]:
        """Return all weeks, or the days that have a value, each with its spans."""
        shown, by_day = periods(self.first, self.last, self.weeks), self._by_day
        listed = zip(shown, self._spans(shown), strict=True)
        return [(period, spans) for period, spans in listed if any(spans) or not by_day]

    def _figure_texts(self, period: Period, spans: Sequence[Span | None]) -> list[str]:
        return [
            f"{series.label} {_figure_text(period, series, span)}"
            for series, span in zip(self.series, spans, strict=True)
        ]

    def _colours(self, palette: Palette) -> Sequence[tuple[int, int, int]]:
        first = series_colour(self.series[0], palette)
        second = series_colour(self.series[-1], palette)
        return first, second if second != first else colour_beside(first, palette)


def together_data(together: Pairs) -> dict[str, object]:
    """Return how two series go together as data for JSON; the rank correlation is None if it cannot be computed."""
    return {"days": together.n, "rank_correlation": together.rank_correlation, "clear": together.clear}


def _day_cell(span: Span | None) -> tuple[str, ...]:
    return (rounded(span.mean if span else None),)


def _week_cells(span: Span | None) -> tuple[str, ...]:
    return (f"{span.mean:.1f}", str(span.n)) if span else (MISSING, "0")


def _figure_text(period: Period, series: Series, span: Span | None) -> str:
    if span is None:
        return MISSING
    return amount(span.mean, series.unit) if period.days == 1 else mean(span, series.unit)
