"""The search of the diary, beside a LIKE by SQLite's own driver."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.helpers.terminal import Terminal
from tests.tools.benchmark.figures import Figure, Figures, timed
from tests.tools.benchmark.terminal import READY, REST, app, timed_keys

_HEADING = "marks and note"
_LETTERS = "dr"
"""What is typed; each letter leaves other rows than the one before."""

_LIKE = """SELECT * FROM check_ins WHERE NOT deleted AND (note LIKE :text OR EXISTS (
    SELECT 1 FROM marks WHERE check_in_id = check_ins.id AND NOT deleted AND (word LIKE :text OR amount LIKE :text)))
    ORDER BY day DESC, at DESC LIMIT 101"""


def search(journal: Path, _folder: Path) -> Figures:
    """Type letters into the search of the diary, each until the rows that it finds are shown."""
    with closing(sqlite3.connect(journal)) as db:
        yield "LIKE", timed(db.execute(_LIKE, {"text": f"%{_LETTERS}%"}).fetchall)
    with app(journal) as own:
        own.wait_for(READY)
        own.settle(REST)
        own.send("2")
        own.wait_for(_HEADING)
        own.settle(REST / 4)
        own.send("/")
        own.wait_for("esc leaves")
        for letter, name in zip(_LETTERS, ("first letter", "second letter"), strict=True):
            own.settle(REST / 2)
            yield name, _type(own, letter)


def _type(own: Terminal, letter: str) -> Figure:
    before = _rows(own)
    return timed_keys(own, letter, lambda: _rows(own) != before, f"the rows with {letter}")


def _rows(own: Terminal) -> list[str]:
    """Return the rows of the list, which the highlighted check-in stands beside."""
    return [line.partition("│")[0] for line in own.text().partition(_HEADING)[2].splitlines()]
