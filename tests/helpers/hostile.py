"""Texts that try to act on a terminal, and a journal into which another program has written them."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import cycle
from pathlib import Path
from random import Random

PIECES = (
    *("\x1b[77;31;77m", "\x1b[77;77J", "\x1b[77;77;77H", "\x1b]0;taken over\x07", "\x1b]8;;http://x\x1b\\", "\x1bc"),
    *("\x1bP77q\x1b\\", "\x1b_G77\x1b\\", "\x1b(0", "\x1b[?7777h", "\x1b[77;77\x1b[77n", "\x1b"),
    *("\x9b77;31;77m", "\x9d0;taken over\x9c", "\x90q\x9c", "\x85", "\x84", "\x8d", "\x80", "\x9f"),
    *("\x00", "\x05", "\x07", "\x08", "\x0b", "\x0c", "\x0e", "\x0f", "\x11", "\x13", "\x18", "\x1a", "\x7f"),
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"),
    *("\u2028", "\u2029", "\r", "\n", "\t", "[/]", "[bold red]", "[@click=quit]x[/]", "{{", "\\", "\ufeff", "\u200b"),
    *("back", "hurts", "Rücken", "背中", "👩‍⚕️", "e\u0301", ", ", "; ", "=1+1"),
)

_ACTS = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_TEXTS = {
    "exercises": ("name", "how_to", "caution", "dose_note", "source"),
    "prescriptions": ("note",),
    "check_ins": ("id", "note"),
    "marks": ("id", "word", "amount"),
    "practices": ("id", "reason", "note"),
    "plan_facts": ("aim", "prescribed_by"),
    "measures": ("name", "unit"),
    "results": ("id", "note"),
    "experiments": ("id", "name"),
    "changes": ("label",),
}
"""The columns with words of a person, and with ids that are shown or may be, by table."""


def hostile_texts(number: int, seed: int = 7) -> list[str]:
    """Return different texts, each with words and several of the `PIECES`."""
    random = Random(seed)
    return [f"n{place} {''.join(random.choices(PIECES, k=random.randint(2, 8)))} z{place}" for place in range(number)]


def write_foreign(journal: Path, texts: Sequence[str]) -> None:
    """Write texts into every column of words of a journal, as another program could, without any of its checks."""
    supply = cycle(texts)
    with closing(sqlite3.connect(journal)) as db, db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        _drop_triggers(db)
        for table, columns in _TEXTS.items():
            for column in columns:
                for key, before in db.execute(f"SELECT rowid, {column} FROM {table}").fetchall():
                    if before:
                        # No two rows may have the same id.
                        text = next(supply)[:70] + f" {key}" * (column == "id")
                        db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", [text, key])
        # The marks follow their check-ins.
        ids = [row[0] for row in db.execute("SELECT id FROM check_ins ORDER BY rowid")]
        marks = [row[0] for row in db.execute("SELECT rowid FROM marks ORDER BY rowid")]
        db.executemany("UPDATE marks SET check_in_id = ? WHERE rowid = ?", zip(cycle(ids), marks, strict=False))


def _drop_triggers(db: sqlite3.Connection) -> None:
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")


def controls(text: str) -> Iterator[str]:
    """Yield each character of an output that can act on a terminal, but the line ends."""
    yield from _ACTS.findall(text)
