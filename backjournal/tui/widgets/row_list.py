"""A list that keeps its highlighted row while the rows change."""

from collections.abc import Sequence
from typing import Self

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option


def step_keys(what: str, action: str = "app.step") -> list[BindingType]:
    """Return bindings of the left and right arrows that go one `what` back or forward.

    Without them, a list or table would take the arrows to scroll sideways.
    """
    group = Binding.Group(what, compact=True)
    return [
        Binding("left", f"{action}(-1)", f"a {what} back", key_display="←", group=group),
        Binding("right", f"{action}(1)", f"a {what} forward", key_display="→", group=group),
    ]


class RowText(Content):
    """The text of a row, which is never wrapped: how many lines it takes need not be looked for."""

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines."""
        return _lines(self)


class RowList(OptionList):
    """A list of rows, which may stand under headings."""

    DEFAULT_CSS = (
        "RowList { text-wrap: nowrap; text-overflow: ellipsis; overflow-x: hidden; scrollbar-size-vertical: 1; }"
    )

    auto_links = False
    """Rows have no links, and their style would be looked up for each row."""

    _clicked: int | None = None
    """The row that the last click was on, while it stays highlighted."""

    _replaced: tuple[Region, ...] = ()
    """The lines of the row that is being replaced; empty while none is."""

    _widths: tuple[int, int] | None = None
    """The widths of the list, with and without its scrollbar, to which the rows are fitted."""

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to another width; with the same one, as in a pane that is shown again, they stay as drawn."""
        widths = event.size.width, self.scrollable_content_region.width
        if widths == self._widths:
            event.prevent_default()
            return
        self._widths = widths
        self.fit()

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()  # OptionList would open a row at the first click
        row = event.style.meta.get("option")
        if not await self.broker_event("click", event) and row is not None and not self.options[row].disabled:
            self.click_row(row, event.x)

    def click_row(self, row: int, _column: int) -> None:
        """Highlight a row that was clicked, or open it if the click before was on it, too."""
        again = row == self._clicked
        self.highlighted = row
        self._clicked = row
        if again:
            self.action_select()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Forget the click on another row."""
        super().watch_highlighted(highlighted)
        self._clicked = None

    def fit(self) -> None:
        """Fit the rows to the width; a list whose rows depend on it replaces this."""

    def render_line(self, y: int) -> Strip:
        """Return a line of the list; the highlighted row has a pointer, so that it can be recognized without colour."""
        strip = super().render_line(y)
        first, *others = strip
        row = _row_of(strip)
        if row is None or row != self.highlighted:
            return strip
        if not first.text.startswith(" ") or (y and row == _row_of(super().render_line(y - 1))):
            return strip
        pointer = [Segment("▸", first.style), Segment(first.text[1:], first.style)]
        return Strip([*pointer, *others], strip.cell_length)

    def show_rows(self, rows: Sequence[Option]) -> None:
        """Show these rows; the same row stays highlighted, or the nearest one if it is gone."""
        if bool(rows) != bool(self.option_count):
            self.refresh_bindings()
        before = self.highlighted_option
        place = self.highlighted or 0
        ids = [row.id for row in rows]
        if ids == [option.id for option in self.options]:
            self._replace_changed([row.prompt for row in rows])
            return
        self.set_options(rows)
        choosable = [index for index, row in enumerate(rows) if not row.disabled]
        if before and before.id in ids:
            self.highlighted = ids.index(before.id)
        elif choosable:
            self.highlighted = min(choosable, key=lambda index: abs(index - place))

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the list anew, or only the rows that are being replaced: one tick need not draw all of them."""
        return super().refresh(*(regions or self._replaced), repaint=repaint, layout=layout, recompose=recompose)

    def _replace_changed(self, prompts: Sequence[VisualType]) -> None:
        """Replace the prompts that have changed, and draw the lines of these rows anew."""
        first_line, width = -self.scroll_offset.y, self.scrollable_content_region.width
        wraps = self.styles.text_wrap == "wrap"
        for index, (option, prompt) in enumerate(zip(self.options, prompts, strict=True)):
            lines = _lines(option.prompt)
            if not _is_same(prompt, option.prompt):
                # Where the row gets more or fewer lines, those below it move.
                stays = _lines(prompt) == lines and not wraps
                self._replaced = (Region(0, first_line, width, lines),) if stays else ()
                self.replace_option_prompt_at_index(index, prompt)
                self._replaced = ()
            first_line += lines

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys, which work on a row, only while there is a row."""
        return bool(self.option_count)

    @property
    def row_ids(self) -> set[str]:
        """The ids of the rows that can be highlighted."""
        return {option.id or "" for option in self.options if not option.disabled}

    @property
    def row_id(self) -> str:
        """The id of the highlighted row, empty if there is none."""
        option = self.highlighted_option
        return (option.id or "") if option else ""


class ChoiceRows(RowList):
    """A list of answers to one question, or of rows with boxes: a click takes the answer, or ticks the row."""

    def click_row(self, row: int, _column: int) -> None:
        """Highlight a row, and take or tick it."""
        self.highlighted = row
        self.action_select()


class FoundRows(RowList):
    """The rows that a search has found: after a click the search still has the keyboard."""

    FOCUS_ON_CLICK = False


def heading_row(text: Content | str, row_id: str) -> Option:
    """Return a row that is a heading and cannot be highlighted."""
    return Option(Content.styled(text, "bold $text-primary") if isinstance(text, str) else text, row_id, disabled=True)


def _is_same(prompt: VisualType, other: VisualType) -> bool:
    """Return whether two prompts look the same: for `==`, a content with other styles would be equal."""
    return prompt.is_same(other) if isinstance(prompt, Content) and isinstance(other, Content) else prompt == other


def _lines(prompt: VisualType) -> int:
    """Return how many lines a row takes where rows are not wrapped."""
    return str(prompt).count("\n") + 1


def _row_of(strip: Strip) -> int | None:
    first = next(iter(strip), None)
    return first.style.meta.get("option") if first and first.style else None
