"""Stopwatches in plain lines: what they count."""

from datetime import datetime
from typing import TYPE_CHECKING

from backjournal.model.numbers import count
from backjournal.model.stopwatches import Stopwatch

if TYPE_CHECKING:
    from backjournal.store.store import Store


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
        f" {counted(one, now)}."
        for one in running
        if one.prescription_id in names
    ]


def counted(stopwatch: Stopwatch, now: datetime, after: str = "") -> str:
    """Return how long a stopwatch has run, followed by `after`, or that nobody knows it."""
    if stopwatch.is_ahead(now):
        return "nobody knows for how long, as the clock was set back"
    return elapsed_words(stopwatch.elapsed(now)) + after


def elapsed_words(seconds: int) -> str:
    """Return a time as `2 minutes 5 seconds`."""
    minutes, rest = divmod(seconds, 60)
    minute_words = [count(minutes, "minute")] if minutes else []
    second_words = [count(rest, "second")] if rest or not minutes else []
    return " ".join([*minute_words, *second_words])
