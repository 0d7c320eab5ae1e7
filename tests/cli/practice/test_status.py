"""The status: the day in one line, and an exit status for scripts."""

from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.library.red_flags import Urgency, advice
from tests.helpers.commands import Commands, program
from tests.program.test_imports import loaded

WITHOUT_CLICK = "sys.modules['click'] = None"


def status(commands: Commands) -> tuple[str, int]:
    """Return the line of the status and its exit status."""
    result = commands.run("status")
    assert result.stderr == ""
    assert result.stdout.endswith("\n")
    assert result.stdout.count("\n") == 1
    return result.stdout.rstrip("\n"), result.exit_code


def test_it_tells_what_is_done_and_leaves_out_what_was_not_noted(commands: Commands) -> None:
    assert status(commands) == ("0/4", 3)
    commands.output("done", "bridge")
    commands.output("log", "--pain", "4")
    assert status(commands) == ("1/4 · pain 4", 3)
    commands.output("log", "--mobility", "6", "--at", "09:20")
    assert status(commands) == ("1/4 · pain 4 · mobility 6", 3)
    commands.output("log", "--pain", "0", "--at", "09:25")
    assert status(commands) == ("1/4 · pain 4 · mobility 6", 3), "the latest by its time counts, not the latest written"
    commands.clock.advance(timedelta(days=1))
    assert status(commands) == ("0/4", 3), "yesterday's pain is not today's"


def test_it_counts_the_day_of_an_open_flare_up(commands: Commands) -> None:
    commands.output("flare-up", "start", "--day", "2026-11-19")
    assert status(commands) == ("0/4 · flare-up day 3", 3)
    commands.output("flare-up", "end", "--day", "2026-11-20")
    assert status(commands) == ("0/4", 3)


@pytest.mark.parametrize(("symptom", "urgency"), [("chest pain", Urgency.EMERGENCY), ("foot drop", Urgency.URGENT)])
def test_what_to_do_about_a_standing_sign_comes_first(commands: Commands, symptom: str, urgency: Urgency) -> None:
    commands.output("log", "--symptom", symptom)
    assert status(commands) == (f"{advice(urgency).title} · 0/4", 3)
    commands.output("symptoms", "--seen")
    assert status(commands) == ("0/4", 3)


def test_several_times_a_day_count_as_in_the_checklist(commands: Commands) -> None:
    commands.output("done", "knee to chest", "--times", "1")
    assert status(commands) == ("0/4", 3)
    commands.output("done", "knee to chest")
    assert status(commands) == ("1/4", 3)
    assert "1 of 4 exercises done." in commands.output("today")


def test_a_day_is_complete_when_nothing_is_left_to_do(commands: Commands) -> None:
    for name in ("knee rolls", "knee to chest", "bridge"):
        commands.output("done", name)
    commands.output("done", "walking", "--minutes", "10")
    assert status(commands) == ("3/4", 3), "one that is done in part is left"
    commands.output("skip", "walking", "--reason", "rain")
    assert status(commands) == ("3/4", 0)
    commands.output("done", "walking")
    assert status(commands) == ("4/4", 0)


def test_so_often_a_week_is_left_only_when_the_week_has_no_day_to_spare(fresh: Commands) -> None:
    fresh.output("plan", "add", "walking", "--days", "1 a week")
    fresh.clock.advance(timedelta(days=7))
    assert status(fresh) == ("nothing to do", 0)
    fresh.clock.advance(timedelta(days=1))
    assert status(fresh) == ("0/1", 3), "it is the last day of the week"


def test_without_a_plan_there_is_nothing_to_do(fresh: Commands) -> None:
    fresh.output("log", "--pain", "7")
    assert status(fresh) == ("nothing to do · pain 7", 0)


def test_without_a_journal_it_is_refused_in_one_line_and_makes_none(fresh: Commands) -> None:
    assert f"there is no journal at {fresh.journal} yet" in fresh.refusal("status")
    assert not fresh.journal.parent.exists()


