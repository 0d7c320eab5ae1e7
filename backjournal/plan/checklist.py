"""The checklist of a day: what the plan asks for, and what was practised of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.days import days_between, week_of
from backjournal.model.exercises import Category, Exercise
from backjournal.model.numbers import percent
from backjournal.model.practices import Practice, Status, share_practised
from backjournal.model.prescriptions import Prescription
from backjournal.plan.quota import TimesAWeek, times_a_week

Checklist = tuple["ChecklistItem", ...]


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One exercise that the plan asks for on a day, with its practice if there is one.

    Of so often a week, `left` is how many times are left in the week, this day's included, and the day is `due` only
    if the week has no day to spare; else it is None, and every day of the schedule is due.
    """

    exercise: Exercise
    prescription: Prescription
    practice: Practice | None = None
    left: int | None = None
    due: bool = True

    @property
    def progress(self) -> str:
        """How much of the dose was done in part, such as `1 of 2` times or sets, or `60 %`; else nothing."""
        if self.practice is None or self.practice.status is not Status.PARTIAL:
            return ""
        dose, amount = self.prescription.dose, self.practice.amount
        if self.share > amount / dose.target:
            return percent(self.share)
        if dose.times_a_day > 1 and amount % dose.once == 0:
            return f"{amount // dose.once} of {dose.times_a_day}"
        return f"{amount} of {dose.target}"

    @property
    def share(self) -> float:
        """How much of the dose was practised, from 0 to 1."""
        return share_practised(self.prescription.dose, self.practice)

    @property
    def practised(self) -> bool:
        """Tell whether it was practised, in full or in part."""
        return self.practice is not None and self.practice.status is not Status.SKIPPED

    @property
    def excused(self) -> bool:
        """Tell whether it was skipped for a reason that does not count against anybody."""
        return self.practice is not None and self.practice.excused

    @property
    def counts(self) -> bool:
        """Tell whether the day counts: it is due, or something was practised or excused on it."""
        return self.due or self.practised or self.excused


def progress_of(items: Iterable[ChecklistItem]) -> tuple[int, int]:
    """Return how many exercises of a day are done in full, and of how many that count."""
    done = [item.practice is not None and item.practice.status is Status.DONE for item in items if item.counts]
    return sum(done), len(done)


def checklists(
    first: date,
    last: date,
    exercises: Mapping[str, Exercise],
    prescriptions: Iterable[Prescription],
    practices: Iterable[Practice],
    week_starts_on: int,
) -> dict[date, Checklist]:
    """Return the exercises of each day, by category and within it in the order of the plan.

    What was practised of a prescription that does not ask for it on that day is listed too. The practices reach back
    to the beginning of the first week, for what is asked for so often a week.
    """
    done: dict[str, dict[date, Practice]] = {}
    for practice in practices:
        done.setdefault(practice.prescription_id, {})[practice.day] = practice
    places = {category: place for place, category in enumerate(Category)}
    week_begins, week_ends = week_of(first, week_starts_on), last + timedelta(days=6)
    plan = sorted(
        (known for known in prescriptions if known.id in done or known.overlaps(week_begins, week_ends)),
        key=lambda known: (places[exercises[known.exercise_id].category], known.position),
    )
    days: dict[date, list[ChecklistItem]] = {day: [] for day in days_between(first, last)}
    for prescription in plan:
        exercise, of_prescription = exercises[prescription.exercise_id], done.get(prescription.id, {})
        weekly = times_a_week(prescription, plan, done, week_starts_on)
        for day in _days_of(prescription, of_prescription, first, last):
            item = _item(exercise, prescription, day, of_prescription.get(day), weekly)
            if item.practice or item.left != 0:
                days[day].append(item)
    return {day: tuple(items) for day, items in days.items()}


def _days_of(prescription: Prescription, practices: Mapping[date, Practice], first: date, last: date) -> Iterator[date]:
    start, end = max(first, prescription.first_day), min(last, prescription.last_day or last)
    yield from (day for day in practices if first <= day <= last and not prescription.asks_on(day))
    yield from (day for day in days_between(start, end) if prescription.schedule.asks_on(day, prescription.first_day))


def _item(
    exercise: Exercise, prescription: Prescription, day: date, practice: Practice | None, weekly: TimesAWeek | None
) -> ChecklistItem:
    if weekly is None or not prescription.in_force(day):
        return ChecklistItem(exercise, prescription, practice, due=prescription.asks_on(day))
    quota = weekly.quota_on(day)
    return ChecklistItem(exercise, prescription, practice, quota.left, quota.due)
