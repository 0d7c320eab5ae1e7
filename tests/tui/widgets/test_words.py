"""How values are drawn in a row of cells."""

import pytest

from backjournal.tui.widgets.words import bar


@pytest.mark.parametrize(
    ("value", "full", "drawn"),
    [
        (0, 7, "▱▱▱▱"),
        (0.1, 7, "▰▱▱▱"),
        (3.5, 7, "▰▰▱▱"),
        (6.9, 7, "▰▰▰▱"),
        (7, 7, "▰▰▰▰"),
        (None, 7, "    "),
        (0, 0, "▱▱▱▱"),
    ],
)
def test_a_bar_is_empty_only_with_nothing_and_full_only_with_all(value: float | None, full: float, drawn: str) -> None:
    assert bar(value, full, 4) == drawn
