"""The commands that export the plan to a file and import it from one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from backjournal.cli.plan import files
from backjournal.cli.root import root
from tests.helpers.commands import Commands

ALIKE = "The plan is like this already."

PLAN = """
aim = "Walk the dog for an hour again"
prescribed_by = "M. Example"

[[exercise]]
name = "knee to chest"
repetitions = 2
hold = 5
times_a_day = 2

[[exercise]]
name = "Knee rolls"
breaths = 8

[[exercise]]
name = "Bridge"
sets = 3
repetitions = 10
hold = 3
schedule = "mon wed fri"

[[exercise]]
name = "Towel slide"
category = "strengthening"
repetitions = 8
from = 2026-12-01
note = "Slowly."
"""

SHOWN = [
    "Aim: Walk the dog for an hour again",
    "Prescribed by M. Example.",
    "Changed: Bridge, 2 × 10, 3 s, daily → 3 × 10, 3 s, mon wed fri, from tomorrow, as today is ticked or skipped.",
    "Added: Towel slide, 8 times, daily, from Tuesday 1 December 2026.",
    "  Category: strengthening.",
    "  Note: Slowly.",
    "Stopped: Walking, 30 min, daily, from today. Its past stays.",
    "Stopped: Hip hinge, 2 × 8, mon, from today. Its past stays.",
    "New order: Knee to chest, Knee rolls, Bridge, Towel slide.",
    "As before: Knee to chest, Knee rolls.",
]
TAKEN = "Taken: the plan is now as in the file."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def names(commands: Commands) -> list[str]:
    return [row["exercise"] for row in commands.json("plan", "show", "--json")]


def test_a_plan_is_shown_taken_and_taken_back_in_one_step(commands: Commands, file: Path) -> None:
    commands.output("done", "bridge")
    before = commands.output("plan", "export")
    assert commands.lines("plan", "import", str(file), "--yes") == [*SHOWN, TAKEN]
    assert names(commands) == ["Knee to chest", "Knee rolls", "Bridge", "Bridge", "Towel slide"]
    assert commands.lines("plan", "import", str(file), "--yes") == [ALIKE]
    assert "Walking" in commands.output("today", "--day", "yesterday"), "the past stays as it was"
    assert commands.output("undo") == "Undone: import of a plan\n"
    assert commands.output("plan", "export") == before


def test_without_a_terminal_nothing_is_changed_unless_asked_for(commands: Commands, file: Path) -> None:
    before = commands.journal.read_bytes()
    result = commands.run("plan", "import", str(file))
    assert result.exit_code == 1
    assert result.stderr == "backjournal: nothing was changed: add --yes to take this plan\n"
    assert len(result.stdout.splitlines()) == len(SHOWN)
    assert commands.journal.read_bytes() == before


@pytest.mark.parametrize(("typed", "line"), [("y\n", TAKEN), ("n\n", "Nothing was changed."), ("\n", "Nothing")])
def test_on_a_terminal_it_asks_first(
    commands: Commands, file: Path, monkeypatch: pytest.MonkeyPatch, typed: str, line: str
) -> None:
    monkeypatch.setattr(files, "_on_terminal", lambda: True)
    arguments = ["--journal", str(commands.journal), "plan", "import", str(file)]
    result = CliRunner().invoke(root, arguments, obj=commands.clock, input=typed)
    assert result.exit_code == 0
    assert "Take it? [y/N]: " in result.stdout
    assert result.stdout.splitlines()[-1].startswith(line)
    assert ("Towel slide" in names(commands)) == (line == TAKEN)


def test_what_is_exported_is_imported_elsewhere(commands: Commands, tmp_path: Path) -> None:
    out, other = tmp_path / "out.toml", Commands(tmp_path / "other" / "journal.db", commands.clock)
    assert commands.output("plan", "export", str(out)) == f"Written: {out}\n"
    assert commands.output("plan", "export") == commands.output("plan", "export", "-") == out.read_text("utf-8")
    assert commands.lines("plan", "import", str(out)) == [ALIKE]
    other.run("plan", "import", str(out))
    assert not other.journal.exists(), "a plan that was only shown makes no journal"
    assert other.lines("plan", "import", str(out), "--yes")[-1] == TAKEN
    assert other.output("plan", "export") == out.read_text("utf-8")


def test_an_export_replaces_nothing_unasked_and_the_journal_never(commands: Commands, file: Path) -> None:
    message = f"{file} exists already: add --force to replace it"
    assert commands.refusal("plan", "export", str(file)) == message
    assert file.read_text("utf-8") == PLAN
    commands.output("plan", "export", str(file), "--force")
    assert 'name = "Hip hinge"' in file.read_text("utf-8")
    before = commands.journal.read_bytes()
    assert "belongs to the journal itself" in commands.refusal("plan", "export", str(commands.journal), "--force")
    assert commands.journal.read_bytes() == before


def test_a_plan_that_cannot_be_taken_is_refused_and_changes_nothing(commands: Commands, file: Path) -> None:
    before = commands.journal.read_bytes()
    file.write_text(PLAN.replace("hold = 3", 'hold = "three"'), encoding="utf-8")
    message = "plan.toml, line 19, hold: 'three' is not a whole number from 1 to 600"
    assert commands.refusal("plan", "import", str(file), "--yes") == message
    assert "there is no file" in commands.refusal("plan", "import", str(file.with_name("gone.toml")), "--yes")
    assert "is a folder" in commands.refusal("plan", "import", str(file.parent), "--yes")
    assert commands.journal.read_bytes() == before
    assert commands.run("plan", "import").exit_code == 2


def test_there_is_nothing_to_export_without_a_plan(fresh: Commands) -> None:
    assert "there is no journal" in fresh.refusal("plan", "export")
    fresh.output("log", "--pain", "3")
    assert fresh.refusal("plan", "export").startswith("the plan is empty")
