"""The outcome measures that a person has chosen or defined, and their results."""

from collections.abc import Callable, Collection
from datetime import date
from functools import lru_cache, partial
from sys import intern
from typing import Any

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.frozen import replace
from backjournal.model.measures import (
    FEWEST_ACTIVITIES,
    MOST_ACTIVITIES,
    Measure,
    MeasureKind,
    Result,
    Score,
    own_measure,
)
from backjournal.model.scores import check_scores
from backjournal.model.spelling import is_same_name
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable


class Measures:
    """Reads and writes outcome measures and results.

    A shipped measure is defined by the library; the journal adds whether it is chosen, how often it is due, and its
    activities.
    """

    def __init__(self, db: Rows, changes: Changes, new_id: Callable[[], str]) -> None:
        self._db = db
        self._changes = changes
        self._new_id = new_id

    def chosen(self) -> tuple[Measure, ...]:
        """Return the chosen measures, in the order in which they were first chosen."""
        rows = self._db.query("SELECT * FROM measures WHERE chosen AND NOT deleted ORDER BY rowid")
        return tuple(readable(self._db, "measures", rows, _measure))

    def known(self) -> tuple[Measure, ...]:
        """Return every measure that was ever chosen or defined, including those no longer chosen."""
        rows = self._db.query("SELECT * FROM measures WHERE NOT deleted ORDER BY rowid")
        return tuple(readable(self._db, "measures", rows, _measure))

    def own(self, measure: Measure) -> Measure:
        """Return a measure as the person's own, with a new id; `choose` writes it."""
        return replace(measure, id=self._new_id(), own=True)

    def choose(self, measure: Measure) -> None:
        """Write a measure as chosen; one with the same id is replaced.

        Of a shipped measure, its activities and how often it is due are written; of the person's own, all of it. A
        measure that was no longer chosen has its earlier results again.

        Raises:
            InvalidValue: another measure has its name, or its activities are missing; its `field` says which.
            JournalError: the journal cannot be written.
        """
        if measure.kind is MeasureKind.ACTIVITIES and not measure.parts:
            wanted = f"{FEWEST_ACTIVITIES} to {MOST_ACTIVITIES} activities"
            raise InvalidValue("parts", f"{measure.name}: name {wanted} that your back makes hard")
        with self._changes.write(f"measure {measure.name}"):
            for known in (*measure_library(), *self.known()):
                if known.id != measure.id and is_same_name(known.name, measure.name):
                    raise InvalidValue("name", f"a measure named {known.name} is there already: give another name")
            self._changes.put("measures", measure.id, _measure_row(measure))

    def stop(self, measure: Measure) -> None:
        """Mark a measure as no longer chosen; its results stay in the journal.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(f"{measure.name} no longer measured"):
            self._changes.put("measures", measure.id, {**_measure_row(measure), "chosen": 0})

    def results(self, first: date = date.min, last: date = date.max) -> tuple[Result, ...]:
        """Return the results from first to last day, both included, oldest first; also of measures no longer chosen."""
        rows = self._db.query(
            """SELECT id, measure_id, day, scores, note FROM results
            WHERE day BETWEEN ? AND ? AND NOT deleted ORDER BY day, rowid""",
            [first.isoformat(), last.isoformat()],
        )
        known = {measure.id for measure in self.known()}
        return tuple(readable(self._db, "results", rows, partial(_result_of, known)))

    def results_by_measure(self) -> dict[str, tuple[Result, ...]]:
        """Return all results of each measure, oldest first, by the measure's id."""
        by_measure: dict[str, list[Result]] = {}
        for result in self.results():
            by_measure.setdefault(result.measure_id, []).append(result)
        return {measure_id: tuple(results) for measure_id, results in by_measure.items()}

    def latest(self) -> dict[str, Result]:
        """Return the latest result of each measure by the measure's id; fast, however many results there are."""
        rows = self._db.query(
            """SELECT results.* FROM measures JOIN results ON results.rowid = (
                SELECT rowid FROM results AS one WHERE one.measure_id = measures.id AND NOT one.deleted
                ORDER BY day DESC, rowid DESC LIMIT 1
            ) WHERE NOT measures.deleted"""
        )
        found = list(rows)
        latest = {result.measure_id: result for result in readable(self._db, "results", found, _result)}
        if len(latest) < len(found):  # one that cannot be read has another before it
            return {measure_id: results[-1] for measure_id, results in self.results_by_measure().items()}
        return latest

    def new_result(self, measure: Measure, day: date, scores: tuple[Score, ...], note: str = "") -> Result:
        """Return a result with a new id; `save` writes it."""
        return Result(self._new_id(), measure.id, day, scores, note)

    def save(self, result: Result) -> None:
        """Write a result; one with the same id is replaced.

        Raises:
            InvalidValue: a score is not valid for the measure; `field` is the number of the part, counted from 0.
            JournalError: the measure is not in the journal, or the journal cannot be written.
        """
        with self._changes.write(self._changes.label("results", result.id, f"result of {result.day}")):
            measure = next((known for known in self.known() if known.id == result.measure_id), None)
            if measure is None:
                raise JournalError("this measure is not in the journal: choose it first")
            check_scores(measure, result.scores)
            values = {
                "measure_id": result.measure_id,
                "day": result.day.isoformat(),
                "scores": _scores_text(result.scores),
                "note": result.note,
            }
            self._changes.put("results", result.id, values)

    def delete(self, result: Result) -> None:
        """Mark a result as deleted; undo brings it back.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(f"deletion of the result of {result.day}"):
            self._changes.delete("results", result.id)


def _measure_row(measure: Measure) -> dict[str, Any]:
    return {
        "own": int(measure.own),
        "name": measure.name,
        "unit": measure.unit,
        "low": float(measure.low),
        "high": None if measure.high is None else float(measure.high),
        "better": measure.better.value,
        "threshold": measure.threshold.points if measure.own else None,
        "parts": "\n".join(measure.parts),
        "every_weeks": measure.every_weeks,
        "chosen": 1,
    }


def _measure(row: dict[str, Any]) -> Measure:
    better = Better(row["better"])
    if row["own"]:
        return own_measure(
            row["id"], row["name"], row["unit"], row["low"], row["high"], better, row["threshold"], row["every_weeks"]
        )
    parts = tuple(part for part in row["parts"].split("\n") if part)
    shipped = next((measure for measure in measure_library() if measure.id == row["id"]), None)
    if shipped is None:  # it ships with another version only: the row is all that is known of it
        known = Measure(row["id"], row["name"], MeasureKind.NUMBER, row["unit"], row["low"], row["high"], better)
        return replace(known, parts=parts, decimals=1, every_weeks=row["every_weeks"])
    own_parts = parts if shipped.kind is MeasureKind.ACTIVITIES else shipped.parts
    return replace(shipped, parts=own_parts, every_weeks=row["every_weeks"])


def _result_of(known: Collection[str], row: dict[str, Any]) -> Result:
    if row["measure_id"] not in known:
        raise InvalidValue("measure_id", f"its measure {row['measure_id']} cannot be read")
    return _result(row)


def _result(row: dict[str, Any]) -> Result:
    # Years of results need not have a copy each of the id of their measure.
    measure_id, day = intern(row["measure_id"]), date.fromisoformat(row["day"])
    return Result(row["id"], measure_id, day, _scores(row["scores"]), row["note"])


def _scores_text(scores: tuple[Score, ...]) -> str:
    """Return scores as text, a line for each: the value, then the part after a space."""
    return "\n".join(f"{score.value!r} {score.part}".rstrip() for score in scores)


# Cached, because years of results have few different scores.
@lru_cache(maxsize=1024)
def _scores(text: str) -> tuple[Score, ...]:
    """Parse scores as `_scores_text` writes them."""
    return tuple(map(_score, text.split("\n")))


def _score(line: str) -> Score:
    value, _, part = line.partition(" ")
    return Score(float(value), part)
