"""The shades of the calendar: five that can be told apart, with text on them that can be read, in every theme."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import Color, ColorSystem
from textual.theme import BUILTIN_THEMES

from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plots.calendar import calendar_chart, calendar_of
from backjournal.plots.canvas import Colour, Palette
from backjournal.plots.lettering import contrast, luminance
from backjournal.plots.shades import STEPS
from backjournal.trends.calendar import calendar_weeks
from backjournal.trends.series import Series
from backjournal.tui.widgets.chart import palette_of
from tests.helpers.records import ago
from tests.helpers.values import TODAY

SYSTEMS = {"truecolor": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT, "standard": ColorSystem.STANDARD}
XTERM_16 = {
    (0, 0, 0): (0, 0, 0),
    (170, 0, 0): (205, 0, 0),
    (0, 170, 0): (0, 205, 0),
    (0, 0, 170): (0, 0, 238),
    (170, 0, 170): (205, 0, 205),
    (0, 170, 170): (0, 205, 205),
    (255, 85, 85): (255, 0, 0),
    (85, 255, 85): (0, 255, 0),
    (255, 255, 85): (255, 255, 0),
    (255, 85, 255): (255, 0, 255),
    (85, 255, 255): (0, 255, 255),
    (255, 255, 255): (255, 255, 255),
}
"""Those of the 16 colours that the shades have, as Rich knows them, and as xterm shows them."""

ON_GROUND = re.compile(r"\x1b\[48;2;(\d+);(\d+);(\d+)m\x1b\[38;2;(\d+);(\d+);(\d+)m")


def palette(theme: str, system: str) -> Palette:
    """Return the palette of a theme of the app on a terminal with a colour system."""
    chosen = BUILTIN_THEMES[theme]
    variables = {**chosen.to_color_system().generate(), **chosen.variables}
    return palette_of(variables, dark=chosen.dark, no_color=False, colour_system=system)


def as_shown(colour: Colour, system: str) -> Colour:
    """Return a colour as Rich has a terminal show it."""
    shown = Color.from_rgb(*colour).downgrade(SYSTEMS[system])
    if system == "standard":
        assert shown.number is not None
        shown = Color.from_triplet(STANDARD_PALETTE[shown.number])
    red, green, blue = shown.get_truecolor()
    return red, green, blue


def legend_of(key: str, colours: Palette, system: str) -> Iterator[tuple[Colour, Colour]]:
    """Yield the background and the text of each step in the legend of a calendar, as they are shown."""
    series = Series(key, key, {ago(number): float(number) for number in range(11)})
    weeks = calendar_weeks(series, ago(13), TODAY, TODAY, MONDAY_WEEKS)
    legend = calendar_chart(calendar_of(series, weeks, 60), 9, colours).split("\n")[0]
    for found in ON_GROUND.findall(legend):
        red, green, blue, *letters = map(int, found)
        yield as_shown((red, green, blue), system), as_shown((letters[0], letters[1], letters[2]), system)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("theme", BUILTIN_THEMES)
def test_five_shades_are_told_apart_and_the_text_on_each_is_read(theme: str, system: str) -> None:
    colours = palette(theme, system)
    assert (luminance(colours.ground) < 0.5) == BUILTIN_THEMES[theme].dark
    for key in ("pain", "mobility", "adherence", "sleep"):
        shown = [*legend_of(key, colours, system)]
        assert len(shown) == STEPS
        for ground, letters in shown:
            assert contrast(ground, letters) >= 4.5
            if system == "standard":
                assert contrast(XTERM_16[ground], XTERM_16[letters]) >= 4.5
        grounds = [ground for ground, _ in shown]
        assert all(contrast(one, other) >= 1.15 for one, other in pairwise(grounds))
        on_light = luminance(colours.ground) > 0.5
        assert grounds == sorted(grounds, key=luminance, reverse=on_light), "away from the ground"


@pytest.mark.parametrize(
    ("low", "high", "values", "begins"),
    [
        (0, 10, (3, 7), (0, 2, 4, 6, 8)),
        (0, 100, (30,), (0, 20, 40, 60, 80)),
        (11, 44, (20,), (0, 10, 20, 30, 40)),
        (0, 24, (20,), (0, 5, 10, 15, 20)),
        (0, None, (1, 2), (0, 1, 2, 3, 4)),
        (0, None, (0, 45), (0, 10, 20, 30, 40)),
        (0, None, (8000,), (0, 2000, 4000, 6000, 8000)),
        (-10, 10, (3,), (-10, -6, -2, 2, 6)),
    ],
)
def test_the_shades_begin_at_round_values(
    low: float, high: float | None, values: tuple[float, ...], begins: tuple[float, ...]
) -> None:
    series = Series("sleep", "sleep", {ago(number): float(value) for number, value in enumerate(values)}, "", low, high)
    calendar = calendar_of(series, calendar_weeks(series, ago(9), TODAY, TODAY, MONDAY_WEEKS), 60)
    assert calendar.begins == begins


@pytest.mark.parametrize("weeks", [1, 40])
def test_the_shade_of_a_day_is_that_of_the_number_that_is_written_on_it(weeks: int) -> None:
    values = [number / 10 for number in range(101)]
    series = Series("pain", "pain", {ago(number): value for number, value in enumerate(values)}, "", 0, 10)
    shown = calendar_weeks(series, TODAY - timedelta(7 * weeks), TODAY, TODAY, MONDAY_WEEKS)
    calendar = calendar_of(series, shown, 60)
    for value in values:
        written = 10.0 if calendar.written(value) == "X" else float(calendar.written(value))
        assert calendar.begins[calendar.step(value)] <= written
        assert written < [*calendar.begins, 10.1][calendar.step(value) + 1]
