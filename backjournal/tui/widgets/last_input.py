"""A form control for one line of text, which offers what was given last."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.words import TAKES_LAST


class LastInput(LineInput):
    """Takes one line; while it is empty, the right arrow takes `last`, which is shown in grey, and nothing else does.

    `last` is empty if nothing is known; the placeholder is then shown alone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "cursor_right", "take", show=False, tooltip="take what the row offers in grey")
    ]

    def __init__(
        self,
        value: str,
        placeholder: str,
        *,
        id: str,  # noqa: A002
        last: str = "",
        between: str = " ",
        select_on_focus: bool = True,
    ) -> None:
        shown = f"{TAKES_LAST} {last}" if last else placeholder
        super().__init__(value, shown, id=id, between=between, select_on_focus=select_on_focus)
        self._last = last

    def action_cursor_right(self, select: bool = False) -> None:
        """Take what was given last if the field is empty, otherwise a suggestion if there is one, or move on."""
        if self.value or not self._last:
            super().action_cursor_right(select)
        else:
            self.value = self._last
            self.cursor_position = len(self.value)
