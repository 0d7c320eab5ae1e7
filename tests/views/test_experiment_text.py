"""Experiments in words: the reminder of each day, the answer with its limits, and what is told beforehand."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from backjournal.model.diary_values import diary_value
from backjournal.model.experiments import Unit
from backjournal.trends.change import Mean
from backjournal.trends.experiment import ExperimentAnswer, Reach, Tried
from backjournal.views.experiment_text import (
    LIMITS,
    NO_PEEKING,
    answer_lines,
    reach_line,
    reminder,
    size_text,
    state_lines,
    strip,
)
from tests.helpers.experiments import FIRST, experiment

ANSWER = ExperimentAnswer(Mean(14, 3.9), Mean(13, 5.0), (-1.94, -0.26), 328 / 16384, 16384, 28, 26)
POSSIBLE = "possible draws give as much or more"
FOUR = FIRST + timedelta(days=4)


@pytest.mark.parametrize(
    ("changes", "day", "today", "said"),
    [
        ({}, FIRST, FIRST, "today with it, day 1 of 14"),
        ({}, FIRST + timedelta(days=1), FIRST + timedelta(days=1), "today without it, day 2 of 14"),
        ({"not_kept": frozenset({FIRST})}, FIRST, FIRST, "today with it, day 1 of 14, not kept"),
        ({}, FIRST, FOUR, "on this day with it, day 1 of 14"),
        ({}, date(2026, 11, 1), date(2026, 11, 1), "begins tomorrow, with it"),
        ({}, date(2026, 10, 30), date(2026, 10, 30), "begins on Monday 2 November 2026, with it"),
        ({}, date(2026, 11, 16), date(2026, 11, 16), "over"),
        ({"stopped": FOUR}, FOUR, FOUR, "stopped"),
        (
            {"unit": Unit.WEEKS},
            FIRST + timedelta(days=9),
            FIRST + timedelta(days=9),
            "today without it, week 2 of 14, day 3 of 7",
        ),
    ],
)
def test_the_reminder_of_a_day(changes: dict[str, Any], day: date, today: date, said: str) -> None:
    assert reminder(experiment(**changes), day, today) == f"Experiment: heat – {said}"


def test_a_sign_pauses_today_only() -> None:
    of = experiment()
    paused = "Experiment: heat – paused while a symptom stands that should not wait"
    assert reminder(of, FOUR, FOUR, paused=True) == paused
    assert reminder(of, date(2026, 11, 1), date(2026, 11, 1), paused=True) == paused
    assert "with it" in reminder(of, FIRST, FOUR, paused=True)
    assert reminder(of, date(2026, 11, 16), date(2026, 11, 16), paused=True).endswith("over")


def test_while_it_goes_on_no_result_is_told() -> None:
    of = experiment(not_kept=frozenset({FIRST + timedelta(days=2), FIRST}))
    assert state_lines(Tried(of, 4), FOUR) == [
        "heat, judged by pain: 14 days, 2 Nov to 15 Nov 2026.",
        "Today with it, day 5 of 14. Tomorrow without it.",
        "Pain is noted on 4 of 5 days so far.",
        "Not kept to the draw: 2 Nov, 4 Nov.",
        NO_PEEKING,
    ]
    last = state_lines(Tried(of, 14), of.last_day)
    assert last[1] == "Today without it, day 14 of 14."
    assert state_lines(Tried(of, 4), FOUR, paused=True)[1] == "Paused while a symptom stands that should not wait."
    before = state_lines(Tried(of, 0), date(2026, 11, 1))
    assert before[1:] == ["Begins tomorrow, with it.", NO_PEEKING]


def test_a_clear_answer_with_what_it_cannot_say() -> None:
    of = experiment(14)
    assert state_lines(Tried(of, 27, ANSWER), date(2026, 11, 30)) == [
        "heat, judged by pain: 28 days, 2 Nov to 29 Nov 2026.",
        "Pain with it 3.9, the mean of 14 days; without it 5, the mean of 13 days.",
        "With it 1.1 points lower; 95 % interval: 1.9 points lower to 0.3 points lower.",
        "That is more than chance alone easily gives: 328 of the 16,384 possible draws give as much or more.",
        "You kept to the draw on 26 of 28 days; every day is counted as it was drawn.",
        *LIMITS,
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"interval": (-2.0, 0.2), "p": 0.25},
            [
                "With it 1.1 points lower; 95 % interval: 2.0 points lower to 0.2 points higher.",
                "It cannot be told from chance: 4,096 of the 16,384 possible draws give as much or more.",
            ],
        ),
        (
            {"interval": None, "p": 0.25, "draws": 8},
            [
                "With it 1.1 points lower.",
                f"It cannot be told from chance: so few noted days never can (2 of the 8 {POSSIBLE}).",
            ],
        ),
        ({"without": None, "interval": None, "p": None}, []),
    ],
)
def test_an_answer_that_cannot_be_told_from_chance(changes: dict[str, Any], said: list[str]) -> None:
    lines = answer_lines(experiment(14), replace(ANSWER, **changes))
    assert lines[1:-1] == said
    assert ("without it: noted on no day" in lines[0]) is (not said)


def test_a_stopped_one_says_what_of_it_counts() -> None:
    of = experiment(14, stopped=FOUR)
    lines = state_lines(Tried(of, 4, replace(ANSWER, days=4)), FOUR)
    assert lines[0] == "heat, judged by pain: 28 days, 2 Nov to 29 Nov 2026, stopped on 6 Nov 2026."
    assert "Only whole pairs of days before the stop count." in " ".join(lines)
    nothing = answer_lines(of, replace(ANSWER, days=0))
    assert nothing == ["It was stopped before the first two days were over: there is nothing to tell."]


@pytest.mark.parametrize(
    ("reach", "unit", "said"),
    [
        (
            Reach(14, 1.32, of_own_days=True),
            Unit.DAYS,
            "By your own days so far: 28 days show a difference of 1.3 points in",
        ),
        (Reach(14, 1.5), Unit.DAYS, "By made-up journals, as yours has few days yet: 28 days show a difference of 1.5"),
        (Reach(14, None), Unit.DAYS, "Too few days have pain noted to say what 28 days could show."),
        (
            Reach(3, None),
            Unit.WEEKS,
            "6 weeks cannot tell any difference, however large, from chance: there are only 8",
        ),
        (Reach(5, None), Unit.WEEKS, "only 32 possible draws. Choose 12 weeks or more if you want an answer."),
    ],
)
def test_what_could_be_shown_is_told_beforehand(reach: Reach, unit: Unit, said: str) -> None:
    assert said in reach_line(diary_value("pain"), unit, reach)


@pytest.mark.parametrize(
    ("value", "size", "said"),
    [
        ("pain", 1, "1.0 point"),
        ("pain", -1.04, "1.0 point"),
        ("pain", 2, "2.0 points"),
        ("pain", 0, "0.0 points"),
        ("pain", -0.03, "0.03 points"),
        ("sleep_hours", 0.5, "0.5 h"),
        ("stiffness_min", 12, "12.0 min"),
    ],
)
def test_a_size_has_its_unit_and_never_looks_like_nothing(value: str, size: float, said: str) -> None:
    assert size_text(diary_value(value), size) == said


def test_the_signs_of_the_days_so_far() -> None:
    of = experiment(not_kept=frozenset({FIRST + timedelta(days=2)}))
    assert strip(of, FOUR) == "●○ ×● ●"
    assert strip(of, date(2026, 11, 1)) == ""
    assert strip(replace(of, stopped=FOUR), date(2026, 11, 30)) == "●○ ×●"
    assert strip(experiment(unit=Unit.WEEKS), FIRST + timedelta(days=8)) == "●●●●●●● ○○"
