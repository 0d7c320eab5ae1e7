"""The stopwatch of an exercise in minutes or a distance: it runs on when the terminal is closed."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from backjournal.model.errors import JournalError
from backjournal.model.numbers import count
from backjournal.model.stopwatches import Stopwatch

if TYPE_CHECKING:
    from backjournal.journal.practice_session import PracticeSession
    from backjournal.store.store import Store


def start(store: "Store", practice: "PracticeSession") -> None:
    """Start or resume the stopwatch, and print how to stop it."""
    name, known = practice.item.exercise.name, practice.stopwatch
    started = practice.start()
    counted = _counted(started, store.clock.now(), " so far") if known else "from now on"
    click.echo(f"{name}: the stopwatch runs, {counted}. It runs on when the terminal is closed.")
    command = f"backjournal practise {name.casefold()}"
    click.echo(f"'{command} --stop' stops it and writes the time down, --pause pauses it, --drop forgets it.")


def pause(store: "Store", practice: "PracticeSession") -> None:
    """Pause the stopwatch.

    Raises:
        JournalError: there is none, or it is paused already.
    """
    stopwatch, now, name = _known(practice), store.clock.now(), practice.item.exercise.name
    if stopwatch.is_ahead(now):
        raise JournalError(
            f"the clock was set back since the stopwatch of {name} was started, so nobody knows how long it ran:"
            " --drop forgets it, and 'backjournal done' writes down the minutes that were true"
        )
    if stopwatch.running_since is None:
        raise JournalError(f"the stopwatch of {name} is paused already, at {_words(stopwatch.seconds)}")
    store.stopwatches.save(stopwatch.paused(now))
    click.echo(f"{name}: paused at {_words(stopwatch.elapsed(now))}.")


def drop(practice: "PracticeSession") -> None:
    """Delete the stopwatch without writing its time down.

    Raises:
        JournalError: there is none.
    """
    _known(practice)
    practice.drop()
    click.echo(f"{practice.item.exercise.name}: the stopwatch was dropped, nothing was written down.")


def stop(practice: "PracticeSession") -> bool:
    """Stop the stopwatch and write its time down; return False if that was too short to be written.

    Raises:
        JournalError: there is none, or it counted more than a day.
    """
    _known(practice)
    written = practice.write_down()
    if not written:
        click.echo(f"{practice.item.exercise.name}: less than half a minute, nothing was written down.")
    return written


def stopwatch_lines(store: "Store") -> list[str]:
    """Return a line for each stopwatch, with what it counts."""
    running = store.stopwatches.all()
    if not running:  # as on most days, and then the whole plan need not be read
        return []
    exercises, now = store.plan.exercises(), store.clock.now()
    names = {
        known.id: exercises[known.exercise_id].name for known in store.plan.prescriptions() if not known.dose.in_sets
    }
    return [
        f"The stopwatch of {names[one.prescription_id]} {'runs' if one.running_since else 'is paused'}:"
        f" {_counted(one, now)}."
        for one in running
        if one.prescription_id in names
    ]


def _counted(stopwatch: Stopwatch, now: datetime, after: str = "") -> str:
    if stopwatch.is_ahead(now):
        return "nobody knows for how long, as the clock was set back"
    return _words(stopwatch.elapsed(now)) + after


def _known(practice: "PracticeSession") -> Stopwatch:
    stopwatch, name = practice.stopwatch, practice.item.exercise.name
    if stopwatch is None:
        raise JournalError(f"no stopwatch runs for {name}: 'backjournal practise {name.casefold()}' starts it")
    return stopwatch


def _words(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    minute_words = [count(minutes, "minute")] if minutes else []
    second_words = [count(rest, "second")] if rest or not minutes else []
    return " ".join([*minute_words, *second_words])
