"""How many cases a proof tries, and the journal that most of them begin with."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.demo.journal import make_demo
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY

Cases = Callable[[int, int], int]
"""Given a part and the whole, the number of cases to try."""


@pytest.fixture
def cases(request: pytest.FixtureRequest) -> Cases:
    """Return what chooses the number of cases: the first number in the slow tests, the second one with `--whole`."""
    whole = bool(request.config.getoption("--whole"))
    return lambda part, all_of_it: all_of_it if whole else part


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed journal with 26 weeks in it, to copy."""
    path = tmp_path_factory.mktemp("demo") / "journal.db"
    with closing(Store.open(path, ManualClock())) as store:
        make_demo(store, TODAY)
    return path
