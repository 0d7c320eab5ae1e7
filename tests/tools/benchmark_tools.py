"""What the benchmarks work with: journals of made-up data, and keys pressed in a real terminal."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic

from backjournal.days import SystemClock, days_between
from backjournal.demo import DAYS, make_demo
from backjournal.library.exercises import library
from backjournal.library.measures import measure_library
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.measures import MeasureKind, Score
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.terminal import Terminal
from tests.helpers.values import check_in_at

CHECKLIST = ("Knee rolls", "Knee to chest", "Pelvic tilt")

Figures = Iterator[tuple[str, float]]
"""Measured figures by name: milliseconds, or MB or a plain number where the name ends so."""


def make_journal(path: Path, half_years: int) -> Path:
    """Fill a journal with a number of half years of made-up data up to today, each with a plan of its own."""
    with closing(Store.open(path, SystemClock())) as store:
        for number in reversed(range(half_years)):
            last = store.today() - timedelta(days=number * DAYS)
            make_demo(store, last)
            for prescription in store.plan.prescriptions() if number else ():
                if prescription.last_day is None or prescription.last_day > last:
                    store.plan.stop(prescription, last + timedelta(days=1))
    return path


def make_large_journal(path: Path) -> Path:
    """Fill a journal with ten years: over 7,300 check-ins, over 22,000 practices, and a fifth measure with results."""
    make_journal(path, 20)
    with closing(Store.open(path, SystemClock())) as store, store.changes.write(""):
        first = min(known.first_day for known in store.plan.prescriptions())
        days = tuple(days_between(first, store.today() - timedelta(days=1)))
        for add in (_add_check_ins, _add_practices, _add_results):
            add(store, days)
    return path


def counts(path: Path) -> dict[str, int]:
    """Return how many rows of each kind a journal holds."""
    with closing(Store.open(path, SystemClock())) as store:
        days = store.diary_days.all().values()
        first = min(known.first_day for known in store.plan.prescriptions())
        practices = store.practices.between(first, store.today())
        found = {"days": (store.today() - first).days + 1, "check-ins": sum(day.check_ins for day in days)}
        return {**found, "practices": len(practices), "results": len(store.measures.results())}


def in_terminal(*command: str) -> Terminal:
    """Start a program in a terminal of 120 × 40."""
    return Terminal(*command, columns=120, lines=40)


def press(terminal: Terminal, *keys: str) -> float:
    """Press keys, and return the time."""
    at = monotonic()
    terminal.send(*keys)
    return at


def sign(terminal: Terminal) -> str:
    """Return the sign before the first exercise of the checklist: whether it is done."""
    found = re.search(rf"^[ ▸](\S) {CHECKLIST[0]}", terminal.text(), re.MULTILINE)
    return found[1] if found else ""


def ms(seconds: float) -> float:
    """Return seconds as milliseconds."""
    return seconds * 1000


def mb(path: Path) -> float:
    """Return the size of a file in MB."""
    return path.stat().st_size / 1024**2


def peak_memory(terminal: Terminal) -> float:
    """Return the peak memory of a program so far in MB, as Linux reports it."""
    status = Path(f"/proc/{terminal.pid}/status")
    peak = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")]
    return int(peak[0]) / 1024


def _add_check_ins(store: Store, days: Sequence[date]) -> None:
    """Save a check-in at noon of each day."""
    for number, day in enumerate(days):
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        marks = (Mark(MarkKind.TRIGGER, "lunch break"), Mark(MarkKind.MEDICINE, "ibuprofen", "400 mg"))
        chosen = marks[: number % 3]
        store.diary.save(check_in_at(store.new_id(), at, day, pain=number % 8, mobility=9 - number % 7, marks=chosen))


def _add_practices(store: Store, days: Sequence[date]) -> None:
    """Practise two more exercises on each day."""
    known = store.plan.exercises()
    for one in [each for each in library() if each.exercise.id not in known][:2]:
        prescription = store.plan.prescribe(one.exercise, one.dose, Schedule(), days[0])
        for number, day in enumerate(days):
            store.practices.save(Practice(prescription.id, day, Status.DONE, one.dose.target, number % 5), "made up")


def _add_results(store: Store, days: Sequence[date]) -> None:
    """Choose one more measure, and save a result of it every week."""
    measure = next(each for each in measure_library() if each.kind is MeasureKind.NUMBER)
    store.measures.choose(measure)
    for number, day in enumerate(days[::7]):
        store.measures.save(store.measures.new_result(measure, day, (Score(20 - number % 9),)))
