"""The review of a week in words: only facts, each mean with its n, and nothing said where there is too little."""

from collections.abc import Iterator
from datetime import date

from backjournal.model.dates import short_day
from backjournal.model.diary_values import diary_value
from backjournal.model.experiments import Experiment
from backjournal.model.flare_ups import FlareUp
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count, percent, rounded
from backjournal.model.text import sentence
from backjournal.trends.answer import Subject
from backjournal.trends.change import Change, Mean, Verdict
from backjournal.trends.plan_events import events_text
from backjournal.trends.review import PainOfDays, Review
from backjournal.views.answer_text import subject_line

QUESTION = "What do you want to remember of this week?"
"""The one question; its answer is a note in the diary."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the review."""

    heading: str
    lines: tuple[str, ...]


def review_title(review: Review) -> str:
    """Return the week that a review is of, such as `The week of 16 to 22 Nov 2026`."""
    first, last = review.week
    same_month = (first.year, first.month) == (last.year, last.month)
    begin = str(first.day) if same_month else short_day(first, with_year=first.year != last.year)
    so_far = ", so far" if review.today <= last else ""
    return f"The week of {begin} to {short_day(last, with_year=True)}{so_far}"


def review_sections(review: Review) -> tuple[Section, ...]:
    """Return the parts of a review, without those that have nothing to tell."""
    known = {name: change for name, change in review.changes.items() if change.before or change.after}
    noted = tuple(_scale(name, change) for name, change in known.items()) if review.check_ins else ()
    parts = (
        Section("Practice", (_practice(review),)),
        Section("Pain", ("No check-in in this week.",) if review.adherence.prescribed and not review.check_ins else ()),
        Section("Against the week before", noted),
        Section("What stood out", tuple(_stood_out(review))),
        Section("Due", tuple(measure.name for measure in review.due)),
    )
    return tuple(part for part in parts if part.lines)


def review_lines(review: Review) -> list[str]:
    """Return a review in lines that a screen reader can read."""
    parts = (f"{part.heading}: {line}" for part in review_sections(review) for line in part.lines)
    return [f"{review_title(review)}.", *parts]


def noted_text(note: str) -> str:
    """Return what a person noted on a week before, as a line."""
    return f"You noted: {note}"


def _practice(review: Review) -> str:
    adherence = review.adherence
    if not adherence.prescribed:
        return "The plan asked for nothing." if review.check_ins else "Nothing was asked for, practised or noted."
    if not adherence.counted:
        return f"All that was asked for was excused, on {count(review.excused, 'day')}."
    excused = f", {count(review.excused, 'day')} excused" if review.excused else ""
    exercises = f"{percent(adherence.share)} of {count(adherence.counted, 'exercise')}"
    left_out = f", {adherence.excused} excused" if adherence.excused else ""
    days = f"{review.practised} of {count(review.asked, 'day')} with exercises"
    return f"Practised on {days}{excused}; {exercises}{left_out}."


def _scale(name: str, change: Change) -> str:
    label = diary_value(name).label
    if change.verdict is Verdict.TOO_FEW:
        return f"{sentence(label)} {_mean(change.after)}; the week before {_mean(change.before)}."
    return subject_line(label, Subject(label, "points", "day", change))


def _mean(mean: Mean | None) -> str:
    return f"{mean.mean:.1f} ({count(mean.n, 'day')})" if mean else "not noted"


def _stood_out(review: Review) -> Iterator[str]:
    for flare_up in review.flare_ups:
        yield _flare_up(flare_up, review)
    if review.extremes:
        least, most = review.extremes
        yield f"Least pain {_pain_of_days(least)}, most {_pain_of_days(most)}."
    if review.events:
        yield f"Plan: {events_text(review.events)}."
    for experiment in review.experiments:
        yield _experiment(experiment, review)


def _flare_up(flare_up: FlareUp, review: Review) -> str:
    began = flare_up.first_day >= review.week[0]
    ended = flare_up.last_day is not None and flare_up.last_day <= review.last_day
    if began and ended:
        return f"A flare-up began on {_day(flare_up.first_day)} and ended on {_day(flare_up.last_day)}."
    if began:
        return f"A flare-up began on {_day(flare_up.first_day)}."
    since = f"The flare-up since {_day(flare_up.first_day)}"
    return f"{since} ended on {_day(flare_up.last_day)}." if ended else f"{since} went on."


def _pain_of_days(found: PainOfDays) -> str:
    when = f"on {_day(found.days[0])}" if len(found.days) == 1 else f"on {len(found.days)} days"
    return f"{rounded(found.pain)} {when}"


def _experiment(experiment: Experiment, review: Review) -> str:
    first, last = max(experiment.first_day, review.week[0]), min(experiment.counted_until, review.last_day)
    numbers = [(day - experiment.first_day).days + 1 for day in (first, last)]
    days = f"day {numbers[0]}" if first == last else f"days {numbers[0]} to {numbers[1]}"
    stopped = f", stopped on {_day(experiment.stopped)}" if experiment.stopped else ""
    over = f", its last day was {_day(last)}" if last == experiment.last_day and not stopped else ""
    return f"Experiment: {experiment.name}, {days} of {experiment.days}{stopped}{over}."


def _day(day: date | None) -> str:
    return f"{day:%a} {short_day(day)}" if day else ""
