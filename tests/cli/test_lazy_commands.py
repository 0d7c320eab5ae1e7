"""A command is loaded when it is called, and no other with it."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from backjournal.cli.root import root
from tests.helpers.commands import Commands
from tests.program.test_imports import loaded


def of_commands(modules: set[str]) -> set[str]:
    """Return the modules among some that hold commands: those in the folders of the command line."""
    return {name.removeprefix("backjournal.cli.") for name in modules if name.startswith("backjournal.cli.")}


def all_commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command of a group with what is typed for it, and those of the groups in it."""
    for name, command in group.commands.items():
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{path}{name} ")


def test_every_command_is_where_the_tables_say_and_has_its_name() -> None:
    found = dict(all_commands(root))
    assert {"log", "plan add", "measures stop", "experiment start", "demo"} <= set(found)
    assert [path for path, command in found.items() if command.name != path.split()[-1]] == []


def test_the_program_loads_no_command_before_one_is_called() -> None:
    assert of_commands(loaded("import backjournal.cli.root")) == {
        "root",
        "group",
        "arguments",
        "output",
        "refusals",
        "session",
    }


@pytest.mark.parametrize(
    ("words", "own", "others"),
    [
        ("undo", "undo", ("diary", "practice", "plan", "measures", "trends", "experiment", "settings")),
        ("log --pain 4", "diary.check_ins", ("practice", "plan", "measures", "trends", "experiment", "diary.symptoms")),
        ("today", "practice.today", ("diary", "plan", "measures", "trends", "experiment", "practice.practise")),
        ("plan library", "plan.plan", ("diary", "practice", "measures", "trends", "experiment", "plan.prescribe")),
    ],
)
def test_a_command_loads_its_own_file_and_not_those_of_others(
    tmp_path: Path, words: str, own: str, others: tuple[str, ...]
) -> None:
    arguments = ["--journal", str(tmp_path / "journal.db"), *words.split()]
    found = of_commands(
        loaded(
            "import contextlib\n"
            "from backjournal.cli.root import root\n"
            f"with contextlib.suppress(SystemExit): root({arguments!r})"
        )
    )
    assert own in found
    assert [name for name in found for other in others if name.startswith(other)] == []


HEAVY = {"textual", "rich", "plotext"}
WORD_LISTS = {"tomllib", "difflib", "backjournal.exchange.symptom_lines"}
FIGURES = {"statistics", "backjournal.trends.change", "backjournal.views.catalog"}
JSON = {"backjournal.exchange.as_json", "backjournal.exchange.export"}
MEASURES = {"backjournal.model.measures", "backjournal.store.measures"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "unused"),
    [
        ("log --pain 4", {*HEAVY, *WORD_LISTS, *FIGURES, *JSON, *MEASURES}),
        ("log --note better", {*HEAVY, *FIGURES, *JSON, *MEASURES}),
        ("done bridge", {*HEAVY, "tomllib", "difflib", *FIGURES, *JSON, *MEASURES}),
        ("undo", {*HEAVY, "tomllib", "difflib", *FIGURES, *JSON, *MEASURES}),
        ("today", {*HEAVY, *FIGURES, *JSON, *MEASURES}),
        ("diary", {*HEAVY, *FIGURES, *JSON, *MEASURES}),
        ("plan", {*HEAVY, "statistics", "backjournal.views.catalog", *JSON}),
        ("trends --plain", {*HEAVY, "backjournal.views.answer_text"}),
        ("settings", {*HEAVY, *WORD_LISTS, *FIGURES, *JSON, *MEASURES}),
    ],
)
def test_a_command_loads_nothing_that_it_does_not_use(commands: Commands, words: str, unused: set[str]) -> None:
    arguments = ["--journal", str(commands.journal), *words.split()]
    found = loaded(
        "import contextlib\n"
        "from backjournal.cli.root import root\n"
        f"with contextlib.suppress(SystemExit): root({arguments!r})"
    )
    assert found & unused == set()


def test_the_shell_is_offered_the_commands_in_the_order_of_the_help() -> None:
    shell = ShellComplete(root, {}, "backjournal", "_BACKJOURNAL_COMPLETE")
    assert [item.value for item in shell.get_completions([], "d")] == ["done", "delete", "diary", "demo"]
    (log,) = shell.get_completions([], "log")
    assert log.help == "Write a check-in; one value is enough."
    assert [item.value for item in shell.get_completions(["plan"], "s")] == ["show", "stop", "starter", "suggestions"]
