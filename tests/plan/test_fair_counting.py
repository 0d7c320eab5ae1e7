"""Adherence, score and streak, computed a second time: slowly, from their rules, without the tested code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import EXCUSES, Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.weeks import WeekStarts
from backjournal.plan.adherence import adherence_by_day
from backjournal.plan.checklist import checklists
from backjournal.plan.history import histories
from backjournal.plan.score import score_of
from backjournal.plan.streak import Streak, streak_of
from tests.helpers.counting import BIRD_DOG, day

LAST = 24
EXERCISES = {"bird": BIRD_DOG, "walk": Exercise("walk", "Walking", Category.AEROBIC)}
SCHEDULES = ["daily", "mon wed fri", "tue", "mon-sat", "every other day", "every 3 days", "1 a week"]
SCHEDULES += ["3 a week", "6 a week"]
ROWS: dict[str, tuple[Status, int, str]] = {
    "D": (Status.DONE, 0, ""),
    "1": (Status.PARTIAL, 1, ""),
    "3": (Status.PARTIAL, 3, ""),
    "9": (Status.PARTIAL, 9, ""),
    "f": (Status.SKIPPED, 0, "flare-up"),
    "t": (Status.SKIPPED, 0, "travel"),
    "n": (Status.SKIPPED, 0, "no time"),
}


@dataclass(frozen=True)
class Journal:
    plan: tuple[Prescription, ...]
    practices: tuple[Practice, ...]
    today: date
    weeks: WeekStarts


@st.composite
def phases(draw: st.DrawFn, exercise: str) -> list[Prescription]:
    """Make prescriptions of an exercise in a row, with or without gaps, the last one with or without an end."""
    found: list[Prescription] = []
    begins = draw(st.integers(0, 8))
    for number in range(draw(st.integers(1, 4))):
        length = draw(st.integers(1, 12))
        dose = Dose(sets=draw(st.integers(1, 4)), repetitions=5, times_a_day=draw(st.integers(1, 2)))
        schedule = Schedule.parse(draw(st.sampled_from(SCHEDULES)))
        found.append(
            Prescription(f"{exercise}{number}", exercise, dose, schedule, day(begins), day(begins + length - 1))
        )
        begins += length + draw(st.sampled_from([0, 0, 0, 1, 9]))
    return [*found[:-1], replace(found[-1], last_day=None)] if draw(st.booleans()) else found


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    plan = [*draw(phases("bird")), *draw(phases("walk"))]
    rows = {exercise: draw(st.text([*ROWS, ".", "."], min_size=LAST + 1, max_size=LAST + 1)) for exercise in EXERCISES}
    made = [
        Practice(known.id, day(number), status, amount, reason=reason)
        for known in plan
        for number, row in enumerate(rows[known.exercise_id])
        if row in ROWS and known.in_force(day(number))
        for status, amount, reason in [ROWS[row]]
    ]
    # Days that are filled in later come in any order.
    filled_in = made[::-1] if draw(st.booleans()) else made
    return Journal(
        tuple(plan), tuple(filled_in), day(draw(st.integers(0, LAST))), WeekStarts(draw(st.sampled_from([0, 6])))
    )


@dataclass(frozen=True)
class ExerciseDay:
    """What counts of one exercise on one day."""

    counted: bool
    excused: bool
    practised: bool
    share: float
    asked: bool
    """Whether it takes one of the times that the plan asks for."""


def practised_on(journal: Journal, exercise: str, on: date) -> Practice | None:
    return next((row for row in journal.practices if row.prescription_id.startswith(exercise) and row.day == on), None)


def in_force_on(journal: Journal, exercise: str, on: date) -> Prescription | None:
    return next((known for known in journal.plan if known.exercise_id == exercise and known.in_force(on)), None)


def is_asked(journal: Journal, prescription: Prescription, on: date) -> bool:
    """Return whether a day asks for the exercise, so that it is missed if nothing is done."""
    words = str(prescription.schedule)
    if words == "daily":
        return True
    if words.endswith("week"):
        return has_no_day_to_spare(journal, prescription, on)
    if words == "every other day":
        return (on - prescription.first_day).days in range(0, 100, 2)
    if words == "every 3 days":
        return (on - prescription.first_day).days in range(0, 100, 3)
    return f"{on:%a}".lower() in {"mon-sat": "mon tue wed thu fri sat"}.get(words, words).split()


def is_extra(journal: Journal, prescription: Prescription, on: date) -> bool:
    """Return whether a day asks for nothing, so that what is practised on it is an extra."""
    if str(prescription.schedule).endswith("week"):
        times, before, _ = week_on(journal, prescription, on)
        return before >= max(1, times)
    return not is_asked(journal, prescription, on)


def has_no_day_to_spare(journal: Journal, prescription: Prescription, on: date) -> bool:
    """Return whether the week falls short without this day, even if all its later days are practised."""
    asked, before, later = week_on(journal, prescription, on)
    return before + later < asked


def week_on(journal: Journal, prescription: Prescription, on: date) -> tuple[int, int, int]:
    """Return how many times the week asks for, how many were practised before a day, and how many days follow it."""
    last_weekday = "Sun" if journal.weeks.first == 0 else "Sat"
    rest = [on + timedelta(number) for number in range(7)]
    week_ends = next(later for later in rest if f"{later:%a}" == last_weekday)
    week = [week_ends - timedelta(number) for number in range(7)]
    covered = [
        known
        for known in week
        if (there := in_force_on(journal, prescription.exercise_id, known)) and there.schedule == prescription.schedule
    ]
    rows = {known: practised_on(journal, prescription.exercise_id, known) for known in covered}
    excused = [known for known, row in rows.items() if row and row.reason in EXCUSES and known <= on]
    before = [known for known, row in rows.items() if row and row.status in ("done", "partial") and known < on]
    later = [known for known in covered if known > on]
    asked = int(str(prescription.schedule)[0]) * (len(covered) - len(excused)) / 7
    return int(asked + 1e-9), len(before), len(later)


def exercise_day(journal: Journal, exercise: str, on: date) -> ExerciseDay | None:
    """Return what counts of an exercise on a day; None without a prescription, or if today is still open."""
    prescription, row = in_force_on(journal, exercise, on), practised_on(journal, exercise, on)
    if prescription is None or (row is None and on == journal.today):
        return None
    asked = is_asked(journal, prescription, on)
    if row is None:
        return ExerciseDay(asked, False, False, 0.0, asked)
    if row.status is Status.SKIPPED:
        excused = row.reason in EXCUSES
        return ExerciseDay(excused or asked, excused, False, 0.0, asked and not excused)
    if str(prescription.schedule).endswith("week"):
        times, before, _ = week_on(journal, prescription, on)
        asked = before < max(1, times)
    full = prescription.dose.sets * prescription.dose.times_a_day
    whole = row.status is Status.DONE or row.amount >= full or is_extra(journal, prescription, on)
    share = 1.0 if whole else row.amount / full
    return ExerciseDay(True, False, True, share, asked)


def second_streak(days: Sequence[bool | None]) -> Streak:
    """Count the days in a row from True (practised), False (missed) and None (a pause)."""
    without_pauses = [one for one in days if one is not None]
    runs = [len(list(run)) for practised, run in groupby(without_pauses) if practised]
    return Streak(sum(takewhile(bool, reversed(without_pauses))), max(runs, default=0))


def second_score(journal: Journal, exercises: Sequence[str]) -> float | None:
    """Add up what each calendar day moves the score towards, by how many days ago it was."""
    score, counted = 0.0, False
    for on in days_of(journal):
        found = [one for exercise in exercises if (one := exercise_day(journal, exercise, on)) and one.counted]
        share = second_share(journal, exercises, on, found)
        if share is None or (on == journal.today and not any(one.practised for one in found)):
            continue
        step = (share - score) * (1 - 2 ** (-1 / 13))
        score, counted = score + (max(0.0, step) if on == journal.today else step), True
    return score if counted else None


def second_share(journal: Journal, exercises: Sequence[str], on: date, found: list[ExerciseDay]) -> float | None:
    if any(one.asked for one in found):
        return min(1.0, sum(one.share for one in found) / sum(one.asked for one in found))
    in_force = [known for known in journal.plan if known.exercise_id in exercises and known.in_force(on)]
    practised = any(one.practised for one in found)
    if not practised and (not in_force or any(one.excused for one in found)):
        return None
    back = 13 if any(str(known.schedule).endswith("week") for known in in_force) else 7
    latest = [
        one
        for number in range(back)
        for exercise in exercises
        if (one := exercise_day(journal, exercise, on - timedelta(number))) and one.counted and not one.excused
    ]
    asked = sum(one.asked for one in latest)
    return min(1.0, sum(one.share for one in latest) / (asked or 1)) if latest else None


def days_of(journal: Journal) -> list[date]:
    return [day(number) for number in range(LAST + 1) if day(number) <= journal.today]


@given(journals())
def test_an_exercise_agrees_with_a_second_computation(journal: Journal) -> None:
    found = checklists(day(0), day(LAST), EXERCISES, journal.plan, journal.practices, journal.weeks)
    by_exercise = histories(found, journal.plan, journal.today)
    assert set(by_exercise) == {"bird", "walk"}
    for exercise, history in by_exercise.items():
        of_days = [one for on in days_of(journal) if (one := exercise_day(journal, exercise, on)) and one.counted]
        counted = [one for one in of_days if not one.excused]
        assert history.adherence.excused == len(of_days) - len(counted)
        assert history.adherence.counted == len(counted)
        assert history.adherence.practised == pytest.approx(sum(one.share for one in counted))
        score = second_score(journal, [exercise])
        assert history.score == (None if score is None else pytest.approx(score))
        runs = [one.practised for one in counted]
        of_today = exercise_day(journal, exercise, journal.today)
        if of_today and of_today.counted and not (of_today.excused or of_today.practised):
            runs.pop()
        assert history.streak == second_streak(runs)


@given(journals())
def test_the_plan_agrees_with_a_second_computation(journal: Journal) -> None:
    found = checklists(day(0), day(LAST), EXERCISES, journal.plan, journal.practices, journal.weeks)
    adherence = adherence_by_day(found, journal.today)
    runs = []
    for on in days_of(journal):
        of_day = [one for exercise in EXERCISES if (one := exercise_day(journal, exercise, on)) and one.counted]
        counted = [one for one in of_day if not one.excused]
        assert (adherence[on].counted, adherence[on].excused) == (len(counted), len(of_day) - len(counted))
        assert adherence[on].practised == pytest.approx(sum(one.share for one in counted))
        runs.append(any(one.practised for one in counted) if counted else None)
    score = second_score(journal, list(EXERCISES))
    found_score = score_of(found, journal.plan, journal.today)
    assert found_score == (None if score is None else pytest.approx(score))
    # Today is not over: only a practice makes it count.
    runs[-1] = runs[-1] or None
    assert streak_of(found, journal.today) == second_streak(runs)
