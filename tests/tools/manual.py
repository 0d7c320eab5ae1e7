"""Write what the manual and the README take from the program: `.venv/bin/python -m tests.tools.manual`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import click
from textual.binding import Binding
from textual.keys import format_key
from textual.screen import Screen
from textual.widget import Widget

from backjournal.cli.root import root
from backjournal.library.sources import sources
from backjournal.manual.topics import topics
from backjournal.tui.app import BackjournalApp
from backjournal.tui.away.window import AwayWindow
from backjournal.tui.diary.check_in_form import CheckInForm
from backjournal.tui.diary.entries import DiaryEntries
from backjournal.tui.diary.pane import DiaryPane
from backjournal.tui.measures.entries import MeasureEntries
from backjournal.tui.measures.pane import MeasuresPane
from backjournal.tui.measures.result_form import ResultForm
from backjournal.tui.measures.results import MeasureResults
from backjournal.tui.measures.timed_test import TimedTestScreen
from backjournal.tui.plan.entries import PlanEntries
from backjournal.tui.plan.pane import PlanPane
from backjournal.tui.practice.guided import GuidedPractice
from backjournal.tui.practice.stopwatch import StopwatchScreen
from backjournal.tui.today.checklist import ChecklistEntries
from backjournal.tui.today.pane import TodayPane
from backjournal.tui.trends.figures import Figures
from backjournal.tui.trends.graphs import TrendsGraphs
from backjournal.tui.trends.pane import TrendsPane
from backjournal.tui.widgets.form import FormScreen
from backjournal.tui.widgets.last_input import LastInput
from backjournal.tui.widgets.scrolled_text import ScrolledText

_PROJECT = Path(__file__).parents[2]
PAGES = (*sorted((_PROJECT / "backjournal" / "manual").glob("*.md")), _PROJECT / "README.md")
"""The pages that may have parts from the program."""

PLACES: Mapping[str, tuple[type[BackjournalApp | Screen[object] | Widget], ...]] = {
    "Everywhere": (BackjournalApp,),
    "Today": (ChecklistEntries, TodayPane),
    "A text that is longer than its place": (ScrolledText,),
    "A guided practice": (GuidedPractice,),
    "A stopwatch": (StopwatchScreen,),
    "Diary": (DiaryEntries, DiaryPane),
    "Trends": (TrendsPane, TrendsGraphs, Figures),
    "Plan": (PlanEntries, PlanPane),
    "Measures": (MeasureEntries, MeasuresPane),
    "The results of a measure": (MeasureResults,),
    "A result": (ResultForm,),
    "A timed test": (TimedTestScreen,),
    "A check-in": (LastInput, CheckInForm),
    "A form": (FormScreen,),
    "Days without an entry": (AwayWindow,),
}
"""Where keys work, and what binds them there."""

_LONGEST_SENTENCE = 300
_NAMES = {"escape": "esc", "enter": "enter", "shift+left": "shift+←", "shift+right": "shift+→"}
_NO_ARGUMENTS = {"[OPTIONS]", "[COMMAND] [ARGS]", "COMMAND [ARGS]"}
_SAME_KEY = {"equals_sign", "K", "J"}
"""Second keys of actions, for keyboards on which the first is hard to reach."""


def written(page: str) -> str:
    """Return a page of the manual with each part that comes from the program written anew."""
    return re.sub(
        r"(<!-- from the program: (\w+) -->\n).*?(<!-- end -->)",
        lambda found: f"{found[1]}\n{_PARTS[found[2]]()}\n\n{found[3]}",
        page,
        flags=re.DOTALL,
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _keys() -> str:
    """Return a table of keys for each place; what means the same everywhere is told once."""
    told: set[tuple[str, str]] = set()
    parts = []
    for place, owners in PLACES.items():
        rows = [row for row in _key_rows(owners) if row not in told]
        told.update(rows)
        parts.append(f"## {place}\n\n{_table(('key', 'what it does'), rows)}")
    return "\n\n".join(parts)


def _key_rows(owners: Iterable[type[BackjournalApp | Screen[object] | Widget]]) -> Iterator[tuple[str, str]]:
    by_what: dict[str, list[str]] = {}
    for binding in chain.from_iterable(Binding.make_bindings(owner.BINDINGS) for owner in owners):
        if not binding.system and binding.key not in _SAME_KEY:
            keys = by_what.setdefault(binding.tooltip or binding.description, [])
            keys.append(f"`{_key_name(binding)}`")
    for what, keys in by_what.items():
        yield " ".join(dict.fromkeys(keys)), what


def _key_name(binding: Binding) -> str:
    shown = binding.key_display or ""
    # Where one key stands for several, the line of keys shows them all.
    return _NAMES.get(binding.key) or (shown if len(shown.split()) == 1 and shown != "⏎" else format_key(binding.key))


def _commands() -> str:
    """Return a table of all commands."""
    return _table(("command", "what it does"), _command_rows(root, "backjournal", root.make_context("", ["status"])))


def _command_rows(group: click.Group, path: str, context: click.Context) -> Iterator[tuple[str, str]]:
    for name, command in group.commands.items():
        inner = click.Context(command, context, info_name=name)
        arguments = [piece.removesuffix("...") for piece in command.collect_usage_pieces(inner)]
        shown = " ".join([path, name, *(each for each in arguments if each not in _NO_ARGUMENTS)])
        yield f"`{shown}`", command.get_short_help_str(_LONGEST_SENTENCE).rstrip(".")
        if isinstance(command, click.Group):
            yield from _command_rows(command, f"{path} {name}", inner)


def _sources() -> str:
    """Return a list of what is cited: in a table, an address could be cut off."""
    return "\n".join(f"- **{each.name}**: {str(each).partition(': ')[2]}" for each in sources())


def _topics() -> str:
    """Return a list of the manual's topics."""
    return "\n".join(f"- [{each.title}](backjournal/manual/{each.name}.md)" for each in topics())


_PARTS = {"keys": _keys, "commands": _commands, "sources": _sources, "topics": _topics}


def main() -> None:
    """Write every page anew."""
    for page in PAGES:
        page.write_text(written(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
