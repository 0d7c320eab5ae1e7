"""Every key and what it does, taken from the bindings: for the help and the palette."""

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
from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.row_list import RowList

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
            (f"{key_name(app, active):>{width}}  ", "bold $text-accent"),
            active.binding.tooltip or active.binding.description,
        )
        for active in bindings
    )


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does: on the window that is open, or in another pane, which is then shown first."""

    binding: Binding
    node: DOMNode
    pane: str = ""

    @property
    def title(self) -> str:
        """What it does, as the palette shows it."""
        told = self.binding.tooltip or self.binding.description
        where = f"{self.pane.capitalize()}: " if self.pane else ""
        return where + sentence(told)


def commands(screen: Screen[object]) -> Iterable[Command]:
    """Give everything that a key does on a screen, then what keys do in the panes that are not shown."""
    for active in useful_bindings(screen):
        if active.binding.action not in _WITHOUT_WORTH:
            yield Command(active.binding, active.node)
    for pane in screen.query(Pane):
        if not pane.display:
            for node in (pane, *pane.query(RowList), *pane.query(DataTable)):
                for binding in _actions(node):
                    if binding.tooltip and not binding.action.startswith("app."):
                        yield Command(binding, node, pane.id or "")


def _actions(node: DOMNode) -> Iterable[Binding]:
    """Give the bindings of a node, one for each action: the first of its keys."""
    first: dict[str, Binding] = {}
    for binding in Binding.make_bindings(type(node).BINDINGS):
        first.setdefault(binding.action, binding)
    return first.values()


class ActionProvider(Provider):
    """Offers every action in the palette."""

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
