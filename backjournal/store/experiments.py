"""Reading and writing the experiments."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.experiments import (
    Experiment,
    Unit,
    check_units,
    current_experiment,
    draw_by_chance,
    experiment_on,
)
from backjournal.model.frozen import replace
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable


class Experiments:
    """Reads and writes the experiments, of which one at a time goes on."""

    def __init__(self, db: Rows, changes: Changes, new_id: Callable[[], str]) -> None:
        self._db = db
        self._changes = changes
        self._new_id = new_id

    def all(self) -> tuple[Experiment, ...]:
        """Return the experiments, oldest first."""
        rows = self._db.query("SELECT * FROM experiments WHERE NOT deleted ORDER BY first_day, rowid")
        return tuple(readable(self._db, "experiments", rows, _experiment))

    def start(self, name: str, value: str, unit: Unit, length: int, first_day: date, today: date) -> Experiment:
        """Draw the days or weeks of a new experiment by chance, and write it; the draw never changes afterwards.

        Raises:
            InvalidValue: a value is not valid, the first day is over, or another experiment goes on; its `field` says
                which.
            JournalError: the journal cannot be written.
        """
        check_units(unit, length)
        experiment_id = self._new_id()
        # The id is random, and makes the draw: whoever has the id can check that nobody chose it.
        draw = draw_by_chance(length, Random(experiment_id))  # noqa: S311 - no secret
        experiment = Experiment(experiment_id, name, value, unit, first_day, draw)
        if first_day < today:
            raise InvalidValue("first_day", f"an experiment cannot begin on {first_day}: that day is over")
        with self._changes.write(f"experiment: {experiment.name}"):
            if going_on := current_experiment(self.all(), today):
                until = f"{going_on.first_day} to {going_on.last_day}"
                raise InvalidValue("name", f"an experiment goes on, {going_on.name}, {until}: stop it first")
            self._put(experiment)
        return experiment

    def stop(self, today: date) -> Experiment:
        """Stop the experiment that goes on, and return it; the days before today count.

        Raises:
            JournalError: none goes on, or the journal cannot be written.
        """
        going_on = current_experiment(self.all(), today)
        if not going_on:
            raise JournalError("no experiment goes on: there is nothing to stop")
        stopped = replace(going_on, stopped=today)
        with self._changes.write(f"stop of the experiment: {going_on.name}"):
            self._put(stopped)
        return stopped

    def mark(self, day: date, today: date, *, kept: bool) -> Experiment:
        """Write down whether the person kept to the draw on a day, and return the experiment of that day.

        Raises:
            InvalidValue: the day has not come, or counts for no experiment.
            JournalError: the journal cannot be written.
        """
        experiment = experiment_on(self.all(), day)
        if experiment is None or day > today:
            raise InvalidValue("day", f"{day} is no day of an experiment up to today: choose another day")
        not_kept = experiment.not_kept - {day} if kept else experiment.not_kept | {day}
        marked = replace(experiment, not_kept=not_kept)
        with self._changes.write(f"{'kept' if kept else 'not kept'} to the draw on {day}"):
            self._put(marked)
        return marked

    def _put(self, experiment: Experiment) -> None:
        values = {
            "name": experiment.name,
            "value": experiment.value,
            "unit": experiment.unit.value,
            "first_day": experiment.first_day.isoformat(),
            "draw": "".join("1" if drawn else "0" for drawn in experiment.draw),
            "stopped": experiment.stopped.isoformat() if experiment.stopped else None,
            "not_kept": " ".join(sorted(day.isoformat() for day in experiment.not_kept)),
        }
        self._changes.put("experiments", experiment.id, values)


def _experiment(row: dict[str, Any]) -> Experiment:
    return Experiment(
        id=row["id"],
        name=row["name"],
        value=row["value"],
        unit=Unit(row["unit"]),
        first_day=date.fromisoformat(row["first_day"]),
        draw=tuple(drawn == "1" for drawn in row["draw"]),
        stopped=date.fromisoformat(row["stopped"]) if row["stopped"] else None,
        not_kept=frozenset(map(date.fromisoformat, row["not_kept"].split())),
    )
