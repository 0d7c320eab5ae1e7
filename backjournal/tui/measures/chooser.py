"""The dialog for choosing an outcome measure."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.model.measures import Measure, MeasureKind
from backjournal.tui.measures.detail import about_measure
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import RowList, heading_row

OWN = "own"
"""The answer, and the id of the row, for a new measure that the person defines themselves."""

_GROUPS = {
    "Questions to answer here": (MeasureKind.QUESTIONS, MeasureKind.ACTIVITIES),
    "Totals of forms from the clinic": (MeasureKind.SCORE,),
    "Tests of the body": (MeasureKind.NUMBER, MeasureKind.COUNT, MeasureKind.HOLD),
}
_ABOUT_OWN = (
    "One number that you take again and again: give it a name, a unit and a range, and say which way is better."
)


class MeasureChooser(Dialog[Measure | str]):
    """Shows the measures that can be chosen, with the highlighted one described beside them.

    It answers with a measure, or with `OWN` to define one. `chosen` has the ids of the measures that are chosen
    already and cannot be chosen again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", priority=True),
        Binding("escape", "dismiss", "back"),
    ]

    def __init__(self, offered: Sequence[Measure], chosen: frozenset[str]) -> None:
        super().__init__()
        self._offered = {measure.id: measure for measure in offered}
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("Choose a measure", classes="window-title")
            with Horizontal():
                yield RowList(*self._rows(), id="offered", compact=True)
                with VerticalScroll(can_focus=False):
                    yield Static(id="offered-detail")
        yield KeyLine()

    def on_mount(self) -> None:
        """Highlight the first measure that can be chosen."""
        rows = self.query_one(RowList)
        rows.highlighted = next((place for place, row in enumerate(rows.options) if place and not row.disabled), 0)

    def _rows(self) -> Iterable[Option]:
        yield Option(Content.styled(" A measure of my own …", "bold $text-accent"), id=OWN)
        for heading, kinds in _GROUPS.items():
            yield heading_row(heading, heading)
            for measure in self._offered.values():
                if measure.kind in kinds:
                    yield self._row(measure)

    def _row(self, measure: Measure) -> Option:
        chosen = measure.id in self._chosen
        name = Content.assemble(f" {measure.name}", ("  chosen" if chosen else "", "$foreground-muted"))
        return Option(name, id=measure.id, disabled=chosen)

    @on(OptionList.OptionHighlighted)
    def _show_detail(self, event: OptionList.OptionHighlighted) -> None:
        measure = self._offered.get(event.option_id or "")
        self.query_one("#offered-detail", Static).update(about_measure(measure) if measure else Content(_ABOUT_OWN))

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Answer with the highlighted measure."""
        row_id = self.query_one(RowList).row_id
        self.dismiss(self._offered.get(row_id, OWN))
