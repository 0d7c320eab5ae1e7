"""What has changed in the journal since it was last read, told from the history that its triggers keep."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from backjournal.model.dates import FIRST_DAY, LAST_DAY, Days
from backjournal.model.frozen import dataclass
from backjournal.store.rows import Rows

Mark = tuple[int, str]
"""A place in the history: the id of its latest line, and the revision of the change that wrote it."""

NOTHING_YET: Mark = (0, "")
"""The place before the first line."""

_CHANGED = "(SELECT row_id FROM history WHERE id > :after AND table_name = '{}')"
_BEFORE = "SELECT before AS day FROM history WHERE id > :after AND table_name = '{}' AND column_name = '{}'"
_PLAN = f"""SELECT id FROM prescriptions
    WHERE id IN {_CHANGED.format("prescriptions")} OR exercise_id IN {_CHANGED.format("exercises")}"""

_NOTED = f"""SELECT day FROM check_ins WHERE id IN {_CHANGED.format("check_ins")}
    UNION SELECT day FROM check_ins WHERE id IN (SELECT check_in_id FROM marks WHERE id IN {_CHANGED.format("marks")})
    UNION {_BEFORE.format("check_ins", "day")}"""

_PRACTISED = f"""SELECT day FROM practices WHERE id IN {_CHANGED.format("practices")}
    UNION {_BEFORE.format("practices", "day")}"""

# A practice may lie before the first day of its prescription.
_PLANNED = f"""SELECT first_day AS day FROM prescriptions WHERE id IN ({_PLAN})
    UNION {_BEFORE.format("prescriptions", "first_day")}
    UNION SELECT min(day) FROM practices WHERE prescription_id IN ({_PLAN})"""


@dataclass(frozen=True, slots=True)
class Touched:
    """What changes have touched."""

    tables: frozenset[str] = frozenset()
    """The names of the tables."""

    noted: Days | None = None
    """The first and the last day whose check-ins or marks have changed; also the days that a check-in has left."""

    practised: Days | None = None
    """The first and the last day whose practices have changed."""

    plan_from: date | None = None
    """The first day of what has changed in the plan: from it on any checklist may be another."""


class History:
    """Tells what has changed since an earlier place in the history."""

    def __init__(self, db: Rows) -> None:
        self._db = db

    def latest(self) -> Mark:
        """Return the present end of the history."""
        return self._mark("ORDER BY history.id DESC LIMIT 1")

    def since(self, mark: Mark) -> Touched | None:
        """Return what changes have touched since a place; None if that cannot be told.

        It is no place of this journal's history when a backup was put in the journal's place; or a day makes no sense.
        """
        if self._mark("WHERE history.id = ?", [mark[0]]) != mark:
            return None
        after = {"after": mark[0]}
        rows = self._db.query("SELECT DISTINCT table_name FROM history WHERE id > :after", after)
        tables = frozenset(row["table_name"] for row in rows)
        try:
            noted = self._days(_NOTED, after) if tables & {"check_ins", "marks"} else None
            practised = self._days(_PRACTISED, after) if "practices" in tables else None
            planned = self._days(_PLANNED, after) if tables & {"prescriptions", "exercises"} else None
        except (TypeError, ValueError):
            return None
        return Touched(tables, noted, practised, planned and planned[0])

    def _days(self, sql: str, after: dict[str, int]) -> Days | None:
        # A day that no entry can have belongs to a row that is left out.
        within = f"day BETWEEN '{FIRST_DAY}' AND '{LAST_DAY}'"
        (row,) = self._db.query(f"SELECT min(day) AS first, max(day) AS last FROM ({sql}) WHERE {within}", after)
        return (date.fromisoformat(row["first"]), date.fromisoformat(row["last"])) if row["first"] else None

    def _mark(self, which: str, values: Iterable[Any] = ()) -> Mark:
        sql = f"SELECT history.id, rev FROM history JOIN changes ON changes.id = change_id {which}"
        return next(((row["id"], row["rev"]) for row in self._db.query(sql, [*values])), NOTHING_YET)
