"""How many cases a proof tries."""

from collections.abc import Callable

import pytest

Cases = Callable[[int, int], int]
"""Given a part and the whole, the number of cases to try."""


@pytest.fixture
def cases(request: pytest.FixtureRequest) -> Cases:
    """Return what chooses the number of cases: the first number in the slow tests, the second one with `--whole`."""
    whole = bool(request.config.getoption("--whole"))
    return lambda part, all_of_it: all_of_it if whole else part
