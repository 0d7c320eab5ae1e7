"""The last line: the keys that work here."""

from itertools import groupby

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from backjournal.tui.widgets.keys import key_name
from backjournal.tui.widgets.words import link

_BETWEEN = "  "


class KeyLine(Static):
    """The shown bindings of what has the focus, in one line; a click presses the key.

    Textual's Footer makes a widget of every key, and all anew whenever the focus moves: this line takes a tenth of
    the time, and keeps its last key, the help, where there is no room for all.
    """

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $footer-background; color: $footer-foreground; padding: 0 1;
        link-color: $footer-key-foreground; link-style: bold; link-background-hover: $accent; }
    """

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._show)
        self._show(self.screen)

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the keys to the width."""
        self._show(self.screen)

    def _show(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.update(_fitted(self._keys(screen), self.content_size.width))

    def _keys(self, screen: Screen[object]) -> list[Content]:
        shown = {active.binding.action: active for active in screen.active_bindings.values() if active.binding.show}
        keys = []
        for group, bindings in groupby(shown.values(), lambda active: active.binding.group):
            if group:
                keys.append(Content.assemble(*map(self._key, bindings), f" {group.description}"))
            else:
                keys += [Content.assemble(self._key(active), f" {active.binding.description}") for active in bindings]
        return keys

    def _key(self, active: ActiveBinding) -> Content:
        key = active.binding.key
        return link(key_name(self.app, active), f"app.simulate_key({key!r})", "bold $footer-key-foreground")


def _fitted(keys: list[Content], width: int) -> Content:
    while len(keys) > 1 and Content(_BETWEEN).join(keys).cell_length > width:
        keys = [*keys[:-2], keys[-1]]
    return Content(_BETWEEN).join(keys)
