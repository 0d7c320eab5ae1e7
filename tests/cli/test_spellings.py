"""Names and searches on the command line in another spelling than that of the journal."""

import sqlite3
from contextlib import closing

import pytest

from tests.helpers.commands import Commands

BRIDGE, IN_PARTS, WITHOUT = "Brücke", "Bru\u0308cke", "brucke"
DOSE = ("--repetitions", "5", "--days", "daily")


@pytest.fixture
def planned(commands: Commands) -> Commands:
    """Return the commands on a journal that has a bridge of the person's own."""
    commands.output("plan", "add", BRIDGE, "--own", "--category", "stab", *DOSE)
    return commands


@pytest.mark.parametrize("typed", [BRIDGE, IN_PARTS, IN_PARTS.upper(), WITHOUT, "bru", "Bru\u0308"])
def test_an_exercise_is_found_in_each_spelling(planned: Commands, typed: str) -> None:
    assert f": {BRIDGE}, " in planned.output("done", typed)


@pytest.mark.parametrize("typed", [["child's", "pose"], ["Child’s", "pose"], ["child"]])
def test_an_apostrophe_is_one_however_it_is_drawn(commands: Commands, typed: list[str]) -> None:
    commands.output("plan", "add", *typed)
    assert "Child's pose" in commands.output("plan")


@pytest.mark.parametrize("typed", ["bird-dog", "bird dog", "BIRD–DOG", "bird"])
@pytest.mark.parametrize("side", ["side plank", "side-plank", "Side\u2011plank"])
def test_a_dash_is_a_blank(commands: Commands, typed: str, side: str) -> None:
    for each in (typed, side):
        commands.output("plan", "add", each)
    assert {"Bird-dog", "Side plank"} <= {row["exercise"] for row in commands.json("today", "--json")}


@pytest.mark.parametrize("again", [IN_PARTS, IN_PARTS.upper()])
def test_a_name_exists_once(planned: Commands, again: str) -> None:
    assert "in the plan already" in planned.refusal("plan", "add", again, "--own", "--category", "stab", *DOSE)
    assert [row["exercise"] for row in planned.json("today", "--json")].count(BRIDGE) == 1


def test_a_measure_is_found_and_exists_once(fresh: Commands) -> None:
    fresh.output("measures", "own", "Rückenkraft", "--unit", "kg", "--better", "higher")
    again = fresh.output("measures", "own", "Ru\u0308ckenkraft", "--unit", "lb", "--better", "higher")
    assert again.startswith("Changed: Rückenkraft")
    for typed in ("Ru\u0308ckenkraft", "ruckenkraft", "ru\u0308ck"):
        assert "20 lb" in fresh.output("measures", "record", typed, "20")


def test_what_was_stored_in_another_form_is_found_and_shown_in_one(planned: Commands) -> None:
    planned.output("log", "--pain", "4", "--where", "rücken", "--note", "nach dem Café")
    with closing(sqlite3.connect(planned.journal)) as db, db:
        db.execute("UPDATE exercises SET name = ? WHERE name = ?", [IN_PARTS, BRIDGE])
        db.execute("UPDATE check_ins SET note = ?", ["nach dem Cafe\u0301"])
        db.execute("UPDATE marks SET word = ?", ["ru\u0308cken"])
    for search in ("café", "cafe\u0301", "CAFE", "rücken", "ru\u0308cken"):
        assert "nach dem Café" in planned.output("diary", "--search", search)
    assert planned.json("diary", "--json")[0]["locations"] == ["rücken"]
    assert f": {BRIDGE}, " in planned.output("done", BRIDGE)
    assert "in the plan already" in planned.refusal("plan", "add", BRIDGE)
    assert IN_PARTS not in planned.output("plan")


def test_what_is_typed_is_kept_in_one_form(commands: Commands) -> None:
    commands.output("log", "--pain", "4", "--where", "ru\u0308cken", "--note", "Cafe\u0301")
    with closing(sqlite3.connect(commands.journal)) as db:
        assert db.execute("SELECT note, word FROM check_ins JOIN marks ON check_in_id = check_ins.id").fetchall() == [
            ("Café", "rücken")
        ]


def test_the_shell_completes_another_spelling(planned: Commands) -> None:
    for typed in ("brü", "bru\u0308"):
        assert planned.offered(f"done {typed}") == [BRIDGE]
    assert planned.offered("plan add child’") == ["Child's pose"]
    assert planned.offered("plan add bird-") == ["Bird-dog"]


def test_an_exercise_cannot_be_renamed_to_a_name_that_is_there_in_another_spelling(planned: Commands) -> None:
    planned.output("plan", "add", "Balance", "--own", "--category", "stab", *DOSE)
    for again in (IN_PARTS.upper(), "KNEE–ROLLS"):
        assert "is in the plan already" in planned.refusal("plan", "edit", "balance", "--name", again)
