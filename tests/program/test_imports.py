"""Which modules are loaded when: nothing heavy before it is needed."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

HEAVY = ("sqlite_utils", "textual", "rich", "plotext")


def printed_json(lines: str) -> Any:
    """Return the JSON that a process of its own prints in its last line."""
    result = subprocess.run([sys.executable, "-c", lines], check=True, capture_output=True, text=True, timeout=60)
    return json.loads(result.stdout.splitlines()[-1])


def loaded(lines: str) -> set[str]:
    """Return the modules that a process of its own has loaded after some lines of Python."""
    return set(printed_json(f"{lines}\nimport json, sys; print(); print(json.dumps(list(sys.modules)))"))


def loaded_first_by(heavy: Iterable[str], *commands: list[str]) -> dict[str, str]:
    """Return which command was the first to load each of some modules, whether it was refused or not."""
    return cast(
        dict[str, str],
        printed_json(
            "import json, sys\n"
            "from backjournal.cli.root import root\n"
            "loaded = {}\n"
            f"for words in {list(commands)!r}:\n"
            "    try:\n"
            "        root(words)\n"
            "    except SystemExit:\n"
            "        pass\n"
            f"    for name in {list(heavy)!r}:\n"
            "        if name in sys.modules:\n"
            "            loaded.setdefault(name, ' '.join(words))\n"
            "print()\n"
            "print(json.dumps(loaded))"
        ),
    )


def test_the_package_itself_loads_nothing() -> None:
    before, after = loaded(""), loaded("import backjournal")
    assert after - before == {"backjournal"}


def test_light_commands_load_nothing_heavy() -> None:
    light = "--help", "--version", "log --help", "trends --help", "symptoms", "plan library", "nonsense"
    assert loaded_first_by(HEAVY, *(words.split() for words in light)) == {}


def test_commands_on_the_journal_load_neither_textual_nor_plotext(tmp_path: Path) -> None:
    commands = (
        *("log --pain 3", "today", "done bridge", "log --pain 4", "diary", "export diary", "trends --plain"),
        *("trends answer", "trends goes-with", "plan", "plan add bridge", "undo"),
    )
    journal = ["--journal", str(tmp_path / "journal.db")]
    found = loaded_first_by(HEAVY, *([*journal, *words.split()] for words in commands))
    assert [*found] == ["sqlite_utils"]


def test_the_charts_load_plotext_and_not_textual(tmp_path: Path) -> None:
    journal = ["--journal", str(tmp_path / "journal.db")]
    found = loaded_first_by(HEAVY, [*journal, "log", "--pain", "3"], [*journal, "trends"])
    assert "plotext" in found
    assert "textual" not in found


def test_a_journal_that_is_up_to_date_is_read_and_written_without_sqlite_utils(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    lines = f"""
from pathlib import Path
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, check_in
store = Store.open(Path({str(path)!r}), ManualClock())
store.checklist(TODAY)
store.diary.save(check_in())
store.changes.undo()
store.close()"""
    assert "sqlite_utils" in loaded(lines), "it makes the tables of a new journal"
    assert "sqlite_utils" not in loaded(lines)
