"""The third column of Today, and the line at the end of a day: both follow every change."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from backjournal.model.better import Better
from backjournal.model.measures import own_measure
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import PlanFacts
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.today.aside import ROOM_FOR_ASIDE
from backjournal.tui.today.aside_text import spark_line
from tests.helpers.app import PLAN, Person, running, seeded
from tests.helpers.values import AT_EIGHT, TODAY, check_in, shipped

WIDE = (ROOM_FOR_ASIDE, 45)
DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY


def column(person: Person) -> list[str]:
    """Return the lines of the third column."""
    lines = (line.split("│") for line in person.text.splitlines())
    return [parts[2].strip() for parts in lines if len(parts) > 2 and parts[2].strip()]


def week(person: Person) -> str:
    """Return the signs of the days of the week."""
    lines = column(person)
    return lines[lines.index("The week") + 2]


@pytest.mark.parametrize(
    ("values", "drawn"),
    [((), ""), ((0.0, 5.0, 10.0), "▁▅█"), ((None, 1.5, None, None), " ▂  "), ((0.4, 0.9, 9.2, 9.6), "▁▂▇█")],
)
def test_a_line_has_one_scale_and_leaves_gaps(values: tuple[float | None, ...], drawn: str) -> None:
    assert spark_line(values) == drawn


async def test_it_shows_what_surrounds_the_day(store: Store) -> None:
    seeded(store).plan.save_facts(PlanFacts("Sit through a film."))
    async with running(BackjournalApp(store), WIDE) as person:
        # Four of these fourteen days have a check-in with pain, and the gaps between them are kept.
        assert column(person) == [
            *("Last 14 days", "pain              ▄ ▄ ▃▄    4  n 4", "mobility          ▅ ▅ ▅▅    6  n 4"),
            *("8 Nov to 21 Nov, each day's mean", "The week", "Mon Tue Wed Thu Fri Sat Sun"),
            *("◐   ◐   ◐   ◐   ◐   ◐   ○", "◐ in part  ○ to come", "Aim", "Sit through a film."),
        ]
        await person.press("left")
        assert column(person)[3] == "7 Nov to 20 Nov, each day's mean"
        assert week(person) == "◐   ◐   ◐   ◐   ◐   ◐   ○"


async def test_it_is_empty_in_a_new_journal_and_fills_with_the_plan(store: Store) -> None:
    async with running(BackjournalApp(store), WIDE) as person:
        assert "│" not in person.text
        await person.press("enter", "escape")
        assert column(person) == [
            *("The week", "Mon Tue Wed Thu Fri Sat Sun", "○   ○", "○ to come", "Due", "n  a check-in"),
        ]


async def test_it_is_there_from_140_columns_on_and_takes_over_what_is_due(store: Store) -> None:
    seeded(store).measures.choose(own_measure("own", "My walk", "min", 0, 60, Better.HIGHER, every_weeks=4))
    async with running(BackjournalApp(store), (ROOM_FOR_ASIDE - 1, 45)) as person:
        assert "Last 14 days" not in person.text
        assert "m writes down what is due: My walk" in person.text
        await person.resize(*WIDE)
        lines = column(person)
        assert lines[lines.index("Due") + 1 :] == ["m  My walk"]
        assert "writes down what is due" not in person.text


async def test_it_follows_ticks_check_ins_undo_and_other_instances(
    store: Store, open_store: Callable[[], Store]
) -> None:
    other = open_store()
    async with running(BackjournalApp(seeded(store)), WIDE) as person:
        await person.to_row("Side plank")
        await person.press("space")
        await person.to_row("Bird-dog")
        await person.press("space")
        assert week(person) == "◐   ◐   ◐   ◐   ◐   ✓   ○"
        await person.press("u")
        assert week(person) == "◐   ◐   ◐   ◐   ◐   ◐   ○"
        at = AT_EIGHT - timedelta(days=2)
        other.diary.save(check_in(1, pain=10, at=at, day=at.date()))
        await person.look()
        assert "pain              ▄ ▄█▃▄    4  n 5" in column(person)


async def test_the_end_of_a_day_is_one_line_that_comes_and_goes(store: Store, open_store: Callable[[], Store]) -> None:
    other = open_store()
    with seeded(store).changes.write(""):
        for planned in store.plan.prescriptions():
            if planned.exercise_id not in ("side-plank", "bridge"):
                dose = PLAN[planned.exercise_id]
                store.practices.save(Practice(planned.id, TODAY, Status.DONE, dose.target), "")
    async with running(BackjournalApp(store)) as person:
        assert "All" not in person.text
        await person.to_row("Side plank")
        await person.press("space")
        assert "All 5 done, 1 excused · pain 4 after 3, mobility 6 after 5 yesterday" in person.text
        await person.press("left")
        assert "All 5 done" not in person.text, "it is the end of today alone"
        await person.press("right", "space")
        assert "All 5 done" not in person.text
        await person.press("u")
        for each in store.diary.check_ins(TODAY, TODAY):
            other.diary.delete(each)
        await person.look()
        assert "All 5 done, 1 excused · the check-in is still open (n)" in person.text


async def test_the_week_follows_a_tick_that_leaves_the_other_days_free(store: Store) -> None:
    bridge = shipped("bridge")
    store.plan.prescribe(bridge.exercise, bridge.dose, Schedule.parse("1 a week"), TODAY - 5 * DAY)
    async with running(BackjournalApp(store), WIDE) as person:
        assert week(person) == "○", "Sunday is the last day for it"
        await person.press("space")
        await person.threads_done()
        assert week(person) == "✓", "nothing is left for Sunday"


async def test_a_day_on_which_all_was_skipped_is_not_to_come(store: Store) -> None:
    bridge = shipped("bridge")
    store.plan.prescribe(bridge.exercise, bridge.dose, Schedule(), TODAY)
    async with running(BackjournalApp(store), WIDE) as person:
        assert week(person).endswith("○   ○")
        await person.press("s", "6")
        assert week(person).endswith("·   ○")