def test_nothing_is_written(commands: Commands) -> None:
    before = {path: path.read_bytes() for path in commands.journal.parent.iterdir()}
    status(commands)
    assert {path: path.read_bytes() for path in commands.journal.parent.iterdir()} == before


@pytest.mark.parametrize("chosen", ["option", "environment"])
def test_the_program_prints_it_without_click(commands: Commands, chosen: str) -> None:
    commands.output("plan", "stop", "hip hinge")
    journal = str(commands.journal)
    words = ["--journal", journal, "status"] if chosen == "option" else ["status"]
    env = {"BACKJOURNAL_FILE": journal if chosen == "environment" else "/nowhere/journal.db"}
    result = program(*words, env=env, prelude=WITHOUT_CLICK)
    # The clock of the machine says which day it is: each has these four exercises.
    assert (result.stdout, result.stderr, result.returncode) == ("0/4\n", "", 3)


def test_the_program_refuses_without_click_in_one_line(tmp_path: Path) -> None:
    result = program("--journal", str(tmp_path / "none.db"), "status", prelude=WITHOUT_CLICK)
    assert (result.stdout, result.returncode) == ("", 1)
    assert result.stderr.startswith("backjournal: there is no journal at ")
    assert result.stderr.count("\n") == 1
    (tmp_path / "other.db").write_text("a file of another program")
    result = program("--journal", str(tmp_path / "other.db"), "status", prelude=WITHOUT_CLICK)
    assert "is not a journal" in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_error_of_the_program_itself_is_one_line_without_what_was_written(commands: Commands) -> None:
    commands.output("log", "--pain", "4", "--note", "a secret")
    prelude = (
        "import backjournal.exchange.status_line as module\n"
        "def broken(*_): raise ZeroDivisionError('a secret')\n"
        "module.progress_of = broken\n"
    )
    result = program("--journal", str(commands.journal), "status", prelude=prelude)
    assert result.returncode == 1
    assert result.stderr.startswith("backjournal: an error of backjournal itself (ZeroDivisionError in status_line.py")
    assert (result.stderr.count("\n"), "secret" in result.stderr) == (1, False)


def test_the_checklist_of_today_is_printed_without_click_as_with_it(commands: Commands) -> None:
    words = ("--journal", str(commands.journal), "today")
    alone, with_click = program(*words, prelude=WITHOUT_CLICK), program(*words, "--day", "today")
    assert (alone.returncode, alone.stdout) == (0, with_click.stdout)
    assert "Bridge" in alone.stdout


def test_help_and_mistakes_are_left_to_click(commands: Commands) -> None:
    assert program("status", "--help").stdout.startswith("Usage: backjournal status ")
    assert program("status", "today").returncode == 2
    assert "No such command 'statu'" in program("statu").stderr
    assert commands.offered("stat") == ["status"]


def test_the_app_is_refused_without_click_where_there_is_no_terminal(tmp_path: Path) -> None:
    result = program("--journal", str(tmp_path / "journal.db"), prelude=WITHOUT_CLICK)
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith("backjournal: the app needs a terminal")


def test_a_full_disk_is_told_in_one_line(commands: Commands) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full")
    prelude = "import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1)"
    result = program("--journal", str(commands.journal), "status", prelude=prelude)
    told = "backjournal: standard output could not be written: No space left on device\n"
    assert (result.returncode, result.stderr) == (1, told)


def test_it_loads_nothing_heavy(commands: Commands) -> None:
    lines = (
        "import sys, contextlib\n"
        f"sys.argv = ['backjournal', '--journal', {str(commands.journal)!r}, 'status']\n"
        "from backjournal.cli import main\n"
        "with contextlib.suppress(SystemExit): main()"
    )
    unused = {
        "click",
        "sqlite_utils",
        "textual",
        "rich",
        "plotext",
        "tomllib",
        "difflib",
        "importlib.resources",
        "platformdirs",
        "json",
        "backjournal.library.red_flags",
        "backjournal.model.measures",
    }
    assert loaded(lines) & unused - loaded("") == set()
