"""The table of figures: the widths of its columns."""

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
