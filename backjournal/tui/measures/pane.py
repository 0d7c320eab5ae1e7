"""The Measures pane: the chosen outcome measures, their results, and their changes since the start."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Button, OptionList, Static

from backjournal.plots.canvas import Palette
from backjournal.trends.answer import measure_since_start
from backjournal.trends.change import Change
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.tui.core.measures_state import MeasureEntry, MeasuresState
from backjournal.tui.core.messages import MeasureWanted, ResultWanted
from backjournal.tui.measures.detail import measure_content
from backjournal.tui.measures.entries import MeasureEntries
from backjournal.tui.widgets.chart import Chart, Drawing
from backjournal.tui.widgets.page import Page
from backjournal.tui.widgets.pane import Need, Pane
from backjournal.tui.widgets.steady import Steady
from backjournal.views.measure import measure_graph

HELP = """\
Outcome measures tell over weeks what single days cannot: how much pain takes from your life, what you can do again, how
long you can hold. Choose one or two; a questionnaire every week or two and a test of the body every four weeks is
plenty. Each is asked for as often as you choose, and Today tells what is due. PEG-style: three questions about pain,
enjoyment and what you usually do. PSFS: how well you manage activities that you choose.

A change is called meaningful once it is as large as the measure's threshold, whose source stands beside it: less may
be chance. Where no threshold is known, compare with yourself only. n is the number of results behind an average.

Forms that need a licence are filled in at the clinic: write their total down here.

A test of the body is no exercise: stop if the pain gets worse or is new (NHS inform). A measure that you stop keeps
its results, and brings them along when it is chosen again."""

_MOST_RESULTS = 100
"""How many results stand in the pane: to lay out those of fifty years takes half a second, and nobody scrolls there."""


class MeasuresPane(Pane):
    """The list of the chosen measures with the highlighted one beside or below it."""

    HELP = HELP
    NEEDS = frozenset({Need.RECORD, Need.RESULTS})
    EXPORT_KIND = "measures"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "choose", "add", tooltip="choose an outcome measure, or define one of your own"),
        Binding("i", "about", "about", show=False, tooltip="all about the measure, and its results"),
    ]
    state: var[MeasuresState | None] = var(None)
    record: var[Record | None] = var(None)
    changes: var[Mapping[str, Change]] = var(dict)
    """The change of each measure since the start, by its id; empty until the record is there."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="measures-body"):
            yield MeasureEntries(id="measures-list").data_bind(MeasuresPane.state, MeasuresPane.changes)
            with Vertical(id="measures-side"):
                with VerticalScroll(id="measure-detail", can_focus=False):
                    yield Steady(id="measure-text")
                yield Chart(id="measure-chart")
        with Vertical(id="measures-empty", classes="empty"):
            yield Static(
                Content.assemble(
                    ("No measure is chosen yet\n\n", "bold $text-primary"),
                    "A measure is asked for every week, or every two or four: three short questions, things that you "
                    "want to do again, a hold by the stopwatch, the total of a form from the clinic. Over months it "
                    "tells whether a change is more than the usual ups and downs.\n",
                )
            )
            yield Button("Choose a measure (a)", variant="primary", id="choose", compact=True)

    def focus_main(self) -> None:
        """Focus the list, or the button if no measure is chosen."""
        if self.state and self.state.entries:
            self.query_one(MeasureEntries).focus()
        else:
            self.query_one("#choose").focus()

    def watch_state(self, state: MeasuresState | None) -> None:
        """Show the list, or what measures are for if none is chosen."""
        if state is None:
            return
        was_new = self.has_class("-new")
        self.set_class(not state.entries, "-new")
        if was_new != self.has_class("-new"):
            self.call_after_refresh(self.refocus)
        self.call_after_refresh(self._show_detail)

    def watch_record(self, record: Record | None) -> None:
        """Compute the changes of the measures since the start."""
        if record:
            self.changes = {measure.id: measure_since_start(record, measure) for measure in record.measures}
            self._show_detail()

    def on_resize(self) -> None:
        """Fit the description of the measure to the room."""
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        entry = self.query_one(MeasureEntries).entry
        if entry:
            low = not self.screen.has_class("-wide")
            change = self.changes.get(entry.measure.id)
            content = measure_content(entry, change, compact=low, most=_MOST_RESULTS)
            self.query_one("#measure-text", Steady).show(content)
            self.query_one("#measure-detail").scroll_home(animate=False)
            self._draw(entry)

    def _draw(self, entry: MeasureEntry) -> None:
        # The style sheet shows the chart only with this class, and only on a large terminal.
        self.set_class(bool(entry.results), "-charted")
        if self.record and entry.results:
            self.query_one(Chart).draw_with = partial(_draw_measure, self.record, entry.measure.id)

    @on(OptionList.OptionSelected)
    def _write_down(self) -> None:
        if entry := self.query_one(MeasureEntries).entry:
            self.post_message(ResultWanted(entry.measure))

    @on(Button.Pressed, "#choose")
    def action_choose(self) -> None:
        """Choose a measure."""
        self.post_message(MeasureWanted())

    def action_about(self) -> None:
        """Show everything about the measure in a window."""
        entry = self.query_one(MeasureEntries).entry
        if entry:
            change = self.changes.get(entry.measure.id)
            self.app.push_screen(Page(entry.measure.name, measure_content(entry, change, named=False)))


def _draw_measure(record: Record, measure_id: str, width: int, height: int, palette: Palette) -> Drawing:
    # Called in the thread of the chart, as computing the graph of ten years takes a moment.
    graph = measure_graph(record, Window(None, record.today), measure_id)
    return Drawing(graph.draw(width, height, palette))
