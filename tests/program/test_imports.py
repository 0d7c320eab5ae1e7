"""Which modules are loaded when: nothing heavy before it is needed."""

import json
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from backjournal.days import SystemClock
from backjournal.store.store import Store

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


COMMAND = """\
import json, sys
from backjournal.cli import main
sys.argv = ["backjournal", "--journal", {path!r}, *{words!r}]
try:
    main()
except SystemExit:
    pass
print()
print(json.dumps(list(sys.modules)))
"""
"""Runs a command as the program does, and prints which modules are loaded then."""

SLOW_TO_LOAD = ("dataclasses", "tomllib", "tempfile", "platformdirs", "zoneinfo", "sqlite_utils")
RARELY_NEEDED = ("store.backups", "library.red_flags", "library.own_words", "journal.signs", "exchange.symptom_lines")
OF_OTHER_COMMANDS = ("views", "trends", "guidance", "demo", "tui", "plan.progress", "exchange.export")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "without"),
    [
        ("status", ("click", "inspect", "library", *OF_OTHER_COMMANDS, *RARELY_NEEDED)),
        ("today", ("click", "inspect", "views", "guidance", "demo", "tui", "exchange.export", *RARELY_NEEDED)),
        ("log --pain 4", (*OF_OTHER_COMMANDS, "exchange.symptom_lines")),
        ("done bridge", ("views", "trends", "guidance", "demo", "tui", "exchange.export")),
        ("diary", ("views", "guidance", "demo", "tui", "exchange.export", "library.own_words", "journal")),
        ("export diary", ("views", "guidance", "demo", "tui", "library", "journal")),
    ],
)
def test_a_command_loads_only_what_its_answer_needs(
    journal_with_plan: Path, tmp_path: Path, words: str, without: tuple[str, ...]
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(journal_with_plan.read_bytes())
    with closing(Store.open(path, SystemClock())) as store:
        store.back_up()
    found = printed_json(COMMAND.format(path=str(path), words=words.split()))
    assert "backjournal.store.store" in found
    ours = [f"backjournal.{name}" for name in without]
    unwanted = {*SLOW_TO_LOAD, *without, *ours}
    assert {name for name in found if name in unwanted or name.startswith(tuple(f"{each}." for each in ours))} == set()


FIRST_SCREEN = """\
import asyncio, json, sys
from pathlib import Path
from types import ModuleType
from backjournal.days import SystemClock
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp

async def complete(app):
    app.found = [name for name, module in list(sys.modules.items()) if type(module) is ModuleType]
    app.shown = len(app.screen.query_one("#checklist").row_ids)
    app.exit()

BackjournalApp.complete = complete
app = BackjournalApp(Store.open(Path({path!r}), SystemClock()))
asyncio.run(app.run_async(headless=True, size=(140, 45)))
print()
print(json.dumps([app.shown, app.found]))
"""
"""Prints how many exercises the first screen shows, and which modules are loaded then."""


@pytest.mark.slow
def test_the_day_is_shown_before_anything_is_loaded_that_it_does_not_need(journal_with_plan: Path) -> None:
    rows, found = printed_json(FIRST_SCREEN.format(path=str(journal_with_plan)))
    assert rows
    assert "backjournal.tui.today.pane" in found
    parts = (
        "plotext",
        "backjournal.views",
        "backjournal.exchange",
        "backjournal.plots.canvas",
        "backjournal.plan.progress",
        "backjournal.plan.day_end",
        "backjournal.tui.core.lately",
        "backjournal.tui.today.aside_text",
    )
    widgets = ("textual.widgets._text_area", "textual.widgets._data_table")
    assert not [name for name in found if name.startswith((*parts, *widgets))]
    panes = [f"backjournal.tui.{pane}.pane" for pane in ("diary", "trends", "plan", "measures")]
    windows = ("form", "_dialog", ".page", "_page", ".chooser", ".guided", "question", ".advice", ".confirm")
    assert not [name for name in found if name.startswith("backjournal.tui") and name.endswith((*panes, *windows))]
