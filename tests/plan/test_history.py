"""The history of an exercise: the figures and the days on its page."""

from datetime import timedelta

import pytest

from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import checklists
from backjournal.plan.day_status import DayStatus
from backjournal.plan.history import DAYS_SHOWN, ExerciseHistory, days_by_exercise, histories
from backjournal.plan.span import Span
from backjournal.plan.streak import Streak
from backjournal.plan.workload import Unit, Workload, Workloads, prescribed_amount
from tests.helpers.counting import BIRD_DOG, FOUR_SETS, Days, day, phase, practice

LARGER = Dose(sets=8, repetitions=10)
SIGNS = {
    DayStatus.DONE: "✓",
    DayStatus.PARTIAL: "◐",
    DayStatus.SKIPPED: "–",
    DayStatus.OPEN: "○",
    DayStatus.MISSED: "·",
    DayStatus.NOT_ASKED: " ",
}


def signs(history: ExerciseHistory) -> str:
    return "".join(SIGNS[standing] for standing in history.last_days)


def test_the_days_of_a_history_are_those_of_its_exercise_up_to_today() -> None:
    plan = [phase("mon wed", 0, 6), phase("daily", 7), Prescription("p", "walk", FOUR_SETS, Schedule(), day(1))]
    exercises = {"bird": BIRD_DOG, "walk": Exercise("walk", "Walking", Category.AEROBIC)}
    done = [practice(plan[0], day(1), "✓"), practice(plan[1], day(8), "◐"), practice(plan[2], day(8), "✓")]
    days = checklists(day(0), day(12), exercises, plan, done, MONDAY_WEEKS)
    of_each = days_by_exercise(days, plan, day(9))
    for exercise_id, history in histories(days, plan, day(9)).items():
        assert [*history.days.items()] == [*of_each[exercise_id].days.items()]
        assert (len(history.days), day(10) in history.days) == (len(of_each[exercise_id].days), False)
    assert [*of_each["bird"].days] == [day(number) for number in (0, 1, 2, 7, 8, 9)]


def test_a_history_has_the_figures_of_an_exercise() -> None:
    found = Days((phase("daily", 0, 2), phase("daily", 3, dose=LARGER)), "✓◐.✓–x.", pains="2.45...").history
    assert found.adherence == Adherence(6, 2.5, 1)
    assert found.streak == Streak(0, 2)
    assert found.score == pytest.approx(0.1133, abs=0.0001)
    assert found.pain_during == Span(2, 3.5, 2, 5)
    assert [prescription.first_day for prescription in found.doses] == [day(0), day(3)]
    assert histories(found.days, found.doses[::-1], found.today)["bird"] == found
    assert list(found.days) == [day(number) for number in range(7)]


def test_the_last_four_weeks_are_listed_day_by_day() -> None:
    assert signs(Days((phase("daily"),), "✓◐–x..").history) == " " * 22 + "✓◐––·○"
    assert signs(Days((phase("mon wed fri"),), "✓✓...✓.").history) == " " * 21 + "✓✓· ·✓ "
    assert signs(Days((phase("3 a week"),), "✓......").history) == " " * 21 + "✓    ·○"
    assert signs(Days((phase("daily"),), "✓" * 40).history) == "✓" * DAYS_SHOWN


def test_pain_is_of_the_times_that_were_practised_and_noted_and_0_is_a_pain() -> None:
    assert Days((phase("daily"),), "✓✓◐✓", pains="0.6.").history.pain_during == Span(2, 3.0, 0, 6)
    assert Days((phase("daily"),), "x–✓", pains="98.").history.pain_during is None


def test_a_history_without_days_is_empty() -> None:
    coming = phase("daily", 9)
    for found in (Days((coming,), "...").history, histories({}, [coming], day(0))["bird"]):
        assert (found.adherence, found.score, found.streak) == (Adherence(), None, Streak())
        assert (found.pain_during, signs(found), found.workloads) == (None, " " * DAYS_SHOWN, Workloads())
    assert Days((coming,), "...").history.doses == (coming,)


def test_days_after_today_are_no_history() -> None:
    days = Days((phase("daily"),), "✓✓.✓")
    found = histories(days.checklists, days.plan, day(1))["bird"]
    assert (found.adherence, found.streak, list(found.days)) == (Adherence(2, 2.0), Streak(2, 2), [day(0), day(1)])


