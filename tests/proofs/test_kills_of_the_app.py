"""Whatever the screen showed as saved before the app was killed is on the disk, whole."""

import random
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from backjournal.library.exercises import library
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.terminal import CTRL_S, DOWN, Terminal
from tests.helpers.whole import LONG_AGO, Open, exercise_names, make_planned, open_form, started
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

SIGKILL = 9
LONGEST_WAIT = 0.25
"""Seconds after the first sign of a write, within which the kill comes."""


def test_what_the_screen_showed_as_saved_is_on_the_disk(terminals: Open, tmp_path: Path, cases: Cases) -> None:
    chance = random.Random(12)
    ticked = written = unseen = 0
    kills = cases(10, 200)
    for number in range(kills):
        journal = make_planned(tmp_path / str(number) / "journal.db")
        app = started(terminals, journal, lines=45)
        writes = tick_until_killed if number % 2 else check_in_until_killed
        shown = writes(app, chance)
        ticked, written = ticked + len(exercise_names(app)), written + shown
        with closing(Store.open(journal, ManualClock())) as store:
            assert exercise_names(app) <= saved_ticks(store), number
            assert len(store.diary.check_ins()) >= shown, number
            store.check(thoroughly=True)
            assert no_change_is_half(store), number
            unseen += len(saved_ticks(store) - exercise_names(app)) + len(store.diary.check_ins()) - shown
    assert ticked
    assert written
    print(f"{kills} kills, {ticked} ticks and {written} check-ins shown, 0 lost, {unseen} not shown yet")  # noqa: T201


def tick_until_killed(app: Terminal, chance: random.Random) -> int:
    """Tick one exercise after the other, and kill the app while they are being saved; return no check-in."""
    app.send(*[" ", DOWN] * len(library()))
    app.wait_until(lambda: bool(exercise_names(app)), "a tick")
    kill_soon(app, chance)
    return 0


def check_in_until_killed(app: Terminal, chance: random.Random) -> int:
    """Save a check-in, kill the app while it saves a second one, and return how many were shown as saved."""
    open_form(app)
    app.send("4", CTRL_S)
    app.wait_for("Check-in saved.")
    open_form(app)
    app.wait_gone("Check-in saved.")
    app.send("5", CTRL_S)
    kill_soon(app, chance)
    return 1 + ("Check-in saved." in app.text())


def kill_soon(app: Terminal, chance: random.Random) -> None:
    app.settle(chance.uniform(0, LONGEST_WAIT))
    app.kill(SIGKILL)
    assert app.close() == -SIGKILL


def saved_ticks(store: Store) -> set[str]:
    names = {exercise.id: exercise.name for exercise in store.plan.exercises().values()}
    prescribed = {entry.id: names[entry.exercise_id] for entry in store.plan.prescriptions()}
    return {prescribed[each.prescription_id] for each in store.practices.between(LONG_AGO, date.max)}


def no_change_is_half(store: Store) -> bool:
    """Return whether each row is of a change that is there, and every change has its history."""
    changes = {row["rev"] for row in store._db.query("SELECT rev FROM changes")}
    rows = {row["rev"] for table in ("practices", "check_ins") for row in store._db.query(f"SELECT rev FROM {table}")}
    without = store._db.value("SELECT count(*) FROM changes WHERE id NOT IN (SELECT change_id FROM history)")
    return rows <= changes and without == 0
