"""The steps of shade of a calendar: five backgrounds that can be told apart, whatever colours the terminal has."""

from backjournal.model.frozen import dataclass
from backjournal.plots.canvas import Colour, Palette
from backjournal.plots.few_colours import FEW_COLOURS
from backjournal.plots.lettering import luminance

STEPS = 5
"""How many steps there are."""

Ramp = tuple[Colour, ...]
"""The steps from dark to bright."""


@dataclass(frozen=True, slots=True)
class Ramps:
    """A ramp for each colour of the palette that a calendar can have, of colours that a terminal shows as they are."""

    pain: Ramp
    mobility: Ramp
    adherence: Ramp
    others: Ramp


_BLACK, _WHITE, _BLUE, _RED = (0, 0, 0), (255, 255, 255), (0, 0, 170), (170, 0, 0)

_OF_16 = Ramps(
    pain=(_BLACK, _BLUE, _RED, (255, 85, 85), (255, 255, 85)),
    mobility=(_BLACK, _BLUE, (0, 170, 170), (85, 255, 255), _WHITE),
    adherence=(_BLACK, _BLUE, (0, 170, 0), (85, 255, 85), _WHITE),
    others=(_BLACK, _BLUE, (170, 0, 170), (255, 85, 255), _WHITE),
)
"""As Rich names the 16 colours. Brown and dark grey are left out: some terminals show them so that only black can be
read on them, others so that only white can."""

_OF_256 = Ramps(
    pain=((95, 0, 0), (135, 95, 0), (215, 95, 0), (255, 175, 0), (255, 255, 175)),
    mobility=((0, 0, 95), (0, 95, 135), (0, 135, 215), (95, 215, 255), (215, 255, 255)),
    adherence=((0, 95, 0), (0, 135, 0), (95, 175, 95), (135, 215, 95), (215, 255, 175)),
    others=((95, 0, 95), (135, 0, 175), (175, 95, 215), (215, 135, 255), (255, 215, 255)),
)


def shades(colour: Colour, palette: Palette) -> Ramp:
    """Return the backgrounds of the steps of a colour of the palette: the last is farthest from the terminal's own."""
    if palette.colour_system in FEW_COLOURS:
        return _fixed(_OF_16, colour, palette)
    if palette.colour_system == "256":
        return _fixed(_OF_256, colour, palette)
    return tuple(_mixed(colour, palette.ground, (step + 1) / STEPS) for step in range(STEPS))


def _fixed(ramps: Ramps, colour: Colour, palette: Palette) -> Ramp:
    known = {palette.pain: ramps.pain, palette.mobility: ramps.mobility, palette.adherence: ramps.adherence}
    ramp = known.get(colour, ramps.others)
    return ramp[::-1] if luminance(palette.ground) > 0.5 else ramp


def _mixed(colour: Colour, ground: Colour, part: float) -> Colour:
    red, green, blue = (round(there + (here - there) * part) for here, there in zip(colour, ground, strict=True))
    return red, green, blue
