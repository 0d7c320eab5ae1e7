"""The list of all keys and what they do, taken from the bindings, for the help and the command palette."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import DataTable

from backjournal.model.text import sentence
from backjournal.tui.widgets.key_line import key_name
from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.row_list import RowList
from backjournal.tui.widgets.words import link

_NOT_OFFERED = frozenset({"app.focus_next", "app.focus_previous", "app.command_palette", "command_palette"})
"""Actions that are pointless in the command palette."""


def useful_bindings(screen: Screen[object]) -> Iterable[ActiveBinding]:
    """Yield the enabled and described bindings of a screen, one for each action, those of the focused pane first."""
    seen = set()
    for active in screen.active_bindings.values():
        action = active.binding.action
        described = active.binding.show or active.binding.tooltip
        if active.enabled and described and not active.binding.system and action not in seen:
            seen.add(action)
            yield active


def keys_content(app: App[Any], screen: Screen[object]) -> Content:
    """Return the keys of a screen and what they do, one in each line, for a page that presses a key when clicked."""
    bindings = tuple(useful_bindings(screen))
    width = max((len(key_name(app, active)) for active in bindings), default=0)
    return Content("\n").join(
        link(
            Content.assemble(
                (f"{key_name(app, active):>{width}}  ", "bold $text-accent"),
                active.binding.tooltip or active.binding.description,
            ),
            f"screen.press({active.binding.key!r})",
        )
        for active in bindings
    )


@dataclass(frozen=True, slots=True)
class Command:
    """An action of a key, as the command palette offers it."""

    binding: Binding
    node: DOMNode
    """The widget, screen or app that the binding belongs to."""
    pane: str = ""
    """The id of the pane to show before the action runs; empty if the action needs no other pane."""

    @property
    def title(self) -> str:
        """What the action does, as the palette shows it."""
        description = self.binding.tooltip or self.binding.description
        where = f"{self.pane.capitalize()}: " if self.pane else ""
        return where + sentence(description)


def commands(screen: Screen[object]) -> Iterable[Command]:
    """Yield the actions of all keys that work on a screen, then those of the panes that are not shown."""
    for active in useful_bindings(screen):
        if active.binding.action not in _NOT_OFFERED:
            yield Command(active.binding, active.node)
    for pane in screen.query(Pane):
        if not pane.display:
            for node in (pane, *pane.query(RowList), *pane.query(DataTable)):
                for binding in _actions(node):
                    if binding.tooltip and not binding.action.startswith("app."):
                        yield Command(binding, node, pane.id or "")


def _actions(node: DOMNode) -> Iterable[Binding]:
    """Return the bindings of a node, one for each action: that of its first key."""
    first: dict[str, Binding] = {}
    for binding in Binding.make_bindings(type(node).BINDINGS):
        first.setdefault(binding.action, binding)
    return first.values()


class ActionProvider(Provider):
    """Offers the action of every key in the command palette."""

    async def discover(self) -> Hits:
        for command in commands(self.screen):
            yield DiscoveryHit(command.title, partial(self._run, command), help=self._help(command))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in commands(self.screen):
            score = matcher.match(command.title)
            if score > 0:
                title = matcher.highlight(command.title)
                yield Hit(score, title, partial(self._run, command), help=self._help(command))

    def _help(self, command: Command) -> str:
        return f"key {self.app.get_key_display(command.binding)}"

    async def _run(self, command: Command) -> None:
        if command.pane:
            await self.app.run_action(f"app.pane({command.pane!r})")
        await self.app.run_action(command.binding.action, command.node)
