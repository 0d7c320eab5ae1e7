"""Reading the plan from the journal."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from backjournal.model.exercises import Exercise
from backjournal.model.frozen import dataclass, field
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.plan.entries import PlanEntry, plan_entries
from backjournal.store.changes import Changes
from backjournal.store.plan_rows import FACTS_ID, exercise_of, facts_of, prescription_of, prescription_with
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable


@dataclass(frozen=True, slots=True)
class _Known:
    """The whole plan as it was last read."""

    stamp: object = None
    """`Changes.stamp` of the journal when it was read; None before the first reading."""

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    """By id."""

    prescriptions: tuple[Prescription, ...] = ()
    """In the order of the plan."""


_OF_DAYS = """SELECT * FROM prescriptions WHERE NOT deleted AND (
    first_day <= :last AND (last_day IS NULL OR last_day >= :first)
    OR id IN (SELECT prescription_id FROM practices WHERE day BETWEEN :first AND :last AND NOT deleted)
) ORDER BY position, first_day, id"""


_SINCE = """SELECT * FROM prescriptions WHERE NOT deleted AND (
    last_day IS NULL OR last_day >= :day OR (exercise_id, first_day) IN (
        SELECT exercise_id, max(first_day) FROM prescriptions WHERE NOT deleted AND last_day < :day GROUP BY 1)
) ORDER BY position, first_day, id"""


class PlanReading:
    """Reads the exercises and their prescriptions, and caches them until the journal changes."""

    def __init__(self, db: Rows, changes: Changes, new_id: Callable[[], str]) -> None:
        self._db = db
        self._changes = changes
        self._new_id = new_id
        self._read = _Known()

    def exercises(self) -> dict[str, Exercise]:
        """Return the exercises by id, including those of stopped prescriptions."""
        return dict(self._known().exercises)

    def prescriptions(self) -> tuple[Prescription, ...]:
        """Return all prescriptions, past, present and future, in the order of the plan."""
        return self._known().prescriptions

    def of_days(self, first: date, last: date) -> tuple[dict[str, Exercise], tuple[Prescription, ...]]:
        """Return the prescriptions in force or practised on any day from first to last, and their exercises by id.

        They are in the order of the plan. However long the plan has been, only these are read.
        """
        days = {"first": first.isoformat(), "last": last.isoformat()}
        stamp: object = None
        # As in `_known`, a write of another process between the two queries makes both be read again.
        while stamp != (stamp := self._changes.stamp()):
            plan = list(self._db.query(_OF_DAYS, days))
            ids = sorted({row["exercise_id"] for row in plan})
            marks = ", ".join("?" * len(ids))
            rows = self._db.query(f"SELECT * FROM exercises WHERE id IN ({marks}) AND NOT deleted", ids)
            exercises = self._exercises(rows)
        return exercises, self._prescriptions(plan, exercises)

    def since(self, day: date) -> tuple[Prescription, ...]:
        """Return the prescriptions in force on a day or later, and of each exercise the last one before them."""
        rows = self._db.query(_SINCE, {"day": day.isoformat()})
        return tuple(readable(self._db, "prescriptions", rows, prescription_of))

    def begins(self) -> date | None:
        """Return the first day of the first prescription; None if there has never been one."""
        rows = self._db.query("SELECT * FROM prescriptions WHERE NOT deleted ORDER BY first_day")
        return next((each.first_day for each in readable(self._db, "prescriptions", rows, prescription_of)), None)

    def entries(self, day: date) -> tuple[PlanEntry, ...]:
        """Return the prescriptions in force on a day or later, by category and within it in the order of the plan."""
        return plan_entries(day, *self.of_days(day, date.max))

    def facts(self) -> PlanFacts:
        """Return the aim of the plan, who prescribed it and when."""
        rows = self._db.query("SELECT * FROM plan_facts WHERE id = ? AND NOT deleted", [FACTS_ID])
        return next(readable(self._db, "plan_facts", rows, facts_of), PlanFacts())

    def _known(self) -> _Known:
        # A write of another process between the two queries changes the stamp, so that both are read again.
        while self._read.stamp != (stamp := self._changes.stamp()):
            exercises = self._db.query("SELECT * FROM exercises WHERE NOT deleted ORDER BY rowid")
            plan = self._db.query("SELECT * FROM prescriptions WHERE NOT deleted ORDER BY position, first_day, id")
            by_id = self._exercises(exercises)
            self._read = _Known(stamp, by_id, self._prescriptions(plan, by_id))
        return self._read

    def _exercises(self, rows: Iterable[dict[str, Any]]) -> dict[str, Exercise]:
        return {each.id: each for each in readable(self._db, "exercises", rows, exercise_of)}

    def _prescriptions(
        self, rows: Iterable[dict[str, Any]], exercises: Mapping[str, Exercise]
    ) -> tuple[Prescription, ...]:
        return tuple(readable(self._db, "prescriptions", rows, partial(prescription_with, exercises)))

    def _of(self, exercise_id: str) -> list[Prescription]:
        return [known for known in self.prescriptions() if known.exercise_id == exercise_id]

    def _name(self, prescription: Prescription) -> str:
        exercise = self.exercises().get(prescription.exercise_id)
        return exercise.name if exercise else "an exercise"

    def _has_practice(self, prescription_id: str, day: date) -> bool:
        found = "SELECT 1 FROM practices WHERE prescription_id = ? AND day = ? AND NOT deleted"
        return self._db.first(found, [prescription_id, day.isoformat()]) is not None
