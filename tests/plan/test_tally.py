"""The tally: done, partial, excused and missed together are all that counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.prescriptions import Prescription
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.plan.adherence import adherence_by_day, adherence_of
from backjournal.plan.tally import Tally, tallied, tally_of
from backjournal.trends.record import Record
from backjournal.trends.weeks import weeks
from tests.helpers.counting import MONDAY, Days, day, phase

DAILY = phase("daily")
TUESDAYS = phase("tue")


@pytest.mark.parametrize(
    ("plan", "sign", "over", "tally"),
    [
        (DAILY, "✓", True, Tally(done=1)),
        (DAILY, "◐", True, Tally(partial=1)),
        (DAILY, "–", True, Tally(excused=1)),
        (DAILY, "p", True, Tally(excused=1, skipped_for_pain=1)),
        (DAILY, "x", True, Tally(missed=1)),
        (DAILY, ".", True, Tally(missed=1)),
        (DAILY, ".", False, Tally()),
        (DAILY, "x", False, Tally(missed=1)),
        (DAILY, "–", False, Tally(excused=1)),
        (TUESDAYS, "✓", True, Tally(done=1)),
        (TUESDAYS, "–", True, Tally(excused=1)),
        (TUESDAYS, "x", True, Tally()),
    ],
)
def test_an_exercise_of_a_day_is_counted_by_its_status(plan: Prescription, sign: str, over: bool, tally: Tally) -> None:
    items = Days((plan,), sign).checklists[MONDAY]
    assert tally_of(items, day_is_over=over) == tally


def test_a_day_to_spare_of_some_times_a_week_is_not_missed() -> None:
    lists = Days((phase("3 a week"),), "✓......").checklists
    assert [tally_of(items) for items in lists.values()] == [
        Tally(done=1),
        *[Tally()] * 4,
        *[Tally(missed=1)] * 2,
    ]


def test_tallies_are_added_up() -> None:
    assert tallied([Tally(1, 2, 3, 4), Tally(1, 0, 0, 1)]) == Tally(2, 2, 3, 5)
    assert tallied([Tally(1, 2, 3, 4), Tally(1, 0, 0, 1)]).total == 12
    together = tallied([Tally(excused=3, skipped_for_pain=2), Tally(excused=1, skipped_for_pain=1)])
    assert (together.total, together.skipped_for_pain) == (4, 3)
    assert tallied([]) == Tally()


plans = st.sampled_from(
    [
        (phase("daily"),),
        (phase("mon wed fri"),),
        (phase("3 a week"),),
        (phase("every other day", 0, 9), phase("daily", 10)),
        (phase("daily", 0, 4), phase("2 a week", 8, 20), phase("tue", 25)),
    ]
)
days = st.builds(
    Days, plans, st.text("✓◐–px.", min_size=1, max_size=40), weeks=st.builds(WeekStarts, st.sampled_from([0, 6]))
)


@given(days)
def test_the_parts_are_together_what_was_prescribed(of: Days) -> None:
    for number, items in enumerate(of.checklists.values()):
        over = number < len(of.signs) - 1
        tally, adherence = tally_of(items, day_is_over=over), adherence_of(items, day_is_over=over)
        assert tally.total == adherence.prescribed
        assert tally.excused == adherence.excused
        assert tally.skipped_for_pain == (of.signs[number] == "p") <= tally.excused
        assert tally.done <= adherence.practised <= tally.done + tally.partial


@given(days)
def test_every_week_agrees_with_a_second_computation(of: Days) -> None:
    lists = of.checklists
    adherence = adherence_by_day(lists, of.today)
    record = Record(of.today, Settings(weeks=of.weeks), checklists=lists, adherence=adherence)
    for week in weeks(record, day(0), of.today):
        inside = [number for number in range(len(of.signs)) if week.first_day <= day(number) <= week.last_day]
        signs = "".join(of.signs[number] for number in inside)
        due = [number for number in inside if any(item.due for item in lists[day(number)])]
        missed = [number for number in due if of.signs[number] == "x"]
        missed += [number for number in due if of.signs[number] == "." and day(number) < of.today]
        assert week.tally == Tally(
            signs.count("✓"), signs.count("◐"), signs.count("–") + signs.count("p"), len(missed), signs.count("p")
        )
        assert week.tally.total == week.adherence.prescribed
