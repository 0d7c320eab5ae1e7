"""A form control for one line of text."""

from textual import events
from textual.widgets import Input

from backjournal.model.text import without_controls

LIST = ", "
"""What the lines of a text are joined by in a field for several words."""


class LineInput(Input):
    """Takes one line without control characters, however it comes in; of a pasted text, every line is kept.

    `between` is what the lines are joined by.
    """

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002
        between: str = " ",
        select_on_focus: bool = True,
    ) -> None:
        self._between = between
        super().__init__(value, placeholder, id=id, select_on_focus=select_on_focus, compact=True)

    def validate_value(self, value: str) -> str:
        """Return a value as one clean line."""
        return self._one_line(value)

    def take(self, text: str) -> None:
        """Put a text in the place of what is selected, or at the cursor; say so if the field has no room for it."""
        line = self._one_line(text)
        before = self.value
        self.replace(line, *self.selection)
        if line and self.value == before and self.selected_text != line:
            self.notify(f"‘{line}’ does not fit here: nothing was pasted", severity="warning", markup=False)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take(event.text)

    def action_paste(self) -> None:
        """Paste what was copied within the app."""
        self.take(self.app.clipboard)

    def _one_line(self, text: str) -> str:
        clean = without_controls(text)
        if "\n" not in clean:
            return clean
        return self._between.join(filter(None, map(self._trimmed, clean.split("\n"))))

    def _trimmed(self, line: str) -> str:
        # A list may have its separators already.
        return line.strip().rstrip(self._between)
