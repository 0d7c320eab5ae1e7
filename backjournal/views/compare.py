"""Two series against each other: as two curves over time, or as the points of the days that have both."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    """The days on which both series have a value, each a point."""

    title: str
    pairs: Pairs

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as coloured text of `height` lines; there is no cursor."""
        return with_text(
            lambda high: scatter_chart(self.pairs, width, high, palette), [pairs_line(self.pairs)], width, height
        )

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return none: the columns are no times."""
        return ()

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return ("day", self.pairs.of.full_label, self.pairs.against.full_label)

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each day on which both have a value, the oldest first."""
        return [(pair.day.isoformat(), rounded(pair.of), rounded(pair.against)) for pair in self.pairs.days]

    def lines(self) -> Sequence[str]:
        """Return how they go together, and a line for each day on which both have a value."""
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
        """Return the days with both values, and the rank correlation."""
        return {
            "of": self.pairs.of.label_data,
            "against": self.pairs.against.label_data,
            "days": [{"day": pair.day.isoformat(), "of": pair.of, "against": pair.against} for pair in self.pairs.days],
            "together": together_data(self.pairs),
        }


def compare_graph(record: Record, window: Window, of: str, against: str, *, scatter: bool) -> Graph:
    """Return two series, given by their keys, against each other over a window up to today."""
    first, last = window.days(record)
    end = min(last, record.today)
    one, other = series_or_empty(record, of), series_or_empty(record, against)
    title, together = f"{sentence(one.label)} and {other.label}", pairs(one, other, first, end)
    if scatter:
        return ScatterGraph(f"{title}, day by day", together)
    words = (pairs_line(together),)
    return CurvesGraph(title, (one, other), first, end, record.settings.week_starts_on, words, together)


_COUNTED = ("h", "min")


def pairs_line(pairs: Pairs) -> str:
    """Return one sentence on how two series go together; it never says that one brings the other about."""
    of, against, n = pairs.of.label, pairs.against.label, pairs.n
    days = count(n, "day")
    if pairs.of.key == pairs.against.key:
        return f"This is {of} against itself: choose another series."
    if not n:
        return f"No day here has both {of} and {against}."
    if n < FEWEST_DAYS:
        return f"Too few days with both {of} and {against} to say how they go together: {n} of at least {FEWEST_DAYS}."
    found = pairs.rank_correlation
    if found is None:
        same = of if len({pair.of for pair in pairs.days}) == 1 else against
        return f"{sentence(same)} was the same on all {days} with both: there is nothing to compare."
    figures = f"rank correlation {signed(found, 2)}, {days}"
    if not pairs.clear:
        return f"{sentence(of)} and {against} did not clearly go together ({figures})."
    tended = "higher" if found > 0 else "lower"
    return (
        f"On days with {_more(pairs.against)} {against}, {of} tended to be {tended} ({figures}); this does not say why."
    )


def _more(series: Series) -> str:
    return "more" if series.unit in _COUNTED or series.key == "medicines" else "higher"
