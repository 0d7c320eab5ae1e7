"""A day's checklist in plain lines that a screen reader can read: words instead of signs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from backjournal.exchange.diary_lines import day_heading, values_text, words_text
from backjournal.exchange.plan_text import amount_done, dose_words
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import distance
from backjournal.model.flare_ups import FlareUp
from backjournal.model.numbers import count, percent
from backjournal.model.practices import Status
from backjournal.model.text import sentence
from backjournal.plan.adherence import adherence_of
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.day_end import day_end
from backjournal.plan.day_progress import progress_of


def item_line(item: ChecklistItem, day: date, today: date) -> str:
    """Return an exercise of a day's checklist in one line, with its dose and its status."""
    return f"{item.exercise.name}, {dose_words(item.prescription.dose)}: {_outcome(item, day, today)}"


def today_lines(
    day: date,
    today: date,
    items: Sequence[ChecklistItem],
    check_ins: Sequence[CheckIn],
    flare_ups: Iterable[FlareUp],
    before: Mapping[str, float],
) -> list[str]:
    """Return a day's progress, its latest check-in, what its end says, and its checklist by category.

    `check_ins` are those of the day, newest first, and `before` is the latest pain and mobility of the day before.
    """
    lines = [day_heading(day, today, flare_ups) + (", today" if day == today else "")]
    lines.append(f"{sentence(progress_of(items).text('exercise'))}." if items else "The plan asks for nothing.")
    adherence = adherence_of(items)
    if day < today and adherence.share is not None:
        excused = "; excused ones are not counted" if adherence.excused else ""
        lines.append(f"Adherence {percent(adherence.share)} of {count(adherence.counted, 'exercise')}{excused}.")
    if check_ins:
        latest = check_ins[0]
        said = values_text(latest) or words_text(latest)
        lines.append(f"Last check-in at {latest.at:%H:%M}: {said.removesuffix('.')}.")
    if day == today and (end := day_end(items, check_ins, before, "'backjournal log'")):
        lines.append(f"{end}.")
    for category, of_category in groupby(items, key=lambda item: item.exercise.category):
        lines += ["", category.heading, *(item_line(item, day, today) for item in of_category)]
    return lines


def _outcome(item: ChecklistItem, day: date, today: date) -> str:
    practice, dose = item.practice, item.prescription.dose
    if practice is None and item.extra:
        return "not asked for on this day"
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
    if item.extra and item.practised:
        text += ", an extra"
    if practice.pain_during is not None:
        text += f", pain during {practice.pain_during}"
    return f"{text}, note: {' '.join(practice.note.split())}" if practice.note else text


def _partly(item: ChecklistItem) -> str:
    dose, amount = item.prescription.dose, item.practice.amount if item.practice else 0
    if item.progress.endswith(("%", "times")):
        return f"partly done, {item.progress}"
    if dose.once == 1 and dose.times_a_day > 1:
        return f"partly done, {item.progress} times"
    done = distance(amount) if dose.unit == "m" else str(amount)
    return f"partly done, {done} of {amount_done(dose, dose.target)}"
