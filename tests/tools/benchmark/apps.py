"""The app at its start, its tick, and its peak memory, beside small Textual apps."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tests.helpers.terminal import RIGHT, Terminal
from tests.tools.benchmark.figures import Figure, Figures
from tests.tools.benchmark.journals import CHECKLIST
from tests.tools.benchmark.peers import TASKS, beside, found, kanban_board
from tests.tools.benchmark.terminal import (
    READY,
    REST,
    app,
    in_terminal,
    peak_memory,
    shows,
    since_start,
    tick,
    timed_keys,
)
from tests.tools.benchmark.trends import use_every_view

_TITLES = ("Today", "Diary", "Trends", "Plan")
_BOX = "Knee rolls"
_TIMES = 3
"""How many ticks a round measures."""

_OTHER_TABS = {"2": "marks and note", "4": "Aim:", "5": "PEG-style", "1": CHECKLIST[0]}
"""The keys of the tabs besides the trends, each with a text that it shows."""


def start(journal: Path, folder: Path) -> Figures:
    """Start an empty app, kanban-tui and the app, until what each is for is readable."""
    with in_terminal(sys.executable, beside("empty_app")) as empty:
        yield "empty app: start", since_start(empty, *_TITLES)
        yield "empty app: key", timed_keys(empty, RIGHT, lambda: empty.text().count("Diary") == 2)
    if kanban := found("kanban-tui"):
        kanban_board(kanban, folder)
        with in_terminal(kanban, folder=folder) as peer:
            yield "kanban-tui: start", since_start(peer, *TASKS)
    with app(journal) as own:
        yield "start", since_start(own, *CHECKLIST)
        yield "start to keys", since_start(own, READY)


def ticks(journal: Path, _folder: Path) -> Figures:
    """Tick a checkbox that stores nothing, then an exercise at rest; what the screen shows must be on the disk."""
    with in_terminal(sys.executable, beside("checkbox_app")) as boxes:
        boxes.wait_for(_BOX)
        for _ in range(_TIMES):
            boxes.settle(REST / 4)
            yield "checkbox: tick", _tick_box(boxes)
    with app(journal) as own:
        own.wait_for(READY)
        for _ in range(_TIMES):
            own.settle(REST)
            before = _latest_change(journal)
            yield "tick", tick(own)
            assert _latest_change(journal) > before, "the tick was shown before it was saved"


def memory(journal: Path, _folder: Path) -> Figures:
    """Look at every tab and every view, and return the peak memory beside that of an empty app with plotext."""
    with in_terminal(sys.executable, beside("empty_app"), "--plotext") as empty:
        empty.wait_for(*_TITLES)
        yield "empty app with plotext: memory", peak_memory(empty)
    with app(journal) as own:
        own.wait_for(READY)
        yield "memory after the start", peak_memory(own)
        use_every_view(own)
        for key, shown in _OTHER_TABS.items():
            timed_keys(own, key, shows(own, shown), f"the tab {key}")
        own.settle(REST)
        yield "memory", peak_memory(own)


def _tick_box(boxes: Terminal) -> Figure:
    look = boxes.look_of(_BOX)
    return timed_keys(boxes, " ", lambda: boxes.look_of(_BOX) != look, "the checkbox")


def _latest_change(journal: Path) -> int:
    with closing(sqlite3.connect(f"{journal.as_uri()}?mode=ro", uri=True)) as db:
        return int(db.execute("SELECT max(id) FROM history").fetchone()[0])
