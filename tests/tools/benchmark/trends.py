"""The app's trends: the first chart, each view, ranges, the cursor, keys meanwhile; beside plotext alone."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from tests.helpers.terminal import LEFT, TAB, Terminal
from tests.tools.benchmark.figures import Figure, Figures
from tests.tools.benchmark.journals import CHECKLIST
from tests.tools.benchmark.peers import beside
from tests.tools.benchmark.terminal import READY, REST, app, in_terminal, shows, tick, timed_keys

WEEKS = ("● pain", "┤")
"""What the first chart shows, at 12 weeks."""

VIEWS = {
    "days": ("lines: 7-day medians",),
    "adherence": ("█ practised",),
    "calendar": (" Sun ", "Mon "),
    "compare": ("◆ mobility", "├10"),
    "exercises": ("├─┤ lowest to highest",),
    "measures": ("─ baseline",),
    "answer": ("Since the start",),
    "goes-with": ("that came before the pain were tried",),
}
"""The views after the weeks in the order of the tab key, each with a text that it shows once drawn."""

_CURSOR, _LONGER = "<", "+"
_READING = "reading the journal"


def trends(journal: Path, _folder: Path) -> Figures:
    """Measure the first chart, at once after the start and at rest, then all views and ranges."""
    yield "plotext: chart", _plotext_chart()
    yield "two panes: 3 again", _other_pane()
    with app(journal) as own:
        own.wait_for(READY)
        yield "3, at once after the start", timed_keys(own, "3", shows(own, *WEEKS), "the chart")
    with app(journal) as own:
        own.wait_for(READY)
        own.settle(REST)
        yield "3", timed_keys(own, "3", shows(own, *WEEKS), "the chart")
        _to_today(own)
        yield "3 again", timed_keys(own, "3", shows(own, *WEEKS), "the chart")
        yield from _after_a_tick(own)
        yield from _ranges(own)
        yield from _views(own)


def use_every_view(own: Terminal) -> None:
    """Look at every view over everything."""
    timed_keys(own, "3", shows(own, *WEEKS), "the chart")
    for _ in _views(own):
        pass


def _plotext_chart() -> Figure:
    done = subprocess.run([sys.executable, beside("plotext_chart")], check=True, capture_output=True, text=True)
    return Figure(*map(float, done.stdout.split()))


def _other_pane() -> Figure:
    """Go to the other pane of an app that computes nothing, for the second time."""
    with in_terminal(sys.executable, beside("panes_app")) as panes:
        panes.wait_for("exercise 19")
        for key, shown in (("3", "chart, line 35"), ("1", "exercise 19")):
            timed_keys(panes, key, shows(panes, shown))
            panes.settle(REST / 4)
        return timed_keys(panes, "3", shows(panes, "chart, line 35"), "the other pane")


def _to_today(own: Terminal) -> Figure:
    return timed_keys(own, "1", lambda: shows(own, *CHECKLIST)() and not any(each in own.text() for each in WEEKS))


def _after_a_tick(own: Terminal) -> Figures:
    """Look at the chart after a tick; after the next one go back and tick again, while the trends may still be read."""
    _to_today(own)
    tick(own)
    own.settle(REST)
    yield "3 after a tick", timed_keys(own, "3", shows(own, *WEEKS), "the chart")
    _to_today(own)
    tick(own)
    timed_keys(own, "3", lambda: _READING in own.text() or shows(own, *WEEKS)(), "the trends")
    yield "1, right after 3", _to_today(own)
    yield "tick, right after 3", tick(own)
    own.settle(REST)
    timed_keys(own, "3", shows(own, *WEEKS), "the chart")


def _views(own: Terminal) -> Figures:
    """Go through the views over everything."""
    timed_keys(own, _LONGER * 2, shows(own, "[52]"), "52 weeks")
    days, axis = _days(own), _axis(own)

    def everything() -> bool:
        # A journal of one year has nothing more to show than 52 weeks.
        return "[everything]" in own.text() and bool(_axis(own)) and (_days(own) == days or _axis(own) != axis)

    yield "+ to everything", timed_keys(own, _LONGER, everything, "everything")
    for view, drawn in VIEWS.items():
        yield f"tab: {view}", timed_keys(own, TAB, shows(own, *drawn), view)
    yield "tab: weeks", timed_keys(own, TAB, shows(own, *WEEKS), "the weeks")


def _ranges(own: Terminal) -> Figures:
    """Move the window and the cursor over the weeks."""
    axis = _axis(own)
    yield "← to another range", timed_keys(own, LEFT, lambda: _axis(own) not in ([], axis), "another range")
    timed_keys(own, _CURSOR, shows(own, "┃"), "the cursor")
    column = _cursor(own)
    yield "< to the cursor drawn", timed_keys(own, _CURSOR, lambda: _cursor(own) not in (None, column), "the cursor")


def _cursor(own: Terminal) -> int | None:
    """Return the column of the cursor; None without one."""
    return next((line.index("┃") for line in own.text().splitlines() if "┃" in line), None)


def _days(own: Terminal) -> str:
    """Return the days that are shown, as they stand beside the ranges."""
    line = next((line for line in own.text().splitlines() if " 52" in line or "[52]" in line), "")
    return line.rpartition("  ")[2].rpartition("] ")[2]


def _axis(own: Terminal) -> list[str]:
    """Return the lines under the axes: the dates of the charts."""
    lines = own.text().splitlines()
    return [following for line, following in pairwise(lines) if "└" in line]
