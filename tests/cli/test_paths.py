"""Paths: what a shell expands is expanded everywhere, links are followed, and what is no file is left untouched."""

import os
import re
import shlex
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from backjournal.cli.direct import directly
from backjournal.cli.root import root
from backjournal.cli.session import chosen_journal
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.store.paths import default_journal, own_folder, typed_path, with_journal
from backjournal.tui.core.export_form import path_from
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home folder that HOME names, with the working folder elsewhere."""
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    for folder in (home, elsewhere):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("MINE", str(home))
    monkeypatch.chdir(elsewhere)
    return home


@pytest.mark.parametrize("typed", ["~/x.db", "$MINE/x.db", "${MINE}/x.db", "$HOME/./x.db"])
def test_what_a_shell_expands_is_expanded_wherever_a_path_is_typed(
    home: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    assert chosen_journal(typed) == home / "x.db"
    assert path_from({"file": f" {typed} "}) == home / "x.db"
    run = CliRunner().invoke
    assert run(root, [f"--journal={typed}", "log", "--pain", "4"], obj=clock).exit_code == 0
    monkeypatch.setenv("BACKJOURNAL_FILE", typed)
    assert "pain 4" in run(root, ["diary"], obj=clock).stdout
    start = directly(["status"], {"BACKJOURNAL_FILE": typed})
    assert start is not None
    assert start() == 0
    plan = typed.replace("x.db", "plan.toml")
    run(root, ["plan", "starter"], obj=clock)
    for words in (["export", "diary", "-o", typed.replace("x.db", "d.csv")], ["plan", "export", plan]):
        assert run(root, words, obj=clock).exit_code == 0
    copy = typed.replace("x.db", "copy.db")
    for words in (["plan", "import", plan, "--yes"], ["backup", copy], ["restore", copy, "--yes"]):
        assert run(root, words, obj=clock).exit_code == 0
    assert {path.name for path in home.iterdir()} == {"x.db", "backups", "plan.toml", "d.csv", "copy.db"}
    assert list(Path.cwd().iterdir()) == [], "no folder with the name ~"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("$NOWHERE/x.db", "the variable NOWHERE in $NOWHERE/x.db is not set"),
        ("${NOWHERE}.db", "the variable NOWHERE in ${NOWHERE}.db is not set"),
        ("~nobody-here/x.db", "nobody here is called nobody-here"),
    ],
)
def test_what_is_unknown_is_refused_in_one_line(home: Path, clock: ManualClock, typed: str, message: str) -> None:
    with pytest.raises(InvalidValue, match="^" + message.replace("$", r"\$").replace("{", r"\{")) as refused:
        typed_path(typed)
    assert refused.value.field == "file"
    result = CliRunner().invoke(root, ["--journal", typed, "log", "--pain", "4"], obj=clock)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert message in result.stderr
    assert list(Path.cwd().iterdir()) == []
    with pytest.raises(InvalidValue, match="no control characters"):
        path_from({"file": "a\0b"})


def test_a_name_with_such_characters_is_taken_as_it_is(home: Path) -> None:
    Path("cost$here").touch()
    for name in ("cost$here", "a$1.csv", "x~", "100$", "./~"):
        assert typed_path(name) == Path(name)


@pytest.mark.parametrize("value", [None, ""])
def test_without_a_home_the_variables_are_named(
    home: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    def nobody(_: object) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", nobody)
    for name in ("HOME", "XDG_DATA_HOME", "BACKJOURNAL_FILE"):
        monkeypatch.delenv(name, raising=False)
    if value is not None:
        monkeypatch.setenv("HOME", value)
    for words in (["log", "--pain", "4"], ["today"], []):
        result = CliRunner().invoke(root, words, obj=clock)
        assert result.exit_code == 1
        assert result.stderr == (
            "backjournal: your data folder is unknown: set the variable HOME or XDG_DATA_HOME,"
            " or name the journal with --journal or the variable BACKJOURNAL_FILE\n"
        )
    with pytest.raises(InvalidValue, match="your home folder is unknown: set the variable HOME, or write the whole"):
        path_from({"file": "~/x.csv"})
    assert list(Path.cwd().iterdir()) == []


def test_a_folder_that_the_system_names_is_expanded_too(home: Path) -> None:
    # Earlier versions of platformdirs leave that to others.
    assert own_folder(lambda name, appauthor: Path("~/data") / name) == home / "data" / "backjournal"
    with pytest.raises(JournalError, match="your data folder is unknown: set the variable HOME or XDG_DATA_HOME"):
        own_folder(lambda name, appauthor: Path("$NOWHERE") / name)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "not mounted" / "x")


def loop(path: Path) -> None:
    path.symlink_to(path)


def listening(path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket has about a hundred characters at most
    server.bind(path.name)
    os.chdir(here)
    server.close()


def device(path: Path) -> None:
    path.symlink_to(os.devnull)


KINDS: dict[Callable[[Path], object], str] = {
    link_to_nothing: "is a link to ",
    loop: "is reached by links that lead in a circle: ",
    os.mkfifo: "is a pipe: ",
    device: "is a device: ",
    listening: "is a socket: ",
    Path.mkdir: "is a folder: ",
}


@pytest.mark.parametrize("make", KINDS)
def test_what_is_no_file_is_refused_and_left_alone(
    commands: Commands, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    place = tmp_path / "there"
    make(place)
    before, journal = os.lstat(place), Commands(place, commands.clock)
    beside = sorted(tmp_path.rglob("*"))
    for words in (["today"], ["log", "--pain", "4"], ["undo"], ["check"], ["export", "diary"]):
        assert journal.refusal(*words).startswith(f"{place} {KINDS[make]}")
    for words in (
        ["export", "diary", "-o", str(place)],
        ["export", "diary", "--force", "-o", str(place)],
        ["plan", "export", str(place), "--force"],
        ["plan", "import", str(place), "--yes"],
    ):
        assert commands.refusal(*words).startswith(f"{place} {KINDS[make]}")
    after = os.lstat(place)
    assert (after.st_ino, after.st_mode, after.st_mtime) == (before.st_ino, before.st_mode, before.st_mtime)
    assert sorted(tmp_path.rglob("*")) == beside


def test_a_folder_that_is_a_link_to_nothing_is_named(commands: Commands, tmp_path: Path) -> None:
    link_to_nothing(tmp_path / "disk")
    inside = Commands(tmp_path / "disk" / "mine" / "j.db", commands.clock)
    refused = inside.refusal("log", "--pain", "4")
    assert f"{inside.journal} is in {tmp_path / 'disk'}, a link to {tmp_path / 'not mounted' / 'x'}, " in refused
    assert "(is its disk connected?)" in refused
    assert "a link to" in commands.refusal("export", "diary", "-o", str(inside.journal))


def test_a_link_to_a_journal_is_the_journal_with_all_that_belongs_to_it(commands: Commands, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(commands.journal)
    by_link = Commands(link, commands.clock)
    by_link.output("log", "--pain", "4")
    assert len(commands.json("diary", "--json")) == 1
    assert link.is_symlink()
    assert {path.name for path in commands.journal.parent.iterdir()} == {"journal.db", "backups"}
    assert not (tmp_path / "backups").exists()
    own = commands.journal.parent / f"{commands.journal.name}-journal"
    assert "belongs to the journal itself" in by_link.refusal("export", "diary", "-o", str(link), "--force")
    own.touch()
    assert "belongs to the journal itself" in by_link.refusal("export", "diary", "-o", str(own), "--force")


def test_force_writes_through_a_link(commands: Commands, tmp_path: Path) -> None:
    real, link = tmp_path / "shared" / "diary.csv", tmp_path / "diary.csv"
    real.parent.mkdir()
    real.write_text("before")
    link.symlink_to(real)
    assert "exists already" in commands.refusal("export", "diary", "-o", str(link))
    commands.output("export", "diary", "-o", str(link), "--force")
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"\xef\xbb\xbfid,day") or real.read_bytes().startswith(b"id,day")
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert [path.name for path in real.parent.iterdir()] == ["diary.csv"]


def test_an_emergency_is_answered_even_if_the_journal_is_not_there(commands: Commands, tmp_path: Path) -> None:
    link_to_nothing(tmp_path / "link.db")
    result = Commands(tmp_path / "link.db", commands.clock).run("log", "--symptom", "saddle numbness")
    assert result.exit_code == 1
    assert "Get emergency help now" in result.stdout


def test_an_empty_path_is_refused_not_taken_for_the_usual_one(home: Path, clock: ManualClock) -> None:
    run = CliRunner().invoke
    for words in (
        ["--journal", "", "log", "--pain", "4"],
        ["--journal", " ", "today"],
        ["backup", ""],
        ["restore", ""],
    ):
        result = run(root, words, obj=clock)
        assert result.exit_code == 1, words
        assert result.stderr == "backjournal: the path is empty: write one\n" or "no journal" in result.stderr
    start = directly(["--journal", "", "status"], {})
    assert start is not None
    assert start() == 1
    assert list(home.iterdir()) == []


def test_a_copy_is_not_written_through_a_link_to_nothing(commands: Commands, tmp_path: Path) -> None:
    commands.output("log", "--pain", "4")
    link = tmp_path / "link.db"
    link_to_nothing(link)
    for words in (["backup", str(link)], ["backup", str(link), "--force"]):
        assert f"{link} is a link to {link.readlink()}, which is not there" in commands.refusal(*words)
    assert not link.exists()


@pytest.mark.parametrize("name", ["journal.db", "my journal.db", "it's.db", "$x `y`.db"])
def test_advice_that_restores_or_mends_means_the_journal_that_was_named(
    home: Path, clock: ManualClock, name: str
) -> None:
    text = "see 'backjournal check --fix' or 'backjournal restore 2026-11-21', and 'backjournal diary'"
    assert with_journal(text, default_journal()) == text
    told = with_journal(text, home / name)
    assert told.endswith("and 'backjournal diary'")
    typed = re.findall(r"backjournal (--journal .*?) (?:check|restore)", told)
    assert [shlex.split(each)[1] for each in typed] == [str(home / name)] * 2
