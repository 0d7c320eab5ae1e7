"""A view of the trends that is text, reckoned beside the main thread."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from backjournal.trends.record import Record
from backjournal.tui.row_list import step_keys

Tell = Callable[[Callable[[], bool]], Content]
"""Reckons and tells; it may stop when what it is given is no longer true."""


class TrendsText(VerticalScroll):
    """A text that scrolls; what was reckoned is kept until there is another record."""

    BINDINGS: ClassVar[list[BindingType]] = step_keys("range")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._kept: dict[object, Content] = {}
        self._record: Record | None = None
        self._shown: object = None

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, record: Record, what: object, tell: Tell) -> None:
        """Show what is told of a record; `what` names it."""
        if record is self._record and what == self._shown:
            return
        if record is not self._record:
            self._record = record
            self._kept.clear()
        is_another, self._shown = what != self._shown, what
        if is_another:
            self.scroll_home(animate=False)
        if what in self._kept:
            self.query_one(Static).update(self._kept[what])
            return
        if is_another:
            self.query_one(Static).update(Content.styled("reckoning …", "$foreground-muted"))
        self._reckon(record, what, tell)

    @work(thread=True, exclusive=True, group="text")
    def _reckon(self, record: Record, what: object, tell: Tell) -> None:
        worker = get_current_worker()
        content = tell(lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._keep, record, what, content)

    def _keep(self, record: Record, what: object, content: Content) -> None:
        if record is self._record:
            self._kept[what] = content
            if what == self._shown:
                self.query_one(Static).update(content)
