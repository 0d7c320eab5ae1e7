"""The windows of the manual: its topics with a search, and a page of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.manual.topics import Match, Topic, search, topics
from backjournal.model.numbers import count
from backjournal.model.spelling import matches_in
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.page import Page
from backjournal.tui.widgets.row_list import FoundRows, RowList
from backjournal.tui.widgets.words import marked

_BEFORE_MATCH = 25
"""How many characters before a match its row shows."""


class HelpPage(Page):
    """The help of a pane, from which the manual can be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.BINDINGS,
        Binding("m", "app.manual", "manual", tooltip="what everything does, and how it counts"),
    ]


class ManualWindow(Dialog[None]):
    """Lists the topics of the manual, or the lines that have the words of a search; enter opens the page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", key_display="⏎", priority=True),
        Binding("down", "move(1)", "next", show=False, priority=True),
        Binding("up", "move(-1)", "before", show=False, priority=True),
        Binding("escape", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._matches: Sequence[Match] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("The manual", classes="window-title")
            yield LineInput(placeholder="type what you look for, or choose a topic")
            yield Static(id="manual-found", classes="hint")
            yield FoundRows(id="manual-rows", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the topics."""
        self._show("")

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Show what has the words that are typed."""
        self._show(event.value)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the highlighted page, at the line that was found."""
        rows = self.query_one(RowList)
        if self._matches and rows.highlighted is not None:
            match = self._matches[rows.highlighted]
            self.app.push_screen(ManualPage(match.topic, match.line))
        elif topic := next((each for each in topics() if each.name == rows.row_id), None):
            self.app.push_screen(ManualPage(topic))

    def action_move(self, step: int) -> None:
        """Move the highlight while the search has the keyboard."""
        rows = self.query_one(RowList)
        if step > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def _show(self, words: str) -> None:
        self._matches = search(words)
        rows = self.query_one(RowList)
        rows.show_rows(
            [_match_row(match, words) for match in self._matches] if words.strip() else list(map(_topic_row, topics()))
        )
        rows.highlighted = 0 if rows.option_count else None
        rows.display = bool(rows.option_count)
        said = f"{count(len(self._matches), 'line')} found" if words.strip() else "Topics"
        self.query_one("#manual-found", Static).update(Content.styled(said, "$foreground-muted"))


class ManualPage(Dialog[None]):
    """Shows a page of the manual, scrolled to a line that a search has found."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "dismiss", "close", key_display="esc")]

    def __init__(self, topic: Topic, line: str = "") -> None:
        super().__init__()
        self._topic = topic
        self._line = line

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"), VerticalScroll():
            yield _PageText(self._topic, self._line)
        yield KeyLine()


class _PageText(Static):
    """The text of a page, laid out for the width there is."""

    def __init__(self, topic: Topic, line: str) -> None:
        super().__init__()
        self._topic = topic
        self._line = line

    def on_resize(self) -> None:
        """Lay the page out, and scroll to the line."""
        # What lays a page out takes three megabytes, and many never open one.
        from backjournal.manual.pages import page, place_of

        laid_out = page(self._topic, self.content_size.width)
        self.update(Content.from_rich_text(laid_out))
        if self._line:
            scroll = self.query_ancestor(VerticalScroll)
            self.call_after_refresh(scroll.scroll_to, y=place_of(self._line, laid_out), animate=False)


def _topic_row(topic: Topic) -> Option:
    return Option(Content(f" {topic.title}"), topic.name)


def _match_row(match: Match, words: str) -> Option:
    place = match.topic.title if match.heading == match.topic.title else f"{match.topic.title}, {match.heading}"
    return Option(Content.assemble((f" {place}", "$foreground-muted"), "\n   ", _from_match(match.line, words)))


def _from_match(line: str, words: str) -> Content:
    """Return a line from a few words before its first match on, as a row shows only its beginning."""
    (first, _), *_ = matches_in(line, words)
    start = line.rfind(" ", 0, max(first - _BEFORE_MATCH, 0)) + 1
    return Content("… " if start else "") + marked(line[start:], words)
