"""The window with the results of a measure, where they can be edited and deleted."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.model.measures import Measure, Result
from backjournal.tui.core.measures_state import MeasuresState
from backjournal.tui.core.messages import ResultDeleted, ResultWanted
from backjournal.tui.measures.detail import result_line
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import RowList


class MeasureResults(Dialog[None]):
    """Shows the results of a measure, newest first, and updates the list when they change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,e", "edit", "edit", key_display="⏎", priority=True, tooltip="edit the result"),
        Binding("d", "delete", "delete", tooltip="delete the result; u brings it back"),
        Binding("u", "app.undo", "undo"),
        Binding("escape,q,r", "dismiss", "close", key_display="esc"),
    ]
    state: var[MeasuresState | None] = var(None)

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label(f"Results: {self._measure.name}", classes="window-title", markup=False)
            yield RowList(id="results", compact=True)
            yield Static(Content.styled("No result yet.", "$foreground-muted"), id="no-results", classes="hint")
        yield KeyLine()

    def watch_state(self) -> None:
        """Show the results."""
        results = self._results()
        rows = self.query_one(RowList)
        rows.show_rows([_row(self._measure, result) for result in reversed(results)])
        rows.display, self.query_one("#no-results").display = bool(results), not results

    @on(OptionList.OptionSelected)
    def action_edit(self) -> None:
        """Edit the highlighted result."""
        if result := self._result():
            self.post_message(ResultWanted(self._measure, result))

    def action_delete(self) -> None:
        """Delete the highlighted result; undo brings it back."""
        if result := self._result():
            self.post_message(ResultDeleted(self._measure, result))

    def _results(self) -> tuple[Result, ...]:
        entry = self.state.entry(self._measure.id) if self.state else None
        return entry.results if entry else ()

    def _result(self) -> Result | None:
        row_id = self.query_one(RowList).row_id
        return next((result for result in self._results() if result.id == row_id), None)


def _row(measure: Measure, result: Result) -> Option:
    return Option(Content.assemble(" ", result_line(measure, result)), id=result.id)
