"""The check-ins as rows, one at a time, for exports and lines that are as small for fifty years as for one."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

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

_ROWS = f"""SELECT id, {SOUND}, day, at, utc_offset, {_NUMBERS}, (
    SELECT group_concat(position || '{_WITHIN}' || kind || '{_WITHIN}' || word || ' ' || amount, '{_BETWEEN}')
        FROM marks WHERE check_in_id = check_ins.id AND NOT marks.deleted
    ), note FROM check_ins WHERE day BETWEEN ? AND ? AND NOT deleted"""

# Without its Z, a moment within a second comes after the second itself.
_OLDEST_FIRST = "ORDER BY day, rtrim(at, 'Z'), rowid DESC"
_NEWEST_FIRST = "ORDER BY day DESC, at DESC, rowid DESC"


class DiaryRow(NamedTuple):
    """A check-in as it lies in the journal, with the local time instead of the moment."""

    id: str
    day: str
    time: str
    utc_offset: int
    numbers: Sequence[float | None]
    """The numbers of the diary, in the order of the values."""

    words: Words
    note: str


class DiaryRows:
    """Reads check-ins without making objects of them."""

    def __init__(self, db: Rows) -> None:
        self._db = db

    def between(self, first: date, last: date, *, newest_first: bool = False) -> Iterator[DiaryRow]:
        """Yield the check-ins from first to last day, both included, oldest first if nothing else is said.

        Raises:
            JournalError: the journal cannot be read.
        """
        rows = f"{_ROWS} {_NEWEST_FIRST if newest_first else _OLDEST_FIRST}"
        found = self._db.tuples(rows, [first.isoformat(), last.isoformat()])
        for check_in_id, sound, day, at, utc_offset, *numbers, joined, note in found:
            words = _words(joined)
            if sound and words is not None and not self._db.lenient:
                time = _local(at[11:16], utc_offset) + at[16:19]
                yield DiaryRow(check_in_id, day, time, utc_offset, numbers, words, note)
            elif check_in := check_in_with(self._db, check_in_id):
                words = tuple((kind.value, said) for kind in MarkKind if (said := tuple(check_in.words(kind))))
                yield DiaryRow(check_in_id, day, f"{check_in.at:%H:%M:%S}", utc_offset, numbers, words, note)


# Cached, because there are no more minutes than a day has, in the few time zones that a person is in.
@lru_cache(maxsize=4096)
def _local(minute: str, utc_offset: int) -> str:
    """Return a time of UTC, such as `08:05`, as the local one."""
    in_utc = datetime.fromisoformat(f"2000-01-01T{minute}")
    return f"{in_utc + timedelta(minutes=utc_offset):%H:%M}"


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
