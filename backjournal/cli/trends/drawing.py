"""Graphs on the terminal: as large as it is, in as many colours as it shows, or in none."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from backjournal.plots.canvas import Palette, plain
from backjournal.views.figures import Graph

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST = 120
_LEFT_FREE = 2  # the lines of the command and of the next prompt

_GROUND = re.compile(r"\x1b\[48;[0-9;]*m\x1b\[38;[0-9;]*m")
_PALETTE = Palette(
    pain=(224, 150, 60),
    mobility=(72, 150, 210),
    adherence=(92, 160, 92),
    flare_up=(209, 96, 110),
    axis=(128, 128, 128),
)
# The nearest of 16 colours would be one red for pain and flare-ups, and one grey for the rest.
_OF_SIXTEEN = Palette(
    pain=(170, 85, 0),
    mobility=(0, 170, 170),
    adherence=(0, 170, 0),
    flare_up=(255, 85, 85),
    axis=(170, 170, 170),
    event=(170, 0, 170),
    cursor=(255, 255, 255),
)


def print_drawn(graphs: Sequence[Graph]) -> None:
    """Draw one graph under its title, or two below each other."""
    size = shutil.get_terminal_size((80, 24))
    width, heights = min(_WIDEST, size.columns), _heights(len(graphs), size.lines - _LEFT_FREE)

    def draw(palette: Palette) -> str:
        drawn = [graph.draw(width, height, palette) for graph, height in zip(graphs, heights, strict=True)]
        return "\n".join([graphs[0].title, *drawn] if len(drawn) == 1 else drawn)

    if _takes_colour():
        from rich.console import Console

        print_in_colours(Console(), draw)
    else:
        click.echo(plain(draw(_PALETTE)).rstrip())


def print_in_colours(console: "Console", draw: Callable[[Palette], str]) -> None:
    """Print what is drawn in the colours of a console: 16, 256, or all."""
    from rich.text import Text

    few = console.color_system in ("standard", "windows")
    # All shades of a colour would be one of 16: they are left out, and the values written on them stay.
    drawn = _GROUND.sub("", draw(_OF_SIXTEEN)) if few else draw(_PALETTE)
    console.print(Text.from_ansi(drawn.rstrip()), soft_wrap=True)


def _heights(number: int, room: int) -> Sequence[int]:
    """Return the lines of each graph, for which a terminal of any size has sensible room."""
    if number == 1:
        return [min(max(room - 1, 12), 30)]  # its title has a line
    both = min(max(room, 22), 40)
    return [both - both * 2 // 5, both * 2 // 5]


def _takes_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
