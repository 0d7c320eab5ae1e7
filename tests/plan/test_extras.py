"""Extra practices: what can be one, and that one never lowers a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.plan.adherence import adherence_by_day, summed
from backjournal.plan.checklist import Checklist, checklists, extras
from backjournal.plan.history import histories
from backjournal.plan.progress import readiness
from backjournal.plan.score import score_of
from backjournal.plan.streak import streak_of
from backjournal.plan.workload import workloads_of
from backjournal.trends.record import Record
from backjournal.trends.weeks import weeks
from tests.helpers.counting import BIRD_DOG, FOUR_SETS, MONDAY, Days, day, phase, practice, practices

WALK = Exercise("walk", "Walking", Category.AEROBIC)
EXERCISES = {"bird": BIRD_DOG, "walk": WALK}


def walking(schedule: str = "mon-fri") -> Prescription:
    """Return a prescription of walking from day 0 on."""
    known = phase(schedule)
    return Prescription("walk", "walk", Dose(minutes=20), known.schedule, known.first_day)


def names(found: Checklist) -> list[str]:
    return [item.exercise.name for item in found]


def test_an_extra_is_what_is_in_the_plan_and_not_on_the_list() -> None:
    plan = (walking(), phase("daily"))
    for number, expected in ((4, []), (5, ["Walking"])):
        listed = checklists(day(number), day(number), EXERCISES, plan, [], WeekStarts())[day(number)]
        assert names(extras(day(number), listed, EXERCISES, plan)) == expected
    assert extras(day(-1), (), EXERCISES, plan) == (), "the plan has not begun"
    everything = extras(day(5), (), EXERCISES, plan)
    assert names(everything) == ["Walking", "Bird-dog"], "in the order of the categories"
    assert all(item.extra and not item.counts and not item.unfinished for item in everything)


def test_a_fourth_of_three_a_week_is_an_extra() -> None:
    plan = (phase("3 a week"),)
    (third,) = Days(plan, "✓✓✓").checklists[day(2)]
    assert (third.extra, third.left) == (False, 1)
    lists = Days(plan, "✓✓✓.").checklists
    assert lists[day(3)] == ()
    (offered,) = extras(day(3), lists[day(3)], EXERCISES, plan)
    assert (offered.extra, offered.left) == (True, 0)
    (fourth,) = Days(plan, "✓✓✓✓").checklists[day(3)]
    assert (fourth.extra, fourth.share) == (True, 1)
    assert Days(plan, "✓✓✓✓...").history.adherence.share == 1


@pytest.mark.parametrize(
    ("schedule", "number", "sign", "extra", "share"),
    [
        ("mon", 0, "◐", False, 0.5),
        ("mon", 1, "◐", True, 1.0),
        ("mon", 1, "✓", True, 1.0),
        ("mon", 1, "–", True, 0.0),
        ("mon", 1, "x", True, 0.0),
        # A day to spare of some times a week is one of its times.
        ("3 a week", 0, "◐", False, 0.5),
    ],
)
def test_an_extra_counts_whole_also_in_part(schedule: str, number: int, sign: str, extra: bool, share: float) -> None:
    (item,) = Days((phase(schedule),), "." * number + sign).checklists[day(number)]
    assert (item.extra, item.share) == (extra, share)


def test_what_was_really_done_of_an_extra_is_shown() -> None:
    days = Days((phase("mon"),), ".◐").checklists
    (item,) = days[day(1)]
    assert item.progress == "2 of 4"
    assert not item.unfinished, "nothing of it is left to do"
    assert [each.done for each in workloads_of(days, FOUR_SETS).days] == [20]


PLANS = st.sampled_from(
    [
        (phase("mon wed fri"), walking("sat")),
        (phase("3 a week"), walking("1 a week")),
        (phase("every other day"), walking()),
        (phase("tue", 0, 9), phase("2 a week", 10), walking("daily")),
    ]
)
SIGNS = st.text("✓◐–x..", min_size=21, max_size=21)


def figures(plan: tuple[Prescription, ...], done: list[Practice], starts: WeekStarts) -> list[float]:
    """Return all figures that a practice may move: of each day, each week, the plan and each exercise."""
    today = day(20)
    lists = checklists(day(0), today, EXERCISES, plan, done, starts)
    adherence = adherence_by_day(lists, today)
    record = Record(today, Settings(weeks=starts), checklists=lists, adherence=adherence)
    of_weeks = [week.adherence for week in weeks(record, day(0), today)]
    shares = [each.share for each in (*adherence.values(), *of_weeks, summed(adherence.values()))]
    assert all(share is None or 0 <= share <= 1 for share in shares)
    streak = streak_of(lists, today)
    found = [-1 if share is None else share for share in shares]
    found += [score_of(lists, plan, today) or 0, streak.now, streak.longest]
    for history in histories(lists, plan, today).values():
        ready = readiness(history, (), today, 3)
        found += [history.adherence.share or 0, history.score or 0, history.streak.now, history.streak.longest]
        found += [ready.times + ready.not_noted if ready else 0]
    return found


@given(PLANS, SIGNS, SIGNS, st.integers(0, 20), st.sampled_from("✓◐"), st.sampled_from([0, 6]))
def test_an_extra_never_lowers_a_figure_and_none_goes_above_100_per_cent(
    plan: tuple[Prescription, ...], birds: str, walks: str, number: int, sign: str, first_weekday: int
) -> None:
    bird_dogs, walk, starts = plan[:-1], plan[-1], WeekStarts(first_weekday)
    done = practices(bird_dogs, birds)
    done += [practice(walk, day(at), each) for at, each in enumerate(walks) if each != "."]
    listed = checklists(day(number), day(number), EXERCISES, plan, done, starts)[day(number)]
    before = figures(plan, done, starts)
    for item in extras(day(number), listed, EXERCISES, plan):
        after = figures(plan, [*done, practice(item.prescription, day(number), sign)], starts)
        assert all(new >= old - 1e-12 for new, old in zip(after, before, strict=True))


def test_a_walk_on_saturday_after_a_missed_friday() -> None:
    plan = (walking(),)
    done = [practice(plan[0], day(number), "✓") for number in range(4)]
    shares = []
    for with_extra in (False, True):
        made = [*done, practice(plan[0], day(5), "✓")] if with_extra else done
        lists = checklists(MONDAY, day(6), EXERCISES, plan, made, WeekStarts())
        together = summed(adherence_by_day(lists, day(7)).values())
        shares.append((together.practised, together.counted))
    assert shares == [(4, 5), (5, 6)]


def test_an_extra_in_part_does_not_end_the_row_towards_a_larger_dose() -> None:
    plan = (phase("mon wed fri"),)
    row = Days(plan, "✓.✓.✓..✓◐✓", "3.3.3..333")
    ready = readiness(row.history, (), row.today, 3)
    assert ready
    assert ready.times == 5
    assert Status.PARTIAL in {
        item.practice.status for items in row.history.days.values() for item in items if item.practice
    }
    painful = Days(plan, "✓.✓.✓..✓◐✓", "3.3.3..393")
    ready = readiness(painful.history, (), painful.today, 3)
    assert ready
    assert ready.times == 1, "pain counts, also during an extra"
