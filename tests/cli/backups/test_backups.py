"""The commands backup, backups and restore."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.helpers.commands import Commands


@pytest.fixture
def backed_up(commands: Commands) -> Commands:
    """Return the commands on a journal with a backup of one check-in, and two more check-ins since."""
    commands.output("log", "--pain", "4")
    commands.output("log", "--pain", "5")
    commands.output("log", "--pain", "6")
    return commands


def pains(commands: Commands) -> list[int]:
    """Return the pain of each check-in."""
    return sorted(entry["pain"] for entry in commands.json("diary", "--json"))


def test_a_backup_is_made_and_not_again_without_a_change(backed_up: Commands) -> None:
    (line,) = backed_up.lines("backup")
    assert line.startswith(f"Made: {backed_up.journal.parent}/backups/journal.db-2026-11-21T08-30-00Z-")
    assert backed_up.output("backup").startswith("Nothing has changed since the newest backup")


def test_backups_are_listed_newest_first(backed_up: Commands) -> None:
    backed_up.clock.advance(timedelta(minutes=31))
    backed_up.output("backup")
    head, newest, oldest = backed_up.lines("backups")
    assert head.startswith("2 backups, 0.")
    assert head.endswith(f" MB of at most 500 MB, in {backed_up.journal.parent}/backups")
    assert newest.startswith("2026-11-21 10:01 ")
    assert newest.endswith(" MB  3 check-ins, 0 practices, 0 results")
    assert oldest.startswith("2026-11-21 09:30 ")
    assert oldest.endswith(" MB  1 check-in, 0 practices, 0 results")
    listed = backed_up.json("backups", "--json")
    assert [(each["check_ins"], each["sound"], each["kind"]) for each in listed] == [
        (3, True, "regular"),
        (1, True, "regular"),
    ]
    assert listed[0]["made"] == "2026-11-21T10:01:00+01:00"
    assert (listed[0]["first_day"], listed[0]["last_day"]) == ("2026-11-21", "2026-11-21")


def test_a_damaged_backup_is_called_so_in_the_list(backed_up: Commands) -> None:
    (listed,) = backed_up.json("backups", "--json")
    path = Path(listed["file"])
    path.write_bytes(path.read_bytes()[:-1])
    assert backed_up.lines("backups")[1].endswith("  damaged")
    assert not backed_up.json("backups", "--json")[0]["sound"]
    assert "is damaged, and there is no other backup of today" in backed_up.refusal("restore", "today", "--yes")


def test_the_list_needs_no_journal(fresh: Commands) -> None:
    assert fresh.output("backups").startswith("No backups yet in ")
    assert fresh.json("backups", "--json") == []


def test_what_differs_is_shown_and_nothing_done_without_a_yes(backed_up: Commands) -> None:
    result = backed_up.run("restore", "today")
    assert result.exit_code == 1
    assert "check-ins: 3 now, 1 then: 2 would be removed\nDays that differ: 2026-11-21\n" in result.stdout
    assert result.stdout.endswith("leaves it: \n"), "the error has a line of its own"
    assert result.stderr == "backjournal: nobody answered, so nothing was changed: --yes does not ask\n"
    for answer in ("no\n", "\n"):
        left = backed_up.run("restore", "today", typed=answer)
        assert (left.exit_code, left.stderr) == (0, "")
        assert left.stdout.endswith("Nothing was changed.\n")
    assert pains(backed_up) == [4, 5, 6]


@pytest.mark.parametrize("answer", ["y\n", "Yes\n"])
def test_a_yes_may_come_through_a_pipe(backed_up: Commands, answer: str) -> None:
    assert backed_up.run("restore", "today", typed=answer).exit_code == 0
    assert pains(backed_up) == [4]


def test_a_backup_that_holds_the_same_is_not_restored(backed_up: Commands) -> None:
    backed_up.output("backup")
    number = len(backed_up.json("backups", "--json"))
    newest = Path(backed_up.json("backups", "--json")[0]["file"]).name
    assert backed_up.output("restore", newest).endswith("same as the journal now.\nThere is nothing to do.\n")
    assert len(backed_up.json("backups", "--json")) == number
    backed_up.output("delete", backed_up.json("diary", "--json")[0]["id"])
    backed_up.output("undo")
    told = f"'backjournal --journal {backed_up.journal} restore --undo' brings it back."
    assert told in backed_up.output("restore", newest, "--yes"), "undo differs"


def test_backups_of_one_minute_are_told_apart_by_their_seconds(backed_up: Commands) -> None:
    backed_up.clock.advance(timedelta(seconds=20))
    backed_up.output("backup")
    _, newest, oldest = backed_up.lines("backups")
    assert newest.startswith("2026-11-21 09:30:20 ")
    assert oldest.startswith("2026-11-21 09:30:00 ")
    said = "there are 2 backups of 2026-11-21 09:30: write one of 2026-11-21 09:30:00, 2026-11-21 09:30:20"
    assert backed_up.refusal("restore", "2026-11-21 09:30") == said
    assert "2 would be removed" in backed_up.output("restore", "2026-11-21 09:30:00", "--yes")
    assert pains(backed_up) == [4]
    assert "there is no backup of 2026-11-21 09:30:44" in backed_up.refusal("restore", "2026-11-21 09:30:44")


def test_settings_go_back_to_their_defaults(backed_up: Commands) -> None:
    backed_up.output("settings", "pain-limit", "3")
    assert "would go back to" in backed_up.run("restore", "today", typed="no\n").stdout


def test_what_is_no_backup_is_refused_as_one(backed_up: Commands, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("hi")
    assert backed_up.refusal("restore", str(other)) == f"{other} is not a journal: choose another backup"


def test_the_list_of_what_can_be_no_journal_is_refused(tmp_path: Path, backed_up: Commands) -> None:
    assert "is a folder: choose another journal" in Commands(tmp_path, backed_up.clock).refusal("backups")


@pytest.mark.slow
def test_a_backup_is_restored_by_its_day_its_minute_its_name_or_its_path(backed_up: Commands) -> None:
    (listed,) = backed_up.json("backups", "--json")
    for named in ("2026-11-21", "saturday", "2026-11-21 09:30", Path(listed["file"]).name, listed["file"]):
        lines = backed_up.lines("restore", named, "--yes")
        assert lines[-1] == f"'backjournal --journal {backed_up.journal} restore --undo' brings it back."
        assert pains(backed_up) == [4]
        assert "check-ins: 1 now, 3 then: 2 would come back" in backed_up.output("restore", "--undo", "--yes")
        assert pains(backed_up) == [4, 5, 6]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2026-11-20"], "there is no backup of 2026-11-20: the nearest is of 2026-11-21"),
        (["2026-11-21 08:00"], "there is no backup of 2026-11-21 08:00"),
        (["nothing.db"], "there is no backup nothing.db: 'backjournal backups' lists those that there are"),
        (["--undo"], "nothing was restored that could be undone: 'backjournal backups' lists the backups"),
    ],
)
def test_what_cannot_be_restored_is_refused_in_one_line(backed_up: Commands, words: list[str], said: str) -> None:
    # Typed as told, the command means this journal, which is not the usual one.
    told = said.replace("'backjournal ", f"'backjournal --journal {backed_up.journal} ")
    assert backed_up.refusal("restore", *words) == told
    assert pains(backed_up) == [4, 5, 6]


def test_today_is_the_day_of_the_clock_as_in_the_list(commands: Commands) -> None:
    commands.clock.advance(timedelta(hours=15))
    commands.output("log", "--pain", "4")
    assert commands.lines("backups")[1].startswith("2026-11-22 00:30 "), "where the journal's day is still the 21st"
    assert "There is nothing to do." in commands.output("restore", "today")


@pytest.mark.parametrize("words", [[], ["today", "--undo"]])
def test_a_restore_has_one_source(backed_up: Commands, words: list[str]) -> None:
    assert backed_up.run("restore", *words).exit_code == 2


def test_a_damaged_or_missing_journal_is_restored(backed_up: Commands) -> None:
    backed_up.journal.write_bytes(b"no journal")
    output = backed_up.output("restore", "today", "--yes")
    assert f"The journal {backed_up.journal} is damaged: it is moved aside, never overwritten.\n" in output
    assert "The backup holds 1 check-in, 0 practices, 0 results.\n" in output
    assert f"The damaged journal lies at {backed_up.journal}.damaged-2026-11-21T08-30-00Z.\n" in output
    assert pains(backed_up) == [4]
    backed_up.journal.unlink()
    assert "There is no journal at " in backed_up.output("restore", "today", "--yes")
    assert pains(backed_up) == [4]


def test_a_copy_in_another_place_is_a_journal_of_its_own(backed_up: Commands, tmp_path: Path) -> None:
    copy = tmp_path / "stick.db"
    assert backed_up.output("backup", str(copy)).startswith(f"Written: {copy}, 0.")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert pains(Commands(copy, backed_up.clock)) == [4, 5, 6]
    assert backed_up.refusal("backup", str(copy)) == f"{copy} exists already: add --force to replace it"
    link = tmp_path / "link.db"
    link.symlink_to(copy)
    backed_up.output("log", "--pain", "7")
    backed_up.output("backup", str(link), "--force")
    assert link.is_symlink()
    assert pains(Commands(copy, backed_up.clock)) == [4, 5, 6, 7]


def test_a_copy_takes_no_place_that_is_not_its_own(backed_up: Commands, tmp_path: Path) -> None:
    def refusal(file: Path) -> str:
        return backed_up.refusal("backup", str(file), "--force")

    assert "belongs to the journal itself" in refusal(backed_up.journal)
    assert "belongs to the journal itself" in refusal(backed_up.journal.with_name("journal.db-journal"))
    assert "belongs to the journal itself" in refusal(backed_up.journal.parent / "backups" / "mine.db")
    assert "is a folder" in refusal(tmp_path)
    assert "is a device: choose another file" in refusal(Path("/dev/null"))
    assert "does not exist: make it" in refusal(tmp_path / "nowhere" / "copy.db")
    (tmp_path / "copy.db-journal").write_text("of another database")
    assert "copy.db-journal lies there already" in refusal(tmp_path / "copy.db")
    assert pains(backed_up) == [4, 5, 6]


def test_the_limit_is_a_setting_and_what_goes_for_it_is_told(
    backed_up: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backed_up.output("settings", "backup-limit", "10 MB") == "backup-limit 10 MB\n"
    assert "is not a whole number from 10 to 100000" in backed_up.refusal("settings", "backup-limit", "9")
    size = backed_up.journal.stat().st_size
    monkeypatch.setattr("backjournal.store.backing_up.MEGABYTE", size // 9)
    backed_up.clock.advance(timedelta(minutes=31))
    result = backed_up.run("log", "--pain", "7")
    assert result.exit_code == 0
    assert result.stderr == (
        "backjournal: the backups took more than 10 MB: 1 backup removed, of 2026-11-21;"
        " 'backjournal settings backup-limit' sets more\n"
    )
    assert len(backed_up.json("backups", "--json")) == 1
    backed_up.run("log", "--pain", "8")
    assert "1 backup removed, of 2026-11-21" in backed_up.run("backup").stderr
