"""A widget that shows a chart, drawn in a thread at the widget's size and in the theme's colours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from rich.text import Text
from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from backjournal.plots.canvas import DOTS, Palette
from backjournal.plots.few_colours import FEW_COLOURS, ON_DARK, ON_LIGHT
from backjournal.plots.frame import NARROWEST
from backjournal.tui.widgets.one_at_a_time import OneAtATime
from backjournal.views.figures import Slot


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn as text."""

    text: str
    """Lines with ANSI colour codes."""
    slots: tuple[Slot, ...] = ()
    """The parts of the chart that a cursor can step through; empty for a chart without a cursor."""


Draw = Callable[[int, int, Palette], Drawing]
"""Draws a chart of a width and height in cells; it is called in a thread."""


class Chart(Static):
    """Shows what a function draws, and draws it again whenever the function, the size or the theme changes.

    `slots` holds the slots of the drawing that is on the screen.
    """

    draw_with: var[Draw | None] = var(None)
    """The function that draws the chart; None to leave it as it is."""

    class Drawn(Message):
        """A new drawing is on the screen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.slots: tuple[Slot, ...] = ()
        self._drawing = OneAtATime[tuple[Content, tuple[Slot, ...]]](self)
        self._asked_size = Size()

    def on_mount(self) -> None:
        """Draw again whenever the theme or the size changes."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.draw())
        # Textual sends no Resize event if a widget's region was queried between a change and its layout.
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._fit())

    def _fit(self) -> None:
        # While it is hidden it has no size, and keeps its drawing.
        if self.size and self.size != self._asked_size:
            self.draw()

    def watch_draw_with(self) -> None:
        """Draw with the new function."""
        self.draw()

    def draw(self) -> None:
        """Draw in a thread, if there is a function to draw with and enough room."""
        self._asked_size = self.size
        width, height = self.size
        if self.draw_with is not None and width >= NARROWEST and height:
            self._drawing.do(partial(_draw_content, self.draw_with, width, height, self._palette()), self._show)

    def _show(self, drawing: tuple[Content, tuple[Slot, ...]]) -> None:
        content, self.slots = drawing
        self.update(content, layout=False)
        self.post_message(self.Drawn())

    def _palette(self) -> Palette:
        app = self.app
        return palette_of(
            app.theme_variables,
            dark=app.current_theme.dark,
            no_color=app.no_color,
            colour_system=app.console.color_system,
        )


def palette_of(theme: Mapping[str, str], *, dark: bool, no_color: bool, colour_system: str | None) -> Palette:
    """Return the colours of the charts in a theme, given its variables, on a terminal with a colour system of Rich."""
    background, second_line = Color.parse(theme["background"].split()[0]), DOTS if no_color else "braille"
    # The colours of a 16-colour theme are those of the terminal, which cannot be blended.
    if background.ansi is not None or colour_system in FEW_COLOURS:
        return replace(ON_DARK if dark else ON_LIGHT, second_line=second_line)

    def colour(variable: str) -> tuple[int, int, int]:
        value = Color.parse(theme[variable].split()[0])
        return background.blend(value, value.a, alpha=1).rgb

    return Palette(
        pain=colour("text-warning"),
        mobility=colour("text-primary"),
        adherence=colour("text-success"),
        flare_up=colour("text-error"),
        axis=colour("foreground-muted"),
        event=colour("text-secondary"),
        cursor=colour("foreground"),
        ground=background.rgb,
        second_line=second_line,
        colour_system=colour_system,
    )


def _draw_content(draw: Draw, width: int, height: int, palette: Palette) -> tuple[Content, tuple[Slot, ...]]:
    drawing = draw(width, height, palette)
    return Content.from_rich_text(Text.from_ansi(drawing.text)), drawing.slots
