"""The window with the bin: what was deleted, to put it back or to remove it for good."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Button, Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class BinRow:
    """An entry of the bin as the window shows it."""

    id: str
    """Its table and its id."""

    what: str
    said: str
    when: str


class BinWindow(Dialog[None]):
    """Shows what was deleted, the latest first, and updates the list when it changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "restore", "put back", key_display="⏎", priority=True, tooltip="put it back as it was"),
        Binding("u", "app.undo", "undo"),
        Binding("E", "empty", "empty the bin", tooltip="remove all of it for good; it asks first"),
        Binding("escape,q,D", "dismiss", "close", key_display="esc"),
    ]
    rows: reactive[tuple[BinRow, ...]] = reactive(())

    @dataclass(eq=False, repr=False)
    class Restored(Message):
        """The person wants an entry back."""

        row_id: str

    @dataclass(eq=False, repr=False)
    class Emptied(Message):
        """The person wants the bin emptied; the app asks first."""

        entries: int

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("The bin: what was deleted", classes="window-title")
            yield RowList(id="deleted", compact=True)
            yield Static(Content.styled("The bin is empty.", "$foreground-muted"), id="bin-empty", classes="hint")
        yield KeyLine()

    def watch_rows(self) -> None:
        """Show the entries."""
        if self.is_mounted:
            self._show()

    def on_mount(self) -> None:
        """Show the entries, with the keys on them."""
        self._show()
        self.query_one(RowList).focus()

    def on_resize(self) -> None:
        """Fit the words of the entries to the width."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        rows = self.query_one(RowList)
        self.refresh_bindings()
        width = rows.scrollable_content_region.width or self.size.width
        rows.show_rows([_option(row, width) for row in self.rows])
        rows.display, self.query_one("#bin-empty").display = bool(self.rows), not self.rows

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to put back and to empty only if there is something."""
        return action not in ("restore", "empty") or bool(self.rows)

    @on(OptionList.OptionSelected)
    def action_restore(self) -> None:
        """Put the highlighted entry back."""
        if row_id := self.query_one(RowList).row_id:
            self.post_message(self.Restored(row_id))

    def action_empty(self) -> None:
        """Remove everything for good; the app asks first."""
        if self.rows:
            self.post_message(self.Emptied(len(self.rows)))


def _option(row: BinRow, width: int) -> Option:
    indent = "\n   "
    lines = [part for line in row.said.split("\n") for part in Content(line).wrap(max(width - len(indent), 1))]
    said = Content(indent).join(lines).stylize("$foreground-muted")
    return Option(Content.assemble(f" {row.what}", (f"  {row.when}", "$foreground-muted"), indent, said), id=row.id)


class EmptyBin(Dialog[bool]):
    """Asks whether to remove what was deleted for good."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "remove for good"),
        Binding("escape,n", "answer(False)", "keep it", key_display="esc"),
        Binding("left", "app.focus_previous", "before", show=False),
        Binding("right", "app.focus_next", "next", show=False),
    ]

    def __init__(self, entries: str) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label(f"Remove {self._entries} for good?", classes="window-title")
            yield Static("No undo brings that back. Backups that were made before still have it.", classes="hint")
            with Horizontal(classes="buttons"):
                yield Button("Keep it (esc)", id="keep", variant="primary", compact=True)
                yield Button("Remove (y)", id="remove", compact=True)
        yield KeyLine()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer with the button."""
        self.action_answer(event.button.id == "remove")

    def action_answer(self, remove: bool) -> None:
        """Answer by key."""
        self.dismiss(remove)
