"""How long the trends of ten years take in the app: the first chart, each view, ranges, the cursor, keys meanwhile."""

import sys
import time
from itertools import pairwise
from pathlib import Path

from tests.helpers.terminal import TAB, Terminal
from tests.tools.benchmark_journals import CHECKLIST
from tests.tools.benchmark_terminal import Figures, in_terminal, ms, peak_memory, press, sign

WEEKS = ("● pain", "┤")
VIEWS = {
    "days": ("lines: 7-day medians",),
    "adherence": ("█ done",),
    "calendar": (" Sun ", "Mon "),
    "compare": ("◆ mobility", "├10"),
    "exercises": ("├─┤ lowest to highest",),
    "measures": ("─ baseline",),
    "answer": ("Since the start",),
    "goes-with": ("that came before the pain were tried",),
}
"""The views after the weeks in the order of the tab key, each with a text that it shows once drawn."""

_BACK, _CURSOR, _LONGER, _READING = "\x1b[D", "<", "+", "reading the journal"
_TO_SETTLE = 3
"""Seconds in which the app does its postponed work, such as looking for suggested doses."""


def use_trends(journal: Path, name: str) -> Figures:
    """Measure all views, ranges and keys of a journal's trends."""
    with in_terminal(sys.executable, "-m", "backjournal", "--journal", str(journal)) as terminal:
        yield from _while_reading(terminal, name)
        yield from _views(terminal, name)
        yield from _ranges(terminal, name)
        yield f"{name}: peak memory after the views, MB", peak_memory(terminal)


def _while_reading(terminal: Terminal, name: str) -> Figures:
    """Tick an exercise at rest, then once while the record is read for the first chart."""
    terminal.wait_for("space done")
    time.sleep(_TO_SETTLE)
    yield f"{name}: space to tick, at rest", _tick(terminal)
    time.sleep(_TO_SETTLE)
    press(terminal, "3")
    terminal.wait_for(_READING)
    pressed_at = press(terminal, "1")
    yield f"{name}: 1 to the checklist, while reading", ms(terminal.wait_for(*CHECKLIST) - pressed_at)
    yield f"{name}: space to tick, while reading", _tick(terminal)
    time.sleep(_TO_SETTLE)
    pressed_at = press(terminal, "3")
    yield f"{name}: 3 to the chart, after a tick", ms(terminal.wait_for(*WEEKS) - pressed_at)


def _views(terminal: Terminal, name: str) -> Figures:
    """Go through the views over everything."""
    press(terminal, _LONGER, _LONGER)
    terminal.wait_for("[52]")
    pressed_at = press(terminal, _LONGER)
    yield f"{name}: + to everything by week", ms(terminal.wait_for("each mark") - pressed_at)
    for view, drawn in VIEWS.items():
        pressed_at = press(terminal, TAB)
        yield f"{name}: tab to the {view}", ms(terminal.wait_for(*drawn) - pressed_at)
    pressed_at = press(terminal, TAB)
    yield f"{name}: tab to the weeks", ms(terminal.wait_for("each mark") - pressed_at)


def _ranges(terminal: Terminal, name: str) -> Figures:
    """Move the window and the cursor over the weeks."""
    axis = _axis(terminal)
    pressed_at = press(terminal, _BACK)
    yield f"{name}: ← to another range", ms(terminal.wait_until(lambda: _axis(terminal) != axis) - pressed_at)
    pressed_at = press(terminal, _CURSOR)
    yield f"{name}: < to what the cursor reads out", ms(terminal.wait_for("weeks from") - pressed_at)
    terminal.wait_for("┃")
    pressed_at = press(terminal, _CURSOR)
    column = terminal.text().index("┃")
    yield f"{name}: < to the cursor drawn", ms(terminal.wait_until(lambda: _moved(terminal, column)) - pressed_at)


def _tick(terminal: Terminal) -> float:
    before, pressed_at = sign(terminal), press(terminal, " ")
    return ms(terminal.wait_until(lambda: sign(terminal) != before, "the tick") - pressed_at)


def _axis(terminal: Terminal) -> list[str]:
    """Return the lines under the axes: the dates of the charts."""
    lines = terminal.text().splitlines()
    return [following for line, following in pairwise(lines) if "└" in line]


def _moved(terminal: Terminal, column: int) -> bool:
    text = terminal.text()
    return "┃" in text and text.index("┃") != column
