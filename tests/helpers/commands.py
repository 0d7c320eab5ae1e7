"""The command line under test: run in this process with a clock set by hand, or in one of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from backjournal.cli.root import root
from backjournal.library.exercises import library
from backjournal.model.doses import Dose, Sides
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock

PLAN_STARTS = date(2026, 11, 16)


@dataclass(frozen=True, slots=True)
class Commands:
    """Runner of commands on one journal."""

    journal: Path
    clock: ManualClock

    def run(self, *arguments: str, typed: str | None = None) -> Result:
        """Run a command with what is typed into it, and return its result whether it works or fails."""
        return CliRunner().invoke(root, ["--journal", str(self.journal), *arguments], obj=self.clock, input=typed)

    def output(self, *arguments: str) -> str:
        """Run a command that works and return what it printed."""
        result = self.run(*arguments)
        assert (result.exit_code, result.stderr) == (0, ""), result.output
        return result.stdout

    def lines(self, *arguments: str) -> list[str]:
        """Run a command that works and return its lines."""
        return self.output(*arguments).splitlines()

    def json(self, *arguments: str) -> Any:
        """Run a command that works and return its output parsed as JSON."""
        return json.loads(self.output(*arguments))

    def offered(self, typed: str) -> list[str]:
        """Return the completions that the shell gets for the last word of a command line."""
        *words, last = typed.split(" ")
        shell = ShellComplete(root, {"obj": self.clock}, "backjournal", "_BACKJOURNAL_COMPLETE")
        return [item.value for item in shell.get_completions(["--journal", str(self.journal), *words], last)]

    def refusal(self, *arguments: str) -> str:
        """Run a command that is refused, and return its one plain line."""
        result = self.run(*arguments)
        assert result.exit_code == 1, result.output
        assert result.stderr.startswith("backjournal: ")
        assert result.stderr.endswith("\n")
        assert result.stderr.count("\n") == 1
        return result.stderr.removeprefix("backjournal: ").rstrip("\n")


def make_plan(open_store: Callable[[], Store]) -> None:
    """Prescribe exercises with every kind of dose, from Monday 16 November 2026."""
    by_id = {entry.exercise.id: entry.exercise for entry in library()}
    store = open_store()
    for key, dose, days in (
        ("knee-rolls", Dose(breaths=8), "daily"),
        ("knee-to-chest", Dose(repetitions=2, hold_seconds=5, times_a_day=2, sides=Sides.EACH), "daily"),
        ("bridge", Dose(sets=2, repetitions=10, hold_seconds=3), "daily"),
        ("walking", Dose(minutes=30), "daily"),
        ("hip-hinge", Dose(sets=2, repetitions=8), "mon"),
    ):
        store.plan.prescribe(by_id[key], dose, Schedule.parse(days), PLAN_STARTS)
    store.close()


def program(
    *arguments: str, env: Mapping[str, str] | None = None, prelude: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, after the lines of Python in `prelude`."""
    start = (
        f"import sys; sys.argv = ['backjournal', *{arguments!r}]\n{prelude}\nfrom backjournal.cli import main; main()"
    )
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", start],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
        env={**kept, "PYTHONIOENCODING": "utf-8", **(env or {})},
    )
