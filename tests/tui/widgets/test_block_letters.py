"""The large letters: there is one for all that is written in them, and they are read without block characters."""

import pytest

from backjournal.cli.missing_characters import HANDLER, register
from backjournal.guidance.steps import steps_of
from backjournal.guidance.steps_text import large_words
from backjournal.model.doses import Dose, Sides
from backjournal.tui.practice.guided import PAUSED
from backjournal.tui.widgets.block_letters import ROWS, block_lines

DOSES = (
    Dose(sets=2, repetitions=2, hold_seconds=4, sides=Sides.EACH),
    Dose(sets=2, repetitions=8),
    Dose(breaths=8),
)
WORDS = {word for dose in DOSES for step in steps_of(dose) for word in large_words(dose, step)}


@pytest.mark.parametrize("scale", [1, 2, 3])
@pytest.mark.parametrize("text", [*sorted(WORDS), PAUSED, "left", "right", "0123456789", "-:--"])
def test_all_that_the_practice_and_the_clocks_show_has_letters(text: str, scale: int) -> None:
    lines = block_lines(text, scale)
    assert len(lines) == ROWS * scale
    assert len(set(map(len, lines))) == 1
    assert set("".join(lines)) == {"█", " "}


def test_the_shortest_wording_of_each_step_fits_beside_a_drawing_on_a_terminal_of_80_columns() -> None:
    shortest = {large_words(dose, step)[-1] for dose in DOSES for step in steps_of(dose)}
    assert max(len(block_lines(word)[0]) for word in (*shortest, PAUSED)) <= 44
    assert len(block_lines("600", 2)[0]) <= 44, "the longest hold"


def test_the_letters_are_read_in_plain_ascii() -> None:
    register()
    plain = [line.encode("ascii", HANDLER).decode("ascii") for line in block_lines("41")]
    assert plain == ["##  ##   ## ", "##  ##  ### ", "######   ## ", "    ##   ## ", "    ##  ####"]
