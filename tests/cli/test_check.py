"""The command that looks for damage, and mends it."""

import os
import re
import shlex
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from backjournal.cli.root import root
from backjournal.exchange.check_lines import salvaged_lines
from backjournal.store.backups import backups_folder
from backjournal.store.check.salvage import Salvaged
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.unreadable import BY_DAMAGE, BY_OTHERS, Bad, spoil

PAGE = 4096
ALL = BY_OTHERS | BY_DAMAGE


def execute(journal: Path, sql: str) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.executescript(sql)


def zero_page(journal: Path, name: str) -> None:
    """Overwrite the first page of a table or an index with zeros."""
    with closing(sqlite3.connect(journal)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]).fetchone()
    whole = journal.read_bytes()
    journal.write_bytes(whole[: (page - 1) * PAGE] + bytes(PAGE) + whole[page * PAGE :])


def test_a_sound_journal_is_said_to_be_sound_with_what_it_holds(commands: Commands) -> None:
    commands.run("log", "--pain", "4")
    commands.run("done", "bridge")
    commands.journal.chmod(0o600)
    commands.run("backup")
    assert commands.output("check").splitlines() == [
        "Sound: exercises 5, practices 1, check-ins 1, results 0, changes 7",
        "Backups: 2, the newest of 2026-11-21 09:30, verified",
    ]


def test_a_journal_without_a_backup_is_told_so(commands: Commands) -> None:
    commands.journal.chmod(0o600)
    assert commands.lines("check")[1:] == [
        "Backups: none",
        f"! there is no backup: 'backjournal --journal {commands.journal} backup' makes one",
    ]


def test_damage_is_said_in_one_line(filled: Commands) -> None:
    zero_page(filled.journal, "marks_by_word")
    assert f"the journal {filled.journal} is damaged: " in filled.refusal("check")
    assert "no backup was made: the journal" in filled.run("log", "--pain", "4").stderr


def test_there_is_nothing_to_check_without_a_journal(fresh: Commands) -> None:
    assert "there is no journal at" in fresh.refusal("check")
    assert "there is no journal at" in fresh.refusal("check", "--fix")
    assert not fresh.journal.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_others_can_read_is_told_and_closed(filled: Commands) -> None:
    filled.run("backup")
    paths = [filled.journal, backups_folder(filled.journal), *backups_folder(filled.journal).iterdir()]
    for path in paths:
        path.chmod(0o755)
    filled.journal.chmod(0o644)
    said = filled.output("check")
    assert f"! others can read or change what is yours: {filled.journal} (mode 644)" in said
    assert f"Closed to others: {filled.journal}\n" in filled.output("check", "--fix")
    assert [path.stat().st_mode & 0o777 for path in paths] == [0o600, 0o700, 0o700]
    assert "others can read" not in filled.output("check")


@pytest.mark.parametrize("bad", ALL.values(), ids=ALL)
def test_a_row_that_cannot_be_read_is_put_back_from_a_backup_and_undo_takes_it_back(filled: Commands, bad: Bad) -> None:
    filled.run("backup")
    before = {what: filled.output("export", what) for what in ("diary", "checklist", "measures", "experiments")}
    spoil(filled.journal, bad)
    found = filled.run("check")
    assert found.exit_code == 1
    assert bad.id in found.stdout
    assert "put back from a backup" in filled.output("check", "--fix")
    assert {what: filled.output("export", what) for what in before} == before
    assert filled.run("check").exit_code == 0
    undone = filled.run("undo")
    # A value that the tables refuse cannot be put back, and must not keep undo from what was changed before.
    assert undone.exit_code == 0
    assert (undone.stdout == "Undone: mending of the journal\n") == (bad in BY_OTHERS.values())


@pytest.mark.parametrize("bad", [BY_OTHERS["year 9999"], BY_DAMAGE["practice of no status"]])
def test_a_row_is_put_back_from_an_older_backup_if_the_newest_holds_it_as_it_is(filled: Commands, bad: Bad) -> None:
    filled.run("backup")
    before = {what: filled.output("export", what) for what in ("diary", "checklist")}
    spoil(filled.journal, bad)
    for pain in ("4", "5"):
        filled.clock.advance(timedelta(hours=1))
        filled.run("log", "--pain", pain)
        filled.run("undo")
        filled.run("backup")
    assert "1 row put back from a backup: " in filled.output("check", "--fix")
    assert {what: filled.output("export", what) for what in before} == before


