"""The diary summarized by day, within SQLite, so that even ten years of check-ins are read quickly."""

from collections import defaultdict
from datetime import date

from sqlite_utils import Database

from backjournal.model.diary_values import HOURS, NUMBERS
from backjournal.model.marks import MarkKind
from backjournal.trends.diary_days import DiaryDay

_OF_DAY = {value.name: "max" if value.day_is_highest else "avg" for value in NUMBERS}
"""The SQL function that summarizes each number of the diary over a day: the highest or the mean."""

_HOURS = tuple(value.name for value in HOURS)


class DiaryDays:
    """Reads the summaries of the diary's days."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> dict[date, DiaryDay]:
        """Return the summary of every day with a check-in, oldest first."""
        marks, medicines = self._marks()
        values = ", ".join(f"{of_day}({name}) AS {name}" for name, of_day in _OF_DAY.items())
        noted_at = ", ".join(f"max(CASE WHEN {name} IS NOT NULL THEN at END) AS {name}_at" for name in _HOURS)
        since = ", ".join(f"avg(CASE WHEN at >= {name}_at THEN pain END) AS {name}_pain" for name in _HOURS)
        rows = self._db.query(
            f"""SELECT day, count(*) AS check_ins, {values}, {since} FROM check_ins
            JOIN (SELECT day, {noted_at} FROM check_ins WHERE NOT deleted GROUP BY day) USING (day)
            WHERE NOT deleted GROUP BY day ORDER BY day"""
        )
        days = (
            DiaryDay(
                day=date.fromisoformat(row["day"]),
                check_ins=row["check_ins"],
                values={name: row[name] for name in _OF_DAY if row[name] is not None},
                pain_since={name: row[f"{name}_pain"] for name in _HOURS if row[f"{name}_pain"] is not None},
                marks=frozenset(marks[row["day"]]),
                medicines=medicines[row["day"]],
            )
            for row in rows
        )
        return {each.day: each for each in days}

    def _marks(self) -> tuple[dict[str, set[tuple[MarkKind, str]]], dict[str, int]]:
        words: dict[str, set[tuple[MarkKind, str]]] = defaultdict(set)
        medicines: dict[str, int] = defaultdict(int)
        rows = self._db.query(
            """SELECT day, kind, word, count(*) AS times FROM marks JOIN check_ins ON check_ins.id = check_in_id
            WHERE NOT marks.deleted AND NOT check_ins.deleted GROUP BY day, kind, word"""
        )
        for row in rows:
            kind = MarkKind(row["kind"])
            words[row["day"]].add((kind, row["word"]))
            if kind is MarkKind.MEDICINE:
                medicines[row["day"]] += row["times"]
        return words, medicines
