"""Adherence and streak over every schedule, in tables that were computed by hand."""

import pytest

from backjournal.model.doses import Dose
from backjournal.model.prescriptions import Prescription
from backjournal.model.weeks import WeekStarts
from backjournal.plan.streak import Streak
from tests.helpers.counting import Days, phase

LARGER = Dose(sets=8, repetitions=10)


@pytest.mark.parametrize(
    ("plan", "signs", "excused", "counted", "streak"),
    [
        # Daily: today counts only once it is practised or skipped.
        ([phase("daily")], "✓✓◐.✓", 0, (1, 1, 0.5, 0, 1), (1, 3)),
        ([phase("daily")], "✓✓––✓.", 2, (1, 1, 1), (3, 3)),
        ([phase("daily")], "✓✓x✓✓✓.", 0, (1, 1, 0, 1, 1, 1), (3, 3)),
        ([phase("daily")], "......", 0, (0, 0, 0, 0, 0), (0, 0)),
        ([phase("daily")], "✓◐", 0, (1, 0.5), (2, 2)),
        ([phase("daily")], "✓–x", 1, (1, 0), (1, 1)),
        ([phase("daily")], "––––", 4, (), (0, 0)),
        ([phase("daily")], ".", 0, (), (0, 0)),
        # Weekdays: the days between are neither missed nor counted, unless something was done on them.
        ([phase("mon wed fri")], "✓.✓.x..✓.◐....", 0, (1, 1, 0, 1, 0.5, 0), (0, 2)),
        ([phase("mon wed fri")], "–.✓.–...", 2, (1,), (1, 1)),
        ([phase("mon wed fri")], "✓✓✓....", 0, (1, 1, 1, 0), (0, 3)),
        ([phase("mon wed fri")], "✓–✓x✓..", 1, (1, 1, 1), (3, 3)),
        # Every other day and every third, from the first day of the prescription.
        ([phase("every other day")], "✓.✓...–.✓", 1, (1, 1, 0, 1), (1, 2)),
        ([phase("every other day", 1)], ".✓.✓..", 0, (1, 1), (2, 2)),
        ([phase("every other day", 1)], ".✓.✓...", 0, (1, 1, 0), (0, 2)),
        ([phase("every 3 days")], "✓..◐..x..✓", 0, (1, 0.5, 0, 1), (1, 2)),
        ([phase("every 3 days")], "✓..–..–..✓", 2, (1, 1), (2, 2)),
        # Times a week: missing times are missed on the last days of the week; extra times count too.
        ([phase("3 a week")], ".......", 0, (0, 0), (0, 0)),
        ([phase("3 a week")], "........", 0, (0, 0, 0), (0, 0)),
        ([phase("3 a week")], "✓.◐.✓...", 0, (1, 0.5, 1), (3, 3)),
        ([phase("3 a week")], "✓✓✓✓✓...", 0, (1, 1, 1, 1, 1), (5, 5)),
        ([phase("3 a week")], "✓.......", 0, (1, 0, 0), (0, 1)),
        ([phase("3 a week")], "✓xx✓....", 0, (1, 1, 0), (0, 2)),
        ([phase("3 a week")], "––✓.✓...", 2, (1, 1), (2, 2)),
        ([phase("3 a week")], "–––––...", 5, (), (0, 0)),
        ([phase("3 a week")], "–––––––.", 7, (), (0, 0)),
        ([phase("3 a week")], "✓✓✓....✓✓✓....", 0, (1, 1, 1, 1, 1, 1), (6, 6)),
        # Part of a week: three days ask for 3 × 3/7, rounded down to 1; two days for none.
        ([phase("3 a week", 4)], "........", 0, (0,), (0, 0)),
        ([phase("3 a week", 4)], "....✓...", 0, (1,), (1, 1)),
        ([phase("3 a week", 0, 8)], "✓✓✓........", 0, (1, 1, 1), (3, 3)),
        # Another dose: the share is of the dose in force; the streak and the score continue.
        ([phase("daily", 0, 2), phase("daily", 3, dose=LARGER)], "✓✓◐◐✓", 0, (1, 1, 0.5, 0.25, 1), (5, 5)),
        ([phase("3 a week", 0, 2), phase("3 a week", 3, dose=LARGER)], "✓.✓✓....", 0, (1, 1, 1), (3, 3)),
        # Another schedule: each counts with its own frequency.
        (
            [phase("daily", 0, 2), phase("mon thu", 3)],
            "✓.✓✓...✓",
            0,
            (*(1, 0, 1), *(1, 1)),
            (3, 3),
        ),
        # Phases: nothing is asked for before the first day, after the last, and in between.
        ([phase("daily", 2)], "...✓.", 0, (0, 1), (1, 1)),
        ([phase("daily", 9)], ".....", 0, (), (0, 0)),
        ([phase("daily", 0, 1)], "✓✓......", 0, (1, 1), (2, 2)),
        ([phase("daily", 0, 1), phase("daily", 5)], "✓✓...✓◐.", 0, (1, 1, 1, 0.5), (4, 4)),
    ],
)
def test_every_schedule_is_counted_fairly(
    plan: list[Prescription],
    signs: str,
    excused: int,
    counted: tuple[float, ...],
    streak: tuple[int, int],
) -> None:
    found = Days(tuple(plan), signs).history
    assert (found.adherence.counted, found.adherence.excused) == (len(counted), excused)
    assert found.adherence.practised == pytest.approx(sum(counted))
    assert (found.score is None) == (not counted)
    assert found.streak == Streak(*streak)


@pytest.mark.parametrize(
    ("week_starts_on", "counted", "streak"),
    [(0, (1, 0), (0, 1)), (6, (1,), (1, 1))],
)
def test_the_first_day_of_the_week_decides_which_week_a_practice_is_for(
    week_starts_on: int, counted: tuple[float, ...], streak: tuple[int, int]
) -> None:
    found = Days((phase("1 a week"),), "......✓........", weeks=WeekStarts(week_starts_on)).history
    assert (found.adherence.counted, found.adherence.practised) == (len(counted), 1.0)
    assert found.streak == Streak(*streak)


@pytest.mark.parametrize("schedule", ["daily", "mon wed fri", "every other day", "every 3 days", "3 a week"])
def test_a_day_that_is_filled_in_later_counts_like_any_other(schedule: str) -> None:
    plan = (phase(schedule),)
    before, filled_in = Days(plan, "✓......✓......"), Days(plan, "✓.✓✓✓..✓.✓✓✓..")
    assert filled_in.history.adherence.practised == 8
    assert filled_in.history.streak.longest > before.history.streak.longest
    assert (filled_in.history.score or 0) > (before.history.score or 0)
    assert (filled_in.history.adherence.share or 0) > (before.history.adherence.share or 0)
