"""A fixture that makes the tests faster without changing what they check."""

import gc
from collections.abc import Hashable, Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from backjournal.store import connection

AS_SHIPPED = connection.SYNCHRONOUS
"""SQLite's `synchronous` setting outside of the tests."""

_parsed: dict[Hashable, list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


@pytest.fixture(scope="session", autouse=True)
def quick() -> Iterator[None]:
    """Do not wait for the disk, parse each style sheet once for all apps, and collect garbage seldom."""
    with pytest.MonkeyPatch.context() as patch:
        # No test cuts the power, and what a killed program has written is there without it.
        patch.setattr(connection, "SYNCHRONOUS", "OFF")
        patch.setattr(Stylesheet, "_parse_rules", _parse_once)
        # The same as Textual's own, without a call of Python for each of millions.
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        # Loaded modules stay. Apps that have ended are collected some dozens at a time: freezing at each start of
        # an app would keep them.
        gc.freeze()
        patch.setattr(gc, "freeze", lambda: None)
        gc.set_threshold(1_000_000, 5, 5)
        yield


def _parse_once(stylesheet: Stylesheet, css: str, *given: Any, **named: Any) -> list[RuleSet]:
    key = (css, given, tuple(named.items()), frozenset(stylesheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(stylesheet, css, *given, **named)
    return _parsed[key]
