"""What a written plan changes, in plain lines: shown before its import on the command line and in the app alike."""

from collections.abc import Iterator
from datetime import date, timedelta

from backjournal.model.dates import long_day
from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.plan.diff import ExerciseChange, Kind, PlanDiff, by_category

ALIKE = "The plan is like this already."
"""Shown if the written plan changes nothing."""


def plan_diff_lines(changes: PlanDiff, today: date) -> list[str]:
    """Return what a written plan changes, adds, stops and leaves, in a line each; notes have lines of their own."""
    lines = list(_fact_lines(changes))
    for change in (*changes.of(Kind.CHANGED), *changes.of(Kind.ADDED), *changes.of(Kind.STOPPED)):
        lines += _exercise_lines(change, today)
    if changes.moved:
        order = by_category(change.exercise for change in changes.exercises if change.after)
        lines.append(f"New order: {', '.join(exercise.name for exercise in order)}.")
    if changes.nothing:
        lines.append(ALIKE)
    elif changes.of(Kind.LEFT):
        lines.append(f"As before: {', '.join(change.exercise.name for change in changes.of(Kind.LEFT))}.")
    if changes.over:
        lines.append(f"Left out, as the last day has passed: {', '.join(changes.over)}.")
    return lines


def _fact_lines(changes: PlanDiff) -> Iterator[str]:
    before, after = changes.facts_before, changes.facts
    if after.aim != before.aim:
        yield f"Aim: {_line(after.aim)}"
    if (after.prescribed_by, after.prescribed_on) != (before.prescribed_by, before.prescribed_on):
        by = f"by {after.prescribed_by}" if after.prescribed_by else ""
        on = f"on {long_day(after.prescribed_on)}" if after.prescribed_on else ""
        yield f"Prescribed {', '.join(part for part in (by, on) if part)}."


def _exercise_lines(change: ExerciseChange, today: date) -> list[str]:
    name = change.exercise.name
    since = _day(change.begins, today)
    why = ", as today is ticked or skipped" if change.begins > today else ""
    before = "; ".join(_prescribed(each, today) for each in change.before)
    after = "; ".join(_prescribed(each, today, new=not each.id) for each in change.after)
    if change.kind is Kind.STOPPED:
        to_come = all(each.first_day > today for each in change.before)
        when = "before it begins" if to_come else f"from {since}{why}"
        return [f"Stopped: {name}, {before}, {when}. Its past stays."]
    if change.kind is Kind.ADDED:
        line = f"Added: {name}, {after}."
    elif before == after:
        line = f"Changed: {name}, {after}."
    else:
        line = f"Changed: {name}, {before} → {after}{why}."
    return [line, *_notes(change)]


def _prescribed(prescription: Prescription, today: date, *, new: bool = False) -> str:
    dose, first, last = prescription.dose, prescription.first_day, prescription.last_day
    parts = (
        str(dose),
        dose.sides.words,
        str(prescription.schedule),
        f"from {_day(first, today)}" if new or first > today else "",
        f"until {_day(last, today)}" if last else "",
    )
    return ", ".join(part for part in parts if part)


def _notes(change: ExerciseChange) -> Iterator[str]:
    """Yield the new texts: the description of the exercise, and notes that were not there before."""
    exercise: Exercise = change.exercise
    if change.rewritten or (change.kind is Kind.ADDED and not exercise.source):
        yield f"  Category: {exercise.category}."
        yield from (f"  {label}: {_line(text)}" for label, text in _own_words(exercise) if text)
    known = {each.note for each in change.before}
    notes = dict.fromkeys(each.note for each in change.after if each.note and each.note not in known)
    yield from (f"  Note: {_line(note)}" for note in notes)
    if known - {""} and not any(each.note for each in change.after):
        yield "  Without a note."


def _own_words(exercise: Exercise) -> tuple[tuple[str, str], ...]:
    return ("How to", exercise.how_to), ("Watch for", exercise.caution)


def _line(text: str) -> str:
    return " ".join(text.split())


def _day(day: date, today: date) -> str:
    return {today: "today", today + timedelta(days=1): "tomorrow"}.get(day, long_day(day))