def test_a_backup_of_rows_that_cannot_be_read_is_told_with_their_number_and_never_called_damaged(
    filled: Commands,
) -> None:
    spoil(filled.journal, BY_OTHERS["year 9999"])
    spoil(filled.journal, BY_DAMAGE["practice of no status"])
    bad = "with 2 rows that cannot be read"
    assert f"a backup was made, {bad}: see 'check'" in filled.run("backup").stderr
    (line,) = (line for line in filled.run("backups").stdout.splitlines()[1:])
    assert f"MB  {bad}: 20 check-ins" in line
    assert "damaged" not in line
    (listed,) = filled.json("backups", "--json")
    assert (listed["sound"], listed["unreadable"], listed["last_day"]) == (True, 2, "2026-11-21")
    assert f"verified, {bad}\n" in filled.run("check").stdout
    assert f"\nThe backup is one {bad}.\n" in filled.run("restore", "today", typed="").stdout


def test_what_is_set_aside_is_told_by_each_check_and_no_more_by_a_backup(filled: Commands) -> None:
    spoil(filled.journal, BY_DAMAGE["practice of no status"])
    fixed = filled.run("check", "--fix")
    assert "a backup was made" not in fixed.stderr
    head = "! Rows that were set aside and are not shown: 1. 'bin' lists them"
    said = f"{head}\n    practice id0/2026-11-18 (set aside by 'check --fix')\n"
    assert said in fixed.stdout
    assert said in filled.output("check")


def test_a_dose_that_cannot_be_read_is_told_with_the_practices_that_go_along(filled: Commands) -> None:
    with_it = "and with it 20 practices"
    execute(filled.journal, "UPDATE prescriptions SET schedule = 'garbled' WHERE id = 'id0'")
    assert f"1 row of the journal cannot be read, {with_it}, it is left out: " in filled.run("today").stderr
    assert f"left out: 1, {with_it}. " in filled.run("check").stdout
    fixed = filled.run("check", "--fix").stdout
    assert f"1 row set aside: prescription id0, {with_it}\n" in fixed
    assert f"prescription id0 (set aside by 'check --fix'), {with_it}\n" in filled.output("check")
    filled.output("undo")
    assert "set aside" not in filled.run("check").stdout


def test_what_was_written_since_a_backup_is_not_put_back_from_it(filled: Commands) -> None:
    filled.run("backup")
    filled.run("edit", "c3", "--pain", "6")
    spoil(filled.journal, BY_OTHERS["note that is no text"])
    filled.run("check", "--fix")
    filled.clock.advance(timedelta(hours=1))
    spoil(filled.journal, BY_OTHERS["moment as a number"])
    assert "1 row set aside: check-in c3" in filled.output("check", "--fix")


@pytest.mark.slow
@pytest.mark.parametrize("bad", ALL.values(), ids=ALL)
def test_a_row_that_no_backup_has_is_set_aside_or_mended_and_undo_takes_it_back(filled: Commands, bad: Bad) -> None:
    spoil(filled.journal, bad)
    fixed = filled.run("check", "--fix")
    assert fixed.exit_code == 0, fixed.output
    assert " set aside: " in fixed.stdout or "whose text was no UTF-8" in fixed.stdout
    assert filled.run("check").exit_code == 0
    assert filled.run("today").stderr == ""


@pytest.mark.parametrize("bad", [BY_OTHERS["moment as a number"]])
def test_what_was_set_aside_is_there_again_after_undo(filled: Commands, bad: Bad) -> None:
    spoil(filled.journal, bad)
    filled.run("check", "--fix")
    assert filled.run("undo").stdout == "Undone: mending of the journal\n"
    assert "check-in c3 (at is no moment: '2461373.5')" in filled.run("check").stdout


def test_a_text_that_is_not_utf_8_is_read_as_what_it_was(filled: Commands) -> None:
    spoil(filled.journal, BY_OTHERS["note that is no text"])
    filled.output("check", "--fix")
    assert "Note: für" in filled.output("diary")
    assert filled.run("undo").stdout == "Undone: mending of the journal\n"


def test_a_row_that_nobody_has_changed_is_found_and_put_back(filled: Commands) -> None:
    filled.run("backup")
    before = filled.output("export", "diary")
    execute(filled.journal, "UPDATE check_ins SET pain = 6 WHERE id = 'c3'")
    assert "check-in c3 (it was changed, but by no change of the journal)" in filled.run("check").stdout
    assert "1 row put back from a backup: check-in c3" in filled.output("check", "--fix")
    assert filled.output("export", "diary") == before


