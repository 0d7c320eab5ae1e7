"""What is written on a terminal whose encoding lacks a character."""

import pytest

from backjournal.cli.missing_characters import HANDLER, register
from tests.helpers.commands import Commands


@pytest.mark.parametrize(
    ("encoding", "text", "written"),
    [
        ("ascii", "├─●─┼ 10┤ ┊ ◆ █▓░ ✓ – “Brücke” ≥ 3 … ⠃⠀", '|-*-+ 10| | o #=: x - "Brucke" > 3 . * '),
        ("ascii", "╭─╮ ┏━┓ ⏎ done ↑↓ ╸▌✗", "+-+ +-+ ~ done ^v -|!"),
        ("latin-1", "2 × 10 ● Brücke", "2 × 10 * Brücke"),
        ("cp1252", "█ done – 日", "# done – ?"),
        ("utf-8", "█ ✓ 日", "█ ✓ 日"),
    ],
)
def test_a_missing_character_becomes_one_that_looks_like_it(encoding: str, text: str, written: str) -> None:
    register()
    assert text.encode(encoding, HANDLER).decode(encoding) == written


def test_a_chart_is_readable_in_plain_ascii(commands: Commands) -> None:
    commands.output("log", "--pain", "4")
    register()
    drawn = commands.output("trends", "--weeks", "4").encode("ascii", HANDLER).decode("ascii")
    assert "?" not in drawn
    assert "* pain" in drawn
