"""Work in threads, one task at a time."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.dom import DOMNode

from backjournal.tui.widgets import one_at_a_time
from backjournal.tui.widgets.one_at_a_time import OneAtATime


class Owner:
    """A stand-in for a widget that keeps its threads, for the test to run them."""

    def __init__(self) -> None:
        self.threads: list[Callable[[], None]] = []
        self.app = SimpleNamespace(call_from_thread=lambda call, *given: call(*given), is_running=True)

    def run_worker(self, work: Callable[[], None], **_options: Any) -> None:
        self.threads.append(work)


@pytest.mark.parametrize("closed", [False, True])
def test_of_what_is_asked_for_meanwhile_only_the_latest_is_done(
    monkeypatch: pytest.MonkeyPatch, *, closed: bool
) -> None:
    monkeypatch.setattr(one_at_a_time, "get_current_worker", lambda: SimpleNamespace(is_cancelled=closed))
    owner, worked = Owner(), list[int]()
    shown = list[int]()

    def work(number: int) -> int:
        worked.append(number)
        return number

    keys = OneAtATime[int](cast(DOMNode, owner))
    for number in range(5):
        keys.do(partial(work, number), shown.append)
    assert len(owner.threads) == 1
    for thread in owner.threads:
        thread()
    assert (worked, shown) == (([0], []) if closed else ([0, 4], [0, 4]))
    if not closed:
        keys.do(partial(work, 5), shown.append)
        owner.threads[-1]()
        assert shown == [0, 4, 5], "afterwards it works again"


def test_an_app_that_ends_is_shown_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_at_a_time, "get_current_worker", lambda: SimpleNamespace(is_cancelled=False))
    owner, shown = Owner(), list[int]()
    keys = OneAtATime[int](cast(DOMNode, owner))
    for number in range(2):
        keys.do(partial(int, number), shown.append)
    owner.app.is_running = False
    for thread in owner.threads:
        thread()
    assert (len(owner.threads), shown) == (1, [])
