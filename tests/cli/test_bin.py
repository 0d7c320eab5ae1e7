"""The commands of the bin."""

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

from backjournal.model.practices import Practice, Status
from backjournal.store.backups import backups_folder
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.values import BIRD_DOG, TODAY


def deleted(commands: Commands) -> str:
    """Delete a check-in and a tick; return the short id of the check-in."""
    commands.output("log", "--pain", "4", "--where", "hip", "--note", "a note " * 20)
    (check_in,) = commands.json("diary", "--json")
    commands.output("done", "bridge")
    commands.output("undone", "bridge")
    commands.output("delete", check_in["id"])
    return str(check_in["id"])[:8]


def test_the_bin_lists_what_was_deleted_the_latest_first(commands: Commands) -> None:
    assert commands.output("bin") == "The bin is empty.\n"
    short = deleted(commands)
    first, second = commands.lines("bin")
    said = "Check-in; day: Saturday 21 November 2026; time: 09:30; pain: 4; where: hip; note: a note"
    assert first.startswith(f"{short} {said}")
    assert first.endswith(" a n…; deleted on Saturday 21 November 2026 at 09:30")
    assert re.fullmatch(r"plan\d+/2026-11-21 Practice of Bridge; day: .*; done: done, 2 sets; deleted on .*", second)
    assert commands.json("bin", "--json")[0]["facts"]["pain"] == "4"


def test_restore_puts_back_and_undo_deletes_again(commands: Commands) -> None:
    short = deleted(commands)
    before = commands.output("diary")
    assert commands.output("bin", "restore", short).startswith("Put back: Check-in; day: Saturday 21 November 2026;")
    assert short in commands.output("diary")
    assert commands.output("undo") == "Undone: putting back of the check-in on 2026-11-21\n"
    assert commands.output("diary") == before
    practice = commands.lines("bin")[1].split()[0]
    assert commands.output("bin", "restore", practice).startswith("Put back: Practice of Bridge;")
    assert "Bridge, 2 sets of 10 times, held 3 seconds: done" in commands.output("today")


def test_what_is_not_in_the_bin_is_refused(commands: Commands) -> None:
    deleted(commands)
    assert "nothing in the bin has an id that begins with 'zz'" in commands.refusal("bin", "restore", "zz")
    assert "nothing in the bin" in commands.refusal("bin", "restore", "")


def test_a_row_that_was_set_aside_for_its_values_is_not_put_back(commands: Commands) -> None:
    commands.output("done", "bridge")
    with closing(sqlite3.connect(commands.journal, isolation_level=None)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE practices SET status = 'eaten', amount = -4")
    shutil.rmtree(backups_folder(commands.journal))
    commands.run("check", "--fix")
    (entry,) = commands.json("bin", "--json")
    said = "this entry cannot be put back: it holds a value that makes no sense (status, amount)"
    assert commands.refusal("bin", "restore", entry["id"]) == said
    assert commands.json("bin", "--json") == [entry]


def test_the_bin_is_emptied_only_on_purpose(commands: Commands) -> None:
    deleted(commands)
    before = commands.output("bin")
    assert commands.run("bin", "empty", typed="").exit_code == 1
    for answer in ("no\n", "\n", "perhaps\n"):
        refused = commands.run("bin", "empty", typed=answer)
        assert (refused.exit_code, refused.stderr) == (0, "")
        assert refused.stdout.endswith("Nothing was changed.\n")
        assert "Remove 2 entries for good? No undo brings that back." in refused.stdout
    assert commands.output("bin") == before
    emptied = commands.run("bin", "empty", typed="yes\n")
    assert emptied.stdout.endswith("Removed for good: 2 entries. Backups that were made before still have them.\n")
    assert commands.output("bin") == "The bin is empty.\n"
    assert "there is nothing" not in commands.output("undo"), "what was before can be undone"
    assert commands.output("bin", "empty", "--yes").startswith("Removed for good: 1 entry. ")
    assert commands.output("bin", "empty", "--yes") == "The bin is empty.\n"


def test_what_cannot_go_is_said(commands: Commands, clock: ManualClock) -> None:
    with closing(Store.open(commands.journal, clock)) as store:
        tomorrow = TODAY + timedelta(days=1)
        known = store.plan.prescribe(BIRD_DOG.exercise, BIRD_DOG.dose, BIRD_DOG.schedule, tomorrow)
        store.practices.save(Practice(known.id, TODAY, Status.DONE, 2), "tick")
        store.plan.stop(known, tomorrow)
    said = "Removed for good: 0 entries. Backups that were made before still have them. 1 entry cannot go: a practice"
    assert commands.output("bin", "empty", "--yes").startswith(said)
