"""The scales of charts: their ends, their labels, and the cells of values on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.plots.scale import Scale, scale_of, short


@pytest.mark.parametrize(
    ("scale", "room", "labels"),
    [
        (Scale(0, 10), 12, ["0", "2", "4", "6", "8", "10"]),
        (Scale(0, 10), 7, ["0", "5", "10"]),
        (Scale(0, 10), 5, ["0", "2", "4", "6", "8", "10"]),
        (Scale(0, 10), 2, ["0", "10"]),
        (Scale(0, 24), 12, ["0", "6", "12", "18", "24"]),
        (Scale(11, 44), 12, ["11", "22", "33", "44"]),
        (Scale(0, 100), 20, ["0", "20", "40", "60", "80", "100"]),
        (Scale(0, 60), 16, ["0", "15", "30", "45", "60"]),
    ],
)
def test_labels_are_numbers_that_people_read_easily(scale: Scale, room: int, labels: list[str]) -> None:
    assert list(scale.labels(*scale.fitted(room)).values()) == labels


ends = st.tuples(st.integers(-50, 50), st.none() | st.integers(51, 100_000))


@given(ends, st.lists(st.floats(-50, 150_000), max_size=5), st.integers(0, 140))
def test_every_value_has_a_cell_and_labels_stand_at_theirs(
    known: tuple[int, int | None], values: list[float], room: int
) -> None:
    scale = scale_of(*known, values)
    last, parts = scale.fitted(room)
    assert 1 <= last <= max(1, room)
    assert all(0 <= scale.cell(value, last) <= last for value in values)
    labels = scale.labels(last, parts)
    assert all(len(label) <= 3 and cell == int(cell) for cell, label in labels.items())
    for cell, label in labels.items():
        if label.lstrip("-").isdigit():
            # A label has six digits, and a cell is at most that near to it.
            assert scale.place(float(label), last) == pytest.approx(cell, abs=1e-3)


@pytest.mark.parametrize(("highest", "end"), [(0, 2), (2, 2), (2.1, 4), (9, 10), (11, 20), (37, 40), (99_999, 100_000)])
def test_a_scale_without_an_end_takes_the_highest_value(highest: float, end: float) -> None:
    assert scale_of(0, None, [highest]) == Scale(0, end)


def test_a_little_is_not_drawn_as_nothing() -> None:
    assert Scale(0, 10).cell(1, 5) == 1
    assert Scale(0, 10).cell(0.9, 5) == 0


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (2.5, "2.5"), (999, "999"), (15_000, "15k"), (100_000, "1e5"), (12_345, "")]
)
def test_a_number_is_short_or_left_out_never_wrong(value: float, text: str) -> None:
    assert short(value) == text


@pytest.mark.parametrize(("scale", "labels"), [(Scale(-100, 100), ["…", "100"]), (Scale(-1000, -100), ["-1k", "…"])])
def test_a_number_that_does_not_fit_into_three_characters_is_an_ellipsis(scale: Scale, labels: list[str]) -> None:
    assert list(scale.labels(*scale.fitted(11)).values()) == labels


def test_a_value_above_the_end_of_a_scale_lengthens_it() -> None:
    assert scale_of(0, 10, [12.0]) == Scale(0, 12)
    assert scale_of(0, 10, [4.0]) == Scale(0, 10)
    assert scale_of(2, 10, [1.0]) == Scale(1, 10)
