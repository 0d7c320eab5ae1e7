"""Journals of several lengths for the tests of the graphs, computed by formulas; the last day is TODAY."""

from collections.abc import Iterable
from datetime import date

from backjournal.days import days_between
from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.settings import Settings
from backjournal.model.weeks import MONDAY_WEEKS, WeekStarts
from backjournal.plan.adherence import adherence_by_day
from backjournal.plan.checklist import checklists
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.record import Record
from tests.helpers.records import ago, measure, results
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY, WALKING, diary_day

EXERCISES = {each.exercise.id: each.exercise for each in (BRIDGE, WALKING, BIRD_DOG)}
QUESTIONS, HOLD = measure("peg-style"), measure("side-bridge")


def noted_day(days_ago: int) -> DiaryDay | None:
    """Return a day of the diary: pain falls and sleep rises over half a year; every eleventh day has no check-in."""
    if days_ago % 11 == 4 or 40 <= days_ago < 48:
        return None
    pain = 1 + days_ago / 30 + days_ago % 3 / 2
    return diary_day(
        ago(days_ago),
        check_ins=1 + days_ago % 3,
        pain=min(10.0, round(pain * 2) / 2),
        mobility=None if days_ago % 5 == 2 else max(0.0, 9 - days_ago // 25),
        sleep_hours=8 - days_ago % 3 / 2 - days_ago // 90 % 3 * 0.5,
        stiffness_min=float(days_ago % 7 * 5 + days_ago % 200 // 4),
        medicines=days_ago % 4,
    )


def journal(days: int, weeks: WeekStarts = MONDAY_WEEKS) -> Record:
    """Return the record of a journal of a number of days up to TODAY."""
    exercised = min(days, 200)
    plan = [
        Prescription(key, key, dose, Schedule(), ago(exercised))
        for key, dose in (
            ("bridge", Dose(repetitions=10)),
            ("walking", Dose(minutes=30)),
            ("bird-dog", Dose(sets=4, repetitions=10)),
        )
    ]
    lists = checklists(ago(exercised), TODAY, EXERCISES, plan, _practices(plan, ago(exercised)), weeks)
    noted = (noted_day(days_ago) for days_ago in range(days - 1, -1, -1))
    asked = {ago(days_ago): (4 + days_ago // 60, 5, 3 + days_ago // 50) for days_ago in range(days % 14, 150, 14)}
    held = {ago(days_ago): (40 - days_ago // 5, 50 - days_ago // 4) for days_ago in (20, 55, 110)}
    return Record(
        today=TODAY,
        settings=Settings(weeks=weeks),
        diary={day.day: day for day in noted if day},
        exercises=EXERCISES,
        prescriptions=tuple(plan),
        checklists=lists,
        adherence=adherence_by_day(lists, TODAY),
        measures=(QUESTIONS, HOLD),
        results={**results(QUESTIONS, asked), **results(HOLD, held)},
    )


def _practices(plan: Iterable[Prescription], first: date) -> list[Practice]:
    made = []
    for place, prescription in enumerate(plan):
        for number, day in enumerate(days_between(first, TODAY)):
            pain = (number // 40 + place + number % 3) % 11
            if (number + place) % 4 and not (number % 9 == 0 and place == 1):
                noted = None if number % 5 == 0 else pain
                made.append(Practice(prescription.id, day, Status.DONE, prescription.dose.target, noted))
    return made


HALF_A_YEAR, EMPTY = journal(182), Record(TODAY)

JOURNALS = {"half a year": HALF_A_YEAR, "forty days": journal(40, WeekStarts(6)), "one day": journal(1), "empty": EMPTY}
"""Journals of several lengths, by name."""
