"""The windows of the backups: the list of them, and what restoring one changes."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import RowList

MAKE_ONE = ""
"""The answer of the window that asks for a new backup."""


KEPT = "The journal as it is now is kept: as a backup, or beside the journal if it is damaged."
"""What becomes of the journal that is there while another is restored."""


class BackupsWindow(Dialog[str | None]):
    """Lists the backups, the newest first; answers with the file of the one to restore, `MAKE_ONE`, or None.

    `rows` are the lines of the backups by their file.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "restore", key_display="⏎", priority=True, tooltip="restore the backup; asks first"),
        Binding("n", "make", "back up now", tooltip="make a backup now"),
        Binding("escape,q,B", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self, head: str, rows: Mapping[str, str]) -> None:
        super().__init__()
        self._head = head
        self._rows = rows

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("Backups", classes="window-title")
            yield Static(Content.styled(self._head, "$foreground-muted"), classes="hint")
            yield RowList(*(Option(Content(f" {line}"), file) for file, line in self._rows.items()), compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Highlight the newest backup."""
        rows = self.query_one(RowList)
        rows.display = bool(self._rows)
        rows.highlighted = 0 if self._rows else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable restoring only if there is a backup."""
        return action != "choose" or bool(self._rows)

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Answer with the highlighted backup."""
        self.dismiss(self.query_one(RowList).row_id)

    def action_make(self) -> None:
        """Ask for a new backup."""
        self.dismiss(MAKE_ONE)


class RestorePreview(Dialog[bool]):
    """Shows what restoring a backup changes, and asks whether to; answers with True, or None to leave it.

    `backup` says when it was made. One that is the `same` as the journal is shown, but there is nothing to ask.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "restore", "restore it"),
        Binding("escape", "dismiss", "leave it"),
    ]

    def __init__(self, backup: str, lines: Sequence[str], *, same: bool) -> None:
        super().__init__()
        self._backup = backup
        self._lines = lines
        self._same = same

    def compose(self) -> ComposeResult:
        title = "The backup of {}" if self._same else "Restore the backup of {}?"
        with Vertical(classes="window"):
            yield Label(title.format(self._backup), classes="window-title", markup=False)
            with VerticalScroll():
                yield Static(Content("\n").join(map(Content, self._lines)), classes="hint")
            with Horizontal(classes="buttons"):
                if not self._same:
                    yield Button("Restore it (y)", variant="warning", id="restore", compact=True)
                leave = "Close (esc)" if self._same else "Leave it (esc)"
                yield Button(leave, variant="primary", id="leave", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus what changes nothing."""
        self.query_one("#leave", Button).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable restoring only if it would change anything."""
        return action != "restore" or not self._same

    @on(Button.Pressed, "#restore")
    def action_restore(self) -> None:
        """Answer yes."""
        self.dismiss(result=True)

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.dismiss()
