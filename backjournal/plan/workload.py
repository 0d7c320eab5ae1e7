"""Workloads: the amounts of an exercise done and prescribed on each day, in one unit for a plot."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from backjournal.model.doses import Dose
from backjournal.model.frozen import dataclass
from backjournal.model.practices import share_practised
from backjournal.plan.checklist import Checklist, ChecklistItem


class Unit(StrEnum):
    """The unit of an amount in a plot."""

    MINUTES = "minutes"
    METRES = "metres"
    BREATHS = "breaths"
    REPETITIONS = "repetitions"
    SECONDS_HELD = "seconds held"


@dataclass(frozen=True, slots=True)
class Workload:
    """The amounts of an exercise done on a day and prescribed for it, over all sets and times of the day.

    If the dose is for each side, they are the amounts of one side.
    """

    day: date
    done: float
    prescribed: int


@dataclass(frozen=True, slots=True)
class Workloads:
    """The workloads of an exercise on the days on which it was practised."""

    unit: Unit | None = None
    """The unit of the newest dose; None if no dose has begun."""

    days: tuple[Workload, ...] = ()
    """The practised days with a dose in that unit, oldest first."""

    other_unit: int = 0
    """How many practised days are left out because their dose has another unit."""


def prescribed_amount(dose: Dose) -> tuple[int, Unit]:
    """Return the amount that a dose asks for on a day, and its unit."""
    if dose.minutes is not None:
        return dose.target, Unit.MINUTES
    if dose.distance_m is not None:
        return dose.target, Unit.METRES
    if dose.breaths is not None:
        return dose.target * dose.breaths, Unit.BREATHS
    if dose.repetitions is not None:
        return dose.target * dose.repetitions, Unit.REPETITIONS
    return dose.target * (dose.hold_seconds or 0), Unit.SECONDS_HELD


def workloads_of(days: Mapping[date, Checklist], newest: Dose) -> Workloads:
    """Return the workloads of one exercise day by day, in the unit of its newest dose."""
    unit = prescribed_amount(newest)[1]
    practised = [(day, item) for day, items in days.items() for item in items if item.practised]
    same_unit = tuple(
        Workload(day, amount * _times_prescribed(item), amount)
        for day, item in practised
        for amount, unit_of_day in (prescribed_amount(item.prescription.dose),)
        if unit_of_day is unit
    )
    return Workloads(unit, same_unit, len(practised) - len(same_unit))


def _times_prescribed(item: ChecklistItem) -> float:
    """Return the share of the dose that was practised; more than 1 if more was noted than the dose asks for."""
    dose, practice = item.prescription.dose, item.practice
    return max(share_practised(dose, practice), practice.amount / dose.target if practice else 0)
