"""The trends in the app: ranges, the window, figures, and drawing anew."""

from datetime import date, timedelta

from backjournal.charts.canvas import Palette
from backjournal.store.store import Store
from backjournal.trends.weeks import RANGES
from backjournal.tui.app import BackjournalApp
from backjournal.tui.chart import Chart
from backjournal.tui.state import Range
from backjournal.tui.trends_pane import Figures
from tests.app import COMFORTABLE, Person, many, running, seeded
from tests.values import TODAY, check_in


async def opened(person: Person) -> Person:
    """Open the trends and wait for what is drawn."""
    await person.press("3")
    await person.threads_done()
    return person


def first_days(person: Person) -> list[date]:
    """Return the first day of each week that is shown."""
    state = person.app.trends_state
    assert state is not None
    return [week.first_day for week in state.weeks or ()]


async def test_an_empty_journal_says_how_graphs_grow(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await opened(person)
        assert "No trend yet" in person.text
        assert "write a check-in" in person.text
        await person.press("n", "4", "ctrl+s")
        await person.threads_done()
        assert "No trend yet" not in person.text
        assert "●" in person.text


async def test_plus_minus_and_clicks_choose_the_range(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await opened(person)
        assert person.app.range == Range(12, TODAY)
        for key, weeks in (("+", 26), ("+", 52), ("+", None), ("+", None), ("-", 52)):
            await person.press(key)
            await person.threads_done()
            assert person.app.range.weeks == weeks
            assert f"[{weeks or 'everything'}]" in person.text
        await person.press("-", "-", "-", "-")
        await person.threads_done()
        assert person.app.range.weeks == 4
        assert first_days(person) == [date(2026, 10, 26) + timedelta(weeks=number) for number in range(4)]
        for weeks in RANGES:
            line = person.line("everything")
            await person.click("#range", line.index(str(weeks or "everything")))
            await person.threads_done()
            assert person.app.range.weeks == weeks


async def test_the_window_moves_by_its_length_and_never_past_today(store: Store) -> None:
    async with running(BackjournalApp(many(store, 60))) as person:
        await opened(person)
        await person.press("-", "left")
        await person.threads_done()
        assert person.app.range == Range(4, TODAY - timedelta(weeks=4))
        assert first_days(person)[-1] == date(2026, 10, 19)
        assert "weeks up to Sat 24 Oct 2026" in person.text
        await person.press("right", "right")
        await person.threads_done()
        assert person.app.range == Range(4, TODAY)
        await person.press("left", "left", "t")
        await person.threads_done()
        assert person.app.range == Range(4, TODAY)
        assert first_days(person)[-1] == date(2026, 11, 16)


async def test_the_figures_tell_each_week_with_its_n_and_gaps_as_gaps(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await opened(person)
        assert not person.app.query_one(Figures).display
        await person.press("-", "v")
        await person.threads_done()
        rows = [person.app.query_one(Figures).get_row_at(place) for place in range(4)]
        assert rows[0] == ["2026-11-16", "3.8", "3–4", "4", "6.0", "4", "78 %", "34", "0"]
        assert rows[1][:6] == ["2026-11-09", "–", "–", "0", "–", "0"]
        assert rows[2][-1] == "5", "days of the flare-up"
        assert "2026-11-09  –" in person.text
        await person.press("v")
        assert "2026-11-09" not in person.text


async def test_the_charts_are_drawn_anew_at_another_size(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await opened(person)
        weekly = person.app.query_one("#weekly-chart", Chart)
        before = person.text
        assert "▲" in before
        await person.resize(140, 45)
        assert weekly.size.width > 100
        assert max(len(line) for line in str(weekly.content).splitlines()) > 100
        assert "2026-11-16" in person.text, "on a very tall screen the figures stand below"
        await person.resize(80, 24)
        assert person.text == before


async def test_the_charts_are_drawn_anew_in_the_colours_of_another_theme(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await opened(person)
        palettes: list[Palette] = []
        chart = person.app.query_one("#weekly-chart", Chart)
        draw = chart.draw_with
        assert draw is not None

        def watched(width: int, height: int, palette: Palette) -> str:
            palettes.append(palette)
            return draw(width, height, palette)

        chart.set_reactive(Chart.draw_with, watched)
        for theme in ("textual-light", "textual-dark", "ansi-dark"):
            person.app.theme = theme
            await person.threads_done()
        assert len(palettes) == 3
        assert len(set(palettes)) == 3
        assert "●" in person.text


async def test_a_week_without_check_ins_is_a_gap_in_the_line(store: Store) -> None:
    for week in (0, 2):
        at = date(2026, 11, 2) + timedelta(weeks=week)
        store.diary.save(check_in(week + 1, at=check_in().at.replace(month=at.month, day=at.day), day=at, pain=5))
    async with running(BackjournalApp(store)) as person:
        await opened(person)
        await person.press("-")
        await person.threads_done()
        state = person.app.trends_state
        assert state is not None
        assert [week.pain.n if week.pain else None for week in state.weeks or ()] == [None, 1, None, 1]
        (line,) = (line for line in person.text.splitlines() if line.count("●") == 2)
        assert line.split("●")[1].strip() == "", "no line is drawn over the week that is missing"


async def test_trends_follow_what_is_written_while_they_are_shown(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await opened(person)
        await person.press("n", "9", "ctrl+s")
        await person.threads_done()
        state = person.app.trends_state
        assert state is not None
        assert state.weeks is not None
        assert state.weeks[-1].check_ins == 6
        await person.press("u")
        await person.threads_done()
        assert person.app.trends_state is not None
        assert person.app.trends_state.weeks is not None
        assert person.app.trends_state.weeks[-1].check_ins == 5


async def test_the_lowest_screen_has_one_chart_that_is_true(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), (60, 16)) as person:
        await person.press("3")
        await person.threads_done()
        assert "● pain" in person.text
        assert "adherence in %" not in person.text
        rows = [line for line in person.text.splitlines() if "│" in line or "┤" in line]
        assert len(rows) >= 8
