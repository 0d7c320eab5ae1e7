"""The palettes for terminals with 16 colours, as Rich names these: the nearest of other colours would be alike."""

from backjournal.plots.canvas import Palette

FEW_COLOURS = ("standard", "windows")
"""The colour systems, in Rich's words, that have 16 colours."""

ON_DARK = Palette(
    pain=(170, 85, 0),
    mobility=(0, 170, 170),
    adherence=(0, 170, 0),
    flare_up=(255, 85, 85),
    axis=(170, 170, 170),
    event=(170, 0, 170),
    cursor=(255, 255, 255),
    colour_system="standard",
)
"""For a dark background."""

ON_LIGHT = Palette(
    pain=(170, 0, 0),
    mobility=(0, 0, 170),
    adherence=(0, 170, 0),
    flare_up=(255, 85, 85),
    axis=(85, 85, 85),
    event=(170, 0, 170),
    cursor=(0, 0, 0),
    ground=(255, 255, 255),
    colour_system="standard",
)
"""For a light background."""
