"""No read of the start and no change reads a whole table that grows with the years."""

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.cli.status import SOMETHING_IS_LEFT
from backjournal.journal.offers import journal_offers
from backjournal.model.practices import Practice, Status
from backjournal.store import connection
from backjournal.store.rows import Rows
from backjournal.store.store import Store
from backjournal.tui.core.measures_state import read_due
from backjournal.tui.core.state import read_day, read_diary, read_plan
from tests.helpers.commands import Commands
from tests.helpers.values import TODAY, check_in

SMALL = {
    *("settings", "exercises", "prescriptions", "flare_ups", "stopwatches", "answers", "experiments", "measures"),
    "sqlite_master",
    "check_ins USING INDEX check_ins_with_signs",  # of those with a sign alone
    "pragma_table_info VIRTUAL TABLE INDEX 0:",  # the columns of a table
    "json_each VIRTUAL TABLE INDEX 1:",  # the ids that are asked for
}
"""What may be read whole: a few rows for a plan or a year."""

USES: dict[str, Callable[[Store], object]] = {
    "day": lambda store: read_day(store, TODAY, TODAY),
    "due measures": lambda store: read_due(store, TODAY),
    "offers": lambda store: journal_offers(store, TODAY),
    "diary": lambda store: read_diary(store, TODAY, "", 100),
    "plan": lambda store: read_plan(store, TODAY),
    "latest pain": lambda store: store.practices.latest_pain(["p", "q"], TODAY),
    "practice": lambda store: store.practices.of("p", TODAY),
    "measures": lambda store: (store.measures.chosen(), store.measures.latest()),
    "tick": lambda store: store.practices.save(Practice(_prescription(store), TODAY, Status.DONE, 1), "tick"),
    "check-in": lambda store: store.diary.save(check_in(1, pain=4, note="chest pain")),
}
COMMANDS = (
    *("today", "status", "done bridge --pain 2", "skip walking", "done walking; undone walking"),
    *("log --pain 4", "log --pain 4 --symptom fever", "settings"),
)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which every statement is added that SQLite runs for a store opened in this test."""
    found: list[str] = []
    connect = connection._connect

    def traced(path: Path, mode: str) -> Rows:
        rows = connect(path, mode)
        rows.conn.set_trace_callback(found.append)
        return rows

    monkeypatch.setattr(connection, "_connect", traced)
    return found


def read_whole(journal: Path, statements: list[str]) -> set[str]:
    """Return what SQLite reads from the beginning to the end for some statements, beyond `SMALL`."""
    with closing(sqlite3.connect(journal)) as db:
        db.create_function("tells", 2, lambda text, search: True)
        steps: set[str] = set()
        for statement in statements:
            if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")):
                steps |= {step for *_, step in db.execute(f"EXPLAIN QUERY PLAN {statement}")}
    return {step.removeprefix("SCAN ") for step in steps if step.startswith("SCAN ")} - SMALL


def _prescription(store: Store) -> str:
    return store.plan.prescriptions()[0].id


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_no_growing_table_is_read_whole(
    commands: Commands, statements: list[str], use: Callable[[Store], object]
) -> None:
    with closing(Store.open(commands.journal, commands.clock)) as store:
        use(store)
    assert statements
    assert read_whole(commands.journal, statements) == set()


@pytest.mark.parametrize("words", COMMANDS)
def test_no_command_of_the_day_reads_a_growing_table_whole(
    commands: Commands, statements: list[str], words: str
) -> None:
    for command in words.split("; "):
        assert commands.run(*command.split()).exit_code == (SOMETHING_IS_LEFT if command == "status" else 0)
    assert statements
    assert read_whole(commands.journal, statements) == set()


def test_undo_and_redo_look_from_the_newest_change_back(commands: Commands, statements: list[str]) -> None:
    with closing(Store.open(commands.journal, commands.clock)) as store:
        store.changes.undo()
        store.changes.redo()
    assert read_whole(commands.journal, statements) == {"changes"}


def steps_of(store: Store, use: Callable[[], object]) -> int:
    """Return how many steps SQLite takes."""
    steps = itertools.count()
    store._db.conn.set_progress_handler(lambda: next(steps) and 0, 1)
    use()
    store._db.conn.set_progress_handler(None, 0)
    return next(steps)


def test_undo_and_redo_take_no_longer_after_thousands_of_changes(store: Store) -> None:
    def undo_and_redo() -> tuple[int, int]:
        store.diary.save(check_in(1, pain=4))
        store.diary.delete(check_in(1, pain=4))
        return steps_of(store, store.changes.undo), steps_of(store, store.changes.redo)

    undo_and_redo()
    few = undo_and_redo()
    with store.changes.write(""):
        for number in range(5000):
            store._db.insert("changes", {"rev": f"{number}", "label": "earlier"})
    assert undo_and_redo() <= tuple(steps + 100 for steps in few)


@pytest.mark.parametrize("table", ["practices", "check_ins", "marks", "history", "changes", "results"])
def test_a_table_that_is_read_whole_is_noticed(commands: Commands, table: str) -> None:
    assert read_whole(commands.journal, [f"SELECT * FROM {table}"]) == {table}
