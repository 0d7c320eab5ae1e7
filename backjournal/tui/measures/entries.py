"""The list of the chosen measures: the latest result of each, when it is due, and its change since the start."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets.option_list import Option

from backjournal.model.dates import short_day
from backjournal.model.measure_words import value_text
from backjournal.model.numbers import MISSING, count
from backjournal.trends.change import Change
from backjournal.tui.core.measures_state import MeasureEntry, MeasuresState
from backjournal.tui.core.messages import MeasureChangeWanted, MeasureStopWanted, ResultsWanted, ResultWanted
from backjournal.tui.measures.detail import change_words
from backjournal.tui.widgets.row_list import RowList
from backjournal.tui.widgets.words import day_name, fitted, name_column

_INDENT = "   "
_ROOM_FOR_UNITS = 70
"""The width, in cells, from which the values are shown with their units."""


class MeasureEntries(RowList):
    """The list of the chosen measures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "result", "result", key_display="⏎", tooltip="write down a result of the measure"),
        Binding("r", "results", "results", tooltip="all results of the measure, to edit and delete them"),
        Binding("e", "change", "change", tooltip="change how often it is asked for, the activities, or your own"),
        Binding("d", "stop", "stop", tooltip="stop taking the measure; its results stay"),
    ]
    state: var[MeasuresState | None] = var(None)
    changes: var[Mapping[str, Change]] = var(dict)
    """The change of each measure since the start, by its id; empty until it is computed."""

    def watch_state(self) -> None:
        """Show the measures."""
        if self.state:
            self.show_rows(_rows(self.state, self.changes, self.scrollable_content_region.width))

    def watch_changes(self) -> None:
        """Show the changes since the start."""
        self.watch_state()

    def fit(self) -> None:
        """Fit the rows to the width."""
        self.watch_state()

    @property
    def entry(self) -> MeasureEntry | None:
        """The highlighted measure; None if there is none."""
        return self.state.entry(self.row_id) if self.state else None

    def action_result(self) -> None:
        """Write down a result of the measure."""
        if self.entry:
            self.post_message(ResultWanted(self.entry.measure))

    def action_results(self) -> None:
        """Open the list of the results."""
        if self.entry:
            self.post_message(ResultsWanted(self.entry.measure))

    def action_change(self) -> None:
        """Change how often the measure is due, its activities, or a measure that the person defined."""
        if self.entry:
            self.post_message(MeasureChangeWanted(self.entry.measure))

    def action_stop(self) -> None:
        """Remove the measure from the chosen ones."""
        if self.entry:
            self.post_message(MeasureStopWanted(self.entry.measure))


def due_words(due: date | None, today: date) -> str:
    """Return when a measure is due: `due`, `due in 3 days` or `2 days overdue`; empty if `due` is None (never)."""
    if due is None:
        return ""
    days = (due - today).days
    if days > 0:
        return f"due in {count(days, 'day')}"
    return f"{count(-days, 'day')} overdue" if days else "due"


def _rows(state: MeasuresState, changes: Mapping[str, Change], width: int) -> list[Option]:
    names = name_column(entry.measure.name for entry in state.entries)
    latest = {entry.measure.id: _latest(entry, unit=width >= _ROOM_FOR_UNITS) for entry in state.entries}
    values = max(map(cell_len, latest.values()), default=0)
    return [
        Option(
            Content("\n").join(
                [
                    Content.assemble(
                        f" {fitted(entry.measure.name, names)}  ",
                        (fitted(latest[entry.measure.id], values), "bold"),
                        (f"  {_day(entry, state.today):<11}  ", "$foreground-muted"),
                        _due(entry, state.today),
                    ),
                    _change_line(entry, changes.get(entry.measure.id)),
                ]
            ),
            id=entry.measure.id,
        )
        for entry in state.entries
    ]


def _latest(entry: MeasureEntry, *, unit: bool) -> str:
    return value_text(entry.measure, entry.latest.value, unit=unit) if entry.latest else MISSING


def _day(entry: MeasureEntry, today: date) -> str:
    if entry.latest is None:
        return ""
    day = entry.latest.day
    return day_name(day, today) if day.year == today.year else short_day(day, with_year=True)


def _due(entry: MeasureEntry, today: date) -> Content:
    waits = entry.due is not None and entry.due > today
    return Content.styled(due_words(entry.due, today), "$foreground-muted" if waits else "bold $text-warning")


def _change_line(entry: MeasureEntry, change: Change | None) -> Content:
    text = change_words(change) if change else ""
    if not entry.results:
        text = "no result yet"
    return Content.styled(_INDENT + text, "$foreground-muted")
