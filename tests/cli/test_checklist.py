"""The commands of the checklist: today, done, skip, undone, undo, redo."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from backjournal.exchange.checklist_csv import CHECKLIST_COLUMNS
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import SKIP_REASONS
from backjournal.store.store import Store
from tests.helpers.clock import BERLIN
from tests.helpers.commands import Commands


def test_today_reads_as_plain_lines(commands: Commands) -> None:
    commands.run("done", "bridge", "--sets", "1")
    commands.run("log", "--pain", "4", "--mobility", "6")
    assert commands.lines("today") == [
        "Saturday 21 November 2026, today",
        "0 of 4 exercises done, 1 in part.",
        "Last check-in at 09:30: pain 4, mobility 6.",
        "",
        "Stretching",
        "Knee rolls, 8 breaths: to do",
        "Knee to chest, 2 times, held 5 seconds, each side, twice a day: to do",
        "",
        "Strengthening",
        "Bridge, 2 sets of 10 times, held 3 seconds: partly done, 1 of 2 sets",
        "",
        "Aerobic conditioning",
        "Walking, 30 minutes: to do",
        "5 days without an entry: 'backjournal away' lists what was asked for, and fills it in.",
    ]


def test_today_of_other_days(commands: Commands) -> None:
    commands.run("flare-up", "start", "--day", "yesterday")
    assert commands.lines("today", "--day", "monday")[:2] == ["Monday 16 November 2026", "0 of 5 exercises done."]
    commands.run("done", "bridge", "--sets", "1", "--day", "thu")
    commands.run("skip", "walk", "--reason", "travel", "--day", "thu")
    lines = commands.lines("today", "--day", "2026-11-19")
    assert lines[2] == "Adherence 17 % of 3 exercises; excused ones are not counted."
    assert "Knee rolls, 8 breaths: missed" in lines
    assert commands.lines("today", "--day", "yesterday")[0] == "Friday 20 November 2026, flare-up"
    assert commands.lines("today", "--day", "2026-11-15") == ["Sunday 15 November 2026", "The plan asks for nothing."]
    assert "Walking, 30 minutes: to do" in commands.lines("today", "--day", "2026-12-01")


def test_today_in_json_has_the_columns_of_the_export(commands: Commands) -> None:
    commands.run("done", "walk", "--minutes", "10", "--pain", "3", "--note", "slow")
    rows = commands.json("today", "--json")
    assert [tuple(row) for row in rows] == [CHECKLIST_COLUMNS] * 4
    assert rows[3] == {
        "day": "2026-11-21",
        "exercise": "Walking",
        "category": "aerobic conditioning",
        "prescribed": "30 min",
        "status": "partial",
        "amount": 10,
        "pain_during": 3,
        "reason": "",
        "note": "slow",
        "sets": "",
    }
    assert (rows[0]["status"], rows[0]["amount"]) == ("open", None)
    assert commands.json("today", "--json", "--day", "friday")[0]["status"] == "missed"


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["bridge"], "done, 2 sets"),
        (["BRI"], "done, 2 sets"),
        (["bridge", "--sets", "1"], "partly done, 1 of 2 sets"),
        (["bridge", "--sets", "3"], "done, 3 sets"),
        (["bridge", "--pain", "7"], "done, 2 sets, pain during 7"),
        (["bridge", "--pain", "0"], "done, 2 sets, pain during 0"),
        (["bridge", "--note", "two\nlines"], "done, 2 sets, note: two lines"),
        (["knee", "to", "c"], "done, 2 sets"),
        (["knee to chest"], "done, 2 sets"),
        (["walking"], "done, 30 minutes"),
        (["walking", "--minutes", "29"], "partly done, 29 of 30 minutes"),
    ],
)
def test_done_says_what_it_ticked(commands: Commands, arguments: list[str], text: str) -> None:
    line = commands.output("done", *arguments)
    assert line.startswith("Saturday 21 November 2026: ")
    assert line.endswith(f": {text}\n")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ([], "done, 1.5 km"),
        (["--distance", "800m"], "partly done, 800 m of 1.5 km"),
        (["--distance", "1,5 km"], "done, 1.5 km"),
        (["--distance", "2km"], "done, 2 km"),
    ],
)
def test_done_takes_a_distance(commands: Commands, arguments: list[str], text: str) -> None:
    commands.output("plan", "change", "walking", "--distance", "1.5km")
    assert commands.output("done", "walking", *arguments).endswith(f": Walking, 1.5 km: {text}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--distance", "far"], "distance: 'far' is not a distance such as 800 m or 1.5 km"),
        (["--distance", "0"], "distance: '0' is not between 1 m and 100 km"),
        (["--minutes", "5"], "Walking is prescribed as a distance: give --distance, not --minutes"),
    ],
)
def test_what_is_no_distance_is_not_ticked(commands: Commands, arguments: list[str], message: str) -> None:
    commands.output("plan", "change", "walking", "--distance", "1.5km")
    assert commands.refusal("done", "walking", *arguments) == message
    assert {row["status"] for row in commands.json("today", "--json")} == {"open"}


def test_a_second_tick_changes_the_first_and_keeps_the_rest(commands: Commands) -> None:
    commands.run("done", "bridge", "--sets", "1", "--pain", "4", "--note", "shaky")
    assert commands.output("done", "bridge").endswith("done, 2 sets, pain during 4, note: shaky\n")
    assert commands.output("done", "bridge", "--pain", "", "--note", "").endswith(": done, 2 sets\n")
    rows = commands.json("today", "--json")
    assert [row["status"] for row in rows] == ["open", "open", "done", "open"]


def no_reason(taken: str) -> str:
    """Return the notice on a skip without a reason."""
    return f"No reason was given: '{taken}' is excused and does not lower the adherence; --reason changes it.\n"


def test_a_skipped_exercise_keeps_its_note_and_loses_its_pain(commands: Commands) -> None:
    commands.run("done", "bridge", "--pain", "4", "--note", "shaky")
    assert commands.output("skip", "bridge").endswith(": skipped, rest, note: shaky\n" + no_reason("rest"))
    assert commands.output("done", "bridge").endswith(": done, 2 sets, note: shaky\n")
    assert commands.output("skip", "bridge", "--note", "").endswith(": skipped, rest\n" + no_reason("rest"))


def test_a_past_day_can_be_filled_in(commands: Commands) -> None:
    assert commands.output("done", "hip", "--day", "mon").startswith("Monday 16 November 2026: Hip hinge")
    assert commands.json("today", "--day", "2026-11-16", "--json")[-1]["status"] == "done"


def test_the_small_hours_belong_to_the_day_before(commands: Commands) -> None:
    commands.clock.set(datetime(2026, 11, 22, 3, 59, tzinfo=BERLIN))
    assert commands.lines("today")[0] == "Saturday 21 November 2026, today"
    commands.clock.advance(timedelta(minutes=1))
    assert commands.lines("today")[0] == "Sunday 22 November 2026, today"


def test_the_exact_name_wins(commands: Commands, open_store: Callable[[], Store]) -> None:
    store = open_store()
    bridge = next(p for p in store.plan.prescriptions() if p.exercise_id == "bridge")
    longer = Exercise("own", "Bridge with a ball", Category.STRENGTHENING)
    store.plan.prescribe(longer, bridge.dose, bridge.schedule, bridge.first_day)
    assert "Bridge, 2 sets" in commands.output("done", "bridge")
    assert "Bridge with a ball" in commands.output("done", "bridge w")


@pytest.mark.parametrize("reason", SKIP_REASONS)
def test_skip_takes_each_reason_by_its_beginning(commands: Commands, reason: str) -> None:
    assert commands.output("skip", "bridge", "--reason", reason[:2].upper()).endswith(f": skipped, {reason}\n")


def test_skip_takes_own_words_and_has_a_reason_when_none_is_given(commands: Commands) -> None:
    assert commands.output("skip", "bridge", "--reason", "visitors").endswith(": skipped, visitors\n")
    assert commands.output("skip", "bridge", "--note", "long day").endswith(
        ": skipped, rest, note: long day\n" + no_reason("rest")
    )
    commands.run("flare-up", "start")
    assert commands.output("skip", "walking").endswith(": skipped, flare-up\n" + no_reason("flare-up"))
    assert commands.output("done", "walking").endswith(": done, 30 minutes\n")


def test_undone_takes_a_tick_back(commands: Commands) -> None:
    commands.run("done", "bridge", "--day", "yesterday")
    line = "Friday 20 November 2026: Bridge, 2 sets of 10 times, held 3 seconds: missed\n"
    assert commands.output("undone", "bridge", "--day", "yesterday") == line
    assert commands.output("undo") == "Undone: clearing of Bridge on 2026-11-20\n"
    commands.run("redo")
    assert "nothing to take back" in commands.refusal("undone", "bridge", "--day", "yesterday")


def test_undo_and_redo(commands: Commands) -> None:
    commands.run("done", "bridge")
    commands.run("skip", "walking", "--reason", "travel")
    assert commands.output("undo") == "Undone: skip of Walking on 2026-11-21\n"
    assert commands.output("undo") == "Undone: tick of Bridge on 2026-11-21\n"
    assert {row["status"] for row in commands.json("today", "--json")} == {"open"}
    assert commands.output("redo") == "Done again: tick of Bridge on 2026-11-21\n"
    assert commands.lines("today")[1] == "1 of 4 exercises done."
    commands.run("done", "walking")
    assert commands.refusal("redo") == "there is nothing to redo"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["done", "knee"], "'knee' begins several exercises: Knee rolls, Knee to chest; type more of the name"),
        (
            ["done", "swim"],
            "no exercise of 2026-11-21 begins with 'swim': the plan has Knee rolls, Knee to chest, Bridge, Walking",
        ),
        (["skip", "hip"], "Hip hinge is not asked for on 2026-11-21, so there is nothing to skip"),
        (["skip", "swim"], "no exercise of 2026-11-21 begins with 'swim': the day has Knee rolls"),
        (["done", "bridge", "--day", "2026-11-01"], "the plan asks for nothing on 2026-11-01"),
        (["done", "bridge", "--day", "2026-11-22"], "cannot tick a day that has not come: 2026-11-22 lies after"),
        (["skip", "bridge", "--day", "2026-11-22"], "a day that has not come"),
        (["undone", "bridge", "--day", "2026-11-22"], "a day that has not come"),
        (["done", "bridge", "--day", "2026-02-30"], "'2026-02-30' is not a day"),
        (["today", "--day", "someday"], "'someday' is not a day"),
        (["done", "bridge", "--sets", "0"], "sets: '0' is not a whole number from 1 to 1000"),
        (["done", "bridge", "--sets", "-1"], "sets: '-1' is not a whole number"),
        (["done", "bridge", "--sets", "1.5"], "sets: '1.5' is not a whole number"),
        (["done", "bridge", "--minutes", "10"], "Bridge is prescribed in sets: give --sets, not --minutes"),
        (["done", "bridge", "--sets", "1001"], "sets: '1001' is not a whole number from 1 to 1000"),
        (["done", "walking", "--minutes", "1441"], "minutes: '1441' is not a whole number from 1 to 1440"),
        (["done", "walking", "--distance", "2km"], "Walking is prescribed in minutes: give --minutes, not --distance"),
        (["done", "walking", "--sets", "1"], "Walking is prescribed in minutes: give --minutes, not --sets"),
        (["done", "bridge", "--pain", "11"], "pain: '11' is not a whole number from 0 to 10"),
        (["done", "bridge", "--pain", "much"], "pain: 'much' is not a whole number from 0 to 10"),
    ],
)
def test_what_cannot_be_ticked_is_refused_and_changes_nothing(
    commands: Commands, arguments: list[str], message: str
) -> None:
    before = commands.journal.read_bytes()
    assert message in commands.refusal(*arguments)
    assert commands.journal.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--where", "hip, left leg"], "where: hip, left leg"),
        (["--note", "Slept badly.\nThe new chair helps."], "note: Slept badly. The new chair helps."),
        (["--where", "hip", "--note", "a walk", "--pain", "3"], "pain 3"),
    ],
)
def test_today_says_what_is_in_a_check_in_without_values(commands: Commands, typed: list[str], said: str) -> None:
    commands.output("log", *typed)
    assert commands.lines("today")[2] == f"Last check-in at 09:30: {said.removesuffix('.')}."


def test_today_ends_with_what_has_changed(commands: Commands) -> None:
    commands.output("log", "--pain", "5", "--day", "yesterday", "--at", "20:00")
    for name in ("knee rolls", "knee to chest", "bridge"):
        commands.output("done", name)
    assert "yesterday" not in commands.output("today")
    commands.output("skip", "walking", "--reason", "rest")
    assert "All 3 done, 1 excused · the check-in is still open ('backjournal log')." in commands.lines("today")
    commands.output("log", "--pain", "4")
    assert "All 3 done, 1 excused · pain 4 after 5 yesterday." in commands.lines("today")