def test_what_the_journal_itself_changes_after_a_backup_is_well(filled: Commands) -> None:
    filled.run("backup")
    for command in (("log", "--pain", "4"), ("done", "bridge"), ("undo",), ("redo",), ("plan", "stop", "walking")):
        assert filled.run(*command).exit_code == 0
    filled.output("check")


def test_what_was_removed_for_good_is_not_missed(filled: Commands) -> None:
    filled.run("backup")
    before = filled.output("check").splitlines()[1:]
    filled.output("delete", "c3")
    filled.output("measures", "stop", "psfs")
    filled.run("plan", "stop", "bridge")
    filled.run("undo")
    filled.output("bin", "empty", "--yes")
    assert filled.output("check").splitlines()[1:] == before
    assert "put back" not in filled.output("check", "--fix")


def test_an_index_that_lacks_a_row_is_made_anew_and_nothing_is_moved(filled: Commands) -> None:
    rewrite = (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '{}', '{}')"
        " WHERE name = 'check_ins_by_day'"
    )
    execute(filled.journal, rewrite.format("(day)", "(day) WHERE pain > 9"))
    execute(filled.journal, "REINDEX check_ins_by_day")
    execute(filled.journal, rewrite.format(" WHERE pain > 9", ""))
    assert "is damaged: " in filled.refusal("check")
    assert "The indexes were rebuilt, and nothing is lost." in filled.output("check", "--fix")
    assert not [path for path in filled.journal.parent.iterdir() if "damaged" in path.name]


def test_a_damaged_journal_is_moved_aside_and_what_can_be_read_becomes_a_new_one(filled: Commands) -> None:
    before = {what: filled.output("export", what) for what in ("diary", "checklist")}
    filled.run("backup")
    zero_page(filled.journal, "results")
    damaged = filled.journal.read_bytes()
    fixed = filled.run("check", "--fix")
    (aside,) = (path for path in filled.journal.parent.iterdir() if ".damaged-" in path.name)
    assert aside.read_bytes() == damaged
    assert aside.stat().st_mode & 0o777 == filled.journal.stat().st_mode & 0o777 == 0o600
    assert f"The damaged journal lies at {aside}, as it was." in fixed.stdout
    assert "Lost: 4 results\n" in fixed.stdout
    assert "4 rows put back from a backup: result " in fixed.stdout
    assert {what: filled.output("export", what) for what in before} == before
    assert f"{aside} is a damaged journal" in filled.output("check")
    assert filled.output("undo").startswith("Undone: mending")


def test_of_a_damaged_journal_without_a_backup_the_rest_is_counted(filled: Commands) -> None:
    zero_page(filled.journal, "results")
    fixed = filled.run("check", "--fix")
    assert fixed.exit_code == 1, "what was written is affected"
    assert fixed.stderr.startswith("backjournal: something of the journal is lost: ")
    assert "check-ins 20" in fixed.stdout
    assert "Lost: 4 results\n" in fixed.stdout
    assert "restore" not in fixed.stdout


def test_a_backup_is_offered_only_if_it_holds_more_than_what_was_saved(filled: Commands) -> None:
    filled.run("backup")
    filled.clock.advance(timedelta(minutes=5))
    filled.run("measures", "record", "peg-style", "3", "3", "3")
    zero_page(filled.journal, "results")
    fixed = filled.run("check", "--fix")
    assert "Lost: 5 results\n" in fixed.stdout
    assert "4 rows put back from a backup" in fixed.stdout
    assert fixed.exit_code == 1
    assert "holds more" not in fixed.stdout


@pytest.mark.parametrize(
    ("lost", "certain", "said"),
    [
        ({}, True, "Lost: nothing"),
        ({}, False, "Whether anything is lost cannot be told."),
        ({"check_ins": 25, "practices": 1}, False, "Lost: at least 25 check-ins, 1 practice"),
        ({"history": 1200}, True, "Lost: 1,200 lines of history"),
    ],
)
def test_what_was_lost_is_told_by_its_kind(lost: dict[str, int], certain: bool, said: str) -> None:
    assert [*salvaged_lines(Salvaged(Path("aside"), {}, lost, certain))][-1] == said


def test_undo_leaves_out_what_was_lost(filled: Commands) -> None:
    filled.run("measures", "record", "peg-style", "3", "3", "3")
    shutil.rmtree(backups_folder(filled.journal), ignore_errors=True)
    zero_page(filled.journal, "results")
    filled.run("check", "--fix")
    undone = filled.output("undo")
    assert undone.startswith("Undone: ")
    assert "result" not in undone


FOREIGN = {"text": b"hi\n", "longer text": b"any other file" * 20, "empty": b""}


