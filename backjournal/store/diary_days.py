"""The diary summarized by day, within SQLite, so that even ten years of check-ins are read quickly."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any, TypeVar

from backjournal.model.amounts import amount_of
from backjournal.model.dates import FIRST_DAY, LAST_DAY
from backjournal.model.diary_values import HOURS, NUMBERS, DiaryValue
from backjournal.model.marks import Mark, MarkKind
from backjournal.store.check_in_rows import SOUND, check_in_with, check_ins_left_out
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable
from backjournal.trends.diary_days import UNCLEAR, DiaryDay, Taken


def _of_day(value: DiaryValue) -> str:
    """Return the SQL that summarizes a number of the diary over a day: the highest or the mean."""
    if not value.day_is_highest:
        return f"avg({value.name})"
    # With two arguments max is NULL if one is: a day on which the value was never noted has none.
    return (
        f"max(max({value.name}), coalesce(max({value.never_below}), 0))" if value.never_below else f"max({value.name})"
    )


_OF_DAY = {value.name: _of_day(value) for value in NUMBERS}

_HOURS = tuple(value.name for value in HOURS)
_VALUE_COLUMNS = {name: name for name in _OF_DAY}
_PAIN_COLUMNS = {name: f"{name}_pain" for name in _HOURS}
_Pairs = tuple[tuple[str, float], ...]

_WITHIN = "day BETWEEN :first AND :last AND NOT check_ins.deleted"
"""The SQL that limits check-ins to a span of days."""

_Word = tuple[MarkKind, str]
_Value = TypeVar("_Value")


class DiaryDays:
    """Reads the summaries of the diary's days."""

    def __init__(self, db: Rows) -> None:
        self._db = db

    def all(self) -> dict[date, DiaryDay]:
        """Return the summary of every day with a check-in, oldest first."""
        return self.between(date.min, date.max)

    def between(self, first: date, last: date) -> dict[date, DiaryDay]:
        """Return the summary of every day with a check-in from first to last, both included, oldest first."""
        within, span = self._within(first, last)
        marks, taken = self._marks(within, span)
        values = ", ".join(f"{of_day} AS {name}" for name, of_day in _OF_DAY.items())
        noted_at = ", ".join(f"max(CASE WHEN {name} IS NOT NULL THEN at END) AS {name}_at" for name in _HOURS)
        since = ", ".join(f"avg(CASE WHEN at >= {name}_at THEN pain END) AS {name}_pain" for name in _HOURS)
        rows = self._db.query(
            f"""SELECT day, count(*) AS check_ins, {values}, {since} FROM check_ins
            JOIN (SELECT day, {noted_at} FROM check_ins WHERE {within} GROUP BY day) USING (day)
            WHERE {within} GROUP BY day ORDER BY day""",
            span,
        )
        known: dict[_Pairs, Mapping[str, float]] = {}  # years of days have many equal ones

        def values_of(row: dict[str, Any], columns: Mapping[str, str]) -> Mapping[str, float]:
            pairs = tuple([(name, row[column]) for name, column in columns.items() if row[column] is not None])
            return known.get(pairs) or known.setdefault(pairs, {name: _shared(value) for name, value in pairs})

        days = (
            DiaryDay(
                day=date.fromisoformat(row["day"]),
                check_ins=row["check_ins"],
                values=values_of(row, _VALUE_COLUMNS),
                pain_since=values_of(row, _PAIN_COLUMNS),
                marks=_shared(frozenset(marks.get(row["day"], ()))),
                taken=_shared(tuple(taken.get(row["day"], ()))),
            )
            for row in rows
        )
        return {each.day: each for each in days}

    def values(self, name: str, first: date = date.min, last: date = date.max) -> dict[date, float]:
        """Return one number of the diary for every day that has it from first to last, both included, oldest first."""
        within, span = self._within(first, last)
        rows = self._db.query(
            f"""SELECT day, {_OF_DAY[name]} AS value FROM check_ins WHERE {within}
            GROUP BY day HAVING value IS NOT NULL ORDER BY day""",
            span,
        )
        return {date.fromisoformat(row["day"]): row["value"] for row in rows}

    def with_value(self, name: str, first: date, last: date) -> Iterator[date]:
        """Yield the days from first to last, both included, that have a number of the diary, oldest first.

        They are read one by one, so that reading ends with the last one that is asked for.
        """
        rows = self._db.query(
            f"SELECT id, day, {SOUND} AS sound FROM check_ins WHERE {_WITHIN} AND {name} IS NOT NULL ORDER BY day",
            _span(first, last),
        )
        days = groupby(row["day"] for row in rows if row["sound"] or check_in_with(self._db, row["id"]))
        return (date.fromisoformat(day) for day, _ in days)

    def _within(self, first: date, last: date) -> tuple[str, dict[str, str]]:
        """Return the SQL that limits check-ins to those of some days that can be read, and its values."""
        span = _span(first, last)
        left_out = check_ins_left_out(self._db, first, last)
        if not left_out:
            return _WITHIN, span
        but = " AND check_ins.id NOT IN (SELECT value FROM json_each(:left_out))"
        return _WITHIN + but, span | {"left_out": json.dumps(left_out)}

    def _marks(self, within: str, span: dict[str, str]) -> tuple[dict[str, set[_Word]], dict[str, list[Taken]]]:
        words: dict[str, set[_Word]] = defaultdict(set)
        taken: dict[str, list[Taken]] = defaultdict(list)
        rows = self._db.query(
            f"""SELECT marks.id, day, kind, word, amount, count(*) AS times
            FROM marks JOIN check_ins ON check_ins.id = check_in_id
            WHERE NOT marks.deleted AND {within}
            GROUP BY day, kind, word, amount ORDER BY day, kind, word, amount""",
            span,
        )
        for day, word, medicine in readable(self._db, "marks", rows, _noted):
            words[day].add(word)
            if medicine:
                taken[day].append(medicine)
        return words, taken


def _span(first: date, last: date) -> dict[str, str]:
    # A day that no check-in can have belongs to a row that is left out.
    return {"first": max(first, FIRST_DAY).isoformat(), "last": min(last, LAST_DAY).isoformat()}


def _noted(row: dict[str, Any]) -> tuple[str, _Word, Taken | None]:
    word = _word(row["kind"], row["word"])
    taken = _taken(row["word"], row["amount"], row["times"]) if word[0] is MarkKind.MEDICINE else None
    return row["day"], word, taken


@lru_cache(maxsize=4096, typed=True)
def _shared(value: _Value) -> _Value:
    """Return a value that is equal: years of days have few different ones, and need not have a copy each."""
    return value


# The same few words, of which years of days need not have a copy each.
@lru_cache(maxsize=1024)
def _word(kind: str, word: str) -> _Word:
    mark = Mark(MarkKind(kind), word)
    return mark.kind, mark.word


@lru_cache(maxsize=1024)
def _taken(word: str, amount: str, times: int) -> Taken:
    # Read anew, because fractions did not always begin the amount.
    mark = Mark.parse(MarkKind.MEDICINE, f"{word} {amount}")
    read = amount_of(mark.amount)
    return Taken(mark.word, times, read.number * times, read.unit) if read else Taken(mark.word, times, times, UNCLEAR)
