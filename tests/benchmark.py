"""How long things take, beside an empty Textual app and bare imports: `.venv/bin/python -m tests.benchmark [ROUNDS]`.

Every round measures each thing once, one after another, so that a busy moment of the machine meets all of them.
"""

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import monotonic

import backjournal
from backjournal.days import SystemClock
from backjournal.demo import DAYS, make_demo
from backjournal.store.store import Store
from tests.terminal import Terminal

ROUNDS = 7
HALF_YEARS = 20
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
CHECKLIST = ("Knee rolls", "Knee to chest", "Pelvic tilt")
CHART = ("● pain", "┤")

Figures = Iterator[tuple[str, float]]
"""What was measured, each with its name: milliseconds, or MB where the name says so."""


def make_journal(path: Path, half_years: int) -> Path:
    """Fill a journal with so many half years of made-up data up to today, each with a plan of its own."""
    with closing(Store.open(path, SystemClock())) as store:
        for number in reversed(range(half_years)):
            last = store.today() - timedelta(days=number * DAYS)
            make_demo(store, last)
            for prescription in store.plan.prescriptions() if number else ():
                if prescription.last_day is None or prescription.last_day > last:
                    store.plan.stop(prescription, last + timedelta(days=1))
    return path


def in_terminal(*command: str) -> Terminal:
    """Start a program in a terminal of 120 × 40."""
    return Terminal(*command, columns=120, lines=40)


def start_empty_app(script: Path) -> Figures:
    """Start the empty app until its tab titles are readable."""
    with in_terminal(sys.executable, str(script)) as terminal:
        yield "empty app: start to tab titles", _ms(terminal.wait_for(*TITLES) - terminal.started_at)
        yield "empty app: peak memory, MB", _peak_memory(terminal)


def use_app(journal: Path, name: str) -> Figures:
    """Start the app on a journal, tick an exercise, and look at the trends twice."""
    with in_terminal(sys.executable, "-m", "backjournal", "--journal", str(journal)) as terminal:
        yield f"{name}: start to checklist", _ms(terminal.wait_for(*CHECKLIST) - terminal.started_at)
        yield f"{name}: start to keys", _ms(terminal.wait_for("space done") - terminal.started_at)
        yield f"{name}: peak memory after the start, MB", _peak_memory(terminal)
        sign = _sign(terminal)
        pressed_at = _press(terminal, " ")
        yield f"{name}: space to tick", _ms(terminal.wait_until(lambda: _sign(terminal) != sign) - pressed_at)
        pressed_at = _press(terminal, "3")
        yield f"{name}: 3 to the first chart", _ms(terminal.wait_for(*CHART) - pressed_at)
        _press(terminal, "1")
        terminal.wait_for(*CHECKLIST)
        terminal.wait_gone(*CHART)
        pressed_at = _press(terminal, "3")
        yield f"{name}: 3 again to the chart", _ms(terminal.wait_for(*CHART) - pressed_at)
        yield f"{name}: peak memory after the trends, MB", _peak_memory(terminal)


def run_commands(journal: Path) -> Figures:
    """Run commands from start to end, and the imports that they cannot do without."""
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
        yield name, _ms(monotonic() - started_at)


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Return the medians of what is measured; a round before the first warms the files up."""
    script = folder / "empty_app.py"
    script.write_text(EMPTY_APP, "utf-8")
    small, large = make_journal(folder / "small.db", 1), make_journal(folder / "large.db", HALF_YEARS)
    figures = defaultdict[str, list[float]](list)
    for number in range(rounds + 1):
        for name, figure in (
            *start_empty_app(script),
            *use_app(small, "26 weeks"),
            *use_app(large, "10 years"),
            *run_commands(small),
        ):
            figures[name] += [figure] if number else []
    sizes = {"26 weeks: journal, MB": _mb(small), "10 years: journal, MB": _mb(large)}
    package = sum(_mb(path) for path in Path(backjournal.__file__).parent.rglob("*.[pt]*") if path.suffix != ".pyc")
    return {**{name: median(values) for name, values in figures.items()}, **sizes, "package, MB": package}


def lines(medians: Mapping[str, float]) -> Iterator[str]:
    """Give a line for each figure, with its ratio to what it stands beside."""
    beside = {
        "26 weeks: start to checklist": "empty app: start to tab titles",
        "10 years: start to checklist": "empty app: start to tab titles",
        "26 weeks: start to keys": "empty app: start to tab titles",
        "10 years: start to keys": "empty app: start to tab titles",
        "backjournal --help": "python alone",
        "backjournal today": "import click, sqlite_utils",
        "backjournal log --pain 4": "import click, sqlite_utils",
        **{name: "empty app: peak memory, MB" for name in medians if ": peak memory after" in name},
    }
    for name, figure in medians.items():
        text = f"{name.removesuffix(', MB'):<42}" + (
            f"{figure:8.2f} MB" if name.endswith("MB") else f"{figure:8.0f} ms"
        )
        other = beside.get(name)
        yield f"{text}   {figure / medians[other]:.2f} × {other.removesuffix(', MB')}" if other else text


def _press(terminal: Terminal, key: str) -> float:
    at = monotonic()
    terminal.send(key)
    return at


def _sign(terminal: Terminal) -> str:
    found = re.search(rf"^[ ▸](\S) {CHECKLIST[0]}", terminal.text(), re.MULTILINE)
    return found[1] if found else ""


def _peak_memory(terminal: Terminal) -> float:
    """Return the most memory that a program held so far in MB, as Linux tells it."""
    status = Path(f"/proc/{terminal.pid}/status")
    peak = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")]
    return int(peak[0]) / 1024


def _ms(seconds: float) -> float:
    return seconds * 1000


def _mb(path: Path) -> float:
    return path.stat().st_size / 1024**2


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        medians = measure(Path(folder), rounds)
    sys.stdout.write("\n".join([f"medians of {rounds} rounds, terminal of 120 × 40", *lines(medians)]) + "\n")


if __name__ == "__main__":
    main()
