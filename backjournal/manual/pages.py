"""The pages of the manual laid out for a terminal."""

from typing import ClassVar

from rich.console import Console, JustifyMethod
from rich.markdown import Markdown, TableDataElement
from rich.text import Text
from rich.theme import Theme

from backjournal.manual.topics import BETWEEN_CELLS, Topic

_STYLES = Theme(
    {
        "markdown.h2": "bold underline",
        "markdown.h3": "bold underline",
        "markdown.code": "bold",
        "markdown.table.header": "bold",
        "markdown.table.border": "dim",
        "markdown.item.bullet": "bold",
    }
)

_SURE = 4
"""How many letters of a word surely stand in one line, however narrow its column is."""


class _WholeCell(TableDataElement):
    """A cell of a table that nothing is cut off from: a word without room is folded."""

    def __init__(self, justify: JustifyMethod) -> None:
        super().__init__(justify)
        self.content.overflow = "fold"


class _Page(Markdown):
    elements: ClassVar = {**Markdown.elements, "td_open": _WholeCell, "th_open": _WholeCell}


def page(topic: Topic, width: int) -> Text:
    """Return a page in lines of at most `width` cells; what stands out is bold, as a colour could be unreadable."""
    console = Console(width=width, theme=_STYLES, no_color=True, force_terminal=True, legacy_windows=False)
    with console.capture() as captured:
        # Rich puts a title of the first level in the middle.
        console.print(_Page(f"#{topic.text}", code_theme="ansi_dark", hyperlinks=False))
    lines = Text.from_ansi(captured.get()).split()
    for line in lines:
        line.rstrip()
    return Text("\n").join(lines)


def place_of(line: str, laid_out: Text) -> int:
    """Return the number of the line of a page where what a search has found begins; 0 if it is not there."""
    words = line.replace(BETWEEN_CELLS, " ").split()
    lines = laid_out.plain.splitlines()
    beginnings = [number for number, each in enumerate(lines) if each.strip(" •").startswith(words[0][:_SURE])]
    return max(beginnings, key=lambda number: len({*words}.intersection(lines[number].split())), default=0)
