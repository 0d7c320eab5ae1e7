"""The review of a week: what counts in it, and what it leaves out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.days import days_between
from backjournal.model.flare_ups import FlareUp
from backjournal.model.frozen import replace
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.plan.adherence import Adherence, adherence_by_day
from backjournal.trends.change import FEWEST_DAYS, Verdict
from backjournal.trends.plan_events import PlanEvent
from backjournal.trends.record import Record
from backjournal.trends.review import review_of
from tests.helpers.counting import BIRD_DOG, Days, phase
from tests.helpers.experiments import experiment
from tests.helpers.records import RANDOM_RECORDS, ago, diary, measure, results
from tests.helpers.values import TODAY

BEFORE, WEEK = date(2026, 11, 2), date(2026, 11, 9)
"""The Mondays of the two weeks before that of TODAY, a Saturday."""


def days_later(number: int) -> date:
    return WEEK + timedelta(days=number)


@pytest.mark.parametrize(
    ("signs", "counts", "expected"),
    [
        ("✓✓✓✓✓✓✓", (7, 7, 0), Adherence(7, 7)),
        ("✓..◐x.–", (6, 2, 1), Adherence(7, 1.5, 1)),
        ("–––––––", (0, 0, 7), Adherence(7, 0, 7)),
        (".......", (7, 0, 0), Adherence(7)),
    ],
)
def test_days_and_exercises_are_counted_without_the_excused(
    signs: str, counts: tuple[int, int, int], expected: Adherence
) -> None:
    lists = Days((phase("daily"),), f".......{signs}").checklists
    found = review_of(Record(TODAY, checklists=lists, adherence=adherence_by_day(lists, TODAY)), (), WEEK)
    assert (found.asked, found.practised, found.excused) == counts
    assert found.adherence == expected


@pytest.mark.parametrize(
    ("before", "week", "verdict", "n"),
    [
        ("666666.", "3333333", Verdict.IMPROVED, (6, 7)),
        ("333333.", "6666666", Verdict.WORSENED, (6, 7)),
        ("4444444", "4454444", Verdict.BELOW, (7, 7)),
        ("1818181", "8282828", Verdict.NOISE, (7, 7)),
        ("6666666", "33.....", Verdict.TOO_FEW, (7, 2)),
        (".......", "3333333", Verdict.TOO_FEW, (0, 7)),
        (".......", ".......", Verdict.TOO_FEW, (0, 0)),
    ],
)
def test_pain_is_compared_with_the_week_before_by_the_rules_of_the_answer(
    before: str, week: str, verdict: Verdict, n: tuple[int, int]
) -> None:
    # What lies around the two weeks does not count.
    noted = diary(BEFORE - timedelta(days=1), pain=f"9{before}{week}9")
    change = review_of(Record(TODAY, diary=noted), (), WEEK).changes["pain"]
    assert change.verdict is verdict
    assert tuple(mean.n if mean else 0 for mean in (change.before, change.after)) == n


@pytest.mark.parametrize(
    ("week", "least", "most"),
    [
        ("4.2.7..", (2, [2]), (7, [4])),
        ("2424...", (2, [0, 2]), (4, [1, 3])),
        ("4444444", None, None),
        ("27.....", None, None),
        (".......", None, None),
    ],
)
def test_the_best_and_the_worst_day_need_three_days_that_differ(
    week: str, least: tuple[int, list[int]] | None, most: tuple[int, list[int]] | None
) -> None:
    found = review_of(Record(TODAY, diary=diary(WEEK, pain=week)), (), WEEK).extremes
    told = found and tuple((each.pain, [(day - WEEK).days for day in each.days]) for each in found)
    assert told == (least and (least, most))


def test_only_what_lies_in_the_week_stands_out() -> None:
    flare_ups = (
        FlareUp("before", BEFORE, BEFORE),
        FlareUp("into", BEFORE + timedelta(days=5), WEEK),
        FlareUp("open", days_later(6)),
    )
    doses = (phase("daily", -30, 8), phase("2 a week", 9))
    record = Record(TODAY, exercises={"bird": BIRD_DOG}, prescriptions=doses, flare_ups=flare_ups)
    tried = (
        experiment(first_day=days_later(-14), id="over"),
        experiment(first_day=days_later(6), id="just begun"),
        experiment(first_day=days_later(7), id="later"),
    )
    found = review_of(record, tried, days_later(3))
    assert [each.id for each in found.flare_ups] == ["into", "open"]
    assert found.events == (PlanEvent(days_later(2), "Bird-dog daily → 2 a week"),)
    assert [each.id for each in found.experiments] == ["just begun"]


@pytest.mark.parametrize(("weeks_ago", "due"), [(0, True), (1, True), (2, False)])
def test_what_is_due_today_is_told_with_the_latest_week_only(weeks_ago: int, due: bool) -> None:
    peg = replace(measure("peg-style"), every_weeks=1)
    record = Record(TODAY, measures=(peg,), results=results(peg, {ago(7): 4}))
    assert bool(review_of(record, (), TODAY - timedelta(weeks=weeks_ago)).due) is due


def test_a_week_that_runs_ends_today_and_weeks_begin_as_they_were_set() -> None:
    record = Record(TODAY, settings=Settings(weeks=WeekStarts(6)), diary=diary(ago(6), pain="1234567"))
    found = review_of(record, (), TODAY)
    assert (found.week, found.last_day) == ((date(2026, 11, 15), TODAY), TODAY)
    assert found.check_ins == 7


@given(RANDOM_RECORDS, st.integers(0, 120))
def test_a_review_counts_the_days_of_its_week_and_no_others(record: Record, days_ago: int) -> None:
    day = TODAY - timedelta(days=days_ago)
    found = review_of(record, (), day)
    first, last = found.week
    assert first <= day <= last
    noted = {each: record.diary[each] for each in days_between(first, found.last_day) if each in record.diary}
    assert found.check_ins == sum(each.check_ins for each in noted.values())
    pains = {each: noted[each].values["pain"] for each in noted if "pain" in noted[each].values}
    after = found.changes["pain"].after
    assert (after.n if after else 0) == len(pains)
    assert (found.extremes is None) == (len(pains) < FEWEST_DAYS or len({*pains.values()}) == 1)
    if found.extremes:
        least, most = found.extremes
        assert all(least.pain <= pain <= most.pain for pain in pains.values())
        assert all(pains[each] == part.pain for part in found.extremes for each in part.days)
    around = {each: value for each, value in record.diary.items() if first - timedelta(days=7) <= each <= last}
    assert review_of(replace(record, diary=around), (), day).changes == found.changes
