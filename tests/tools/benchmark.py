"""How long things take, beside an empty Textual app: `.venv/bin/python -m tests.tools.benchmark [ROUNDS]`.

Every round measures each thing once, one after another, so that a busy moment of the machine meets all of them.
"""

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from time import monotonic

import backjournal
from tests.helpers.terminal import RIGHT
from tests.tools.benchmark_journals import CHECKLIST, kept_journal
from tests.tools.benchmark_terminal import Figures, in_terminal, mb, ms, peak_memory, press, sign
from tests.tools.benchmark_trends import use_trends

ROUNDS = 7
EMPTY_APP = """\
from textual.app import App, ComposeResult
from textual.widgets import Label, TabbedContent, TabPane


class EmptyApp(App[None]):
    def compose(self) -> ComposeResult:
        with TabbedContent():
            for name in ("Today", "Diary", "Trends", "Plan"):
                with TabPane(name):
                    yield Label(name)


EmptyApp().run()
"""
TITLES = ("Today", "Diary", "Trends", "Plan")
CHART = ("● pain", "┤")
EMPTY_KEY = "empty app: key to the next tab"


def start_empty_app(script: Path) -> Figures:
    """Start the empty app until its tab titles are readable."""
    with in_terminal(sys.executable, str(script)) as terminal:
        yield "empty app: start to tab titles", ms(terminal.wait_for(*TITLES) - terminal.started_at)
        pressed_at = press(terminal, RIGHT)
        yield EMPTY_KEY, ms(terminal.wait_until(lambda: terminal.text().count("Diary") == 2) - pressed_at)
        yield "empty app: peak memory, MB", peak_memory(terminal)


def use_app(journal: Path, name: str) -> Figures:
    """Start the app on a journal, tick an exercise, and look at the trends twice."""
    with in_terminal(sys.executable, "-m", "backjournal", "--journal", str(journal)) as terminal:
        yield f"{name}: start to checklist", ms(terminal.wait_for(*CHECKLIST) - terminal.started_at)
        yield f"{name}: start to keys", ms(terminal.wait_for("space done") - terminal.started_at)
        yield f"{name}: peak memory after the start, MB", peak_memory(terminal)
        before = sign(terminal)
        pressed_at = press(terminal, " ")
        yield f"{name}: space to tick", ms(terminal.wait_until(lambda: sign(terminal) != before) - pressed_at)
        pressed_at = press(terminal, "3")
        yield f"{name}: 3 to the first chart", ms(terminal.wait_for(*CHART) - pressed_at)
        press(terminal, "1")
        terminal.wait_for(*CHECKLIST)
        terminal.wait_gone(*CHART)
        pressed_at = press(terminal, "3")
        yield f"{name}: 3 again to the chart", ms(terminal.wait_for(*CHART) - pressed_at)
        yield f"{name}: peak memory after the trends, MB", peak_memory(terminal)


def run_commands(journal: Path) -> Figures:
    """Run commands from start to end, and the imports that all of them need."""
    program = ("-m", "backjournal", "--journal", str(journal))
    for name, arguments in (
        ("python alone", ("-c", "pass")),
        ("import click, sqlite_utils", ("-c", "import click, sqlite_utils")),
        ("backjournal --help", ("-m", "backjournal", "--help")),
        ("backjournal today", (*program, "today")),
        ("backjournal log --pain 4", (*program, "log", "--pain", "4")),
    ):
        started_at = monotonic()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        yield name, ms(monotonic() - started_at)


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Return the median of each figure; a round before the first warms the file caches up."""
    script = folder / "empty_app.py"
    script.write_text(EMPTY_APP, "utf-8")
    small, large = (Path(shutil.copy(kept_journal(years), folder)) for years in (1, 10))
    figures = defaultdict[str, list[float]](list)
    for number in range(rounds + 1):
        for name, figure in (
            *start_empty_app(script),
            *use_app(small, "1 year"),
            *use_app(large, "10 years"),
            *use_trends(large, "10 years"),
            *run_commands(small),
        ):
            figures[name] += [figure] if number else []
    sizes = {"1 year: journal, MB": mb(small), "10 years: journal, MB": mb(large)}
    package = sum(mb(path) for path in Path(backjournal.__file__).parent.rglob("*.[pt]*") if path.suffix != ".pyc")
    return {**{name: median(values) for name, values in figures.items()}, **sizes, "package, MB": package}


def lines(medians: Mapping[str, float]) -> Iterator[str]:
    """Return a line for each figure, with its ratio to the figure it is compared with."""
    beside = {
        "1 year: start to checklist": "empty app: start to tab titles",
        "10 years: start to checklist": "empty app: start to tab titles",
        "1 year: start to keys": "empty app: start to tab titles",
        "10 years: start to keys": "empty app: start to tab titles",
        "backjournal --help": "python alone",
        "backjournal today": "import click, sqlite_utils",
        "backjournal log --pain 4": "import click, sqlite_utils",
        **{name: EMPTY_KEY for name in medians if " to " in name and "start" not in name},
        **{name: "empty app: peak memory, MB" for name in medians if ": peak memory after" in name},
    }
    for name, figure in medians.items():
        text = _figure(name, figure)
        other = beside.get(name)
        yield f"{text}   {figure / medians[other]:.2f} × {other.removesuffix(', MB')}" if other else text


def _figure(name: str, figure: float) -> str:
    if name.endswith(", MB"):
        return f"{name.removesuffix(', MB'):<44}{figure:8.2f} MB"
    return f"{name:<44}{figure:8.0f} ms"


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        medians = measure(Path(folder), rounds)
    sys.stdout.write("\n".join([f"medians of {rounds} rounds, terminal of 120 × 40", *lines(medians)]) + "\n")


if __name__ == "__main__":
    main()
