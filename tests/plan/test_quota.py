"""Schedules of some times a week: how many times are left on each day, and which days become due."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.practices import Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.weeks import WeekStarts
from backjournal.plan.adherence import adherence_by_day, adherence_of, summed
from tests.helpers.counting import Days, day, phase

LARGER = Dose(sets=8, repetitions=10)


def times_left(days: Days) -> str:
    """Return for each day how many times are left, with ! if it is due; a dash if the exercise is not listed."""
    return " ".join(
        " + ".join(f"{item.left}{'!' if item.due else ''}" for item in items) or "-"
        for items in days.checklists.values()
    )


@pytest.mark.parametrize(
    ("plan", "signs", "expected"),
    [
        # A week that is over misses the missing times on its last days.
        ([phase("3 a week")], ".......", "3 3 3 3 3! 3! 3!"),
        ([phase("1 a week")], ".......", "1 1 1 1 1 1 1!"),
        ([phase("6 a week")], ".......", "6 6! 6! 6! 6! 6! 6!"),
        ([phase("3 a week")], "✓.✓....", "3 2 2 1 1 1 1!"),
        # Once the times are reached, nothing more is asked for; extra times are listed.
        ([phase("3 a week")], "✓✓✓.✓..", "3 2 1 - 0 - -"),
        ([phase("3 a week")], "✓✓✓....✓.", "3 2 1 - - - - 3 2"),
        # A partial practice is a time; a skip without an excuse is none.
        ([phase("3 a week")], "◐xx◐...", "3 2 2 2 1 1 1!"),
        # Each excused day takes its share of the times away, rounded down.
        ([phase("3 a week")], "–......", "2 2 2 2 2 2! 2!"),
        ([phase("3 a week")], "––.....", "2 2 2 2 2 2! 2!"),
        ([phase("3 a week")], "....–..", "3 3 3 3 2 2! 2!"),
        ([phase("3 a week")], ".....––", "3 3 3 3 3! 2! 2!"),
        # Four days ill, and two of the other three practised: the usual day of rest is not missed.
        ([phase("6 a week")], "––––✓✓.", "5 4 3 2 2 1 -"),
        ([phase("6 a week")], "✓.––––✓", "6 5 4 3 2 1 1!"),
        # What leaves less than one time offers one, which is never due.
        ([phase("3 a week")], "–––––..", "2 2 1 1 1 1 1"),
        ([phase("3 a week")], "–––––✓.", "2 2 1 1 1 1 -"),
        ([phase("1 a week")], "–......", "1 1 1 1 1 1 1"),
        ([phase("3 a week")], "–––––––", "2 2 1 1 1 1 0"),
        # A week that the prescription covers in part asks for its share, rounded down.
        ([phase("3 a week", 4)], ".......", "- - - - 1 1 1!"),
        ([phase("2 a week", 6)], "........", "- - - - - - 1 2"),
        ([phase("3 a week", 0, 8)], "✓✓✓........", "3 2 1 - - - - 1 1 - -"),
        ([phase("6 a week", 5, 8)], "...........", "- - - - - 1 1! 1 1! - -"),
        # A dose that changes within a week asks for no more, and no less, than the week did before.
        ([phase("3 a week", 0, 2), phase("3 a week", 3, dose=LARGER)], ".......", "3 3 3 3 3! 3! 3!"),
        ([phase("3 a week", 0, 2), phase("3 a week", 3, dose=LARGER)], "✓✓✓....", "3 2 1 - - - -"),
        ([phase("3 a week", 0, 2), phase("3 a week", 3, dose=LARGER)], "✓✓.....", "3 2 1 1 1 1 1!"),
        ([phase("3 a week", 0, 2), phase("3 a week", 3, dose=LARGER)], "–––✓...", "2 2 1 1 - - -"),
        # After a gap of days without a prescription, what is left of the week is asked for.
        ([phase("3 a week", 0, 1), phase("3 a week", 5, dose=LARGER)], ".......", "1 1 - - - 1 1!"),
        # With a change of schedule, each schedule has its share of the week.
        ([phase("3 a week", 0, 2), phase("5 a week", 3)], "✓......", "1 - - 2 2 2! 2!"),
        ([phase("3 a week", 0, 2), phase("mon thu", 3)], "✓......", "1 - - None! - - -"),
    ],
)
def test_a_week_shows_how_many_times_are_left(plan: list[Prescription], signs: str, expected: str) -> None:
    assert times_left(Days(tuple(plan), signs)) == expected


def test_a_week_begins_on_sunday_if_it_is_set_so() -> None:
    plan = (phase("2 a week"),)
    assert times_left(Days(plan, "........")) == "2 2 2 2 2 2! 2! 2"
    # Its first week has six days, from the Monday on.
    assert times_left(Days(plan, "........", weeks=WeekStarts(6))) == "1 1 1 1 1 1! 2 2"
    assert times_left(Days(plan, "✓✓....✓.", weeks=WeekStarts(6))) == "1 0 - - - - 2 1"


def test_another_first_day_of_the_week_leaves_past_weeks_as_they_were() -> None:
    # Two weeks of 3 a week, all done; on day 16, a Wednesday, the weeks are set to begin on Sunday.
    plan, signs = (phase("3 a week"),), "✓✓✓........✓✓✓..."
    before, after = (Days(plan, signs, weeks=weeks) for weeks in (WeekStarts(), WeekStarts().changed(6, day(16))))
    assert times_left(after).split()[:14] == times_left(before).split()[:14]
    assert (after.history.adherence.counted, after.history.adherence.practised) == (6, 6.0)
    # With weeks that had always begun on Sunday, one of 7 would have been missed.
    always = Days(plan, signs, weeks=WeekStarts(6)).history.adherence
    assert (always.counted, always.practised) == (7, 6.0)
    # The running week, from Monday to Saturday, asks for its share: 18/7, so 2.
    assert times_left(after).split()[14:] == ["2", "2", "2"]


def test_a_changed_dose_leaves_the_days_before_it_as_they_were() -> None:
    before = Days((phase("3 a week"),), "...")
    changed = Days((phase("3 a week", 0, 2), phase("3 a week", 3, dose=LARGER)), "....")
    assert times_left(changed).startswith(times_left(before))
    assert [item.counts for items in changed.checklists.values() for item in items] == [False] * 4


SIGNS = st.text("✓◐x.", min_size=7, max_size=7)


@given(st.integers(1, 6), SIGNS, st.sampled_from([0, 6]))
def test_a_whole_week_without_excuses_counts_its_times_or_what_was_practised(
    times: int, signs: str, week_starts_on: int
) -> None:
    # The week from day 7 (a Monday) or day 6 (a Sunday); before it lies a week without anything.
    empty = 7 if week_starts_on == 0 else 6
    days = Days((phase(f"{times} a week"),), "." * empty + signs + ".", weeks=WeekStarts(week_starts_on))
    items = [item for number in range(empty, empty + 7) for item in days.checklists[day(number)]]
    practised = sum(sign in "✓◐" for sign in signs)
    assert adherence_of(items).counted == max(times, practised)
    missed = [
        item for item in items if item.counts and (item.practice is None or item.practice.status is Status.SKIPPED)
    ]
    assert len(missed) == max(0, times - practised)


@given(st.integers(1, 6), SIGNS, st.integers(0, 6), st.sampled_from([0, 6]))
def test_excusing_an_open_day_never_adds_a_miss(times: int, signs: str, excused: int, week_starts_on: int) -> None:
    if signs[excused] in "✓◐":
        return
    paused = signs[:excused] + "–" + signs[excused + 1 :]
    plan = (phase(f"{times} a week"),)
    before, after = (
        summed(adherence_by_day(Days(plan, text + ".", weeks=WeekStarts(week_starts_on)).checklists, day(7)).values())
        for text in (signs, paused)
    )
    assert after.counted <= before.counted
    # With fewer times asked for, what was done in part may be an extra, which counts whole.
    assert after.practised >= before.practised


@given(st.integers(1, 6), st.integers(0, 5), SIGNS)
def test_a_dose_that_changes_within_a_week_changes_no_figure_of_it(times: int, last: int, signs: str) -> None:
    schedule = f"{times} a week"
    one, two = (
        Days(plan, signs + ".") for plan in ((phase(schedule),), (phase(schedule, 0, last), phase(schedule, last + 1)))
    )
    assert two.history.adherence == one.history.adherence
    assert (two.history.score, two.history.streak) == (one.history.score, one.history.streak)
