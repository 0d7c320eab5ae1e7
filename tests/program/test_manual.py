"""The manual agrees with the program."""

import re
from pathlib import Path

import click
import pytest

from backjournal.cli.root import root
from backjournal.exchange.checklist_csv import CHECKLIST_COLUMNS
from backjournal.exchange.diary_csv import DIARY_COLUMNS
from backjournal.exchange.experiments_csv import EXPERIMENTS_COLUMNS
from backjournal.exchange.measures_csv import MEASURES_COLUMNS
from backjournal.library.exercises import library
from backjournal.manual.topics import topics
from backjournal.store.thinning import DAYS, MONTHS, WEEKS
from backjournal.views.catalog import VIEWS
from tests.helpers.commands import Commands

TEXTS = {topic.name: topic.text for topic in topics()}


def first_cells(table: str) -> list[str]:
    """Return the texts in backquotes in the first column of tables."""
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    return [word for row in rows for word in re.findall(r"`([^`]+)`", row)]


def test_the_plan_file_is_one_that_the_program_takes(fresh: Commands, tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXTS["plan-file"], flags=re.DOTALL)
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


@pytest.mark.parametrize("line", re.findall(r"^backjournal .*$", TEXTS["commands"], flags=re.MULTILINE))
def test_the_examples_are_right_usage(line: str) -> None:
    name, *rest = re.findall(r'"[^"]*"|\S+', line)[1:]
    command = root.commands[name]
    if isinstance(command, click.Group):
        command = command.commands[rest.pop(0)]
    with command.make_context(name, [word.strip('"') for word in rest], resilient_parsing=False) as context:
        assert context.params


def test_every_view_of_the_trends_is_explained() -> None:
    explained = re.findall(r"\*(\w[\w-]*)\*:", TEXTS["panes"])
    assert explained == [view.label for view in VIEWS]


def test_the_columns_are_those_of_the_exports() -> None:
    columns = [*DIARY_COLUMNS, *CHECKLIST_COLUMNS, *MEASURES_COLUMNS, *EXPERIMENTS_COLUMNS]
    assert first_cells(TEXTS["csv"]) == columns


def test_the_figures_are_those_of_the_program() -> None:
    assert f"The library has {len(library())} exercises" in TEXTS["panes"]
    kept = f"the newest of {DAYS} days, of {WEEKS} weeks before those, and of {MONTHS} months before those"
    assert kept in " ".join(TEXTS["data"].split())