@pytest.mark.parametrize("other", [*FOREIGN, "database"])
def test_what_is_no_journal_is_refused_in_one_line_and_stays_as_it_is(filled: Commands, other: str) -> None:
    if other == "database":
        filled.journal.unlink()
        execute(filled.journal, "CREATE TABLE other (id)")
    else:
        filled.journal.write_bytes(FOREIGN[other])
    whole = filled.journal.read_bytes()
    filled.journal.chmod(0o664)
    for words in (("check",), ("check", "--fix"), ("check", "--json")):
        result = filled.run(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.count("\n") == 1
        assert "choose another file" in result.stderr
    assert filled.journal.read_bytes() == whole
    assert filled.journal.stat().st_mode & 0o777 == 0o664


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_cannot_be_closed_to_others_is_told(filled: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.journal.chmod(0o644)

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    fixed = filled.run("check", "--fix")
    assert f"Could not be closed to others: {filled.journal} (Operation not permitted)" in fixed.stdout
    assert fixed.exit_code == 1
    assert fixed.stderr == "backjournal: others can still read what is yours: its owner can change that\n"


def test_leftovers_and_copies_are_named_with_what_to_do(filled: Commands) -> None:
    folder = filled.journal.parent
    (folder / ".stfolder").mkdir()
    (folder / "journal.sync-conflict-20261121-093000-ABCDEFG.db").touch()
    (folder / ".journal.db.abc.new").touch()
    said = filled.output("check")
    assert f"! {folder} is kept in sync by Syncthing: use the journal on one device at a time" in said
    assert "journal.sync-conflict-20261121-093000-ABCDEFG.db is a copy from two devices" in said
    assert ".journal.db.abc.new was left half written" in said


def test_a_copy_from_two_devices_is_shown_and_put_in_place_as_told(filled: Commands) -> None:
    copy = filled.journal.with_name("journal (John's conflicted copy 2026-11-20).db")
    shutil.copy(filled.journal, copy)
    filled.output("log", "--pain", "9")
    told = filled.output("check").partition("changed the journal at once: ")[2]
    commands = re.findall(r"'(backjournal --journal .*?(?:diary|20\)\.db\"))' (?:shows|puts)", told)
    shows, restores = (shlex.split(each)[1:] for each in commands)
    run = partial(CliRunner().invoke, root, obj=filled.clock)
    assert "pain 9" not in run(shows).stdout
    assert run([*restores, "--yes"]).exit_code == 0
    assert "pain 9" not in filled.output("diary")


def test_a_copy_that_was_made_within_a_change_is_named(filled: Commands) -> None:
    copy = filled.journal.with_name("copy.db")
    shutil.copy(filled.journal, copy)
    zero_page(copy, "results")
    assert f"{copy} is a copy of the journal that was made within a change" in filled.output("check")


def test_rows_after_now_and_a_backup_of_the_future_are_told(filled: Commands, clock: ManualClock) -> None:
    clock.advance(timedelta(days=400))
    filled.run("log", "--pain", "4")
    filled.run("backup")
    clock.advance(timedelta(days=-400))
    said = filled.run("check").stdout
    assert "! 1 entry is dated after now: check the clock" in said
    assert re.search(r"has a wrong day\n    check-in [0-9a-f]{32} \(of 2027-12-26\)\n", said)
    assert "Backups: 1, none of them dated before now\n" in said
    assert "is dated after now: check the clock of this device" in said


def test_a_dose_that_begins_in_years_is_told_and_one_of_next_month_is_not(filled: Commands) -> None:
    far = "UPDATE prescriptions SET first_day = '{}', last_day = NULL WHERE id = 'id0'"
    execute(filled.journal, far.format("2026-12-24"))
    assert "dated after now" not in filled.run("check").stdout
    execute(filled.journal, far.format("2062-11-02"))
    assert "    prescription id0 (of 2062-11-02)\n" in filled.run("check").stdout


def test_a_backup_that_is_not_as_it_was_written_is_named(filled: Commands) -> None:
    filled.run("backup")
    (backup,) = backups_folder(filled.journal).iterdir()
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert f"! {backup} is not as it was written" in filled.output("check")


def test_all_that_is_found_is_there_as_json(filled: Commands) -> None:
    filled.run("backup")
    assert filled.json("check", "--json")["sound"]
    spoil(filled.journal, BY_OTHERS["mark of a bell"])
    import json

    found = json.loads(filled.run("check", "--json").stdout)
    assert not found["sound"]
    (row,) = found["unreadable"]
    assert (row["table"], row["id"]) == ("marks", "c3/0")
