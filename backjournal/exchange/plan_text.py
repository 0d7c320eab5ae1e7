"""The plan and the library in plain words that a screen reader can read: doses, schedules, facts and exercises."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from backjournal.library.drawings import MOST_ROWS, arranged, positions
from backjournal.library.exercises import LibraryExercise
from backjournal.library.sources import where_to_look
from backjournal.model.dates import WEEKDAY_NAMES, long_day
from backjournal.model.doses import Dose, distance
from backjournal.model.exercises import Exercise
from backjournal.model.numbers import count
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule

_DRAWING_COLUMNS = 78


def schedule_words(schedule: Schedule) -> str:
    """Return a schedule in words: daily, every other day, twice a week, or on Monday, Wednesday and Friday."""
    if schedule.times_a_week:
        times = {1: "once", 2: "twice"}.get(schedule.times_a_week, f"{schedule.times_a_week} times")
        return f"{times} a week"
    if len(schedule.weekdays) == 7:
        return str(schedule)
    *others, last = (WEEKDAY_NAMES[number].capitalize() for number in sorted(schedule.weekdays))
    return f"on {', '.join(others)} and {last}" if others else f"on {last}"


def amount_words(dose: Dose, schedule: Schedule) -> str:
    """Return a dose and its schedule in words, such as `2 sets of 10 times, each side, daily`."""
    return f"{dose_words(dose)}, {schedule_words(schedule)}"


def facts_lines(facts: PlanFacts) -> list[str]:
    """Return the facts of the plan (aim, prescriber, day) in lines; facts that are not set are left out."""
    day = f"on {long_day(facts.prescribed_on)}" if facts.prescribed_on else ""
    who = f"by {facts.prescribed_by}" if facts.prescribed_by else ""
    prescribed = " ".join(part for part in (who, day) if part)
    aim = [f"Aim of the plan: {' '.join(facts.aim.split())}"] if facts.aim else []
    return [*aim, *([f"Prescribed {prescribed}."] if prescribed else [])]


def library_lines(entries: Sequence[LibraryExercise], *, full: bool = False, drawn: bool = False) -> list[str]:
    """Return library exercises by category, each with its starting dose and source.

    With `full` each has how to do it as well, with `drawn` its drawing.
    """
    lines: list[str] = []
    for category, of_category in groupby(entries, key=lambda entry: entry.exercise.category):
        lines += ["", category.heading]
        for entry in of_category:
            source = entry.exercise.source
            about = about_lines(entry.exercise) if full else [f"Source: {where_to_look(source) or source}."]
            start = amount_words(entry.dose, entry.schedule)
            about += drawing_lines(entry.exercise) if drawn else []
            lines += [f"{entry.exercise.name}, {start}."] + [f"  {line}" for line in about]
    return lines[1:]


def prescribed_line(prescription: Prescription, today: date) -> str:
    """Return the dose and the schedule of a prescription, with a first day that is to come and a last day."""
    since = f", from {long_day(prescription.first_day)}" if prescription.first_day > today else ""
    until = f", until {long_day(prescription.last_day)}" if prescription.last_day else ""
    return f"{amount_words(prescription.dose, prescription.schedule)}{since}{until}."


def about_lines(exercise: Exercise) -> list[str]:
    """Return how an exercise is done, what to watch for, and what the library says about its dose, with its sources."""
    texts = {
        "How to": exercise.how_to,
        "Watch for": exercise.caution,
        "From the library": exercise.library_dose and f"{exercise.library_dose}.",
        "Where to look": where_to_look(exercise.library_dose),
    }
    return [f"{label}: {' '.join(text.split())}" for label, text in texts.items() if text]


def drawing_lines(exercise: Exercise) -> list[str]:
    """Return the drawing of an exercise, its start beside its end; nothing for one that has none."""
    shown = arranged(positions(exercise.id), _DRAWING_COLUMNS, MOST_ROWS)
    return [line for each in shown for line in (each.caption, *each.lines)]


def dose_words(dose: Dose) -> str:
    """Return a dose in words: 2 sets of 10 times, held 3 seconds, 30 seconds of rest, each side, twice a day."""
    rest = f"{count(dose.rest_seconds, 'second')} of rest" if dose.rest_seconds else ""
    return ", ".join(part for part in (_once_words(dose), rest, dose.sides.words, dose.often) if part)


def _once_words(dose: Dose) -> str:
    if dose.minutes is not None:
        return count(dose.minutes, "minute")
    if dose.distance_m is not None:
        return distance(dose.distance_m)
    sets = f"{dose.sets} sets of " if dose.sets > 1 else ""
    if dose.breaths is not None:
        return sets + count(dose.breaths, "breath")
    hold = count(dose.hold_seconds, "second") if dose.hold_seconds else ""
    if dose.repetitions is None:
        return f"{sets or 'hold '}{hold}"
    return f"{sets}{count(dose.repetitions, 'time')}{f', held {hold}' if hold else ''}"


def amount_done(dose: Dose, amount: int) -> str:
    """Return the amount of a practice with its unit in words: 2 sets, 30 minutes, 1.5 km."""
    return distance(amount) if dose.unit == "m" else count(amount, "minute" if dose.unit == "min" else "set")
