"""Days away: a gap in the journal, what the plan asked for in it, and the practices that fill it in afterwards."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from backjournal.model.errors import InvalidValue
from backjournal.model.exercises import Exercise
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count
from backjournal.model.practices import EXCUSES, Practice, Status, practice_of
from backjournal.model.prescriptions import Prescription
from backjournal.model.weeks import WeekStarts
from backjournal.plan.checklist import Checklist, ChecklistItem, checklists

FEWEST_DAYS = 2
"""How many days of a gap must have missed something at least; our own rule of thumb: one day is soon filled in."""

SHOWN_DAYS = 14
"""How many days of a gap are answered one by one, the newest; those before them are answered together."""

DONE = "done"
"""The answer that a day was done as it was asked for."""

WHAT_COUNTS = "What stays open counts as missed; what is excused does not lower the adherence."
"""What the answers come to, told where they are asked for."""

DayAnswers = Mapping[date, str]
"""By day `DONE`, or one of `EXCUSES`; a day that is left open has no answer."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row without any entry: no check-in, nothing ticked, nothing skipped."""

    days: Mapping[date, Checklist]
    """The days on which the plan asked for something, oldest first, each with what was asked for."""

    @property
    def first_day(self) -> date:
        """The first day on which something was asked for."""
        return min(self.days)

    @property
    def last_day(self) -> date:
        """The last day on which something was asked for."""
        return max(self.days)

    @property
    def shown(self) -> tuple[date, ...]:
        """The days that are answered one by one, oldest first."""
        return tuple(self.days)[-SHOWN_DAYS:]

    @property
    def earlier(self) -> tuple[date, ...]:
        """The days before them, oldest first."""
        return tuple(self.days)[:-SHOWN_DAYS]

    def __str__(self) -> str:
        return f"{count(len(self.days), 'day')} without an entry"


def latest_gap(lists: Mapping[date, Checklist], noted: Collection[date] = ()) -> Gap | None:
    """Return the latest gap among consecutive days that are over, or None.

    `lists` has the checklist of each of them, `noted` those with a check-in.
    """
    for run in _runs(lists, noted):
        asked = {day: lists[day] for day in sorted(run) if lists[day]}
        if sum(any(item.due for item in items) for items in asked.values()) >= FEWEST_DAYS:
            return Gap(asked)
    return None


def filled_in(
    answers: DayAnswers,
    exercises: Mapping[str, Exercise],
    prescriptions: Collection[Prescription],
    practices: Iterable[Practice],
    weeks: WeekStarts,
) -> tuple[Practice, ...]:
    """Return the practices that answers come to, oldest first; what was ticked or skipped already stays as it is.

    `practices` are those known so far, from the beginning of the first week on. Each day is answered after those before
    it: what is asked for 3 times a week is done 3 times, and not on every day.

    Raises:
        InvalidValue: an answer is none; its `field` is `reason`.
    """
    so_far, made = list(practices), list[Practice]()
    for day in sorted(answers):
        begin = weeks.week_of(day)
        so_far = [each for each in so_far if each.day >= begin]
        items = checklists(day, day, exercises, prescriptions, so_far, weeks)[day]
        of_day = [_practice(item, day, answers[day]) for item in items if item.practice is None]
        so_far += of_day
        made += of_day
    return tuple(made)


def asked_words(items: Checklist) -> str:
    """Return how many exercises a day asked for, and which."""
    return f"{count(len(items), 'exercise')}: {', '.join(item.exercise.name for item in items)}"


def answer_words(answer: str | None) -> str:
    """Return an answer as text, such as `excused, travel`; None is a day that is left open."""
    if answer is None:
        return "left open"
    return answer if answer == DONE else f"excused, {answer}"


def _runs(lists: Mapping[date, Checklist], noted: Collection[date]) -> Iterator[list[date]]:
    """Yield the days in a row without an entry, the latest row first."""
    run: list[date] = []
    for day in sorted(lists, reverse=True):
        if day in noted or any(item.practice for item in lists[day]):
            yield run
            run = []
        else:
            run.append(day)
    yield run


def _practice(item: ChecklistItem, day: date, answer: str) -> Practice:
    prescription = item.prescription
    if answer == DONE:
        done = practice_of(prescription.dose, prescription.id, day, prescription.dose.target)
        assert done is not None, "a dose asks for something"
        return done
    if answer not in EXCUSES:
        raise InvalidValue("reason", f"'{answer}' excuses no day: write one of {', '.join(EXCUSES)}")
    return Practice(prescription.id, day, Status.SKIPPED, reason=answer)
