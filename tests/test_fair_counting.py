"""Adherence, score and streak over every schedule: by hand in a table, and a second way from their rules in words."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from backjournal.trends.adherence import adherence_by_day
from backjournal.trends.checklist import checklists
from backjournal.trends.history import histories
from backjournal.trends.score import plan_score
from backjournal.trends.streak import Streak, streak_of
from tests.reckoning import BIRD_DOG, Days, day, phase

LARGER = Dose(sets=8, repetitions=10)


def at(frequency: float, *shares: float) -> tuple[tuple[float, float], ...]:
    """Say what was practised of each day that counts, in a schedule of a frequency."""
    return tuple((share, frequency) for share in shares)


def expected_score(counted: Sequence[tuple[float, float]]) -> float | None:
    """Reckon the score from the days that count, by its formula."""
    score = 0.0
    for share, frequency in counted:
        m = 0.5 ** (frequency**0.5 / 13)
        score = score * m + share * (1 - m)
    return score if counted else None


@pytest.mark.parametrize(
    ("plan", "signs", "excused", "counted", "streak"),
    [
        # Daily: today counts only once something is told of it.
        ([phase("daily")], "✓✓◐.✓", 0, at(1, 1, 1, 0.5, 0, 1), (1, 3)),
        ([phase("daily")], "✓✓––✓.", 2, at(1, 1, 1, 1), (3, 3)),
        ([phase("daily")], "✓✓x✓✓✓.", 0, at(1, 1, 1, 0, 1, 1, 1), (3, 3)),
        ([phase("daily")], "......", 0, at(1, 0, 0, 0, 0, 0), (0, 0)),
        ([phase("daily")], "✓◐", 0, at(1, 1, 0.5), (2, 2)),
        ([phase("daily")], "✓–x", 1, at(1, 1, 0), (0, 1)),
        ([phase("daily")], "––––", 4, (), (0, 0)),
        ([phase("daily")], ".", 0, (), (0, 0)),
        # Weekdays: the days between are neither missed nor counted, unless something was done on them.
        ([phase("mon wed fri")], "✓.✓.x..✓.◐....", 0, at(3 / 7, 1, 1, 0, 1, 0.5, 0), (0, 2)),
        ([phase("mon wed fri")], "–.✓.–...", 2, at(3 / 7, 1), (1, 1)),
        ([phase("mon wed fri")], "✓✓✓....", 0, at(3 / 7, 1, 1, 1, 0), (0, 3)),
        ([phase("mon wed fri")], "✓–✓x✓..", 1, at(3 / 7, 1, 1, 1), (3, 3)),
        # Every other day and every third, from the first day of the prescription.
        ([phase("every other day")], "✓.✓...–.✓", 1, at(1 / 2, 1, 1, 0, 1), (1, 2)),
        ([phase("every other day", 1)], ".✓.✓..", 0, at(1 / 2, 1, 1), (2, 2)),
        ([phase("every other day", 1)], ".✓.✓...", 0, at(1 / 2, 1, 1, 0), (0, 2)),
        ([phase("every 3 days")], "✓..◐..x..✓", 0, at(1 / 3, 1, 0.5, 0, 1), (1, 2)),
        ([phase("every 3 days")], "✓..–..–..✓", 2, at(1 / 3, 1, 1), (2, 2)),
        # So often a week: what lacks is missed on the last days, what is done beyond it counts too.
        ([phase("3 a week")], ".......", 0, at(3 / 7, 0, 0), (0, 0)),
        ([phase("3 a week")], "........", 0, at(3 / 7, 0, 0, 0), (0, 0)),
        ([phase("3 a week")], "✓.◐.✓...", 0, at(3 / 7, 1, 0.5, 1), (3, 3)),
        ([phase("3 a week")], "✓✓✓✓✓...", 0, at(3 / 7, 1, 1, 1, 1, 1), (5, 5)),
        ([phase("3 a week")], "✓.......", 0, at(3 / 7, 1, 0, 0), (0, 1)),
        ([phase("3 a week")], "✓xx✓....", 0, at(3 / 7, 1, 1, 0), (0, 2)),
        ([phase("3 a week")], "––✓.✓...", 2, at(3 / 7, 1, 1), (2, 2)),
        ([phase("3 a week")], "–––––...", 5, at(3 / 7, 0), (0, 0)),
        ([phase("3 a week")], "–––––––.", 7, (), (0, 0)),
        ([phase("3 a week")], "✓✓✓....✓✓✓....", 0, at(3 / 7, 1, 1, 1, 1, 1, 1), (6, 6)),
        # A week in part: three days ask for 3 × 3/7, which is 1; two days as well.
        ([phase("3 a week", 4)], "........", 0, at(3 / 7, 0), (0, 0)),
        ([phase("3 a week", 4)], "....✓...", 0, at(3 / 7, 1), (1, 1)),
        ([phase("3 a week", 0, 8)], "✓✓✓........", 0, at(3 / 7, 1, 1, 1, 0), (0, 3)),
        # Another dose: the share is of the dose in force; the streak and the score go on.
        ([phase("daily", 0, 2), phase("daily", 3, dose=LARGER)], "✓✓◐◐✓", 0, at(1, 1, 1, 0.5, 0.25, 1), (5, 5)),
        ([phase("3 a week", 0, 2), phase("3 a week", 3, dose=LARGER)], "✓.✓✓....", 0, at(3 / 7, 1, 1, 1), (3, 3)),
        # Another schedule: each counts with its own frequency.
        (
            [phase("daily", 0, 2), phase("mon thu", 3)],
            "✓.✓✓...✓",
            0,
            (*at(1, 1, 0, 1), *at(2 / 7, 1, 1)),
            (3, 3),
        ),
        # Phases: before the first day, after the last and in between nothing is asked for.
        ([phase("daily", 2)], "...✓.", 0, at(1, 0, 1), (1, 1)),
        ([phase("daily", 9)], ".....", 0, (), (0, 0)),
        ([phase("daily", 0, 1)], "✓✓......", 0, at(1, 1, 1), (2, 2)),
        ([phase("daily", 0, 1), phase("daily", 5)], "✓✓...✓◐.", 0, at(1, 1, 1, 1, 0.5), (4, 4)),
    ],
)
def test_every_schedule_is_counted_fairly(
    plan: list[Prescription],
    signs: str,
    excused: int,
    counted: tuple[tuple[float, float], ...],
    streak: tuple[int, int],
) -> None:
    found = Days(tuple(plan), signs).history
    assert (found.adherence.counted, found.adherence.excused) == (len(counted), excused)
    assert found.adherence.practised == pytest.approx(sum(share for share, _ in counted))
    assert found.score == (pytest.approx(expected_score(counted)) if counted else None)
    assert found.streak == Streak(*streak)


@pytest.mark.parametrize(
    ("week_starts_on", "counted", "streak"),
    [(0, at(2 / 7, 0, 1), (1, 1)), (6, at(2 / 7, 0, 0, 1), (1, 1))],
)
def test_the_first_day_of_the_week_decides_which_week_a_practice_is_for(
    week_starts_on: int, counted: tuple[tuple[float, float], ...], streak: tuple[int, int]
) -> None:
    found = Days((phase("2 a week"),), "......✓", week_starts_on=week_starts_on).history
    assert (found.adherence.counted, found.adherence.practised) == (len(counted), 1.0)
    assert found.score == pytest.approx(expected_score(counted))
    assert found.streak == Streak(*streak)


@pytest.mark.parametrize("schedule", ["daily", "mon wed fri", "every other day", "every 3 days", "3 a week"])
def test_a_day_that_is_filled_in_later_counts_like_any_other(schedule: str) -> None:
    plan = (phase(schedule),)
    late, told = Days(plan, "✓......✓......"), Days(plan, "✓.✓✓✓..✓.✓✓✓..")
    assert told.history.adherence.practised == 8
    assert told.history.streak.longest > late.history.streak.longest
    assert (told.history.score or 0) > (late.history.score or 0)
    assert (told.history.adherence.share or 0) > (late.history.adherence.share or 0)


# The second way: slow, straight from the words, without the code that is tested.

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
    week_starts_on: int


@st.composite
def phases(draw: st.DrawFn, exercise: str) -> list[Prescription]:
    """Make prescriptions of an exercise after each other, with gaps or without, the last one with an end or without."""
    found: list[Prescription] = []
    begins = draw(st.integers(0, 8))
    for number in range(draw(st.integers(1, 4))):
        length = draw(st.integers(1, 12))
        ends = None if draw(st.booleans()) and number == 3 else day(begins + length - 1)
        dose = Dose(sets=draw(st.integers(1, 4)), repetitions=5, times_a_day=draw(st.integers(1, 2)))
        schedule = Schedule.parse(draw(st.sampled_from(SCHEDULES)))
        found.append(Prescription(f"{exercise}{number}", exercise, dose, schedule, day(begins), ends))
        begins += length + draw(st.sampled_from([0, 0, 0, 1, 9]))
    return found


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
    return Journal(tuple(plan), tuple(filled_in), day(draw(st.integers(0, LAST))), draw(st.sampled_from([0, 6])))


@dataclass(frozen=True)
class Told:
    """What is to be said of one exercise on one day."""

    counted: bool
    excused: bool
    practised: bool
    share: float
    frequency: float


def practised_on(journal: Journal, exercise: str, on: date) -> Practice | None:
    return next((row for row in journal.practices if row.prescription_id.startswith(exercise) and row.day == on), None)


def in_force_on(journal: Journal, exercise: str, on: date) -> Prescription | None:
    return next((known for known in journal.plan if known.exercise_id == exercise and known.in_force(on)), None)


def frequency_of(schedule: Schedule) -> float:
    words = str(schedule).replace("other", "2").split()
    if words[-1] == "week":
        return int(words[0]) / 7
    if words[0] == "every":
        return 1 / int(words[1].replace("day", "1"))
    return {"daily": 1.0, "mon wed fri": 3 / 7, "tue": 1 / 7, "mon-sat": 6 / 7}[str(schedule)]


def is_asked(journal: Journal, prescription: Prescription, on: date) -> bool:
    """Tell whether a day asks for the exercise, so that it is missed if nothing is done."""
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


def has_no_day_to_spare(journal: Journal, prescription: Prescription, on: date) -> bool:
    """Tell whether the week falls short without this day, even if all its later days are practised."""
    last_weekday = "Sun" if journal.week_starts_on == 0 else "Sat"
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
    asked = int(int(str(prescription.schedule)[0]) * (len(covered) - len(excused)) / 7 + 0.5)
    return len(before) + len(later) < asked


def told(journal: Journal, exercise: str, on: date) -> Told | None:
    """Say what came of an exercise on a day; None if nothing is said."""
    prescription, row = in_force_on(journal, exercise, on), practised_on(journal, exercise, on)
    if prescription is None or (row is None and on == journal.today):
        return None
    frequency = frequency_of(prescription.schedule)
    if row is None:
        return Told(is_asked(journal, prescription, on), False, False, 0.0, frequency)
    if row.status is Status.SKIPPED:
        excused = row.reason in EXCUSES
        return Told(excused or is_asked(journal, prescription, on), excused, False, 0.0, frequency)
    full = prescription.dose.sets * prescription.dose.times_a_day
    share = 1.0 if row.status is Status.DONE or row.amount >= full else row.amount / full
    return Told(True, False, True, share, frequency)


def second_streak(days: Sequence[bool | None]) -> Streak:
    """Count the days in a row from True (practised), False (missed) and None (a pause)."""
    told = [one for one in days if one is not None]
    runs = [len(list(run)) for practised, run in groupby(told) if practised]
    return Streak(sum(takewhile(bool, reversed(told))), max(runs, default=0))


def days_of(journal: Journal) -> list[date]:
    return [day(number) for number in range(LAST + 1) if day(number) <= journal.today]


@given(journals())
def test_an_exercise_agrees_with_a_second_reckoning(journal: Journal) -> None:
    found = checklists(day(0), day(LAST), EXERCISES, journal.plan, journal.practices, journal.week_starts_on)
    by_exercise = histories(found, journal.plan, journal.today)
    assert set(by_exercise) == {"bird", "walk"}
    for exercise, history in by_exercise.items():
        of_days = [one for on in days_of(journal) if (one := told(journal, exercise, on)) and one.counted]
        counted = [one for one in of_days if not one.excused]
        assert history.adherence.excused == len(of_days) - len(counted)
        assert history.adherence.counted == len(counted)
        assert history.adherence.practised == pytest.approx(sum(one.share for one in counted))
        score = expected_score([(one.share, one.frequency) for one in counted])
        assert history.score == (None if score is None else pytest.approx(score))
        assert history.streak == second_streak([one.practised for one in counted])


@given(journals())
def test_the_plan_agrees_with_a_second_reckoning(journal: Journal) -> None:
    found = checklists(day(0), day(LAST), EXERCISES, journal.plan, journal.practices, journal.week_starts_on)
    adherence = adherence_by_day(found, journal.today)
    shares, runs = [], []
    for on in days_of(journal):
        of_day = [one for exercise in EXERCISES if (one := told(journal, exercise, on)) and one.counted]
        counted = [one for one in of_day if not one.excused]
        assert (adherence[on].counted, adherence[on].excused) == (len(counted), len(of_day) - len(counted))
        assert adherence[on].practised == pytest.approx(sum(one.share for one in counted))
        shares += [(sum(one.share for one in counted) / len(counted), 1.0)] if counted else []
        runs.append(any(one.practised for one in counted) if counted else None)
    score = expected_score(shares)
    assert plan_score(adherence.values()) == (None if score is None else pytest.approx(score))
    # Today goes on while something is open: only a practice says something of it.
    still_open = any(item.practice is None and item.counts for item in found[journal.today])
    runs[-1] = None if runs[-1] is False and still_open else runs[-1]
    assert streak_of(found, journal.today) == second_streak(runs)
