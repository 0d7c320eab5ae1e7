"""A widget that shows a chart, drawn in a thread at the widget's size and in the theme's colours."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from rich.text import Text
from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from backjournal.plots.canvas import DOTS, LOWEST, NARROWEST, Palette
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

_GREY, _BLACK, _WHITE = (128, 128, 128), (0, 0, 0), (255, 255, 255)


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
        if self.draw_with is not None and width >= NARROWEST and height >= LOWEST:
            self._drawing.do(partial(_draw_content, self.draw_with, width, height, self._palette()), self._show)

    def _show(self, drawing: tuple[Content, tuple[Slot, ...]]) -> None:
        content, self.slots = drawing
        self.update(content, layout=False)
        self.post_message(self.Drawn())

    def _palette(self) -> Palette:
        return Palette(
            pain=self._colour("text-warning"),
            mobility=self._colour("text-primary"),
            adherence=self._colour("text-success"),
            flare_up=self._colour("text-error"),
            axis=self._colour("foreground-muted"),
            event=self._colour("text-secondary"),
            cursor=self._colour("foreground"),
            ground=self._ground(),
            second_line=DOTS if self.app.no_color else "braille",
        )

    def _ground(self) -> tuple[int, int, int]:
        background = Color.parse(self.app.theme_variables["background"].split()[0])
        if background.ansi is None:
            return background.rgb
        return _BLACK if self.app.current_theme.dark else _WHITE

    def _colour(self, variable: str) -> tuple[int, int, int]:
        theme = self.app.theme_variables
        # The 16-colour themes have values such as `ansi_default 50%`, which cannot be blended.
        colour, background = Color.parse(theme[variable].split()[0]), Color.parse(theme["background"])
        if colour.ansi is not None:
            if colour.ansi < 0:
                return _GREY
            return (colour.lighten(0.2) if self.app.current_theme.dark else colour).rgb
        return background.blend(colour, colour.a, alpha=1).rgb


def _draw_content(draw: Draw, width: int, height: int, palette: Palette) -> tuple[Content, tuple[Slot, ...]]:
    drawing = draw(width, height, palette)
    return Content.from_rich_text(Text.from_ansi(drawing.text)), drawing.slots
