"""A form control for a text of several lines."""

from dataclasses import replace

from textual.document._edit import Edit
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult

from backjournal.model.text import without_controls


class NoteInput(TextArea):
    """Takes a text without control characters, however it comes in."""

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002
        super().__init__(without_controls(text), id=id, compact=True, highlight_cursor_line=False)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text: what is typed and what is pasted comes in by this way."""
        return super().edit(replace(edit, text=without_controls(edit.text)))

    def load_text(self, text: str) -> None:
        """Show another text, such as that of a draft."""
        super().load_text(without_controls(text))
