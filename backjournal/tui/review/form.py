"""The window that looks back at a week, with a line for what the person wants to remember of it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.trends.review import Review
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.views.review_text import QUESTION, Section, noted_text, review_sections, review_title


class ReviewForm(FormScreen):
    """Shows the facts of a week above the question what to remember of it; the arrows scroll the facts.

    `noted` is what was noted on it before, or empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,pageup", "facts(-1)", "scroll", key_display="↑↓", priority=True),
        Binding("down,pagedown", "facts(1)", "scroll down", show=False, priority=True),
    ]
    SAVE_LABEL = "Save the note (ctrl+s)"

    def __init__(self, save: Save, *, review: Review, noted: str) -> None:
        # What was typed of an earlier week and not saved is taken up all the same: no other form would show it again.
        super().__init__(save)
        self.FORM_TITLE = review_title(review)
        self._sections = review_sections(review)
        self._noted = noted

    def above(self) -> Iterable[Widget]:
        yield VerticalScroll(Static(_content(self._sections)), id="week-facts", can_focus=False)

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(QUESTION, "bold $text-primary"), classes="hint")
        if self._noted:
            yield Static(Content(noted_text(self._noted)), classes="hint")
        yield Field("note", "Note", LineInput(placeholder="a line for the diary; may stay empty", id="note"))

    def action_facts(self, step: int) -> None:
        """Scroll the facts, where they have more lines than there is room for."""
        self.query_one("#week-facts").scroll_relative(y=2 * step, animate=False)


def _content(sections: Iterable[Section]) -> Content:
    return Content("\n").join(line for section in sections for line in _lines(section))


def _lines(section: Section) -> Iterator[Content]:
    yield Content.styled(section.heading, "bold $text-primary")
    yield from map(Content, section.lines)
