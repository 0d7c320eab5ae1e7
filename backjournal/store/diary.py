"""The check-ins, their marks, and the flare-ups in the journal."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, timedelta
from typing import Any

from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import NUMBERS
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import MarkKind
from backjournal.model.spelling import name_key
from backjournal.store.changes import Changes
from backjournal.store.check_in_rows import check_in_of, marks_of, whole_check_ins
from backjournal.store.rows import Rows
from backjournal.store.search import number_found, tells, words_told
from backjournal.store.signs import latest_signs, mark_of, signs_between, signs_text
from backjournal.store.unreadable import readable

EVERYTHING = -1
"""The limit of a query that returns all rows."""

_LAST_YEAR = """SELECT max(:first, date(max(day), '-1 year')) FROM check_ins
    WHERE day BETWEEN :first AND :last AND NOT deleted"""


class Diary:
    """Reads and writes check-ins and flare-ups."""

    def __init__(self, db: Rows, changes: Changes, new_id: Callable[[], str]) -> None:
        self._db = db
        self._changes = changes
        self._new_id = new_id
        db.conn.create_function("tells", 2, tells, deterministic=True)

    def check_ins(
        self,
        first: date = date.min,
        last: date = date.max,
        *,
        search: str = "",
        limit: int = EVERYTHING,
    ) -> tuple[CheckIn, ...]:
        """Return the check-ins from first to last day, both included, newest first; at most `limit` of them.

        Each word of `search` is somewhere in their note or marks, however it is spelled, with or without accents.
        """
        days = {"first": first.isoformat(), "last": last.isoformat()}
        if search and limit != EVERYTHING:
            # What is often written, such as a single letter, is found so often in the last year: nothing older is read.
            since = self._db.value(_LAST_YEAR, days)
            recent = self._found({**days, "first": since}, limit, *words_told(search, of_few=True))
            if len(recent) == limit:
                return recent
        return self._found(days, limit, *words_told(search))

    def number_found(self, search: str) -> int:
        """Return how many check-ins a search finds."""
        return number_found(self._db, search)

    def first_day(self) -> date | None:
        """Return the day of the earliest check-in, or None if there is none."""
        rows = self._db.query("SELECT * FROM check_ins WHERE NOT deleted ORDER BY day")
        return next((check_in.day for check_in in whole_check_ins(self._db, rows)), None)

    def save(self, check_in: CheckIn) -> None:
        """Write a check-in with its marks; one with the same id is replaced.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(self.label_of(check_in)):
            offset = check_in.at.utcoffset() or timedelta()
            values = {value.name: check_in.values.get(value.name) for value in NUMBERS} | {
                "at": f"{check_in.at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z",
                "utc_offset": int(offset.total_seconds()) // 60,
                "day": check_in.day.isoformat(),
                "note": check_in.note,
                "signs": signs_text(check_in.marks, check_in.note),
            }
            self._changes.put("check_ins", check_in.id, values)
            self._put_marks(check_in)

    def label_of(self, check_in: CheckIn) -> str:
        """Return what undo calls the saving of a check-in, before it is saved."""
        return self._changes.label("check_ins", check_in.id, f"check-in of {check_in.day} {check_in.at:%H:%M}")

    def delete(self, check_in: CheckIn) -> None:
        """Mark a check-in and its marks as deleted; undo brings them back.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(f"deletion of the check-in of {check_in.day} {check_in.at:%H:%M}"):
            for row in self._mark_ids(check_in.id):
                self._changes.delete("marks", row)
            self._changes.delete("check_ins", check_in.id)

    def signs(self, first: date, last: date) -> dict[str, tuple[str, ...]]:
        """Return the words of the red flags in the check-ins of some days that have any, by the id of the check-in."""
        return signs_between(self._db, first, last)

    def latest_signs(self) -> dict[str, date]:
        """Return the latest day with each red flag in a check-in, by the word of the flag."""
        return latest_signs(self._db)

    def words(self, kind: MarkKind) -> tuple[str, ...]:
        """Return the words used so far for one kind of mark, most recently used first; at most 200."""
        rows = self._db.query(
            """SELECT marks.id, kind, word, amount, max(at) AS latest
            FROM marks JOIN check_ins ON check_ins.id = check_in_id
            WHERE kind = ? AND NOT marks.deleted GROUP BY word, amount ORDER BY latest DESC LIMIT 200""",
            [kind.value],
        )
        latest: dict[str, str] = {}
        for word in map(str, readable(self._db, "marks", rows, mark_of)):
            latest.setdefault(name_key(word), word)
        return tuple(latest.values())

    def flare_ups(self) -> tuple[FlareUp, ...]:
        """Return the flare-ups, oldest first."""
        rows = self._db.query("SELECT * FROM flare_ups WHERE NOT deleted ORDER BY first_day, id")
        return tuple(readable(self._db, "flare_ups", rows, _flare_up))

    def start_flare_up(self, day: date, last_day: date | None = None) -> FlareUp:
        """Write a new flare-up from `day` on; without a last day it stays open until it is ended.

        Raises:
            JournalError: it would overlap with another, or the journal cannot be written.
        """
        flare_up = FlareUp(self._new_id(), day, last_day)
        self.save_flare_up(flare_up)
        return flare_up

    def end_flare_up(self, day: date) -> FlareUp:
        """End the open flare-up, with `day` as its last day.

        Raises:
            JournalError: none is open, it began after `day`, or the journal cannot be written.
        """
        going_on = [known for known in self.flare_ups() if known.last_day is None]
        if not going_on:
            raise JournalError("no flare-up goes on: there is nothing to end")
        ended = FlareUp(going_on[-1].id, going_on[-1].first_day, day)
        self.save_flare_up(ended)
        return ended

    def save_flare_up(self, flare_up: FlareUp) -> None:
        """Write a flare-up; one with the same id is replaced.

        Raises:
            JournalError: it would overlap with another, or the journal cannot be written.
        """
        until = f"until {flare_up.last_day}" if flare_up.last_day else "going on"
        what = f"flare-up from {flare_up.first_day}, {until}"
        with self._changes.write(self._changes.label("flare_ups", flare_up.id, what)):
            for known in self.flare_ups():
                if known.id != flare_up.id and known.overlaps(flare_up):
                    goes_on = f"a flare-up goes on since {known.first_day}: end it first"
                    ended = f"it overlaps with the flare-up from {known.first_day} to {known.last_day}: change that one"
                    raise InvalidValue("first_day", ended if known.last_day else goes_on)
            last = flare_up.last_day.isoformat() if flare_up.last_day else None
            values = {"first_day": flare_up.first_day.isoformat(), "last_day": last}
            self._changes.put("flare_ups", flare_up.id, values)

    def delete_flare_up(self, flare_up: FlareUp) -> None:
        """Mark a flare-up as deleted; undo brings it back.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(f"deletion of the flare-up from {flare_up.first_day}"):
            self._changes.delete("flare_ups", flare_up.id)

    def _found(
        self, days: Mapping[str, str | None], limit: int, told: list[str], words: Mapping[str, str]
    ) -> tuple[CheckIn, ...]:
        """Return the newest check-ins of some days that meet the conditions of a search."""
        where = " AND ".join(["day BETWEEN :first AND :last AND NOT deleted", *told])
        newest_first = "ORDER BY day DESC, at DESC, rowid DESC LIMIT :limit"
        values = {**days, **words, "limit": limit}
        rows = list(self._db.query(f"SELECT * FROM check_ins WHERE {where} {newest_first}", values))
        marks = marks_of(self._db, [row["id"] for row in rows])
        found = tuple(readable(self._db, "check_ins", rows, lambda row: check_in_of(row, marks[row["id"]])))
        if len(found) < limit == len(rows):  # for each that cannot be read, one more is read
            return self._found(days, 2 * limit, told, words)[:limit]
        return found

    def _put_marks(self, check_in: CheckIn) -> None:
        kept = set()
        for position, mark in enumerate(check_in.marks):
            row_id = f"{check_in.id}/{position}"
            kept.add(row_id)
            values = {"kind": mark.kind.value, "word": mark.word, "amount": mark.amount, "position": position}
            self._changes.put("marks", row_id, {"check_in_id": check_in.id, **values})
        for row_id in self._mark_ids(check_in.id):
            if row_id not in kept:
                self._changes.delete("marks", row_id)

    def _mark_ids(self, check_in_id: str) -> list[str]:
        rows = self._db.query("SELECT id FROM marks WHERE check_in_id = ? AND NOT deleted", [check_in_id])
        return [row["id"] for row in rows]


def _flare_up(row: dict[str, Any]) -> FlareUp:
    last_day = date.fromisoformat(row["last_day"]) if row["last_day"] else None
    return FlareUp(row["id"], date.fromisoformat(row["first_day"]), last_day)
