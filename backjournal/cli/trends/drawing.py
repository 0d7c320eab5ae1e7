"""Draws graphs on the terminal, in its size and in the colours that it supports, or without colours."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from backjournal.model.frozen import replace
from backjournal.plots.canvas import DOTS, Palette, plain
from backjournal.views.figures import Graph

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST = 120
"""The widest drawing, in cells."""

_FREE_LINES = 2  # for the command and for the next prompt

_BACKGROUND = re.compile(r"\x1b\[48;[0-9;]*m\x1b\[38;[0-9;]*m")
"""The ANSI codes of a background colour with the text colour on it."""

_PALETTE = Palette(
    pain=(224, 150, 60),
    mobility=(72, 150, 210),
    adherence=(92, 160, 92),
    flare_up=(209, 96, 110),
    axis=(128, 128, 128),
)
# If the terminal chose the nearest of its 16 colours, pain and flare-ups would have the same red, the rest one grey.
_PALETTE_OF_16 = Palette(
    pain=(170, 85, 0),
    mobility=(0, 170, 170),
    adherence=(0, 170, 0),
    flare_up=(255, 85, 85),
    axis=(170, 170, 170),
    event=(170, 0, 170),
    cursor=(255, 255, 255),
)


def print_drawn(graphs: Sequence[Graph]) -> None:
    """Print the drawing of one graph below its title, or of two graphs below each other."""
    size = shutil.get_terminal_size((80, 24))
    width, heights = min(_WIDEST, size.columns), _heights(len(graphs), size.lines - _FREE_LINES)

    def draw(palette: Palette) -> str:
        drawn = [graph.draw(width, height, palette) for graph, height in zip(graphs, heights, strict=True)]
        return "\n".join([graphs[0].title, *drawn] if len(drawn) == 1 else drawn)

    if _supports_colour():
        from rich.console import Console

        print_in_colours(Console(), draw)
    else:
        click.echo(plain(draw(replace(_PALETTE, second_line=DOTS))).rstrip())


def print_in_colours(console: "Console", draw: Callable[[Palette], str]) -> None:
    """Print a drawing in the colours that a console supports: 16, 256, or all."""
    from rich.text import Text

    few = console.color_system in ("standard", "windows")
    # With 16 colours, all shades of a colour would look the same: they are removed, but not the values written on them.
    drawn = _BACKGROUND.sub("", draw(_PALETTE_OF_16)) if few else draw(_PALETTE)
    console.print(Text.from_ansi(drawn.rstrip()), soft_wrap=True)


def _heights(number: int, room: int) -> Sequence[int]:
    """Return the number of lines of each graph: about as many as the terminal has room for, within sensible limits."""
    if number == 1:
        return [min(max(room - 1, 12), 30)]  # one line is for the title
    both = min(max(room, 22), 40)
    return [both - both * 2 // 5, both * 2 // 5]


def _supports_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
