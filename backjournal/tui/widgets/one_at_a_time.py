"""Runs work in threads one at a time, so that pressing keys quickly queues no work that is out of date."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from textual.dom import DOMNode
from textual.worker import get_current_worker

Result = TypeVar("Result")

GROUP = "one at a time"
"""The group name of the workers."""


class OneAtATime(Generic[Result]):
    """Runs work in a thread for a widget.

    While something runs, only the latest work that was handed over waits; whatever waited before is dropped.
    """

    def __init__(self, owner: DOMNode) -> None:
        self._owner = owner
        self._is_busy = False
        self._next: tuple[Callable[[], Result], Callable[[Result], object]] | None = None

    def do(self, work: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Run `work` in a thread, then call `then` with its result on the main thread."""
        if self._is_busy:
            self._next = work, then
            return
        self._is_busy = True
        # Without a description, Textual would format the arguments of the work, which takes longer than the work.
        self._owner.run_worker(partial(self._run, work, then), group=GROUP, description=GROUP, thread=True)

    def _run(self, work: Callable[[], Result], then: Callable[[Result], object]) -> None:
        worker, result = get_current_worker(), work()
        if not worker.is_cancelled:
            self._owner.app.call_from_thread(self._done, result, then)

    def _done(self, result: Result, then: Callable[[Result], object]) -> None:
        self._is_busy = False
        following, self._next = self._next, None
        # While the app exits, there is no widget left to show the result in.
        if not self._owner.app.is_running:
            return
        if following:
            self.do(*following)
        then(result)
