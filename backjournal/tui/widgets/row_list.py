"""A list that keeps its highlighted row while the rows change."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.strip import Strip
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


class RowList(OptionList):
    """A list of rows, which may stand under headings."""

    DEFAULT_CSS = (
        "RowList { text-wrap: nowrap; text-overflow: ellipsis; overflow-x: hidden; scrollbar-size-vertical: 1; }"
    )

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
            for index, row in enumerate(rows):
                if row.prompt != self.options[index].prompt:
                    self.replace_option_prompt_at_index(index, row.prompt)
            return
        self.set_options(rows)
        choosable = [index for index, row in enumerate(rows) if not row.disabled]
        if before and before.id in ids:
            self.highlighted = ids.index(before.id)
        elif choosable:
            self.highlighted = min(choosable, key=lambda index: abs(index - place))

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


def heading_row(text: Content | str, row_id: str) -> Option:
    """Return a row that is a heading and cannot be highlighted."""
    return Option(Content.styled(text, "bold $text-primary") if isinstance(text, str) else text, row_id, disabled=True)


def _row_of(strip: Strip) -> int | None:
    first = next(iter(strip), None)
    return first.style.meta.get("option") if first and first.style else None
