"""The days to mark in a graph: the plan begins, an exercise is added, a dose or a schedule changes."""

from datetime import timedelta

import pytest

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.trends.plan_events import PLAN_BEGINS, PlanEvent, events_text, plan_events
from backjournal.trends.record import Record
from backjournal.trends.weeks import weeks
from tests.helpers.counting import MONDAY, day

EXERCISES = {
    "bridge": Exercise("bridge", "Bridge", Category.STRENGTHENING),
    "walk": Exercise("walk", "Walking", Category.AEROBIC),
}
SIX, EIGHT = Dose(sets=2, repetitions=6, hold_seconds=3), Dose(sets=2, repetitions=8, hold_seconds=3)


def phase(
    exercise: str, first: int, dose: Dose = SIX, schedule: str = "daily", last: int | None = None
) -> Prescription:
    last_day = None if last is None else day(last)
    return Prescription(f"{exercise}{first}", exercise, dose, Schedule.parse(schedule), day(first), last_day)


BEGIN = PlanEvent(MONDAY, PLAN_BEGINS)


@pytest.mark.parametrize(
    ("prescriptions", "events"),
    [
        ([], []),
        ([phase("bridge", 0), phase("walk", 0)], [BEGIN]),
        ([phase("bridge", 0), phase("walk", 3)], [BEGIN, PlanEvent(day(3), "Walking added, 2 × 6, 3 s")]),
        (
            [phase("bridge", 0, last=6), phase("bridge", 7, EIGHT)],
            [BEGIN, PlanEvent(day(7), "Bridge 2 × 6, 3 s → 2 × 8, 3 s")],
        ),
        (
            [phase("bridge", 0, last=6), phase("bridge", 7, schedule="3 a week")],
            [BEGIN, PlanEvent(day(7), "Bridge daily → 3 a week")],
        ),
        (
            [phase("bridge", 0, last=6), phase("bridge", 7, EIGHT, "mon wed fri")],
            [BEGIN, PlanEvent(day(7), "Bridge 2 × 6, 3 s → 2 × 8, 3 s and daily → mon wed fri")],
        ),
        ([phase("bridge", 0, last=6), phase("bridge", 20)], [BEGIN]),
        ([phase("bridge", 0, last=6)], [BEGIN]),
        (
            [phase("bridge", 7, EIGHT), phase("walk", 7), phase("bridge", 0, last=6)],
            [
                BEGIN,
                PlanEvent(day(7), "Bridge 2 × 6, 3 s → 2 × 8, 3 s"),
                PlanEvent(day(7), "Walking added, 2 × 6, 3 s"),
            ],
        ),
    ],
    ids=["no plan", "begins", "added", "dose", "schedule", "both", "as before after a pause", "ends", "two on a day"],
)
def test_a_day_is_marked_from_which_the_plan_asks_for_something_else(
    prescriptions: list[Prescription], events: list[PlanEvent]
) -> None:
    assert list(plan_events(prescriptions, EXERCISES)) == events


def test_events_of_a_day_are_listed_together() -> None:
    assert events_text([]) == ""
    assert events_text([BEGIN, PlanEvent(day(16), "a"), PlanEvent(day(16), "b")]) == (
        "2 Nov: the plan begins; 18 Nov: a, b"
    )


def test_a_week_has_the_events_of_its_days_up_to_today() -> None:
    plan = (phase("bridge", 0, last=6), phase("bridge", 7, EIGHT), phase("walk", 9), phase("walk", 13, EIGHT))
    record = Record(day(12), exercises=EXERCISES, prescriptions=plan)
    found = weeks(record, MONDAY - timedelta(7), day(13))
    assert [[event.day for event in week.events] for week in found] == [[], [day(0)], [day(7), day(9)]]


def test_a_change_that_lies_ahead_is_in_no_week_yet() -> None:
    ahead = (phase("bridge", 0, last=3), phase("bridge", 4, EIGHT))
    for today, changes in ((day(3), 1), (day(4), 2)):
        [week] = weeks(Record(today, prescriptions=ahead, exercises=EXERCISES), MONDAY, day(6))
        assert len(week.events) == changes
