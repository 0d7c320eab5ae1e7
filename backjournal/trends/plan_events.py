"""The changes of the plan, to be marked in a graph."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from backjournal.model.dates import short_day
from backjournal.model.exercises import Exercise
from backjournal.model.frozen import dataclass
from backjournal.model.prescriptions import Prescription

PLAN_BEGINS = "the plan begins"


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """A change of the plan."""

    day: date
    """The first day on which the change holds."""

    what: str
    """The change as text, such as an exercise with its old and new dose."""


def plan_events(prescriptions: Iterable[Prescription], exercises: Mapping[str, Exercise]) -> tuple[PlanEvent, ...]:
    """Return the beginning of the plan, added exercises, and changed doses and schedules, oldest first.

    The end of a prescription is no event, nor is a prescription that continues unchanged after a pause.
    """
    events: list[PlanEvent] = []
    before: dict[str, Prescription] = {}
    for prescription in sorted(prescriptions, key=lambda each: each.first_day):
        day, name = prescription.first_day, exercises[prescription.exercise_id].name
        if not events:
            events.append(PlanEvent(day, PLAN_BEGINS))
        earlier = before.get(prescription.exercise_id)
        if earlier is not None:
            changes = " and ".join(_changes(earlier, prescription))
            events += [PlanEvent(day, f"{name} {changes}")] if changes else []
        elif day > events[0].day:
            events.append(PlanEvent(day, f"{name} added, {prescription.dose}"))
        before[prescription.exercise_id] = prescription
    return tuple(events)


def events_text(events: Iterable[PlanEvent]) -> str:
    """Return events as one line, such as `18 Oct: Bridge 2 × 10, 3 s → 2 × 12, 3 s`, grouped by day."""
    days = groupby(events, key=lambda event: event.day)
    return "; ".join(f"{short_day(day)}: {', '.join(event.what for event in group)}" for day, group in days)


def _changes(before: Prescription, after: Prescription) -> Iterable[str]:
    if before.dose != after.dose:
        yield f"{before.dose} → {after.dose}"
    if before.schedule != after.schedule:
        yield f"{before.schedule} → {after.schedule}"
