"""The topics of the manual, each a page of Markdown beside this file, and the search in them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from backjournal.model.frozen import dataclass
from backjournal.model.spelling import has_words

if TYPE_CHECKING:
    from markdown_it.token import Token

NAMES = ("panes", "keys", "commands", "scripts", "counting", "chance", "sources", "plan-file", "csv", "data")
"""The topics in the order of the manual: each is the name of a page without its ending."""

_COMMENT = re.compile(r"<!--.*?-->\n+", re.DOTALL)
BETWEEN_CELLS = " · "
"""What stands between the cells of a table's row."""

_IN_A_CELL = 4
"""How deep a text of a table lies within it: in a cell, a row, a head or body, and the table."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the manual."""

    name: str
    title: str
    text: str
    """The page as Markdown, with its title."""


@dataclass(frozen=True, slots=True)
class Match:
    """A line of the manual that has the words of a search."""

    topic: Topic
    heading: str
    """The heading that the line stands under."""

    line: str
    """The line as plain text; of a table, one row."""


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics, in the order of the manual."""
    return tuple(map(_read, NAMES))


def search(words: str) -> tuple[Match, ...]:
    """Return the lines that have every word, however it is spelled; none for a search without words."""
    if not words.strip():
        return ()
    return tuple(
        Match(topic, heading, line) for topic in topics() for heading, line in _lines(topic) if has_words(line, words)
    )


def _read(name: str) -> Topic:
    text = _COMMENT.sub("", Path(__file__).with_name(f"{name}.md").read_text("utf-8"))
    return Topic(name, text.partition("\n")[0].removeprefix("# "), text)


def _lines(topic: Topic) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs, list items, table rows and lines of code of a topic, each with its heading."""
    # Imported only when needed, because most who open the manual do not search.
    from markdown_it import MarkdownIt

    heading, cells = "", list[str]()
    in_heading = in_body = False
    for token in MarkdownIt("commonmark").enable("table").parse(topic.text):
        match token.type:
            case "heading_open" | "heading_close":
                in_heading = token.type == "heading_open"
            case "thead_open" | "tbody_open":
                in_body = token.type == "tbody_open"
            case "tr_open":
                cells = []
            case "tr_close" if in_body:
                yield heading, BETWEEN_CELLS.join(cells)
            case "fence":
                yield from ((heading, line) for line in map(str.strip, token.content.splitlines()) if line)
            case "inline":
                text = _plain(token)
                if in_heading:
                    heading = text
                if token.level == _IN_A_CELL:
                    cells.append(text)
                else:
                    yield heading, text


def _plain(inline: "Token") -> str:
    return "".join(" " if each.type == "softbreak" else each.content for each in inline.children or ())
