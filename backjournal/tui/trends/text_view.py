"""The widget for views that are text, which are computed in a thread."""

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
"""Takes a width in cells; returns the text laid out for it."""

Compute = Callable[[Callable[[], bool]], Layout]
"""Computes a text and returns its layout; it may stop early once the function passed to it returns False."""


class TrendsText(VerticalScroll, inherit_bindings=False):
    """Shows a text that scrolls up and down; texts are cached until the record changes."""

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
        self._layouts: dict[object, Layout] = {}
        self._record: Record | None = None
        self._shown_id: object = None

    def compose(self) -> ComposeResult:
        yield Static()

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self._lay_out()

    def show(self, record: Record, text_id: object, compute: Compute) -> None:
        """Show a text about a record, from the cache or computed in a thread; `text_id` identifies it in the cache.

        If only the record has changed, the old text stays until the new one is computed.
        """
        if record is self._record and text_id == self._shown_id:
            return
        if record is not self._record:
            self._layouts.clear()
        if text_id != self._shown_id:
            self.query_one(Static).update(Content.styled("working it out …", "$foreground-muted"))
            self.scroll_home(animate=False)
        self._record, self._shown_id = record, text_id
        if text_id in self._layouts:
            self._lay_out()
        else:
            self._compute(record, text_id, compute)

    @work(thread=True, exclusive=True, group="text", description="a text of the trends")
    def _compute(self, record: Record, text_id: object, compute: Compute) -> None:
        worker = get_current_worker()
        layout = compute(lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._store_layout, record, text_id, layout)

    def _store_layout(self, record: Record, text_id: object, layout: Layout) -> None:
        if record is self._record:
            self._layouts[text_id] = layout
            self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        if self._shown_id in self._layouts and width > 0:
            self.query_one(Static).update(self._layouts[self._shown_id](width))