def test_all_histories_come_in_one_pass_and_apart() -> None:
    walk = Exercise("walk", "Walking", Category.AEROBIC)
    plan = [phase("daily"), Prescription("w", "walk", Dose(minutes=30), Schedule(), day(1))]
    done = [practice(plan[0], day(0), "✓"), practice(plan[1], day(1), "◐")]
    days = checklists(day(0), day(2), {"bird": BIRD_DOG, "walk": walk}, plan, done, MONDAY_WEEKS)
    found = histories(days, plan, day(2))
    assert found["bird"].adherence == Adherence(2, 1.0)
    assert found["walk"].adherence == Adherence(1, 2 / 30)
    assert found == histories(days, plan[:1], day(2)) | histories(days, plan[1:], day(2))


def test_what_two_devices_recorded_for_one_day_is_one_day_of_the_streak() -> None:
    # One device changed the dose from day 1 on, the other ticked the old dose on that day.
    plan = (phase("daily", 0, 0), phase("daily", 1, dose=LARGER))
    done = [practice(plan[0], day(number), "✓") for number in (0, 1)]
    days = checklists(day(0), day(2), {"bird": BIRD_DOG}, plan, done, MONDAY_WEEKS)
    found = histories(days, plan, day(2))["bird"]
    assert (found.streak, signs(found)) == (Streak(2, 2), " " * 25 + "✓✓○")


@pytest.mark.parametrize(
    ("dose", "amount", "unit"),
    [
        (Dose(minutes=30), 30, Unit.MINUTES),
        (Dose(minutes=10, times_a_day=3), 30, Unit.MINUTES),
        (Dose(distance_m=800), 800, Unit.METRES),
        (Dose(breaths=8), 8, Unit.BREATHS),
        (Dose(sets=2, breaths=8, times_a_day=2), 32, Unit.BREATHS),
        (Dose(sets=3, repetitions=10), 30, Unit.REPETITIONS),
        (Dose(sets=2, repetitions=10, hold_seconds=4, times_a_day=2, sides=Sides.EACH), 40, Unit.REPETITIONS),
        (Dose(sets=2, hold_seconds=20), 40, Unit.SECONDS_HELD),
    ],
)
def test_a_dose_is_prescribed_in_one_unit(dose: Dose, amount: int, unit: Unit) -> None:
    assert prescribed_amount(dose) == (amount, unit)


def test_workloads_are_the_practised_days_in_the_unit_of_the_newest_dose() -> None:
    minutes, coming = Dose(minutes=10), Dose(distance_m=900)
    plan = (
        phase("daily", 0, 0, Dose(breaths=9)),
        phase("daily", 1, 3, FOUR_SETS),
        phase("daily", 4, 7, LARGER),
        phase("daily", 8, dose=coming),
    )
    found = Days(plan, "✓✓◐–◐x.").history
    assert found.workloads == Workloads(
        Unit.REPETITIONS,
        (Workload(day(1), 40, 40), Workload(day(2), 20, 40), Workload(day(4), 20, 80)),
        other_unit=1,
    )
    assert Days((phase("daily", 0, 1), phase("daily", 2, dose=minutes)), "✓✓.").history.workloads == Workloads(
        Unit.MINUTES, (), other_unit=2
    )


@pytest.mark.parametrize(
    ("dose", "status", "amount", "sets", "done"),
    [
        (Dose(minutes=30), Status.DONE, 0, (), 30),
        (Dose(minutes=30), Status.DONE, 45, (), 45),
        (Dose(minutes=30), Status.PARTIAL, 12, (), 12),
        (Dose(sets=2, repetitions=10), Status.DONE, 3, (), 30),
        (Dose(sets=2, repetitions=10), Status.PARTIAL, 1, (SetDone(10), SetDone(5)), 15),
    ],
)
def test_the_amount_done_is_what_was_noted(
    dose: Dose, status: Status, amount: int, sets: tuple[SetDone, ...], done: float
) -> None:
    plan = [phase("daily", dose=dose)]
    noted = Practice(plan[0].id, day(0), status, amount, sets=sets)
    days = checklists(day(0), day(0), {"bird": BIRD_DOG}, plan, [noted], MONDAY_WEEKS)
    [workload] = histories(days, plan, day(0) + timedelta(1))["bird"].workloads.days
    assert workload.done == pytest.approx(done)
