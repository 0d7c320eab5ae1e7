"""The check-ins as rows, one at a time, for exports and lines that are as small for fifty years as for one."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from backjournal.model.diary_values import NUMBERS
from backjournal.model.marks import MarkKind
from backjournal.model.text import clean_line
from backjournal.store.check_in_rows import SOUND, check_in_with
from backjournal.store.rows import Rows

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""The marks of a check-in as text, each kind by its name, in the order given."""

_BETWEEN, _WITHIN = "\x1e", "\x1f"
"""What separates the marks of a check-in in a query, and the parts of a mark: no saved word contains either."""

_KINDS = frozenset(kind.value for kind in MarkKind)
_clean = lru_cache(clean_line)

_NUMBERS = ", ".join(value.name for value in NUMBERS)

_ROWS = f"""SELECT id, {SOUND} AS sound, day,
    strftime('%H:%M:%S', at, utc_offset || ' minutes') AS time, utc_offset, {_NUMBERS}, (
    SELECT group_concat(position || '{_WITHIN}' || kind || '{_WITHIN}' || word || ' ' || amount, '{_BETWEEN}')
        FROM marks WHERE check_in_id = check_ins.id AND NOT marks.deleted
    ) AS words, note FROM check_ins WHERE day BETWEEN ? AND ? AND NOT deleted"""

# Without its Z, a moment within a second comes after the second itself.
_OLDEST_FIRST = "ORDER BY day, rtrim(at, 'Z'), rowid DESC"
_NEWEST_FIRST = "ORDER BY day DESC, at DESC, rowid DESC"


class DiaryRows:
    """Reads check-ins without making objects of them."""

    def __init__(self, db: Rows) -> None:
        self._db = db

    def between(self, first: date, last: date, *, newest_first: bool = False) -> Iterator[dict[str, Any]]:
        """Yield the check-ins from first to last day, both included, oldest first if nothing else is said.

        A row has the columns of the journal in their order, the local `time`, and its marks as `words`.

        Raises:
            JournalError: the journal cannot be read.
        """
        order = _NEWEST_FIRST if newest_first else _OLDEST_FIRST
        for row in self._db.query(f"{_ROWS} {order}", [first.isoformat(), last.isoformat()]):
            words = _words(row["words"])
            # SQLite finds no time where an offset from UTC is beyond what it knows.
            if not row.pop("sound") or self._db.lenient or words is None or row["time"] is None:
                check_in = check_in_with(self._db, row["id"])
                if check_in is None:
                    continue
                row["time"] = f"{check_in.at:%H:%M:%S}"
                words = tuple((kind.value, said) for kind in MarkKind if (said := tuple(check_in.words(kind))))
            row["words"] = words
            yield row


# Cached, because a person uses the same few words again and again.
@lru_cache(maxsize=1024)
def _words(joined: str | None) -> Words | None:
    """Return the words of a check-in by the kind of mark; None if there is one that cannot be read."""
    words: dict[str, tuple[str, ...]] = {}
    # Here they are put in order, which takes SQLite longer than to find them.
    marks = [mark.split(_WITHIN, 2) for mark in joined.split(_BETWEEN)] if joined else []
    for _, kind, word in sorted(marks, key=lambda mark: int(mark[0])):
        cleaned = _clean(word)
        if not cleaned or kind not in _KINDS:
            return None
        words[kind] = (*words.get(kind, ()), cleaned)
    return tuple(words.items())
