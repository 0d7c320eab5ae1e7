"""The journal in plain lines that a screen reader can read: words instead of symbols."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from backjournal.library.red_flags import RedFlag, Urgency, advice, flags_of, meant_by
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose, distance
from backjournal.model.facts import mark_facts, value_facts
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.numbers import count, percent
from backjournal.model.practices import Status
from backjournal.plan.adherence import adherence_of
from backjournal.plan.checklist import ChecklistItem, progress_of

SHORT_ID = 8
"""Number of characters of the short form of an id."""


def day_words(day: date) -> str:
    """Return a day in words, such as Saturday 21 November 2026."""
    return f"{day:%A} {day.day} {day:%B} {day.year:04}"


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


def item_line(item: ChecklistItem, day: date, today: date) -> str:
    """Return an exercise of a day's checklist in one line, with its dose and its status."""
    return f"{item.exercise.name}, {dose_words(item.prescription.dose)}: {_outcome(item, day, today)}"


def today_lines(
    day: date,
    today: date,
    items: Sequence[ChecklistItem],
    check_ins: Sequence[CheckIn],
    flare_ups: Iterable[FlareUp],
) -> list[str]:
    """Return a day's progress, its latest check-in, and its checklist by category.

    `check_ins` are those of the day, newest first.
    """
    lines = [_heading(day, today, flare_ups) + (", today" if day == today else "")]
    done, asked = progress_of(items)
    lines.append(f"{done} of {count(asked, 'exercise')} done." if items else "The plan asks for nothing.")
    share = adherence_of(items).share if day < today else None
    if share is not None:
        excused = "; excused ones are not counted" if adherence_of(items).excused else ""
        lines.append(f"Adherence {percent(share)} of {count(adherence_of(items).counted, 'exercise')}{excused}.")
    if check_ins:
        latest = check_ins[0]
        lines.append(f"Last check-in at {latest.at:%H:%M}: {_values(latest) or 'no values'}.")
    for category, of_category in groupby(items, key=lambda item: item.exercise.category):
        lines += ["", category.heading, *(item_line(item, day, today) for item in of_category)]
    return lines


def check_in_line(check_in: CheckIn) -> str:
    """Return a check-in in one line, with the short id that `edit` and `delete` take."""
    note = [f"note: {' '.join(check_in.note.split())}"] if check_in.note else []
    values = [_values(check_in)] if _values(check_in) else []
    summary = "; ".join(values + [f"{fact.label}: {fact.words}" for fact in mark_facts(check_in)] + note)
    return f"{day_words(check_in.day)} at {check_in.at:%H:%M}, check-in {check_in.id[:SHORT_ID]}: {summary}"


def diary_lines(check_ins: Iterable[CheckIn], flare_ups: Sequence[FlareUp], today: date) -> list[str]:
    """Return check-ins by day, in the order given."""
    lines: list[str] = []
    for day, of_day in groupby(check_ins, key=lambda check_in: check_in.day):
        lines += ["", _heading(day, today, flare_ups)]
        for check_in in of_day:
            lines += _check_in_lines(check_in)
    return lines[1:]


def advice_lines(marks: Iterable[Mark], *urgencies: Urgency) -> list[str]:
    """Return what to do about the symptoms among marks that have one of the urgencies, the most urgent first."""
    lines: list[str] = []
    for urgency, flags in groupby(flags_of(marks), key=lambda flag: flag.urgency):
        if urgency in urgencies:
            what_to_do = advice(urgency)
            lines += [f"{what_to_do.title}.", *(f"{flag.label}." for flag in flags)]
            lines += [what_to_do.text, f"Source: {what_to_do.source}.", ""]
    return lines


def hint_lines(marks: Iterable[Mark]) -> list[str]:
    """Return a question for each symptom in the person's own words that a red flag begins with."""
    words = [mark.word for mark in marks if mark.kind is MarkKind.SYMPTOM]
    return [_hint(word, meant_by(word)) for word in words if meant_by(word)]


def symptom_lines(flags: Iterable[RedFlag]) -> list[str]:
    """Return the red flags by urgency, each with its word and what it means."""
    lines: list[str] = []
    for urgency, of_urgency in groupby(flags, key=lambda flag: flag.urgency):
        lines += ["", f"{urgency.name.capitalize()}: {advice(urgency).title}"]
        lines += [f"  {flag.word}: {flag.label}" for flag in of_urgency]
    return lines[1:]


def _hint(word: str, meant: Iterable[RedFlag]) -> str:
    asked = " or ".join(f"'{flag.word}'" for flag in meant)
    return f"'{word}' is kept as your own word. Did you mean {asked}? 'backjournal symptoms' lists them."


def _heading(day: date, today: date, flare_ups: Iterable[FlareUp]) -> str:
    in_flare_up = flare_up_on(flare_ups, day, today) is not None
    return day_words(day) + (", flare-up" if in_flare_up else "")


def _outcome(item: ChecklistItem, day: date, today: date) -> str:
    practice, dose = item.practice, item.prescription.dose
    if practice is None:
        left = "" if item.left is None else f", {item.left} left this week"
        return "missed" if day < today and item.due else f"{'to do' if item.due else 'free to choose'}{left}"
    text = {
        Status.DONE: f"done, {amount_done(dose, practice.amount)}",
        Status.PARTIAL: _partly(item),
        Status.SKIPPED: f"skipped, {practice.reason}",
    }[practice.status]
    if item.left is not None and practice.status is not Status.SKIPPED:
        text += f", {max(0, item.left - 1) or 'none'} left this week"
    if practice.pain_during is not None:
        text += f", pain during {practice.pain_during}"
    return f"{text}, note: {' '.join(practice.note.split())}" if practice.note else text


def _partly(item: ChecklistItem) -> str:
    dose, amount = item.prescription.dose, item.practice.amount if item.practice else 0
    done = distance(amount) if dose.unit == "m" else str(amount)
    if dose.times_a_day > 1 and item.progress == f"{amount // dose.once} of {dose.times_a_day}":
        return f"partly done, {item.progress} times"
    exactly = f" ({item.progress})" if item.progress.endswith("%") else ""
    return f"partly done, {done} of {amount_done(dose, dose.target)}{exactly}"


def _values(check_in: CheckIn) -> str:
    return ", ".join(f"{fact.label} {fact.words}" for fact in value_facts(check_in))


def _check_in_lines(check_in: CheckIn) -> list[str]:
    lines = [f"At {check_in.at:%H:%M}, check-in {check_in.id[:SHORT_ID]}: {_values(check_in) or 'no values'}."]
    lines += [f"  {fact.label.capitalize()}: {fact.words}." for fact in mark_facts(check_in)]
    flags = flags_of(check_in.marks)
    if flags:
        lines.append(f"  Advice: {advice(flags[0].urgency).title}.")
    if check_in.note:
        lines += [f"  Note: {check_in.note}".replace("\n", "\n    ")]
    return lines
