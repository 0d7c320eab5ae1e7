"""The made-up data, and the command that shows it."""

import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import mean
from time import perf_counter

import pytest
from click.testing import CliRunner

from backjournal.cli import app
from backjournal.cli.root import root
from backjournal.days import days_between
from backjournal.demo import DAYS, make_demo
from backjournal.model.check_ins import CheckIn, MarkKind
from backjournal.model.practices import Practice, Status
from backjournal.store.store import Store
from backjournal.trends.adherence import adherence_by_day, summed
from tests.clock import ManualClock
from tests.values import TODAY

FIRST = TODAY - timedelta(days=DAYS - 1)


@pytest.fixture
def demo(store: Store) -> Store:
    """Return a journal with the made-up data."""
    make_demo(store, TODAY)
    return store


def everything(store: Store) -> tuple[object, ...]:
    """Return all that the journal holds."""
    return (
        store.diary.check_ins(),
        store.diary.flare_ups(),
        store.plan.prescriptions(),
        store.practices.between(FIRST, TODAY),
    )


def week(store: Store, number: int) -> tuple[CheckIn, ...]:
    """Return the check-ins of a week, counted from 0."""
    first = FIRST + timedelta(weeks=number)
    return store.diary.check_ins(first, first + timedelta(days=6))


def mean_of(check_ins: tuple[CheckIn, ...], scale: str) -> float:
    """Return the mean of a scale."""
    values: list[int] = [value for check_in in check_ins if (value := getattr(check_in, scale)) is not None]
    return mean(values)


def test_the_same_data_each_time(demo: Store, tmp_path: Path, clock: ManualClock, new_id: Callable[[], str]) -> None:
    before = everything(demo)
    start = int(new_id().removeprefix("id"))
    numbers = iter(range(1, start))
    again = Store.open(tmp_path / "again.db", clock, new_id=lambda: f"id{next(numbers)}")
    make_demo(again, TODAY)
    assert everything(again) == before
    again.close()


def test_a_believable_recovery(demo: Store) -> None:
    start, end = week(demo, 0) + week(demo, 1), week(demo, 24) + week(demo, 25)
    assert mean_of(start, "pain") == pytest.approx(6.2, abs=0.6)
    assert mean_of(end, "pain") == pytest.approx(2.5, abs=0.6)
    assert mean_of(start, "mobility") == pytest.approx(4.2, abs=0.6)
    assert mean_of(end, "mobility") == pytest.approx(7.8, abs=0.6)
    medicines = [sum(bool(c.words(MarkKind.MEDICINE)) for c in found) for found in (start, end)]
    assert medicines[0] > medicines[1]


def test_one_flare_up_with_excused_skips(demo: Store) -> None:
    (flare_up,) = demo.diary.flare_ups()
    assert flare_up.last_day is not None
    assert flare_up.last_day - flare_up.first_day == timedelta(days=8)
    before, during = week(demo, 13), demo.diary.check_ins(flare_up.first_day, flare_up.last_day)
    assert mean_of(during, "pain") > mean_of(before, "pain") + 1
    practices = demo.practices.between(flare_up.first_day, flare_up.last_day)
    assert sum(practice.reason == "flare-up" for practice in practices) > len(practices) / 2


def test_gaps_missed_days_and_an_adherence_of_a_person(demo: Store) -> None:
    practices = demo.practices.between(FIRST, TODAY)
    noted = {check_in.day for check_in in demo.diary.check_ins()} | {practice.day for practice in practices}
    days = "".join("x" if day in noted else " " for day in days_between(FIRST, TODAY))
    assert max(map(len, days.split("x"))) == 8
    shares = adherence_by_day(demo.checklists(FIRST, TODAY), TODAY)
    share = summed(shares.values()).share
    assert share is not None
    assert 0.6 <= share <= 0.9
    assert {practice.status for practice in practices} == set(Status)


def test_a_plan_that_grew(demo: Store) -> None:
    plan = demo.plan.prescriptions()
    assert len({prescription.exercise_id for prescription in plan}) == 7
    assert sum(prescription.last_day is not None for prescription in plan) == 2
    assert max(prescription.first_day for prescription in plan) > FIRST + timedelta(days=40)
    asked = {prescription.id: prescription for prescription in plan}
    practices: tuple[Practice, ...] = demo.practices.between(FIRST, TODAY)
    assert all(asked[practice.prescription_id].asks_on(practice.day) for practice in practices)


def test_today_is_half_done_and_nothing_lies_in_the_future(demo: Store, clock: ManualClock) -> None:
    assert {practice.status for practice in demo.practices.between(TODAY, TODAY)} == {Status.DONE}
    assert all(check_in.at <= clock.now() for check_in in demo.diary.check_ins())
    assert demo.diary.check_ins(TODAY, TODAY)
    assert demo.changes.undo() is None


def test_it_is_made_quickly(store: Store) -> None:
    start = perf_counter()
    make_demo(store, TODAY)
    assert perf_counter() - start < 1.5


class _Terminal:
    """Stands for `sys` in a terminal."""

    class _Stream:
        def isatty(self) -> bool:
            return True

    stdin = stdout = _Stream()


def test_the_command_shows_a_throw_away_journal(
    tmp_path: Path, journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, str, int]] = []

    def run(store: Store, banner: str = "") -> int:
        seen.append((store.path.parent.stat().st_mode & 0o777, banner, len(store.diary.check_ins())))
        assert store.path.parent.parent == tmp_path
        return 4

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(app, "sys", _Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("backjournal.tui.app.run", run)
    result = CliRunner().invoke(root, ["--journal", str(journal), "demo"], obj=clock)
    assert result.exit_code == 4
    ((mode, banner, check_ins),) = seen
    assert (mode, banner) == (0o700, "Demo: made-up data, nothing is kept")
    assert check_ins > 150
    assert list(tmp_path.iterdir()) == []


APP_THAT_WAITS = """
import sys, types
from backjournal.cli import app
def run(store, banner=''):
    print(store.path.parent, flush=True)
    sys.stdin.readline()
    return 0
sys.modules['backjournal.tui.app'] = types.SimpleNamespace(run=run)
app._need_terminal = lambda: None
sys.argv = ['backjournal', 'demo']
from backjournal.cli import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, None])
def test_nothing_is_left_behind_on_any_exit(tmp_path: Path, number: signal.Signals | None) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", APP_THAT_WAITS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"TMPDIR": str(tmp_path), "TERM": "xterm"},
    )
    assert program.stdout is not None
    folder = Path(program.stdout.readline().strip())
    assert (folder / "journal.db").exists()
    if number is not None:
        program.send_signal(number)
    _, errors = program.communicate("\n", timeout=30)
    left_with = {None: 0, signal.SIGINT: 1}.get(number, 128 + (number or 0))
    assert program.returncode == left_with
    assert "Traceback" not in errors
    assert list(tmp_path.iterdir()) == []
