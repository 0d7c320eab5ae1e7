"""The check-ins as rows, one at a time, for exports that are as quick and as small for fifty years as for one."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from backjournal.model.diary_values import NUMBERS
from backjournal.model.marks import MarkKind
from backjournal.model.text import clean_line
from backjournal.store.check_in_rows import SOUND, check_in_with
from backjournal.store.rows import Rows

_BETWEEN, _WITHIN = "\x1e", "\x1f"
"""What separates the marks of a check-in in a query, and kind and word of a mark: no saved word contains either."""

_KINDS = frozenset(kind.value for kind in MarkKind)
_clean = lru_cache(clean_line)

_NUMBERS = ", ".join(value.name for value in NUMBERS)

# Without its Z, a moment within a second comes after the second itself.
_ROWS = f"""SELECT id, {SOUND} AS sound, day,
    strftime('%H:%M:%S', at, utc_offset || ' minutes') AS time, utc_offset, {_NUMBERS}, note, (
        SELECT group_concat(kind || '{_WITHIN}' || word || ' ' || amount, '{_BETWEEN}') FROM (
            SELECT kind, word, amount FROM marks WHERE check_in_id = check_ins.id AND NOT marks.deleted
            ORDER BY position)) AS words
    FROM check_ins WHERE day BETWEEN ? AND ? AND NOT deleted ORDER BY day, rtrim(at, 'Z'), rowid DESC"""


class DiaryRows:
    """Reads check-ins without making objects of them."""

    def __init__(self, db: Rows) -> None:
        self._db = db

    def between(self, first: date, last: date) -> Iterator[dict[str, Any]]:
        """Yield the check-ins from first to last day, both included, oldest first.

        A row has the columns of the journal, the local `time`, and for each kind of mark that it has, by its name, the
        list of the marks as text in the order given.

        Raises:
            JournalError: the journal cannot be read.
        """
        for row in self._db.query(_ROWS, [first.isoformat(), last.isoformat()]):
            joined = row.pop("words")
            words = _words(joined) if joined else {}
            if not row.pop("sound") or self._db.lenient or words is None:
                check_in = check_in_with(self._db, row["id"])
                if check_in is None:
                    continue
                words = {kind.value: [*check_in.words(kind)] for kind in MarkKind}
            row.update(words)
            yield row


def _words(joined: str) -> dict[str, list[str]] | None:
    """Return the words of a check-in by the kind of mark; None if there is one that cannot be read."""
    words: dict[str, list[str]] = {}
    for mark in joined.split(_BETWEEN):
        kind, _, word = mark.partition(_WITHIN)
        cleaned = _clean(word)
        if not cleaned or kind not in _KINDS:
            return None
        words.setdefault(kind, []).append(cleaned)
    return words
