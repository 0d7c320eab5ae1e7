"""The made-up practices: most exercises on most days, mostly guided; only the gentle ones in the flare-up."""

import math
from random import Random

from backjournal.demo.diarist import FLARE_UP, LAST, Diarist, scale
from backjournal.demo.plan import is_steady
from backjournal.model.doses import Dose
from backjournal.model.exercises import Category
from backjournal.model.frozen import replace
from backjournal.model.practices import Practice, Status, practice_of, with_sets
from backjournal.model.prescriptions import Prescription
from backjournal.model.sets_done import SetDone
from backjournal.model.settings import DEFAULT_PAIN_LIMIT
from backjournal.plan.checklist import ChecklistItem

_STILL_OPEN = (Category.AEROBIC, Category.STABILIZATION)
"""The categories of the exercises that are still open today."""

_OWN_WORDS = {("pelvic-tilt", LAST - 1): "guests until late"}
"""Reasons for a skip in the person's own words, by the exercise's id and the number of the day."""

_IN_PART, _IN_FULL = 0.1, 0.78
"""The luck, 0 to 1, up to which an exercise is practised in part and in full; above, it is skipped or missed."""


def practice_of_item(diarist: Diarist, number: int, item: ChecklistItem, pain: float) -> Practice | None:
    """Return the practice of a checklist item on the day `number`; None if there is none.

    `pain` is that of the day, from about 0 to 10, not rounded.
    """
    steady = is_steady(item.exercise.id, number)
    luck, during = _luck(diarist, number, steady=steady), _pain_during(diarist, pain, steady=steady)
    if not _is_chosen(diarist, number, item.prescription):
        return None
    if number == LAST:
        return None if item.exercise.category in _STILL_OPEN else _guided(diarist, number, item, during, times=1)
    if reason := _reason(diarist, number, item, luck):
        return Practice(item.prescription.id, diarist.day(number), Status.SKIPPED, reason=reason)
    if luck > _skipped_up_to(diarist, number):
        return None
    if number % 3 == 0 and not steady:
        return _ticked(diarist, number, item, in_full=luck > _IN_PART)
    return _guided(diarist, number, item, during, in_full=luck > _IN_PART)


def _luck(diarist: Diarist, number: int, *, steady: bool) -> float:
    drawn = diarist.at_practice.random()
    if steady:
        return _IN_FULL
    if number in FLARE_UP:
        # The gentle exercises go on, but often only in part.
        return 0.3 * drawn
    return 1 if number % 23 == 11 else drawn


def _skipped_up_to(diarist: Diarist, number: int) -> float:
    return 0.8 + 0.1 * diarist.ease(number)


def _pain_during(diarist: Diarist, pain: float, *, steady: bool) -> int:
    during = scale(0.7 * pain - 0.4 + diarist.at_practice.gauss(0, 0.3))
    return min(DEFAULT_PAIN_LIMIT, during) if steady else during


def _is_chosen(diarist: Diarist, number: int, prescription: Prescription) -> bool:
    """Return whether the person practises on a day; of exercises prescribed so many times a week, on some days only.

    Today's weekday is always one of them, so that one practice of the week is left for today.
    """
    times = prescription.schedule.times_a_week
    if times is None:
        return True
    todays, weekday = diarist.day(LAST).weekday(), diarist.day(number).weekday()
    week = (number + diarist.first_day.weekday()) // 7
    others = [other for other in range(7) if other != todays]
    return weekday == todays or weekday in Random(week).sample(others, times - 1)  # noqa: S311 - made-up data


def _reason(diarist: Diarist, number: int, item: ChecklistItem, luck: float) -> str:
    """Return the reason for which an exercise is skipped; empty if it is not."""
    if number in FLARE_UP and not item.exercise.gentle:
        return "flare-up"
    if own_words := _OWN_WORDS.get((item.exercise.id, number)):
        return own_words
    if _IN_FULL < luck <= _skipped_up_to(diarist, number):
        return diarist.at_practice.choice(("no time", "rest", "travel"))
    return ""


def _ticked(diarist: Diarist, number: int, item: ChecklistItem, *, in_full: bool) -> Practice | None:
    """Return the practice that a quick tick makes: without single sets and pain during."""
    target = item.prescription.dose.target
    amount = target if in_full else max(1, target // 2)
    return practice_of(item.prescription.dose, item.prescription.id, diarist.day(number), amount)


def _guided(
    diarist: Diarist, number: int, item: ChecklistItem, during: int, *, in_full: bool = True, times: int | None = None
) -> Practice | None:
    """Return the practice that a guided practice writes, with pain during; by default of all the dose's times a day."""
    dose = item.prescription.dose
    sets = _sets(dose) * (times or dose.times_a_day)
    done = with_sets(dose, item.prescription.id, diarist.day(number), None, sets if in_full else _cut_short(sets))
    return done and replace(done, pain_during=during)


def _sets(dose: Dose) -> tuple[SetDone, ...]:
    """Return the full sets of one of the dose's times a day."""
    if dose.minutes is not None:
        return (SetDone(hold_seconds=60 * dose.minutes),)
    repetitions = dose.repetitions or dose.breaths or 1
    return tuple(SetDone(repetitions, dose.hold_seconds, side) for side in dose.sides.in_turn) * dose.sets


def _cut_short(sets: tuple[SetDone, ...]) -> tuple[SetDone, ...]:
    """Return the sets with the last one stopped after a part of its repetitions or of its hold."""
    *full, last = sets
    if last.repetitions > 1:
        return (*full, replace(last, repetitions=math.ceil(last.repetitions * 0.6)))
    return (*full, replace(last, hold_seconds=math.ceil((last.hold_seconds or 1) * 0.6)))
