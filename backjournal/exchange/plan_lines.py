"""The plan and its exercises in plain lines, with their figures; each figure states what it counts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from backjournal.exchange.plan_text import about_lines, amount_words, drawing_lines, facts_lines, prescribed_line
from backjournal.model.dates import long_day
from backjournal.model.numbers import count, percent
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.plan.adherence import Adherence
from backjournal.plan.day_status import DayStatus
from backjournal.plan.entries import PlanEntry
from backjournal.plan.history import DAYS_SHOWN, ExerciseHistory
from backjournal.plan.progress import Readiness
from backjournal.plan.span import Span
from backjournal.plan.streak import Streak
from backjournal.trends.plan_figures import ExerciseFigures, PlanFigures

_STATUS_WORDS = {
    DayStatus.DONE: "done",
    DayStatus.PARTIAL: "partly done",
    DayStatus.SKIPPED: "skipped",
    DayStatus.OPEN: "to do",
    DayStatus.MISSED: "missed",
}


def plan_lines(entries: Sequence[PlanEntry], facts: PlanFacts, figures: PlanFigures, today: date) -> list[str]:
    """Return the facts and figures of the plan, then its exercises by category, each with its own figures."""
    exercises = len({entry.exercise.id for entry in entries})
    lines = [f"{long_day(today)}: {count(exercises, 'exercise')} in the plan.", *facts_lines(facts)]
    lately = f"Last four weeks: {_adherence(figures.adherence, 'exercise')}"
    lines.append(f"{lately}. All days: {_score(figures.score)}; {_streak(figures.streak)} with something practised.")
    for category, of_category in groupby(entries, key=lambda entry: entry.exercise.category):
        lines += ["", category.heading]
        for entry in of_category:
            lines.append(f"{entry.exercise.name}, {prescribed_line(entry.prescription, today)}")
            if entry.prescription.first_day <= today:
                lines.append(f"  {_figures(figures.exercises[entry.exercise.id])}")
    return lines


def exercise_lines(entries: Sequence[PlanEntry], figures: ExerciseFigures, today: date) -> list[str]:
    """Return all about one exercise; `entries` are its prescriptions in force today or later."""
    exercise, whole = entries[0].exercise, figures.whole
    lines = [f"{exercise.name}, {exercise.category}."]
    for entry in entries:
        lines.append(f"In the plan: {prescribed_line(entry.prescription, today)}")
        note = " ".join(entry.prescription.note.split())
        lines += [f"Note: {note}"] if note else []
    lines += about_lines(exercise)
    lines += ["You keep to it in a flare-up."] if exercise.gentle else []
    lines += ["", "Doses", *map(_dose, whole.doses)]
    lines += ["", "Since the first day", *_page(figures), "", "Last four weeks", *_weeks(whole)]
    # Last, so that a person who listens to the lines has heard them all.
    return [*lines, "", "Drawing", *drawn] if (drawn := drawing_lines(exercise)) else lines


def _figures(figures: ExerciseFigures) -> str:
    lately, whole = figures.lately, figures.whole
    recent = f"{_adherence(lately.adherence, 'day')}{_for_pain(lately)}; {_pain(lately.pain_during)}"
    return f"Last four weeks: {recent}. All days: {_score(whole.score)}."


def _page(figures: ExerciseFigures) -> Iterator[str]:
    lately, whole = figures.lately, figures.whole
    yield f"Last four weeks: {_adherence(lately.adherence, 'day')}{_for_pain(lately)}."
    yield f"All days: {_adherence(whole.adherence, 'day')}{_for_pain(whole)}."
    yield f"{_score(whole.score).capitalize()}: each day that counts moves it, the latest most; excused days do not."
    yield f"{_streak(whole.streak).capitalize()} with practice; excused days pause it."
    yield f"{_pain(whole.pain_during).capitalize()}."
    if figures.readiness:
        yield _ready(figures.readiness)


def _adherence(adherence: Adherence, what: str) -> str:
    """Return adherence in words; `what` names the things counted: days of an exercise, or exercises of the plan."""
    excused = f", {adherence.excused} excused" if adherence.excused else ""
    if adherence.share is None:
        return f"nothing to count{excused}"
    return f"{percent(adherence.share)} of {count(adherence.counted, what)} practised{excused}"


def _for_pain(history: ExerciseHistory) -> str:
    return f" ({history.skipped_for_pain} skipped for pain)" if history.skipped_for_pain else ""


def _score(score: float | None) -> str:
    return "no score yet" if score is None else f"score {percent(score)}"


def _streak(streak: Streak) -> str:
    return f"streak {count(streak.now, 'day')}, at most {streak.longest} in a row"


def _pain(span: Span | None) -> str:
    if span is None:
        return "pain during not noted"
    span_of = f"{span.low:g} to {span.high:g}, " if span.n > 1 else ""
    return f"pain during {span.mean:.1f} ({span_of}{count(span.n, 'time')})"


def _ready(ready: Readiness) -> str:
    not_noted = f"; pain during was not noted {count(ready.not_noted, 'time')}" if ready.not_noted else ""
    row = f"{ready.times} of {ready.needed} times in full in a row, with pain during up to your limit"
    return f"Ready for a larger dose: {row}{not_noted}."


def _dose(prescription: Prescription) -> str:
    first, last = prescription.first_day, prescription.last_day
    until = f"until {long_day(last)}" if last else "on"
    return f"From {long_day(first)} {until}: {amount_words(prescription.dose, prescription.schedule)}."


def _weeks(history: ExerciseHistory) -> Iterator[str]:
    """Yield a line for every seven of the last days, with the weekdays of each status."""
    first = history.today - timedelta(days=DAYS_SHOWN - 1)
    for place in range(0, DAYS_SHOWN, 7):
        start = first + timedelta(days=place)
        found: dict[DayStatus, list[date]] = {}
        for number, status in enumerate(history.last_days[place : place + 7]):
            found.setdefault(status, []).append(start + timedelta(days=number))
        texts = (
            f"{_STATUS_WORDS[status]} on {_weekdays(days)}" for status, days in found.items() if status in _STATUS_WORDS
        )
        yield f"From {long_day(start)}: {'; '.join(texts) or 'not asked for'}."


def _weekdays(days: Sequence[date]) -> str:
    *others, last = (f"{day:%A}" for day in days)
    return f"{', '.join(others)} and {last}" if others else last
