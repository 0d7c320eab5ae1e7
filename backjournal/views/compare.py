"""The Compare view: two series as curves over time, or as a point for each day on which both have a value."""

from collections.abc import Sequence

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count, rounded, signed
from backjournal.model.text import sentence
from backjournal.plots.canvas import Palette
from backjournal.plots.lettering import with_text
from backjournal.plots.scatter import scatter_chart
from backjournal.trends.pairs import FEWEST_DAYS, Pairs, pairs
from backjournal.trends.record import Record
from backjournal.trends.series import Series, series_or_empty
from backjournal.trends.window import Window
from backjournal.views.curves import CurvesGraph, together_data
from backjournal.views.figure_text import amount
from backjournal.views.figures import Graph, OneTable, Slot


@dataclass(frozen=True, slots=True, eq=False)
class ScatterGraph(OneTable):
    """The days on which both series have a value, each drawn as a point."""

    title: str
    pairs: Pairs

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines; there is no cursor."""
        return with_text(
            lambda high: scatter_chart(self.pairs, width, high, palette), [pairs_line(self.pairs)], width, height
        )

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return no slots, because the columns of the drawing are not times."""
        return ()

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings of the table."""
        return ("day", self.pairs.of.full_label, self.pairs.against.full_label)

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each day on which both series have a value, oldest first."""
        return [(pair.day.isoformat(), rounded(pair.of), rounded(pair.against)) for pair in self.pairs.days]

    def lines(self) -> Sequence[str]:
        """Return a line on how the series go together, then a line for each day on which both have a value."""
        of, against = self.pairs.of, self.pairs.against
        return [
            pairs_line(self.pairs),
            *(
                f"{pair.day:%a} {pair.day}: {of.label} {amount(pair.of, of.unit)}, "
                f"{against.label} {amount(pair.against, against.unit)}"
                for pair in self.pairs.days
            ),
        ]

    def data(self) -> dict[str, object]:
        """Return the days on which both series have a value, and their rank correlation."""
        return {
            "of": self.pairs.of.label_data,
            "against": self.pairs.against.label_data,
            "days": [{"day": pair.day.isoformat(), "of": pair.of, "against": pair.against} for pair in self.pairs.days],
            "together": together_data(self.pairs),
        }


def compare_graph(record: Record, window: Window, of: str, against: str, *, scatter: bool) -> Graph:
    """Return the graph that compares two series, given by their keys, over a window up to today."""
    first, last = window.past_days(record)
    one, other = series_or_empty(record, of), series_or_empty(record, against)
    title, together = f"{sentence(one.label)} and {other.label}", pairs(one, other, first, last)
    if scatter:
        return ScatterGraph(f"{title}, day by day", together)
    remarks = (pairs_line(together),)
    return CurvesGraph(title, (one, other), first, last, record.settings.weeks, remarks, together)


_UNITS_OF_AMOUNTS = ("h", "min")
"""The units of which there is more or less; other values are higher or lower."""


def pairs_line(pairs: Pairs) -> str:
    """Return a sentence on how two series go together; it never says that one causes the other."""
    of, against, n = pairs.of.label, pairs.against.label, pairs.n
    days = count(n, "day")
    if pairs.of.key == pairs.against.key:
        return f"This is {of} against itself: choose another series."
    if not n:
        return f"No day here has both {of} and {against}."
    if n < FEWEST_DAYS:
        return f"Too few days with both {of} and {against} to say how they go together: {n} of at least {FEWEST_DAYS}."
    correlation = pairs.rank_correlation
    if correlation is None:
        same = of if len({pair.of for pair in pairs.days}) == 1 else against
        return f"{sentence(same)} was the same on all {days} with both: there is nothing to compare."
    figures = f"rank correlation {signed(correlation, 2)}, {days}"
    if not pairs.clear:
        return f"{sentence(of)} and {against} did not clearly go together ({figures})."
    direction = "higher" if correlation > 0 else "lower"
    return (
        f"On days with {_more(pairs.against)} {against}, {of} tended to be {direction} ({figures}); "
        "this does not say why."
    )


def _more(series: Series) -> str:
    return "more" if series.unit in _UNITS_OF_AMOUNTS or series.key.startswith("medicine") else "higher"
