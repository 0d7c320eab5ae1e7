"""Which colour of the palette a series has."""

from backjournal.plots.canvas import Colour, Palette
from backjournal.trends.series import Series


def series_colour(series: Series, palette: Palette) -> Colour:
    """Return the colour of a series: pain, mobility and adherence have their own, all others share one."""
    own = {
        "pain": palette.pain,
        "worst-pain": palette.pain,
        "mobility": palette.mobility,
        "adherence": palette.adherence,
        "minutes": palette.adherence,
    }
    return palette.pain if series.key.startswith("pain-during") else own.get(series.key, palette.event)


def colour_beside(colour: Colour, palette: Palette) -> Colour:
    """Return a colour of the palette that differs from the given one, for a second series."""
    return palette.mobility if colour != palette.mobility else palette.pain
