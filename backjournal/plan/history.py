"""The history of an exercise up to today, over all its doses."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from backjournal.model.frozen import dataclass
from backjournal.model.prescriptions import Prescription
from backjournal.plan.adherence import Adherence, adherence_of
from backjournal.plan.checklist import Checklist, ChecklistItem
from backjournal.plan.day_status import DayStatus, day_status_of
from backjournal.plan.score import score_of
from backjournal.plan.span import Span, span_of
from backjournal.plan.streak import Streak, streak_of
from backjournal.plan.workload import Workloads, workloads_of

DAYS_SHOWN = 28
"""How many days up to today a history shows one by one: four weeks."""


class OwnDays(Mapping[date, Checklist]):
    """The days up to today on which an exercise was asked for or practised, oldest first.

    They are picked out of the checklists of the whole plan each time, so that they are not held in memory twice.
    """

    def __init__(self, days: Mapping[date, Checklist], exercise_id: str, today: date) -> None:
        self._days = days
        self._exercise_id = exercise_id
        self._today = today

    def __getitem__(self, day: date) -> Checklist:
        if day <= self._today and (items := self._own(self._days[day])):
            return items
        raise KeyError(day)

    def __iter__(self) -> Iterator[date]:
        return (day for day, _ in self.pairs())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def pairs(self) -> Iterator[tuple[date, Checklist]]:
        """Yield the days with their items, which is quicker than `items`."""
        found = ((day, self._own(self._days[day])) for day in sorted(self._days) if day <= self._today)
        return ((day, items) for day, items in found if items)

    def _own(self, items: Checklist) -> Checklist:
        return tuple([item for item in items if item.prescription.exercise_id == self._exercise_id])


@dataclass(frozen=True, slots=True)
class ExerciseDays:
    """The doses and the days of one exercise up to today, without the figures of its history."""

    exercise_id: str
    today: date
    doses: tuple[Prescription, ...]
    """By first day, with those in the future."""

    days: Mapping[date, Checklist]
    """The days on which it was asked for or practised, oldest first."""


@dataclass(frozen=True, slots=True)
class ExerciseHistory:
    """The history of one exercise up to today, over all its doses; an exercise still open today does not count yet."""

    exercise_id: str
    today: date
    doses: tuple[Prescription, ...]
    """By first day, with those in the future."""

    days: Mapping[date, Checklist]
    """The days on which it was asked for or practised, oldest first."""

    adherence: Adherence
    score: float | None
    """From 0 to 1; None if no day counted."""

    streak: Streak
    pain_during: Span | None
    """Over the practised days on which it was noted; None if there are none."""

    skipped_for_pain: int
    """On how many days it was skipped for pain; they are excused."""

    last_days: tuple[DayStatus, ...]
    """The 28 days up to today, oldest first."""

    @property
    def workloads(self) -> Workloads:
        """The amounts done day by day, in the unit of the newest dose that has begun; computed on each access."""
        begun = [prescription.dose for prescription in self.doses if prescription.first_day <= self.today]
        return workloads_of(self.days, begun[-1]) if begun else Workloads()


def days_by_exercise(
    days: Mapping[date, Checklist], prescriptions: Iterable[Prescription], today: date
) -> dict[str, ExerciseDays]:
    """Return the doses and the days of every exercise that has a prescription, by the exercise's id.

    `days` are checklists; days after today do not count.
    """
    by_exercise: dict[str, dict[date, Checklist]] = {}
    for day in sorted(day for day in days if day <= today):
        for item in days[day]:
            own_days = by_exercise.setdefault(item.prescription.exercise_id, {})
            own_days[day] = (*own_days.get(day, ()), item)
    doses = _doses_by_exercise(prescriptions)
    return {id_: ExerciseDays(id_, today, own, by_exercise.get(id_, {})) for id_, own in doses.items()}


def histories(
    days: Mapping[date, Checklist], prescriptions: Iterable[Prescription], today: date
) -> dict[str, ExerciseHistory]:
    """Return the history of every exercise that has a prescription, by the exercise's id.

    `days` are the checklists of all days from the first of the plan; days after today do not count.
    """
    # One exercise after the other: years of days of all of them at once take more memory than the rest of the app.
    return {
        exercise_id: _history(exercise_id, OwnDays(days, exercise_id, today), doses, today)
        for exercise_id, doses in _doses_by_exercise(prescriptions).items()
    }


def settled(days: Mapping[date, Checklist], today: date) -> tuple[ChecklistItem, ...]:
    """Return the items of all days up to today, in the order of `days`, without those still open today."""
    return tuple(
        item
        for day, items in days.items()
        if day <= today
        for item in items
        if day < today or item.practice is not None
    )


def noted_pain(item: ChecklistItem) -> int | None:
    """Return the pain during the exercise; None if it was not practised or the pain was not noted."""
    return item.practice.pain_during if item.practice and item.practised else None


def _doses_by_exercise(prescriptions: Iterable[Prescription]) -> dict[str, tuple[Prescription, ...]]:
    doses: dict[str, list[Prescription]] = {}
    for prescription in sorted(prescriptions, key=lambda each: each.first_day):
        doses.setdefault(prescription.exercise_id, []).append(prescription)
    return {exercise_id: tuple(own) for exercise_id, own in doses.items()}


def _history(exercise_id: str, own: OwnDays, doses: tuple[Prescription, ...], today: date) -> ExerciseHistory:
    days = dict(own.pairs())
    items = settled(days, today)
    return ExerciseHistory(
        exercise_id=exercise_id,
        today=today,
        doses=doses,
        days=own,
        adherence=adherence_of(items),
        score=score_of(days, doses, today),
        streak=streak_of(days, today),
        pain_during=_pain_during(items),
        skipped_for_pain=sum(item.skipped_for_pain for item in items),
        last_days=tuple(_last_days(days, today)),
    )


def _pain_during(items: Iterable[ChecklistItem]) -> Span | None:
    return span_of([pain for item in items if (pain := noted_pain(item)) is not None])


def _last_days(days: Mapping[date, Checklist], today: date) -> Iterable[DayStatus]:
    for back in range(DAYS_SHOWN - 1, -1, -1):
        day = today - timedelta(days=back)
        items = days.get(day, ())
        # Two prescriptions share a day only if two devices changed the plan: the one with a practice is shown.
        shown = next((item for item in items if item.practice), items[0] if items else None)
        yield day_status_of(shown, day_is_over=day < today)
