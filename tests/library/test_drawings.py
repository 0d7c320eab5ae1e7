"""The drawings of the shipped exercises: each has one, of a size that fits, in characters that every terminal has."""

from pathlib import Path

import pytest

from backjournal.library import drawings
from backjournal.library.drawings import Position, arranged, positions
from backjournal.library.exercises import library

KEYS = [entry.exercise.id for entry in library()]
FOLDER = Path(drawings.__file__).with_name("drawings")
LOW = Position("low", ("__o",))
HIGH = Position("high", ("(_)", " | ", "/|"))


def test_there_is_a_drawing_of_each_exercise_and_of_nothing_else() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_drawing_has_two_positions_that_fit_and_every_terminal_has_its_characters(key: str) -> None:
    start, end = positions(key)
    assert start.lines != end.lines
    for each in (start, end):
        assert len(each.lines) <= 12
        assert each.width <= 40
        assert all(line.isascii() and line.isprintable() and line == line.rstrip() for line in each.lines)
        assert each.lines[0]
        assert each.caption
        assert not any(letter.isalpha() and letter not in "oO" for line in each.lines for letter in line), "mirrored"


def test_both_positions_stand_on_the_same_floor() -> None:
    for key in KEYS:
        start, end = positions(key)
        if start.lines[-1].startswith("="):
            assert set(start.lines[-1]) == {"="}
            assert key == "cycling-or-swimming" or start.lines[-1] == end.lines[-1], key


@pytest.mark.parametrize("key", ["", "wall-slide", "../exercises", "/etc/hostname", "bridge.txt"])
def test_an_exercise_of_ones_own_has_none(key: str) -> None:
    assert positions(key) == ()
    assert arranged(positions(key), 80, 24) == ()


def test_the_other_side_is_the_mirror_image() -> None:
    assert HIGH.mirrored() == Position("high", ("(_)", " | ", " |\\"))
    for key in KEYS:
        for each in positions(key):
            there_and_back = each.mirrored().mirrored()
            assert tuple(line.rstrip() for line in there_and_back.lines) == each.lines


@pytest.mark.parametrize(
    ("width", "height", "present", "below", "way"),
    [
        (9, 4, 0, True, (Position("low  high", ("     (_)", "      |", "__o  /|")),)),
        (9, 6, 0, False, (Position("low  high", ("     (_)", "      |", "__o  /|")),)),
        (9, 6, 0, True, (LOW, HIGH)),
        (8, 6, 0, False, (LOW, HIGH)),
        (8, 5, 0, False, (LOW,)),
        (4, 5, 1, True, (HIGH,)),
        (3, 9, 1, False, ()),
        (9, 3, 1, False, ()),
    ],
)
def test_positions_are_arranged_as_they_fit(
    width: int, height: int, present: int, below: bool, way: tuple[Position, ...]
) -> None:
    assert arranged((LOW, HIGH), width, height, present, below=below) == way
