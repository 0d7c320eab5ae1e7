"""The stopwatch of an exercise in minutes or a distance: it runs on when the terminal is closed."""

from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.numbers import count
from backjournal.model.practices import with_sets
from backjournal.model.sets_done import SetDone
from backjournal.model.stopwatches import Stopwatch

if TYPE_CHECKING:
    from backjournal.store.store import Store
    from backjournal.trends.checklist import ChecklistItem

LEAST_SECONDS = 30
"""What the stopwatch writes down at least: less would be no minute."""

_LONGEST_HOURS = 24


def start(store: "Store", item: "ChecklistItem", day: date) -> None:
    """Start the stopwatch, or let it go on after a pause, and print that it runs on."""
    name, now = item.exercise.name, store.clock.now()
    known = store.stopwatches.of(item.prescription.id, day)
    stopwatch = (known or Stopwatch(item.prescription.id, day)).started(now)
    store.stopwatches.save(stopwatch)
    counted = f"{_words(stopwatch.elapsed(now))} so far" if known else "from now on"
    click.echo(f"{name}: the stopwatch runs, {counted}. It runs on when the terminal is closed.")
    command = f"backjournal practise {name.casefold()}"
    click.echo(f"'{command} --stop' stops it and writes the time down, --pause pauses it, --drop forgets it.")


def pause(store: "Store", item: "ChecklistItem", day: date) -> None:
    """Pause the stopwatch.

    Raises:
        JournalError: there is none, or it is paused already.
    """
    stopwatch, now = _known(store, item, day), store.clock.now()
    if stopwatch.running_since is None:
        raise JournalError(f"the stopwatch of {item.exercise.name} is paused already, at {_words(stopwatch.seconds)}")
    store.stopwatches.save(stopwatch.paused(now))
    click.echo(f"{item.exercise.name}: paused at {_words(stopwatch.elapsed(now))}.")


def drop(store: "Store", item: "ChecklistItem", day: date) -> None:
    """Forget the stopwatch, with nothing written down.

    Raises:
        JournalError: there is none.
    """
    _known(store, item, day)
    store.stopwatches.drop(item.prescription.id, day)
    click.echo(f"{item.exercise.name}: the stopwatch was dropped, nothing was written down.")


def stop(store: "Store", item: "ChecklistItem", day: date, label: str) -> bool:
    """Stop the stopwatch and write down what it counted, under a label for undo; tell whether that was anything.

    Raises:
        JournalError: there is none, or it counted more than a day.
    """
    name, seconds = item.exercise.name, _known(store, item, day).elapsed(store.clock.now())
    if seconds > _LONGEST_HOURS * 3600:
        raise InvalidValue(
            "stop",
            f"the stopwatch of {name} counted {seconds // 3600} hours, more than a day: --drop forgets it, and"
            f" 'backjournal done {name.casefold()} --day {day}' writes down what was true",
        )
    before, dose = store.practices.of(item.prescription.id, day), item.prescription.dose
    sets = (SetDone(hold_seconds=seconds),) if seconds >= LEAST_SECONDS else ()
    practice = with_sets(dose, item.prescription.id, day, before, sets)
    with store.changes.write(label, joined=True):
        store.stopwatches.drop(item.prescription.id, day)
        if practice and sets:
            store.practices.save(practice, label)
    if not sets:
        click.echo(f"{name}: less than half a minute, nothing was written down.")
    return bool(sets)


def stopwatch_lines(store: "Store") -> list[str]:
    """Return a line for each stopwatch, with what it counts."""
    exercises, now = store.plan.exercises(), store.clock.now()
    names = {known.id: exercises[known.exercise_id].name for known in store.plan.prescriptions()}
    return [
        f"The stopwatch of {names[one.prescription_id]} {'runs' if one.running_since else 'is paused'}:"
        f" {_words(one.elapsed(now))}."
        for one in store.stopwatches.all()
        if one.prescription_id in names
    ]


def _known(store: "Store", item: "ChecklistItem", day: date) -> Stopwatch:
    stopwatch = store.stopwatches.of(item.prescription.id, day)
    if stopwatch is None:
        name = item.exercise.name
        raise JournalError(f"no stopwatch runs for {name}: 'backjournal practise {name.casefold()}' starts it")
    return stopwatch


def _words(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    told = [*([count(minutes, "minute")] if minutes else []), *([count(rest, "second")] if rest or not minutes else [])]
    return " ".join(told)
