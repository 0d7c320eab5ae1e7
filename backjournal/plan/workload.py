"""Workloads: how much of an exercise was done on each day, and how much was prescribed, in one unit for a plot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backjournal.model.doses import Dose
from backjournal.plan.checklist import Checklist, ChecklistItem


class Unit(StrEnum):
    """What the amount of a dose is counted in."""

    MINUTES = "minutes"
    METRES = "metres"
    BREATHS = "breaths"
    REPETITIONS = "repetitions"
    SECONDS_HELD = "seconds held"


@dataclass(frozen=True, slots=True)
class Workload:
    """The amount done on a day and the amount prescribed for it, over all sets and times of the day.

    Where each side counts, it is the amount of one side.
    """

    day: date
    done: float
    prescribed: int


@dataclass(frozen=True, slots=True)
class Workloads:
    """The days on which an exercise was practised, oldest first, in the unit of its newest dose.

    `other_unit` counts the practised days whose dose has another unit: they are left out. Without a dose there is no
    unit.
    """

    unit: Unit | None = None
    days: tuple[Workload, ...] = ()
    other_unit: int = 0


def prescribed_amount(dose: Dose) -> tuple[int, Unit]:
    """Return how much a dose asks for on a day, and in which unit."""
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
    """Return what was done of one exercise day by day, in the unit of its newest dose."""
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
    """Return the share that was practised, or more than 1 where more was noted than the dose asks for."""
    noted = item.practice.amount / item.prescription.dose.target if item.practice else 0
    return max(item.share, noted)
