"""How two series go together, in words."""

from backjournal.model.numbers import count, signed
from backjournal.model.text import sentence
from backjournal.trends.pairs import FEWEST_DAYS, Pairs
from backjournal.trends.series import Series

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
