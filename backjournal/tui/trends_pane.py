"""The Trends pane: pain, mobility and adherence by week."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from backjournal.charts.weekly import adherence_chart, weekly_chart
from backjournal.trends.table import TABLE_HEADER, table_rows
from backjournal.trends.weeks import RANGES
from backjournal.tui.chart import Chart
from backjournal.tui.messages import RangeChosen
from backjournal.tui.pane import Pane
from backjournal.tui.row_list import step_keys
from backjournal.tui.state import TrendsState
from backjournal.tui.words import key_lines, link, long_date

HELP = """\
Pain and mobility by week: each point is the mean over the days of a week that have a check-in (a day with several
counts as their mean), the line behind it reaches from the best to the worst day. A week without check-ins is a gap.

Adherence: practised ÷ prescribed; a part counts as its share, excused days are not counted, nor what is still
open today. n is how many days
or exercises a figure rests on: few days say little.

▲ marks weeks with a flare-up.

The journal shows what was written down; it does not diagnose."""


class Figures(DataTable[str]):
    """The weeks as rows; the arrows that would move between columns move the range."""

    BINDINGS: ClassVar[list[BindingType]] = step_keys("range")

    def show_weeks(self, rows: Sequence[Sequence[str]]) -> None:
        """Show a row for each week, the newest first; the cursor stays on its week."""
        kept = self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value if self.row_count else None
        self.clear()
        for row in reversed(rows):
            self.add_row(*row, key=row[0])
        if kept in {row[0] for row in rows}:
            self.move_cursor(row=self.get_row_index(kept or ""), animate=False)


class TrendsPane(Pane):
    """Two charts over the same weeks, and their figures as a table."""

    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        *step_keys("range"),
        Binding("plus,equals_sign", "longer(1)", "longer", key_display="+", tooltip="a longer range"),
        Binding("minus", "longer(-1)", "shorter", key_display="-", tooltip="a shorter range"),
        Binding("v", "view", "figures", tooltip="change between the charts and their figures"),
    ]
    state: reactive[TrendsState | None] = reactive(None)

    def compose(self) -> ComposeResult:
        yield Static(id="range")
        with Vertical(id="charts"):
            yield Chart(id="weekly-chart")
            yield Chart(id="adherence-chart")
        yield Figures(id="figures", cursor_type="row", zebra_stripes=True)
        yield Static(
            Content.assemble(
                ("No trend yet\n\n", "bold $text-primary"),
                "Charts grow from what you write down: pain and mobility from the check-ins, "
                "adherence from the ticked exercises. One week is enough for the first point.\n\n",
                key_lines(("n", "write a check-in"), ("1", "tick exercises"), ("?", "help")),
            ),
            id="trends-empty",
            classes="empty",
        )

    def on_mount(self) -> None:
        """Head the table."""
        self.query_one(Figures).add_columns(*TABLE_HEADER)

    def focus_main(self) -> None:
        """Put the focus where the keys work."""
        figures = self.query_one(Figures)
        (figures if figures.display else self).focus()

    def watch_state(self, state: TrendsState | None) -> None:
        """Show the weeks."""
        if state is None:
            return
        self.query_one("#range", Static).update(_range_line(state))
        self.set_class(state.new_journal, "-new")
        self.query_one("#weekly-chart", Chart).draw_with = partial(weekly_chart, state.weeks)
        self.query_one("#adherence-chart", Chart).draw_with = partial(adherence_chart, state.weeks)
        self.query_one(Figures).show_weeks(table_rows(state.weeks))

    def action_longer(self, step: int) -> None:
        """Choose the next longer or shorter range."""
        if self.state:
            place = RANGES.index(self.state.range.weeks) + step
            if 0 <= place < len(RANGES):
                self.action_range(place)

    def action_range(self, place: int) -> None:
        """Choose a range by its place."""
        if self.state:
            self.post_message(RangeChosen(replace(self.state.range, weeks=RANGES[place])))

    def action_view(self) -> None:
        """Change between the charts and the figures."""
        self.toggle_class("-figures")
        self.call_after_refresh(self.refocus)

    def move(self, step: int) -> None:
        """Move the window by its length, or by 52 weeks if it shows everything; -1 is back."""
        if self.state:
            shown = self.state.range
            self.post_message(
                RangeChosen(replace(shown, last=shown.last + timedelta(weeks=step * (shown.weeks or 52))))
            )


def _range_line(state: TrendsState) -> Content:
    parts: list[Content | tuple[str, str]] = []
    for place, weeks in enumerate(RANGES):
        label = f"{weeks}" if weeks else "everything"
        chosen = weeks == state.range.weeks
        style = "bold reverse" if chosen else "$foreground-muted"
        text = f"[{label}]" if chosen else f" {label} "
        parts.append(link(text, f"app.range({place})", style))
    until = f"   weeks up to {long_date(state.range.last)}"
    return Content.assemble(*parts, (until, "$foreground-muted"))
