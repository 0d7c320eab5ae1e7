"""Draws graphs on the terminal, in its size and in the colours that it supports, or without colours."""

import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from backjournal.model.frozen import replace
from backjournal.plots.canvas import DOTS, Palette, plain
from backjournal.plots.few_colours import FEW_COLOURS, ON_DARK
from backjournal.views.figures import Graph, drawing

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST, _HIGHEST = 120, 36
"""The widest and the highest drawing, in cells."""

_FREE_LINES = 2  # for the command and for the next prompt

_PALETTE = Palette(
    pain=(224, 150, 60),
    mobility=(72, 150, 210),
    adherence=(92, 160, 92),
    flare_up=(209, 96, 110),
    axis=(128, 128, 128),
)


def print_drawn(graph: Graph, verdict: str = "") -> None:
    """Print a graph below a verdict, or else its title: as high as the terminal, within sensible limits."""
    size = shutil.get_terminal_size((80, 24))
    width, height = min(_WIDEST, size.columns), min(_HIGHEST, size.lines - _FREE_LINES)

    def draw(palette: Palette) -> str:
        return f"{verdict or graph.title}\n{drawing(graph, width, height - 1, palette)}"

    if _supports_colour():
        from rich.console import Console

        print_in_colours(Console(), draw)
    else:
        click.echo(plain(draw(replace(_PALETTE, second_line=DOTS, colour_system=None))).rstrip())


def print_in_colours(console: "Console", draw: Callable[[Palette], str]) -> None:
    """Print a drawing in the colours that a console supports: 16, 256, or all."""
    from rich.text import Text

    system = console.color_system
    drawn = draw(ON_DARK if system in FEW_COLOURS else replace(_PALETTE, colour_system=system))
    console.print(Text.from_ansi(drawn.rstrip()), soft_wrap=True)


def _supports_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
