"""Text in charts: coloured, on coloured backgrounds, cut or wrapped to a width, and labels in a line."""

from collections.abc import Callable, Mapping, Sequence

from backjournal.plots.canvas import Colour
from backjournal.plots.cells import cell_len, chop_cells, set_cell_size
from backjournal.plots.frame import NARROWEST

_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_LOWEST_OVER_TEXT = 9
"""The lines that a chart needs before text is put below it."""


def coloured(text: str, colour: Colour) -> str:
    """Return a text in a colour."""
    return f"\x1b[38;2;{colour[0]};{colour[1]};{colour[2]}m{text}\x1b[0m" if text else ""


def on_colour(text: str, ground: Colour) -> str:
    """Return a text on a background, in black or white, whichever has the higher contrast."""
    return f"\x1b[48;2;{ground[0]};{ground[1]};{ground[2]}m{coloured(text, letters_on(ground))}"


def letters_on(ground: Colour) -> Colour:
    """Return the colour of a text on a background: black or white, whichever has the higher contrast."""
    return _BLACK if contrast(_BLACK, ground) >= contrast(_WHITE, ground) else _WHITE


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21, after WCAG 2.1."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, 0 to 1, after WCAG 2.1."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def with_text(draw: Callable[[int], str], lines: Sequence[str], width: int, height: int) -> str:
    """Return what `draw` draws, given its height, above lines of text; without these if the chart would be too low."""
    below = [part for line in lines for part in wrapped(line, width)] if width >= NARROWEST else []
    if height - len(below) < _LOWEST_OVER_TEXT:
        return draw(height)
    return "\n".join([draw(height - len(below)), *below])


def cut(text: str, width: int) -> str:
    """Return a text, cut off with an ellipsis if it takes more cells than the width, which is 1 or more."""
    return text if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` cells; a word that is longer is broken."""
    lines: list[str] = []
    for word in text.split():
        *full, rest = chop_cells(word, width)
        if lines and not full and cell_len(lines[-1]) + 1 + cell_len(rest) <= width:
            lines[-1] += f" {rest}"
        else:
            lines += [*full, rest]
    return lines


def labelled(labels: Mapping[int, str], width: int) -> str:
    """Return a line with labels that begin at their columns, without those that would touch another or not fit."""
    line = ""
    for column, label in sorted(labels.items()):
        if (not line or column > len(line)) and column + len(label) <= width:
            line = line.ljust(column) + label
    return line


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
