"""The diary summarized by day, within SQLite, so that even ten years of check-ins are read quickly."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from backjournal.model.amounts import amount_of
from backjournal.model.diary_values import HOURS, NUMBERS, DiaryValue
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.text import clean_line
from backjournal.store.rows import Rows
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

_WITHIN = "day BETWEEN :first AND :last AND NOT deleted"
"""The SQL that limits check-ins to a span of days."""


class DiaryDays:
    """Reads the summaries of the diary's days."""

    def __init__(self, db: Rows) -> None:
        self._db = db

    def all(self) -> dict[date, DiaryDay]:
        """Return the summary of every day with a check-in, oldest first."""
        return self.between(date.min, date.max)

    def between(self, first: date, last: date) -> dict[date, DiaryDay]:
        """Return the summary of every day with a check-in from first to last, both included, oldest first."""
        span = {"first": first.isoformat(), "last": last.isoformat()}
        marks, taken = self._marks(span)
        values = ", ".join(f"{of_day} AS {name}" for name, of_day in _OF_DAY.items())
        noted_at = ", ".join(f"max(CASE WHEN {name} IS NOT NULL THEN at END) AS {name}_at" for name in _HOURS)
        since = ", ".join(f"avg(CASE WHEN at >= {name}_at THEN pain END) AS {name}_pain" for name in _HOURS)
        rows = self._db.query(
            f"""SELECT day, count(*) AS check_ins, {values}, {since} FROM check_ins
            JOIN (SELECT day, {noted_at} FROM check_ins WHERE {_WITHIN} GROUP BY day) USING (day)
            WHERE {_WITHIN} GROUP BY day ORDER BY day""",
            span,
        )
        days = (
            DiaryDay(
                day=date.fromisoformat(row["day"]),
                check_ins=row["check_ins"],
                values={name: row[name] for name in _OF_DAY if row[name] is not None},
                pain_since={name: row[f"{name}_pain"] for name in _HOURS if row[f"{name}_pain"] is not None},
                marks=frozenset(marks[row["day"]]),
                taken=tuple(taken[row["day"]]),
            )
            for row in rows
        )
        return {each.day: each for each in days}

    def values(self, name: str, first: date = date.min, last: date = date.max) -> dict[date, float]:
        """Return one number of the diary for every day that has it from first to last, both included, oldest first."""
        rows = self._db.query(
            f"""SELECT day, {_OF_DAY[name]} AS value FROM check_ins WHERE {_WITHIN}
            GROUP BY day HAVING value IS NOT NULL ORDER BY day""",
            {"first": first.isoformat(), "last": last.isoformat()},
        )
        return {date.fromisoformat(row["day"]): row["value"] for row in rows}

    def with_value(self, name: str, first: date, last: date) -> Iterator[date]:
        """Yield the days from first to last, both included, that have a number of the diary, oldest first.

        They are read one by one, so that reading ends with the last one that is asked for.
        """
        rows = self._db.query(
            f"SELECT DISTINCT day FROM check_ins WHERE {_WITHIN} AND {name} IS NOT NULL ORDER BY day",
            {"first": first.isoformat(), "last": last.isoformat()},
        )
        return (date.fromisoformat(row["day"]) for row in rows)

    def _marks(self, span: dict[str, str]) -> tuple[dict[str, set[tuple[MarkKind, str]]], dict[str, list[Taken]]]:
        words: dict[str, set[tuple[MarkKind, str]]] = defaultdict(set)
        taken: dict[str, list[Taken]] = defaultdict(list)
        rows = self._db.query(
            """SELECT day, kind, word, amount, count(*) AS times FROM marks JOIN check_ins ON check_ins.id = check_in_id
            WHERE NOT marks.deleted AND NOT check_ins.deleted AND day BETWEEN :first AND :last
            GROUP BY day, kind, word, amount ORDER BY day, kind, word, amount""",
            span,
        )
        for row in rows:
            kind = MarkKind(row["kind"])
            words[row["day"]].add(_word(kind, row["word"]))
            if kind is MarkKind.MEDICINE:
                taken[row["day"]].append(_taken(row["word"], row["amount"], row["times"]))
        return words, taken


# The same few words, of which years of days need not have a copy each.
@lru_cache(maxsize=1024)
def _word(kind: MarkKind, word: str) -> tuple[MarkKind, str]:
    return kind, clean_line(word)


@lru_cache(maxsize=1024)
def _taken(word: str, amount: str, times: int) -> Taken:
    # Read anew, because fractions did not always begin the amount.
    mark = Mark.parse(MarkKind.MEDICINE, f"{word} {amount}")
    read = amount_of(mark.amount)
    return Taken(mark.word, times, read.number * times, read.unit) if read else Taken(mark.word, times, times, UNCLEAR)
