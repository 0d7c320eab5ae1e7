"""The formula of the score, and what lengthens or ends a streak."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.checklist import Checklist, checklists
from backjournal.plan.score import score_of
from backjournal.plan.streak import Streak, streak_of
from tests.helpers.counting import BIRD_DOG, Days, day, phase, practice

WALK = Exercise("walk", "Walking", Category.AEROBIC)
BIRD_PHASE = phase("daily")
WALK_PHASE = Prescription("walk", "walk", BIRD_PHASE.dose, Schedule(), day(0))


def two_exercises(birds: str, walks: str) -> dict[date, Checklist]:
    """Return the checklists of a plan of two daily exercises, each with a row of signs."""
    done = [
        practice(prescription, day(number), sign)
        for prescription, signs in ((BIRD_PHASE, birds), (WALK_PHASE, walks))
        for number, sign in enumerate(signs)
        if sign != "."
    ]
    exercises = {"bird": BIRD_DOG, "walk": WALK}
    return checklists(day(0), day(len(birds) - 1), exercises, [BIRD_PHASE, WALK_PHASE], done, MONDAY_WEEKS)


def score(schedule: str, signs: str) -> float | None:
    days = Days((phase(schedule),), signs)
    return score_of(days.checklists, days.plan, days.today)


def plan_score(birds: str, walks: str) -> float | None:
    return score_of(two_exercises(birds, walks), [BIRD_PHASE, WALK_PHASE], day(len(birds) - 1))


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, 0.0519), (13, 0.5), (26, 0.75), (39, 0.875)],
)
def test_daily_practice_is_halfway_after_13_days_and_three_quarters_after_26(days: int, expected: float) -> None:
    assert score("daily", "✓" * days) == pytest.approx(expected, abs=0.0001)
    assert plan_score("✓" * days, "✓" * days) == pytest.approx(expected, abs=0.0001)


EVERY_SCHEDULE = ["daily", "mon", "tue thu", "mon wed fri", "mon-sat", "every other day"]
EVERY_SCHEDULE += [f"every {every} days" for every in (3, 5, 10, 14, 28)]


@pytest.mark.parametrize("schedule", EVERY_SCHEDULE)
def test_twelve_perfect_weeks_reach_the_same_with_every_schedule(schedule: str) -> None:
    known = phase(schedule)
    signs = "".join("✓" if known.asks_on(day(number)) else "." for number in range(12 * 7))
    assert score(schedule, signs + ".") == pytest.approx(0.985, abs=0.005)


@given(st.integers(1, 6), st.data())
def test_twelve_perfect_weeks_of_some_times_a_week_do_too_on_any_days(times: int, data: st.DataObject) -> None:
    weeks = [data.draw(st.permutations("✓" * times + "." * (7 - times))) for _ in range(12)]
    # The first week only begins to count with its first practice.
    begins = sorted(weeks[0], reverse=True)
    assert score(f"{times} a week", "".join([*begins, *chain(*weeks[1:]), "."])) == pytest.approx(0.985, abs=0.005)


def test_missing_every_day_is_0_and_no_day_that_counted_is_none() -> None:
    assert score("daily", "...") == 0
    assert score("daily", ".") is score("daily", "x") is None
    assert score("daily", "––") is None
    assert score("3 a week", "....") is None
    assert score_of({}, [], day(0)) is None
    assert plan_score("––", "––") is None
    assert plan_score("––..", "....") == 0


def test_a_miss_takes_little_and_a_part_adds_its_share() -> None:
    thirteen = "✓" * 13
    assert score("daily", thirteen + "..") == pytest.approx(0.5 * 0.5 ** (1 / 13))
    assert score("daily", "◐" * 13 + ".") == pytest.approx(0.25)
    assert plan_score(thirteen, "." * 13) == pytest.approx(0.25, abs=0.03)


def test_a_day_between_two_times_takes_the_share_of_the_days_up_to_it() -> None:
    kept = 0.5 ** (1 / 13)
    # Monday done, Wednesday missed, Friday done: the days take 1, 1 (of 1), 0, 1/2, 1 and 2/3.
    expected = 0.0
    for share in (1, 1, 0, 1 / 2, 1, 2 / 3):
        expected = expected * kept + share * (1 - kept)
    assert score("mon wed fri", "✓...✓..") == pytest.approx(expected)


@pytest.mark.parametrize("schedule", ["daily", "mon wed fri", "3 a week"])
def test_an_excused_day_leaves_the_score(schedule: str) -> None:
    assert score(schedule, "✓✓✓–") == score(schedule, "✓✓✓")
    assert score(schedule, "✓✓✓" + "–" * 60 + ".") == score(schedule, "✓✓✓")


@pytest.mark.parametrize("today", [".", "x", "◐"])
def test_today_never_lowers_the_score_as_it_is_not_over(today: str) -> None:
    before, after = score("daily", "✓" * 84), score("daily", "✓" * 85)
    assert score("daily", "✓" * 84 + today) == before
    assert before is not None
    assert after is not None
    assert after > before


def test_after_the_end_of_a_prescription_the_score_stays() -> None:
    ended = (phase("mon wed fri", 0, 6),)
    scores = [score_of(found.checklists, ended, found.today) for found in (Days(ended, "✓.✓.✓..." + "." * 60),)]
    assert scores == [pytest.approx(1 - 0.5 ** (7 / 13))]


SIGNS = st.text("✓◐–x.", min_size=1, max_size=40)


@given(st.sampled_from([*EVERY_SCHEDULE, "1 a week", "3 a week", "6 a week"]), SIGNS)
def test_a_score_lies_between_0_and_1(schedule: str, signs: str) -> None:
    found = score(schedule, signs)
    assert found is None or 0 <= found <= 1


@given(st.sampled_from([*EVERY_SCHEDULE, "1 a week", "3 a week", "6 a week"]), SIGNS, st.integers(0, 39))
def test_more_practice_never_lowers_the_score(schedule: str, signs: str, number: int) -> None:
    place = number % len(signs)
    more = signs[:place] + "✓" + signs[place + 1 :]
    # Without its excuse, a day asks for its share again: that is no question of practice.
    if signs[place] != "–":
        assert (score(schedule, more) or 0) >= (score(schedule, signs) or 0) - 1e-9
    if signs[place] in ".x" and not schedule.endswith("week"):
        part = signs[:place] + "◐" + signs[place + 1 :]
        assert (score(schedule, part) or 0) >= (score(schedule, signs) or 0) - 1e-9


@pytest.mark.parametrize(
    ("signs", "streak"),
    [
        ("✓✓◐", Streak(3, 3)),
        ("✓✓.", Streak(2, 2)),
        ("✓✓..", Streak(0, 2)),
        ("✓✓x", Streak(2, 2)),
        ("✓✓x.", Streak(0, 2)),
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


@pytest.mark.parametrize(
    ("birds", "walks", "streak"),
    [
        ("✓.✓", ".✓.", Streak(3, 3)),
        ("✓–✓", "✓–✓", Streak(2, 2)),
        ("✓–✓", "✓.✓", Streak(1, 1)),
        ("✓x✓", "✓–✓", Streak(1, 1)),
        ("✓✓x", "✓✓.", Streak(2, 2)),
        ("✓✓x", "✓✓x", Streak(2, 2)),
        ("✓✓x.", "✓✓x.", Streak(0, 2)),
        ("✓✓–", "✓✓.", Streak(2, 2)),
        ("✓✓x", "✓✓–", Streak(2, 2)),
        ("✓✓x.", "✓✓–.", Streak(0, 2)),
    ],
)
def test_a_streak_of_the_plan_wants_one_exercise_a_day(birds: str, walks: str, streak: Streak) -> None:
    assert streak_of(two_exercises(birds, walks), day(len(birds) - 1)) == streak
