"""The last line of a screen, with the keys that work on it."""

from itertools import groupby
from typing import Any

from textual import events
from textual.app import App
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen

from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import press

_BETWEEN = "  "


class KeyLine(Links):
    """Shows the key bindings of the focused widget in one line; a click on a key or its name presses it.

    Textual's Footer makes a widget for every key, and makes all of them again whenever the focus moves. This line
    takes a tenth of the time. Where there is no room for all keys, it keeps the last one, which is the help.
    """

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $footer-background; color: $footer-foreground; padding: 0 1;
        link-background-hover: $accent; }
    """
    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Update the line whenever the bindings of the screen change."""
        self.screen.bindings_updated_signal.subscribe(self, self._show)
        self._show(self.screen)

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the keys to the width."""
        self._show(self.screen)

    def _show(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            # Before its first layout it has no width: the first drawing tells the keys all the same.
            width = self.content_size.width or self.app.size.width - self.gutter.width
            self.show(_fitted(self._keys(screen), width))

    def _keys(self, screen: Screen[object]) -> list[Content]:
        shown = {active.binding.action: active for active in screen.active_bindings.values() if active.binding.show}
        keys = []
        for group, bindings in groupby(shown.values(), lambda active: active.binding.group):
            if group:
                keys.append(Content.assemble(*map(self._key, bindings), f" {group.description}"))
            else:
                keys += [self._key(active, f" {active.binding.description}") for active in bindings]
        return keys

    def _key(self, active: ActiveBinding, after: str = "") -> Content:
        name = (key_name(self.app, active), "bold $footer-key-foreground")
        return press(active.binding.key, name, after)


def key_name(app: App[Any], active: ActiveBinding) -> str:
    """Return the name of a key as the app shows it."""
    return app.get_key_display(active.binding)


def _fitted(keys: list[Content], width: int) -> Content:
    while len(keys) > 1 and Content(_BETWEEN).join(keys).cell_length > width:
        keys = [*keys[:-2], keys[-1]]
    return Content(_BETWEEN).join(keys)
