"""Every key and what it does, taken from the bindings: for the help and the palette."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

_WITHOUT_WORTH = frozenset({"app.focus_next", "app.focus_previous", "app.command_palette", "command_palette"})


def useful_bindings(screen: Screen[object]) -> Iterable[ActiveBinding]:
    """Give the bindings that do something here, one for each action, those of the focused pane first."""
    seen = set()
    for active in screen.active_bindings.values():
        action = active.binding.action
        told = active.binding.show or active.binding.tooltip
        if active.enabled and told and not active.binding.system and action not in seen:
            seen.add(action)
            yield active


def key_name(app: App[Any], active: ActiveBinding) -> str:
    """Return a key as it is shown."""
    return app.get_key_display(active.binding)


def keys_content(app: App[Any], screen: Screen[object]) -> Content:
    """Return the keys of a screen as lines."""
    bindings = tuple(useful_bindings(screen))
    width = max((len(key_name(app, active)) for active in bindings), default=0)
    return Content("\n").join(
        Content.assemble(
            (f"{key_name(app, active):>{width}}  ", "bold $accent"),
            active.binding.tooltip or active.binding.description,
        )
        for active in bindings
    )


class ActionProvider(Provider):
    """Offers everything that a key does here in the palette."""

    async def discover(self) -> Hits:
        for active in self._bindings():
            yield DiscoveryHit(self._title(active), partial(self._run, active), help=self._help(active))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for active in self._bindings():
            title = self._title(active)
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(self._run, active), help=self._help(active))

    def _bindings(self) -> Iterable[ActiveBinding]:
        return (active for active in useful_bindings(self.screen) if active.binding.action not in _WITHOUT_WORTH)

    def _title(self, active: ActiveBinding) -> str:
        title = active.binding.tooltip or active.binding.description
        return title[:1].upper() + title[1:]

    def _help(self, active: ActiveBinding) -> str:
        return f"key {key_name(self.app, active)}"

    async def _run(self, active: ActiveBinding) -> None:
        await self.app.run_action(active.binding.action, active.node)
