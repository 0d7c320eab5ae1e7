"""A view of the trends that is text, computed in a thread."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from backjournal.trends.record import Record

Layout = Callable[[int], Content]
"""Lays a text out at a width, in cells."""

Compute = Callable[[Callable[[], bool]], Layout]
"""Computes a text and returns its layout; it may stop as soon as the function that it is given returns false."""


class TrendsText(VerticalScroll, inherit_bindings=False):
    """A text that scrolls up and down; a text is kept until there is another record."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "up", show=False),
        Binding("down", "scroll_down", "down", show=False),
        Binding("pageup", "page_up", "page up", show=False),
        Binding("pagedown", "page_down", "page down", show=False),
        Binding("home", "scroll_home", "home", show=False),
        Binding("end", "scroll_end", "end", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._kept: dict[object, Layout] = {}
        self._record: Record | None = None
        self._shown: object = None

    def compose(self) -> ComposeResult:
        yield Static()

    def on_resize(self) -> None:
        """Lay the text out anew."""
        self._lay_out()

    def show(self, record: Record, what: object, compute: Compute) -> None:
        """Show a text about a record; `what` identifies it. What stood there stays until the text is computed."""
        if record is self._record and what == self._shown:
            return
        if record is not self._record:
            self._kept.clear()
        if what != self._shown:
            self.query_one(Static).update(Content.styled("reckoning …", "$foreground-muted"))
            self.scroll_home(animate=False)
        self._record, self._shown = record, what
        if what in self._kept:
            self._lay_out()
        else:
            self._compute(record, what, compute)

    @work(thread=True, exclusive=True, group="text", description="a text of the trends")
    def _compute(self, record: Record, what: object, compute: Compute) -> None:
        worker = get_current_worker()
        layout = compute(lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._keep, record, what, layout)

    def _keep(self, record: Record, what: object, layout: Layout) -> None:
        if record is self._record:
            self._kept[what] = layout
            self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        if self._shown in self._kept and width > 0:
            self.query_one(Static).update(self._kept[self._shown](width))
