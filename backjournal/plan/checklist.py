"""The checklist of a day: the exercises that the plan asks for, each with its practice."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import dataclass, replace
from backjournal.model.numbers import percent
from backjournal.model.practices import PAIN, Outcome, Practice, Status, share_practised
from backjournal.model.prescriptions import Prescription
from backjournal.model.weeks import WeekStarts
from backjournal.plan.quota import TimesAWeek, times_a_week

Checklist = tuple["ChecklistItem", ...]


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One exercise that the plan asks for on a day, with its practice if there is one."""

    exercise: Exercise
    prescription: Prescription
    practice: Practice | Outcome | None = None
    """In the checklists of years it is the outcome alone, so that equal items of many days are one object."""

    left: int | None = None
    """How many times are left in the week, this day included; None if the schedule has no number of times a week."""

    due: bool = True
    """Whether it has to be done on this day; with a number of times a week, only once the week has no day to spare."""

    @property
    def progress(self) -> str:
        """How much of the dose was done, such as `1 of 2` sets or `60 %`; empty unless it was done in part.

        Of several times a day it is told from the first: `0 of 2`. Where each is made of several sets or minutes, the
        unit is named: `1 of 2 times`, `3 of 4 sets`.
        """
        dose = self.prescription.dose
        several, mixed = dose.times_a_day > 1, dose.times_a_day > 1 and dose.once > 1
        times = f"of {dose.times_a_day}{' times' if mixed else ''}"
        if self.practice is None:
            return f"0 {times}" if several and not self.extra else ""
        if self.practice.status is not Status.PARTIAL:
            return ""
        amount, share = self.practice.amount, share_practised(dose, self.practice)
        # Guided practice counts the repetitions of a set that was broken off, and the seconds below a minute.
        if not amount or (dose.unit == "sets" and share > amount / dose.target):
            return percent(share)
        if several and amount % dose.once == 0:
            return f"{amount // dose.once} {times}"
        return f"{amount} of {dose.target}{f' {dose.unit}' if mixed else ''}"

    @property
    def share(self) -> float:
        """What it counts in adherence, from 0 to 1: the share of the dose that was practised.

        An extra practice counts whole, also when it was done in part: nobody asked for more of it.
        """
        return 1.0 if self.extra and self.practised else share_practised(self.prescription.dose, self.practice)

    @property
    def extra(self) -> bool:
        """Whether it is not asked for: the day is none of the schedule's, or the week has all its times already."""
        return not self.due and not self.left

    @property
    def unfinished(self) -> bool:
        """Whether it is asked for, and open or done in part."""
        return not self.extra and (self.practice is None or self.practice.status is Status.PARTIAL)

    @property
    def practised(self) -> bool:
        """Whether it was practised, in full or in part."""
        return self.practice is not None and self.practice.status is not Status.SKIPPED

    @property
    def excused(self) -> bool:
        """Whether it was skipped for a reason that excuses it."""
        return self.practice is not None and self.practice.excused

    @property
    def skipped_for_pain(self) -> bool:
        """Whether it was skipped for pain, which excuses it."""
        return self.practice is not None and self.practice.reason == PAIN

    @property
    def counts(self) -> bool:
        """Whether it counts in adherence: it is due, or it was practised or excused."""
        return self.due or self.practised or self.excused


def practised_anew(item: ChecklistItem, practice: Practice | None) -> ChecklistItem | None:
    """Return an item of a checklist with another practice, or None if that may change what else the day asks for.

    An extra leaves the list with its practice, and what is excused may free the days of a week.
    """
    skipped = Status.SKIPPED in {each.status for each in (item.practice, practice) if each}
    return None if item.extra or skipped else replace(item, practice=practice)


def extras(
    day: date, listed: Checklist, exercises: Mapping[str, Exercise], prescriptions: Iterable[Prescription]
) -> Checklist:
    """Return the exercises in force on a day that its checklist does not ask for, in the order of the checklist.

    `listed` is the checklist of the day. They can be practised all the same, as an extra.
    """
    on_list = {item.exercise.id for item in listed}
    return tuple(
        ChecklistItem(exercises[each.exercise_id], each, left=0 if each.schedule.times_a_week else None, due=False)
        for each in _in_order(prescriptions, exercises)
        if each.in_force(day) and each.exercise_id not in on_list
    )


def checklists(
    first: date,
    last: date,
    exercises: Mapping[str, Exercise],
    prescriptions: Iterable[Prescription],
    practices: Iterable[Practice],
    weeks: WeekStarts,
) -> dict[date, Checklist]:
    """Return the checklist of each day from first to last, by category and within it in the order of the plan.

    A practice is listed even on a day for which its prescription does not ask. The practices must reach back to the
    beginning of the first week, because times a week are counted from there.
    """
    practised: dict[str, dict[date, Practice]] = {}
    for practice in practices:
        practised.setdefault(practice.prescription_id, {})[practice.day] = practice
    week_begins, week_ends = weeks.week_of(first), last + timedelta(days=6)
    plan = _in_order(
        (each for each in prescriptions if each.id in practised or each.overlaps(week_begins, week_ends)), exercises
    )
    span = tuple(days_between(first, last))
    days: dict[date, list[ChecklistItem]] = {day: [] for day in span}
    for prescription in plan:
        exercise, own_practices = exercises[prescription.exercise_id], practised.get(prescription.id, {})
        weekly, asked = times_a_week(prescription, plan, practised, weeks), prescription.asked_among(span)
        for day in asked:
            item = _item(exercise, prescription, day, own_practices.get(day), weekly)
            if item.practice or item.left != 0:
                days[day].append(item)
        for day in own_practices.keys() - asked:
            if first <= day <= last:
                days[day].append(ChecklistItem(exercise, prescription, own_practices[day], due=False))
    return {day: tuple(items) for day, items in days.items()}


def _in_order(prescriptions: Iterable[Prescription], exercises: Mapping[str, Exercise]) -> list[Prescription]:
    """Return prescriptions by category, and within it in the order of the plan."""
    places = {category: place for place, category in enumerate(Category)}
    return sorted(prescriptions, key=lambda each: (places[exercises[each.exercise_id].category], each.position))


def _item(
    exercise: Exercise, prescription: Prescription, day: date, practice: Practice | None, weekly: TimesAWeek | None
) -> ChecklistItem:
    if weekly is None:
        return ChecklistItem(exercise, prescription, practice)
    quota = weekly.quota_on(day)
    return ChecklistItem(exercise, prescription, practice, quota.left, quota.due)
