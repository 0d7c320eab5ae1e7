"""What is loaded when: nothing heavy before it is needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("sqlite_utils", "textual", "rich", "plotext")


def loaded(lines: str) -> set[str]:
    """Return the modules that a process of its own has loaded after some lines of Python."""
    end = "import json, sys; print(); print(json.dumps(list(sys.modules)))"
    command = [sys.executable, "-c", f"{lines}\n{end}"]
    result = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return set(json.loads(result.stdout.splitlines()[-1]))


def after_command(*arguments: str) -> set[str]:
    """Return the modules that a command has loaded, whether it was refused or not."""
    return loaded(
        f"from backjournal.cli.root import root\ntry:\n    root({list(arguments)!r})\nexcept SystemExit:\n    pass"
    )


def test_the_package_itself_loads_nothing() -> None:
    before, after = loaded(""), loaded("import backjournal")
    assert after - before == {"backjournal"}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["log", "--help"], ["symptoms"], ["plan", "library"], ["nonsense"]]
)
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    assert after_command(*arguments).isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "arguments",
    [
        ["today"],
        ["done", "bridge"],
        ["log", "--pain", "4"],
        ["diary"],
        ["export", "diary"],
        ["trends", "--plain"],
        ["plan"],
        ["plan", "add", "bridge"],
        ["undo"],
    ],
)
def test_commands_on_the_journal_load_neither_textual_nor_plotext(tmp_path: Path, arguments: list[str]) -> None:
    journal = str(tmp_path / "journal.db")
    modules = loaded(
        "from backjournal.cli.root import root\n"
        f"for words in (['log', '--pain', '3'], {arguments!r}):\n"
        "    try:\n"
        f"        root(['--journal', {journal!r}, *words])\n"
        "    except SystemExit:\n"
        "        pass"
    )
    assert "sqlite_utils" in modules
    assert modules.isdisjoint({"textual", "rich", "plotext"})


def test_the_charts_load_plotext_and_not_textual(tmp_path: Path) -> None:
    journal = str(tmp_path / "journal.db")
    modules = loaded(
        "from backjournal.cli.root import root\n"
        "for words in (['log', '--pain', '3'], ['trends']):\n"
        "    try:\n"
        f"        root(['--journal', {journal!r}, *words])\n"
        "    except SystemExit:\n"
        "        pass"
    )
    assert "plotext" in modules
    assert "textual" not in modules
