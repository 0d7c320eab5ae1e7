"""The stopwatch of an exercise in minutes or a distance: it runs on when the terminal is closed."""

from typing import TYPE_CHECKING

import click

from backjournal.exchange.stopwatch_lines import counted, elapsed_words
from backjournal.model.errors import JournalError
from backjournal.model.stopwatches import Stopwatch

if TYPE_CHECKING:
    from backjournal.journal.practice_session import PracticeSession
    from backjournal.store.store import Store


def start(store: "Store", practice: "PracticeSession") -> None:
    """Start or resume the stopwatch, and print how to stop it."""
    name, known = practice.item.exercise.name, practice.stopwatch
    started = practice.start()
    so_far = counted(started, store.clock.now(), " so far") if known else "from now on"
    click.echo(f"{name}: the stopwatch runs, {so_far}. It runs on when the terminal is closed.")
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
        raise JournalError(f"the stopwatch of {name} is paused already, at {elapsed_words(stopwatch.seconds)}")
    store.stopwatches.save(stopwatch.paused(now))
    click.echo(f"{name}: paused at {elapsed_words(stopwatch.elapsed(now))}.")


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


def _known(practice: "PracticeSession") -> Stopwatch:
    stopwatch, name = practice.stopwatch, practice.item.exercise.name
    if stopwatch is None:
        raise JournalError(f"no stopwatch runs for {name}: 'backjournal practise {name.casefold()}' starts it")
    return stopwatch
