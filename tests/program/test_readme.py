"""The README agrees with the program."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import click
import pytest
from textual.binding import Binding
from textual.keys import _character_to_key

from backjournal.cli.root import root
from backjournal.exchange.checklist_csv import CHECKLIST_COLUMNS
from backjournal.exchange.diary_csv import DIARY_COLUMNS
from backjournal.exchange.experiments_csv import EXPERIMENTS_COLUMNS
from backjournal.exchange.measures_csv import MEASURES_COLUMNS
from backjournal.library.exercises import library
from backjournal.store.thinning import DAYS, MONTHS, WEEKS
from backjournal.tui.app import BackjournalApp
from backjournal.tui.diary.entries import DiaryEntries
from backjournal.tui.diary.pane import DiaryPane
from backjournal.tui.measures.entries import MeasureEntries
from backjournal.tui.measures.pane import MeasuresPane
from backjournal.tui.measures.result_form import ResultForm
from backjournal.tui.measures.results import MeasureResults
from backjournal.tui.measures.timed_test import TimedTestScreen
from backjournal.tui.plan.entries import PlanEntries
from backjournal.tui.plan.pane import PlanPane
from backjournal.tui.practice.guided import GuidedPractice
from backjournal.tui.practice.stopwatch import StopwatchScreen
from backjournal.tui.today.checklist import ChecklistEntries
from backjournal.tui.today.pane import TodayPane
from backjournal.tui.trends.figures import Figures
from backjournal.tui.trends.graphs import TrendsGraphs
from backjournal.tui.trends.pane import TrendsPane
from backjournal.tui.widgets.form import FormScreen
from backjournal.views.catalog import VIEWS
from tests.helpers.commands import Commands

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text("utf-8")
ARROWS = {
    "←": "left",
    "→": "right",
    "shift+↑": "shift+up",
    "shift+↓": "shift+down",
    "shift+←": "shift+left",
    "shift+→": "shift+right",
    "esc": "escape",
}
UNDOCUMENTED = {
    "ctrl+q",  # Textual's own way out, beside q
    "ctrl+c",  # shows Textual's hint on how to quit
    "ctrl+z",  # suspends, as everywhere
    "up",
    "down",  # moving about needs no explanation
    "K",
    "J",
    "less_than_sign",
    "greater_than_sign",
    "equals_sign",  # second keys of actions that have one
}


def section(title: str) -> str:
    """Return the text under a heading."""
    return re.split(rf"^## {re.escape(title)}$", README, flags=re.MULTILINE)[1].split("\n## ")[0]


def first_cells(table: str) -> list[str]:
    """Return the texts in backquotes in the first column of a section's tables."""
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    return [word for row in rows for word in re.findall(r"`([^`]+)`", row)]


def bound_keys() -> set[str]:
    """Return every key that a pane, a form or the app binds."""
    owners = (
        BackjournalApp,
        TodayPane,
        ChecklistEntries,
        DiaryPane,
        DiaryEntries,
        TrendsPane,
        TrendsGraphs,
        Figures,
        PlanPane,
        PlanEntries,
        MeasuresPane,
        MeasureEntries,
        MeasureResults,
        ResultForm,
        TimedTestScreen,
        GuidedPractice,
        StopwatchScreen,
        FormScreen,
    )
    bindings = chain.from_iterable(Binding.make_bindings(owner.BINDINGS) for owner in owners)
    return {binding.key for binding in bindings}


def test_the_plan_file_is_one_that_the_program_takes(fresh: Commands, tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", section("A plan file"), flags=re.DOTALL)
    file = tmp_path / "plan.toml"
    file.write_text(example, "utf-8")
    fresh.output("plan", "import", str(file), "--yes")
    printed = fresh.output("plan")
    assert [name for name in ("Bird-dog", "Walking", "Towel slide") if name in printed] == [
        "Bird-dog",
        "Walking",
        "Towel slide",
    ]
    assert "Walk the dog for an hour again" in printed


def command_names(group: click.Group) -> set[str]:
    """Return the commands of a group."""
    return set(group.commands)


def test_the_keys_are_those_of_the_program() -> None:
    documented = {
        ARROWS.get(key, _character_to_key(key) if len(key) == 1 else key) for key in first_cells(section("Keys"))
    }
    assert documented - {"ctrl+p"} == bound_keys() - UNDOCUMENTED
    assert BackjournalApp.COMMAND_PALETTE_BINDING == "ctrl+p"


def test_the_commands_are_those_of_the_program() -> None:
    documented = {cell.split()[1] for cell in first_cells(section("Commands")) if cell.count(" ")}
    assert documented == command_names(root)


@pytest.mark.parametrize("line", re.findall(r"^backjournal .*$", section("Commands"), flags=re.MULTILINE))
def test_the_examples_are_right_usage(line: str) -> None:
    name, *rest = re.findall(r'"[^"]*"|\S+', line)[1:]
    command = root.commands[name]
    if isinstance(command, click.Group):
        command = command.commands[rest.pop(0)]
    with command.make_context(name, [word.strip('"') for word in rest], resilient_parsing=False) as context:
        assert context.params


def test_every_view_of_the_trends_is_explained() -> None:
    explained = re.findall(r"\*(\w[\w-]*)\*:", section("The panes"))
    assert explained == [view.label for view in VIEWS]


def test_the_columns_are_those_of_the_exports() -> None:
    columns = [*DIARY_COLUMNS, *CHECKLIST_COLUMNS, *MEASURES_COLUMNS, *EXPERIMENTS_COLUMNS]
    assert first_cells(section("CSV columns")) == columns


def test_the_figures_are_those_of_the_program() -> None:
    assert f"The library has {len(library())} exercises" in README
    assert f"the newest of {DAYS} days, of {WEEKS} weeks before those, and of {MONTHS} months before those" in README


def test_continuous_integration_calls_the_documented_line() -> None:
    line = re.findall(r"^python3 -m venv .*pytest$", section("Test"), flags=re.MULTILINE)
    assert len(line) == 1
    assert line[0] in (PROJECT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_packages_are_those_of_the_program_from_the_top_layer_down() -> None:
    documented = [name.removesuffix("/").removesuffix(".py") for name in first_cells(section("For developers"))]
    contract = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    layers = [layer.split(" | ") for layer in contract["layers"]]
    level = {room: number for number, rooms in enumerate(layers) for room in rooms}
    assert set(documented) == set(level) - {"__main__"}
    assert documented == sorted(documented, key=level.__getitem__)


@pytest.mark.parametrize("page", ["README.md", ".github/CONTRIBUTING.md"])
def test_the_files_that_are_named_are_there(page: str) -> None:
    text = (PROJECT / page).read_text("utf-8")
    text = text.partition("## For developers")[2] or text
    files = re.findall(r"`((?:[\w.]+/)*\w+\.(?:py|toml|tcss))`", text)
    assert len(files) > 10
    known = [
        path.relative_to(PROJECT).as_posix() for top in ("backjournal", "tests") for path in (PROJECT / top).rglob("*")
    ]
    assert [file for file in files if not any(f"/{path}".endswith(f"/{file}") for path in known)] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"\]\((\.pictures/[^)]+)\)", README)
    assert len(pictures) >= 6
    assert all((PROJECT / picture).is_file() for picture in pictures)
