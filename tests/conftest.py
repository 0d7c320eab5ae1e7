"""Fixtures for all tests: a clock that is set by hand, and a journal in a real file."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands, make_plan
from tests.helpers.quick import quick
from tests.helpers.unreadable import fill_every_table
from tests.helpers.whole import Open, make_planned, opened

__all__ = ["quick"]

# The machines that run the tests differ in speed: a slow one is no failure. In CI, the cases are the same each time;
# elsewhere new ones are tried.
for profile, cases in (("quick", 25), ("thorough", 100)):
    settings.register_profile(
        profile,
        max_examples=cases,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        derandomize="CI" in os.environ,
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option for the long run of the proofs."""
    parser.addoption("--whole", action="store_true", help="try every case of the proofs, not a part of them")


def pytest_configure(config: pytest.Config) -> None:
    """Try a few cases of each property in the quick tests, and many in the slow ones."""
    settings.load_profile("quick" if config.option.markexpr == "not slow" else "thorough")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the properties to the slow tests too: they are quick only with a few cases."""
    if config.option.markexpr == "slow":
        for item in items:
            if is_hypothesis_test(getattr(item, "obj", None)):
                item.add_marker("slow")


DEVICE = "device01"


@pytest.fixture
def clock() -> ManualClock:
    """Return a clock at Saturday 21 November 2026, 09:30 in Berlin."""
    return ManualClock()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Return the path of the test's journal; there is no file yet."""
    return tmp_path / "journal" / "journal.db"


@pytest.fixture
def new_id() -> Callable[[], str]:
    """Return a function that makes ids: id1, id2, …"""
    numbers = itertools.count(1)
    return lambda: f"id{next(numbers)}"


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty journal to copy, which takes a tenth of the time of making one."""
    path = tmp_path_factory.mktemp("empty") / "journal.db"
    Store.open(path, ManualClock()).close()
    return path


@pytest.fixture
def open_store(
    journal: Path, empty_journal: Path, clock: ManualClock, new_id: Callable[[], str]
) -> Iterator[Callable[[], Store]]:
    """Return a function that opens the test's journal, again each time; all are closed in the end."""
    with ExitStack() as opened:

        def open_once_more() -> Store:
            if not journal.exists():
                journal.parent.mkdir(mode=0o700, exist_ok=True)
                shutil.copy(empty_journal, journal)
            return opened.enter_context(closing(Store.open(journal, clock, device=DEVICE, new_id=new_id)))

        yield open_once_more


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    """Return an open, empty journal in a real file."""
    return open_store()


@pytest.fixture(scope="session")
def any_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a journal that all examples of property tests share: every example brings ids of its own."""
    with closing(Store.open(tmp_path_factory.mktemp("any") / "journal.db", ManualClock())) as store:
        yield store


@pytest.fixture(scope="session")
def journal_with_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a journal with a plan to copy; its ids differ from those that a test's own store makes."""
    path, numbers = tmp_path_factory.mktemp("plan") / "journal.db", itertools.count(1)
    make_plan(lambda: Store.open(path, ManualClock(), device=DEVICE, new_id=lambda: f"plan{next(numbers)}"))
    return path


@pytest.fixture
def commands(journal: Path, clock: ManualClock, journal_with_plan: Path) -> Commands:
    """Return the commands on a journal with a plan."""
    journal.parent.mkdir(mode=0o700)
    shutil.copy(journal_with_plan, journal)
    return Commands(journal, clock)


@pytest.fixture
def fresh(journal: Path, clock: ManualClock) -> Commands:
    """Return the commands without any journal."""
    return Commands(journal, clock)


@pytest.fixture
def terminals() -> Iterator[Open]:
    """Return a function that runs a program in a terminal; all programs are ended after the test."""
    with opened() as open_terminal:
        yield open_terminal


@pytest.fixture
def planned(journal: Path) -> Path:
    """Return a journal with every exercise of the library prescribed for every day since long ago."""
    return make_planned(journal)


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a journal with rows in every table, to copy."""
    return fill_every_table(tmp_path_factory.mktemp("full") / "journal.db", ManualClock())


@pytest.fixture
def filled(full: Path, journal: Path, clock: ManualClock) -> Commands:
    """Return the commands on a copy of that journal, which only its owner can read."""
    journal.parent.mkdir(mode=0o700)
    shutil.copy(full, journal)
    journal.chmod(0o600)
    return Commands(journal, clock)
