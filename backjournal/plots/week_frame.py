"""The frame of the charts by week, which all of them share: a week has the same columns in charts above each other."""

from collections.abc import Sequence

from backjournal.plots.canvas import Legend, Palette
from backjournal.plots.frame import NARROWEST, RULER, Frame
from backjournal.trends.weeks import Week, merged

_CELLS_A_WEEK = 2  # with fewer, the marks of neighbours run into each other


def weeks_shown(weeks: Sequence[Week], width: int) -> tuple[Week, ...]:
    """Return the weeks of a chart of that width: single ones, or as many neighbours merged as it takes to fit."""
    return merged(weeks, (width - RULER) // _CELLS_A_WEEK) if width >= NARROWEST else ()


def weeks_frame(shown: Sequence[Week], width: int, height: int = 0, *, dated: bool = True) -> Frame:
    """Return the frame of a chart of the weeks that `weeks_shown` returns; its columns do not depend on the height."""
    return Frame(tuple(week.first_day for week in shown), width, height, dated)


def joined_legend(shown: Sequence[Week], palette: Palette) -> Legend:
    """Return the legend of how many weeks each mark merges; empty if it is one."""
    joined = shown[-1].length if shown else 1
    return [(f"each mark {joined} weeks", palette.axis)] if joined > 1 else []
