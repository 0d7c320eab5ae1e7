"""Exercises, facts of the plan, stopwatches and settings: what is accepted, and what is refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from backjournal.model.exercises import Category, Exercise
from backjournal.model.numbers import count
from backjournal.model.prescriptions import PlanFacts
from backjournal.model.settings import Settings
from backjournal.model.stopwatches import Stopwatch
from backjournal.model.weeks import WeekStarts
from tests.helpers.clock import BERLIN, SATURDAY_MORNING, ManualClock
from tests.helpers.values import TODAY, refused


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Exercise("x", "  ", Category.AEROBIC), "name"),
        (lambda: Exercise("x", "\x1b\u202e", Category.AEROBIC), "name"),
        (lambda: Exercise("x", "n" * 81, Category.AEROBIC), "name"),
        (lambda: Exercise("x", "Squat", Category.AEROBIC, how_to="n" * 20_001), "how_to"),
        (lambda: Exercise("x", "Squat", Category.AEROBIC, caution="n" * 20_001), "caution"),
        (lambda: PlanFacts(aim="n" * 20_001), "aim"),
        (lambda: PlanFacts(prescribed_by="n" * 81), "prescribed_by"),
        (lambda: PlanFacts(prescribed_on=date.max), "prescribed_on"),
        (lambda: Settings(day_starts_at=time(12, 1)), "day_starts_at"),
        (lambda: Settings(day_starts_at=time(4, 0, 1)), "day_starts_at"),
        (lambda: Settings(pain_limit=11), "pain_limit"),
        (lambda: Settings(pain_limit=-1), "pain_limit"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_field(make: Callable[[], object], field: str) -> None:
    assert refused(make).field == field


def test_the_facts_of_a_plan_are_cleaned() -> None:
    facts = PlanFacts(" Walk the dog\x1b\r\nagain ", " Dr\tWeiss ", TODAY)
    assert facts == PlanFacts("Walk the dog\nagain", "Dr Weiss", TODAY)


def test_a_stopwatch_counts_while_it_runs() -> None:
    now = SATURDAY_MORNING
    paused = Stopwatch("p", TODAY, 90)
    running = paused.started(now)
    assert paused.elapsed(now + timedelta(hours=1)) == 90
    assert running == Stopwatch("p", TODAY, 90, now)
    assert running.started(now + timedelta(hours=1)) == running, "it runs on"
    assert running.elapsed(now + timedelta(seconds=30, milliseconds=999)) == 120
    assert running.elapsed((now + timedelta(seconds=30)).astimezone(UTC)) == 120
    assert running.paused(now + timedelta(seconds=30)) == Stopwatch("p", TODAY, 120)
    assert paused.paused(now) == paused


def test_a_clock_that_was_set_back_takes_no_time_away() -> None:
    running = Stopwatch("p", TODAY, 90, SATURDAY_MORNING)
    earlier = SATURDAY_MORNING - timedelta(hours=1)
    assert running.elapsed(earlier) == 90
    assert running.paused(earlier) == Stopwatch("p", TODAY, 90)


def test_a_stopwatch_runs_through_the_change_of_clocks() -> None:
    clock = ManualClock(datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN))
    running = Stopwatch("p", TODAY).started(clock.now())
    clock.advance(timedelta(hours=2))
    assert (clock.now().hour, clock.now().fold) == (2, 1)
    assert running.elapsed(clock.now()) == 2 * 60 * 60


def test_counts_in_words() -> None:
    assert [count(number, "hour") for number in (0, 1, 7.5)] == ["0 hours", "1 hour", "7.5 hours"]


def test_settings() -> None:
    assert Settings() == Settings(time(4), WeekStarts(), "", sound=True, pain_limit=3)
    assert Settings(time(12), theme=" nord\x1b ") == Settings(time(12), theme="nord")
    assert Settings(time(0)).day_starts_at == time(0)
    assert [Settings(pain_limit=limit).pain_limit for limit in (0, 10)] == [0, 10]


def test_categories_in_the_order_shown() -> None:
    assert [category.heading for category in Category] == [
        "Stretching",
        "Strengthening",
        "Aerobic conditioning",
        "Stabilization",
        "Functional movement",
    ]
