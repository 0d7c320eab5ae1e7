"""The match of a search in a row: it is in view, whatever stands before and after it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size

from backjournal.tui.widgets.match import from_match
from backjournal.tui.widgets.words import marked

PADDING = st.text("ab 腰ü", max_size=60)


@given(PADDING, PADDING, st.integers(12, 60))
def test_the_first_match_is_in_view_in_a_row_that_is_cut_off(before: str, after: str, cells: int) -> None:
    shown = from_match(marked(f"{before}Stairs{after}", "stairs"), cells).plain
    seen = shown if cell_len(shown) <= cells else set_cell_size(shown, cells - 1)
    assert "Stairs" in seen
    assert shown.removeprefix("… ").endswith(f"Stairs{after}")


def test_as_much_is_shown_before_a_match_as_there_is_room_for() -> None:
    text = "lower back, dull, stairs"
    for cells, shown in ((24, text), (23, "… back, dull, stairs"), (12, "… stairs")):
        assert from_match(marked(text, "stairs"), cells).plain == shown
