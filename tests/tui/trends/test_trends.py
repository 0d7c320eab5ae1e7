"""The trends in the app: views, ranges, the window, the cursor, figures, and redrawing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.widgets import Input

from backjournal.model.onset import Onset
from backjournal.plots.canvas import Palette
from backjournal.store.store import Store
from backjournal.trends.window import RANGES, Window
from backjournal.tui.app import BackjournalApp
from backjournal.tui.trends import graph_chart
from backjournal.tui.trends.figures import Figures
from backjournal.tui.trends.graph_chart import GraphChart
from backjournal.tui.trends.graphs import TrendsGraphs
from backjournal.tui.trends.pane import TrendsPane
from backjournal.tui.widgets.chart import Chart, Drawing
from backjournal.views.catalog import VIEWS
from backjournal.views.figures import Graph
from tests.helpers.app import COMFORTABLE, many, running, seeded
from tests.helpers.trends_app import press, readout, rows, window
from tests.helpers.values import TODAY, check_in


@pytest.mark.slow
async def test_an_empty_journal_says_how_graphs_grow(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await press(person, "3")
        assert "No trend yet" in person.text
        assert "write a check-in" in person.text
        assert "next view" not in person.text
        for key in ("tab", "left", "+", "v", "c", "shift+left"):
            await press(person, key)
            assert "No trend yet" in person.text
        await press(person, "n", "4", "ctrl+s")
        assert "No trend yet" not in person.text
        assert "●" in person.text


async def test_plus_minus_and_clicks_choose_the_range(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await press(person, "3")
        assert window(person) == Window(12, TODAY)
        for key, weeks in (("+", 26), ("+", 52), ("+", None), ("+", None), ("-", 52)):
            await press(person, key)
            assert window(person).weeks == weeks
            assert f"[{weeks or 'everything'}]" in person.text
        await press(person, "-", "-", "-", "-")
        assert window(person).weeks == 4
        assert [row[0] for row in rows(person)] == ["2026-11-16", "2026-11-09", "2026-11-02", "2026-10-26"]
        for weeks in RANGES:
            line = person.line("everything")
            await person.click("#range", line.index(str(weeks or "everything")))
            assert window(person).weeks == weeks


async def test_the_window_moves_by_its_length_and_never_past_today(store: Store) -> None:
    async with running(BackjournalApp(many(store, 60))) as person:
        await press(person, "3", "-", "left")
        assert window(person) == Window(4, TODAY - timedelta(weeks=4))
        assert rows(person)[0][0] == "2026-10-19"
        assert "28 Sep – 25 Oct 2026" in person.text
        await press(person, "right", "right")
        assert window(person) == Window(4, TODAY)
        await press(person, "left", "left", "t")
        assert window(person) == Window(4, TODAY)
        assert rows(person)[0][0] == "2026-11-16"


@pytest.mark.slow
async def test_any_two_dates_are_shown_and_move_by_their_length(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await press(person, "3", "tab", "r")
        for first, last, field, problem in (
            ("2026-11-31", "", "first_day", "is not a day"),
            ("2026-11-22", "", "first_day", "has not come yet"),
            ("2026-11-05", "2026-11-01", "last_day", "is before the first day"),
        ):
            person.screen.query_one("#first_day", Input).value = first
            person.screen.query_one("#last_day", Input).value = last
            await person.press("ctrl+s")
            assert problem in person.problems()[field]
        await person.to_field("last_day")
        await person.press("end", *["backspace"] * 10)
        await press(person, "ctrl+s")
        assert window(person) == Window(12, TODAY, date(2026, 11, 5))
        assert "[5 Nov – 21 Nov 2026]" in person.text
        assert len(rows(person)) == 17
        await press(person, "left")
        assert window(person) == Window(12, date(2026, 11, 4), date(2026, 10, 19))
        await press(person, "r", *["backspace"] * 10, "ctrl+s")
        assert window(person) == Window(12, date(2026, 11, 4)), "without a first day it is of weeks again"


async def test_the_figures_show_each_week_with_its_n_and_gaps_as_gaps(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await press(person, "3")
        assert not person.app.query_one(Figures).display
        await press(person, "-", "v")
        shown = rows(person)
        assert shown[0][:4] == ["2026-11-16", "3.8", "3–4", "4"]
        assert shown[1][:4] == ["2026-11-09", "–", "–", "0"]
        assert "2026-11-09  –" in person.text
        await press(person, "down", "down", "+")
        assert person.app.query_one(Figures).row_name == shown[2][0], "the cursor stays on its week"
        await press(person, "v")
        assert "2026-11-09" not in person.text


@pytest.mark.slow
async def test_a_cursor_reads_out_the_figures_of_a_time(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await press(person, "3", "-")
        assert "→" in readout(person)
        before = person.text
        await press(person, "shift+left")
        assert "16 Nov" in readout(person)
        assert "pain 3.8" in readout(person)
        assert person.text != before
        await press(person, "<", "<", "<", "<", "<")
        assert "26 Oct" in readout(person), "there is no time before the first"
        await press(person, "shift+right")
        assert "2 Nov" in readout(person)
        await press(person, "left")
        assert person.app.query_one(TrendsGraphs).cursor == 1, "it stays while the window moves"
        await press(person, "t", "+")
        assert "→" in readout(person), "in another range it goes"
        place = person.app.query_one("#graph", GraphChart).slots[-1]
        await person.click("#graph", place.last_column, 3)
        await person.threads_done()
        assert "16 Nov" in readout(person)
        await press(person, "escape")
        assert "→" in readout(person)
        await person.pilot.hover("#graph", offset=(place.first_column, 20))
        await person.threads_done()
        assert "16 Nov" in readout(person), "the mouse need not click, and points at the adherence as well"


@pytest.mark.slow
async def test_the_views_and_what_they_show(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await press(person, "3")
        for view in (*VIEWS, VIEWS[0]):
            assert f"[{view.label}]" in person.text
            assert person.app.query_one(TrendsPane).look.view == view
            assert "reckoning" not in person.text
            await press(person, "tab")
        await press(person, "shift+tab", "shift+tab")
        line = person.line("Adherence Calendar")
        await person.click("ViewBar", line.index("Compare"))
        await person.threads_done()
        assert "[Compare]" in person.text
        await press(person, "C")
        await person.to_row("mood")
        await press(person, "enter", "k")
        assert "C mood" in person.text
        choice = person.app.query_one(TrendsPane).look.choice
        assert (choice.of, choice.against, choice.scatter) == ("pain", "mood", True)
        await press(person, "shift+tab", "c")
        await press(person, "escape", "tab")
        assert person.app.query_one(TrendsPane).look.choice == choice, "each view keeps what it shows"


async def test_what_is_shown_again_unchanged_is_not_drawn_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(BackjournalApp(seeded(store)), (120, 40)) as person:
        await press(person, "3")
        before, drawn, filled = person.text, [], []
        monkeypatch.setattr(Chart, "draw", lambda chart: drawn.append(chart.id))
        monkeypatch.setattr(Figures, "clear", lambda *_, **__: filled.append("figures"))
        await press(person, "1", "3")
        assert person.text == before
        assert drawn == filled == []


async def test_the_chart_of_another_view_is_drawn_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, int]] = []
    draw = graph_chart._draw

    def watched(graph: Graph, cursor: int | None, width: int, height: int, palette: Palette) -> Drawing:
        drawn.append((graph.title, height))
        return draw(graph, cursor, width, height, palette)

    monkeypatch.setattr(graph_chart, "_draw", watched)
    async with running(BackjournalApp(seeded(store))) as person:
        await press(person, "3")
        drawn.clear()
        await press(person, "tab")
        assert drawn == [("Pain and mobility by day", person.app.query_one("#graph", GraphChart).size.height)]


@pytest.mark.slow
async def test_the_charts_are_drawn_anew_at_another_size(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await press(person, "3")
        graph = person.app.query_one("#graph", GraphChart)
        before = person.text
        assert "▲" in before
        await person.resize(140, 45)
        assert max(len(line) for line in str(graph.content).splitlines()) > 100
        assert "2026-11-16" in person.text, "on a very tall screen the figures stand below"
        await person.resize(80, 24)
        assert person.text == before


@pytest.mark.slow
async def test_the_charts_are_drawn_anew_in_the_colours_of_another_theme(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await press(person, "3")
        palettes: list[Palette] = []
        chart = person.app.query_one("#graph", GraphChart)
        draw = chart.draw_with
        assert draw is not None

        def watched(width: int, height: int, palette: Palette) -> Drawing:
            palettes.append(palette)
            return draw(width, height, palette)

        chart.set_reactive(GraphChart.draw_with, watched)
        for theme in ("textual-light", "textual-dark"):
            person.app.theme = theme
            await person.threads_done()
        assert len(palettes) == 2
        assert len(set(palettes)) == 2
        assert "●" in person.text


@pytest.mark.slow
async def test_the_lowest_screen_has_charts_that_are_true_and_the_hint_gives_way(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), (60, 16)) as person:
        await press(person, "3", "escape")
        assert "● pain" in person.text
        for _ in range(7):
            shown = person.text
            assert "the mouse reads out" not in shown
            rows = [line for line in shown.splitlines() if line[4:5] in ("│", "┤")]
            assert len(rows) >= 6 or "[Exercises]" in shown or "[Calendar]" in shown
            await press(person, "tab")


async def test_what_the_table_has_no_room_for_stands_below_it_for_the_highlighted_row(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), (80, 24)) as person:
        await press(person, "3", "v")
        line = person.app.query_one("#cut-off")
        changed = next(place for place, row in enumerate(rows(person)) if row[-1] != "–")
        for _ in range(changed):
            await press(person, "down")
        assert readout(person, "#cut-off") == f"plan: {rows(person)[changed][-1]}"
        assert line.display
        await press(person, "v")
        assert not line.display, "the graph has its rows"
        await press(person, "v", "shift+tab")
        assert not line.display, "a text has no table"
        await press(person, "tab")
        assert line.display
        await person.resize(140, 30)
        assert not line.display, "here is room for the whole table"


async def test_the_key_line_says_what_v_shows(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await press(person, "3")
        for name, other, is_graph in (("v figures", "v graph", True), ("v graph", "v figures", False)) * 2:
            assert name in person.text
            assert other not in person.text
            assert person.app.query_one(TrendsGraphs).display is is_graph
            await press(person, "v")


async def test_without_a_measure_a_notice_says_how_to_choose_one(store: Store) -> None:
    async with running(BackjournalApp(many(store, 3))) as person:
        await press(person, "3", *["shift+tab"] * 3)
        assert person.app.query_one(TrendsPane).look.view.key == "measure"
        await press(person, "c")
        assert person.notices[-1] == "No measure is chosen yet: press 5, then a, to choose one."
        await press(person, "5", "a")
        assert "Choose a measure" in person.text, "5 is not dead, as no window was opened"


async def test_a_remark_takes_no_rows_from_a_chart(store: Store) -> None:
    store.settings.save(replace(store.settings.get(), onset=Onset("2019")))
    async with running(BackjournalApp(seeded(store)), (60, 16)) as person:
        await press(person, "3")
        assert "┤" in person.text
        await press(person, "shift+tab", "shift+tab")
        assert person.app.query_one("#remark").display, "it is about the answer alone"


@pytest.mark.slow
async def test_years_of_figures_come_in_as_far_as_one_scrolls(store: Store) -> None:
    first = TODAY - timedelta(weeks=200)
    store.diary.save(replace(check_in(1, pain=5), at=check_in().at - timedelta(weeks=200), day=first))
    async with running(BackjournalApp(store)) as person:
        await press(person, "3", "v", "+", "+", "+")
        figures = person.app.query_one(Figures)
        assert len(figures.shown) == 201
        assert figures.row_count < 100
        for _ in range(4):
            await press(person, "ctrl+end")
        assert figures.row_name == figures.shown[-1][0]
