"""The formula of the score, and what lengthens or ends a streak."""

import pytest

from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import checklists
from backjournal.plan.history import settled
from backjournal.plan.score import plan_score, score_of
from backjournal.plan.streak import Streak, streak_of
from tests.helpers.counting import BIRD_DOG, Days, day, phase, practice


def score(schedule: str, signs: str) -> float | None:
    days = Days((phase(schedule),), signs)
    return score_of(settled(days.checklists, days.today))


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, 0.0519), (13, 0.5), (26, 0.75), (39, 0.875)],
)
def test_daily_practice_is_halfway_after_13_days_and_three_quarters_after_26(days: int, expected: float) -> None:
    assert score("daily", "✓" * days) == pytest.approx(expected, abs=0.0001)
    assert plan_score([Adherence(4, 4.0)] * days) == pytest.approx(expected, abs=0.0001)


def test_a_rarer_schedule_weighs_each_of_its_days_by_the_root_of_its_frequency() -> None:
    every_fourth_day = "✓..." * 26
    assert score("every 4 days", every_fourth_day) == pytest.approx(0.5)


def test_missing_every_day_is_0_and_no_day_that_counted_is_none() -> None:
    assert score("daily", "...") == 0
    assert score("daily", ".") is None
    assert score("daily", "––") is None
    assert plan_score([]) is plan_score([Adherence(), Adherence(2, 0.0, 2)]) is None
    assert plan_score([Adherence(1)]) == 0


def test_a_miss_takes_little_and_a_part_adds_its_share() -> None:
    thirteen = "✓" * 13
    assert score("daily", thirteen + "..") == pytest.approx(0.5 * 0.5 ** (1 / 13))
    assert score("daily", "◐" * 13) == pytest.approx(0.25)
    assert plan_score([Adherence(4, 1.0)] * 13) == pytest.approx(0.125)


@pytest.mark.parametrize("paused", ["–", ".", "x"])
def test_what_does_not_count_leaves_the_score(paused: str) -> None:
    # With 3 a week done, the other days of the week are neither asked for nor missed.
    schedule, signs = ("daily", "✓✓✓–") if paused == "–" else ("3 a week", f"✓✓✓{paused}")
    assert score(schedule, signs + ".") == score(schedule, "✓✓✓")


@pytest.mark.parametrize(
    ("signs", "streak"),
    [
        ("✓✓◐", Streak(3, 3)),
        ("✓✓.", Streak(2, 2)),
        ("✓✓..", Streak(0, 2)),
        ("✓✓x", Streak(0, 2)),
        ("✓✓–", Streak(2, 2)),
        ("✓––✓", Streak(2, 2)),
        ("–––", Streak(0, 0)),
        ("✓✓✓.✓✓.", Streak(2, 3)),
        (".", Streak(0, 0)),
    ],
)
def test_a_streak_of_days_in_a_row(signs: str, streak: Streak) -> None:
    days = Days((phase("daily"),), signs)
    assert streak_of(days.checklists, days.today) == streak


def test_days_after_today_neither_lengthen_a_streak_nor_end_it() -> None:
    days = Days((phase("daily"),), "✓✓..✓")
    assert streak_of(days.checklists, day(1)) == Streak(2, 2)


WALK = Exercise("walk", "Walking", Category.AEROBIC)
BIRD_PHASE = phase("daily")
WALK_PHASE = Prescription("walk", "walk", BIRD_PHASE.dose, Schedule(), day(0))


@pytest.mark.parametrize(
    ("birds", "walks", "streak"),
    [
        ("✓.✓", ".✓.", Streak(3, 3)),
        ("✓–✓", "✓–✓", Streak(2, 2)),
        ("✓–✓", "✓.✓", Streak(1, 1)),
        ("✓x✓", "✓–✓", Streak(1, 1)),
        ("✓✓x", "✓✓.", Streak(2, 2)),
        ("✓✓x", "✓✓x", Streak(0, 2)),
        ("✓✓–", "✓✓.", Streak(2, 2)),
        ("✓✓x", "✓✓–", Streak(0, 2)),
    ],
)
def test_a_streak_of_the_plan_wants_one_exercise_a_day(birds: str, walks: str, streak: Streak) -> None:
    exercises = {"bird": BIRD_DOG, "walk": WALK}
    done = [
        practice(prescription, day(number), sign)
        for prescription, signs in ((BIRD_PHASE, birds), (WALK_PHASE, walks))
        for number, sign in enumerate(signs)
        if sign != "."
    ]
    days = checklists(day(0), day(2), exercises, [BIRD_PHASE, WALK_PHASE], done, 0)
    assert streak_of(days, day(2)) == streak
