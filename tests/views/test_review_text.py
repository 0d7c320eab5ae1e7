"""The review of a week in words and as JSON."""

import json
from datetime import date, timedelta

import pytest

from backjournal.exchange.review_json import review_json
from backjournal.model.flare_ups import FlareUp
from backjournal.model.frozen import replace
from backjournal.plan.adherence import adherence_by_day
from backjournal.trends.record import Record
from backjournal.trends.review import Review, review_of
from backjournal.views.review_text import review_lines
from tests.helpers.counting import BIRD_DOG, Days, phase
from tests.helpers.experiments import experiment
from tests.helpers.records import diary, measure
from tests.helpers.values import TODAY

BEFORE, WEEK = date(2026, 11, 2), date(2026, 11, 9)
PLAN = (phase("daily", -30, 9), phase("2 a week", 10))

PAIN = (
    "Pain: from 6.0 (6 days) to 2.9 (7 days), 3.1 lower (52 %): meaningful improvement; the threshold is 2 points or "
    "30 %, at least 1 point (people call it worthwhile; source: Farrar 2001, Ostelo 2008); noise ±0.5."
)


def full() -> Review:
    """Return the review of a week in which everything stands out."""
    lists = Days(PLAN, ".......✓✓–◐x..").checklists
    record = Record(
        TODAY,
        diary=diary(BEFORE, pain="666666.3333332", mobility="5............."),
        flare_ups=(FlareUp("f", BEFORE, WEEK), FlareUp("g", WEEK + timedelta(days=4), WEEK + timedelta(days=5))),
        exercises={"bird": BIRD_DOG},
        prescriptions=PLAN,
        checklists=lists,
        adherence=adherence_by_day(lists, TODAY),
        measures=(replace(measure("peg-style"), every_weeks=1),),
    )
    tried = experiment(first_day=WEEK - timedelta(days=7), name="heat")
    return review_of(record, (tried, experiment(id="e2", name="cold", first_day=WEEK + timedelta(days=6))), WEEK)


def test_a_full_week_in_sentences() -> None:
    assert review_lines(full()) == [
        "The week of 9 to 15 Nov 2026.",
        "Practice: Practised on 3 of 3 days with exercises, 1 day excused; 83 % of 3 exercises, 1 excused.",
        f"Against the week before: {PAIN}",
        "Against the week before: Mobility not noted; the week before 5.0 (1 day).",
        "What stood out: The flare-up since Mon 2 Nov ended on Mon 9 Nov.",
        "What stood out: A flare-up began on Fri 13 Nov and ended on Sat 14 Nov.",
        "What stood out: Least pain 2 on Sun 15 Nov, most 3 on 6 days.",
        "What stood out: Plan: 12 Nov: Bird-dog daily → 2 a week.",
        "What stood out: Experiment: heat, days 8 to 14 of 14, its last day was Sun 15 Nov.",
        "What stood out: Experiment: cold, day 1 of 14.",
        "Due: PEG-style questions",
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Record(TODAY), ["Practice: Nothing was asked for, practised or noted."]),
        (
            Record(TODAY, diary=diary(WEEK, pain="4")),
            [
                "Practice: The plan asked for nothing.",
                "Against the week before: Pain 4.0 (1 day); the week before not noted.",
            ],
        ),
        (Record(TODAY, diary=diary(WEEK, sleep_hours="7")), ["Practice: The plan asked for nothing."]),
    ],
)
def test_where_there_is_little_little_is_said(record: Record, expected: list[str]) -> None:
    assert review_lines(review_of(record, (), WEEK))[1:] == expected


def test_a_week_that_was_excused_altogether() -> None:
    lists = Days((phase("daily"),), ".......–––––––").checklists
    record = Record(TODAY, checklists=lists, adherence=adherence_by_day(lists, TODAY))
    assert review_lines(review_of(record, (), WEEK))[1:] == [
        "Practice: All that was asked for was excused, on 7 days.",
        "Pain: No check-in in this week.",
    ]


def test_a_flare_up_and_an_experiment_that_go_on_or_were_stopped() -> None:
    going_on = FlareUp("f", WEEK + timedelta(days=3))
    stopped = experiment(first_day=WEEK, stopped=WEEK + timedelta(days=2))
    found = review_of(Record(TODAY, flare_ups=(going_on,)), (stopped,), WEEK)
    assert review_lines(found)[2:] == [
        "What stood out: A flare-up began on Thu 12 Nov.",
        "What stood out: Experiment: heat, days 1 to 2 of 14, stopped on Wed 11 Nov.",
    ]
    after = review_of(Record(TODAY, flare_ups=(going_on,)), (), TODAY)
    assert review_lines(after) == [
        "The week of 16 to 22 Nov 2026, so far.",
        "Practice: Nothing was asked for, practised or noted.",
        "What stood out: The flare-up since Thu 12 Nov went on.",
    ]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2026, 10, 27), "The week of 26 Oct to 1 Nov 2026."),
        (date(2025, 12, 30), "The week of 29 Dec 2025 to 4 Jan 2026."),
    ],
)
def test_the_title_tells_the_days(day: date, title: str) -> None:
    assert review_lines(review_of(Record(TODAY), (), day))[0] == title


def test_the_json_has_no_verdict_on_too_few_days() -> None:
    data = json.loads(review_json(full()))
    assert (data["pain"]["verdict"], data["mobility"]) == (
        "meaningful improvement",
        {"week_before": {"n": 1, "mean": 5.0}, "week": None, "verdict": None, "noise": None},
    )
    assert data["days"] == {"asked": 3, "practised": 3, "excused": 1}
    assert data["least_and_most_pain"][0] == {"pain": 2.0, "days": ["2026-11-15"]}
    assert [data["flare_ups"][0]["last_day"], data["due"]] == ["2026-11-09", ["PEG-style questions"]]
