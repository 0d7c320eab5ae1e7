"""The table of figures: the widths of its columns."""

import pytest
from textual.app import App, ComposeResult

from backjournal.tui.trends.figures import Figures

ROWS = [("2026-11-16", "[b]3.2", "6"), ("2026-11-09", "3.4", "腰の動き"), *[("2026-11-02", "–", "0")] * 100]


class OneTable(App[None]):
    def compose(self) -> ComposeResult:
        yield Figures()


async def test_columns_have_room_for_all_rows_before_the_table_is_painted() -> None:
    app = OneTable()
    async with app.run_test():
        figures = app.query_one(Figures)
        figures.show_rows(("week of", "pain", "n"), ROWS)
        # No time has passed: the table has not measured its cells yet.
        assert [column.width for column in figures.ordered_columns] == [10, 6, 8]
        figures.show_rows(("exercise", "pain"), [])
        assert [column.width for column in figures.ordered_columns] == [8, 4]
        assert figures.row_name == ""


async def test_a_table_is_painted_as_it_is_until_other_rows_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    app = OneTable()
    async with app.run_test(size=(60, 12)) as pilot:
        figures = app.query_one(Figures)

        def lines(end: int) -> list[list[str]]:
            return [figures.render_line(y).text.split() for y in range(end)]

        figures.show_rows(("week of", "pain", "n"), ROWS)
        await pilot.pause()
        before = [["week", "of", "pain", "n"], *([*row] for row in ROWS[:3])]
        assert lines(4) == before
        with monkeypatch.context() as hidden:
            hidden.setattr(Figures, "is_on_screen", False)
            figures.show_rows(("exercise", "pain"), [("bridge", "2"), ("plank", "3")])
        assert lines(4) == before
        figures.on_show()
        await pilot.pause()
        assert lines(4) == [["exercise", "pain"], ["bridge", "2"], ["plank", "3"], []]
