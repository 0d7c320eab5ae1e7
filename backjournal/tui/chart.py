"""A chart in a widget, drawn beside the main thread at the widget's size and in the theme's colours."""

from collections.abc import Callable

from rich.text import Text
from textual import events, work
from textual.color import Color
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static
from textual.worker import get_current_worker

from backjournal.charts import Palette
from backjournal.trends.weeks import Week

Draw = Callable[[tuple[Week, ...], int, int, Palette], str]


class Chart(Static):
    """Weeks drawn by a function of charts.py; a new size or theme draws them anew."""

    weeks: reactive[tuple[Week, ...] | None] = reactive(None)

    def __init__(self, draw: Draw, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._draw = draw

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.draw())

    def on_resize(self, _event: events.Resize) -> None:
        """Draw at the new size."""
        self.draw()

    def watch_weeks(self) -> None:
        """Draw the new weeks."""
        self.draw()

    def draw(self) -> None:
        """Draw in a thread, if there is something to draw and room for it."""
        width, height = self.size
        if self.weeks is not None and width >= 20 and height >= 4:
            self._draw_in_thread(self.weeks, width, height, self._palette())

    @work(thread=True, exclusive=True, group="draw")
    def _draw_in_thread(self, weeks: tuple[Week, ...], width: int, height: int, palette: Palette) -> None:
        worker = get_current_worker()
        drawn = Content.from_rich_text(Text.from_ansi(self._draw(weeks, width, height, palette)))
        if not worker.is_cancelled:
            self.app.call_from_thread(self.update, drawn)

    def _palette(self) -> Palette:
        variables = self.app.theme_variables
        names = {
            "pain": "text-error",
            "mobility": "text-success",
            "adherence": "text-primary",
            "flare_up": "text-warning",
            "axis": "foreground-muted",
        }
        return Palette(**{name: self._rgb(variables.get(variable, "white")) for name, variable in names.items()})

    def _rgb(self, name: str) -> tuple[int, int, int]:
        colour = (
            Color.parse(name.split(maxsplit=1)[0])
            if not name.startswith("auto")
            else self.styles.color or Color(128, 128, 128)
        )
        return colour.r, colour.g, colour.b
