"""The row of the check-in form below which the rows fold out that are seldom filled in."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Label

from backjournal.tui.core.messages import CheckInFolded
from backjournal.tui.widgets.form import Field

_FOLDED = "-folded"


class Fold(Horizontal, can_focus=True):
    """Folds rows out and in, says which and with which key; enter folds out as well, and a click does both.

    `rows` are those below it. One that is filled in is never hidden.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "screen.unfold", "more rows", show=False)]
    DEFAULT_CSS = """
    Fold { height: auto; color: $foreground-muted; }
    Fold:focus { background: $surface-lighten-1; color: $foreground; }
    Fold .label { text-align: right; }
    Fold #fold-rows { width: 1fr; }
    """

    def __init__(self, rows: Sequence[Field], *, folded: bool) -> None:
        super().__init__()
        self._rows = rows
        self.folded = folded

    def compose(self) -> ComposeResult:
        yield Label(classes="label")
        yield Label(id="fold-rows")

    def on_mount(self) -> None:
        """Hide the rows, or show all if one is filled in."""
        self.look_at_rows()

    def look_at_rows(self) -> None:
        """Fold out if a row is filled in."""
        self._show(folded=self.folded and not any(row.is_filled for row in self._rows))

    def turn(self, *, folded: bool) -> None:
        """Fold in or out as the person wants it, go there, and keep it so for the next check-in."""
        if folded != self.folded:
            self._show(folded=folded)
            self.post_message(CheckInFolded(folded))
        there = self if folded else self._rows[0].control
        self.screen.set_focus(there)
        # What was hidden has no place until the screen is laid out again.
        self.call_after_refresh(there.scroll_visible, animate=False)

    def reveal(self, row: Field) -> None:
        """Fold out if a row is hidden."""
        if row.has_class(_FOLDED):
            self._show(folded=False)

    def allow_focus(self) -> bool:
        """Take the focus only while there is something to fold out."""
        return self.folded

    def on_click(self) -> None:
        """Fold the rows out or in."""
        self.turn(folded=not self.folded)

    def _show(self, *, folded: bool) -> None:
        self.folded = folded
        label, rows = self.query(Label)
        label.update("More (+)" if folded else "Fewer (-)")
        names = (row.label.partition(" (")[0].lower() for row in self._rows)  # a key has no use in the list
        rows.update(", ".join(names) if folded else "hides what is empty below")
        for row in self._rows:
            row.set_class(folded and not row.is_filled, _FOLDED)
        self.refresh_bindings()
