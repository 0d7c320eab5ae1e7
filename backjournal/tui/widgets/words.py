"""Helpers that turn dates, values and check-ins into text; none of them interprets markup."""

from collections.abc import Iterable
from datetime import date

from rich.cells import cell_len, set_cell_size
from textual.content import Content, Span
from textual.style import Style

from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import short_day
from backjournal.model.facts import mark_facts, value_facts
from backjournal.model.spelling import matches_in

_KEY_NAMES = {"!": "exclamation_mark", "/": "slash", "?": "question_mark"}
"""What Textual calls the keys that it does not call by their character."""

_NAME_CELLS = 32
"""The widest that a column of names gets, in cells, to leave room beside it."""

TAKES_LAST = "→ takes the last:"
"""What stands before a value that was given last, and that the right arrow takes."""

MATCH = "bold $text-accent underline"
"""The style of what a search has found in a text."""


def long_date(day: date) -> str:
    """Return a day as `Sat 21 Nov 2026`."""
    return f"{day:%a} {short_day(day, with_year=True)}"


def short_date(day: date) -> str:
    """Return a day as `Sat 21 Nov`."""
    return f"{day:%a} {short_day(day)}"


def day_name(day: date, today: date) -> str:
    """Return a day as `today`, `yesterday` or its short date."""
    return {0: "today", 1: "yesterday"}.get((today - day).days, short_date(day))


def marked(text: str, search: str) -> Content:
    """Return a text in which the words of a search can be seen."""
    return Content(text, [Span(start, end, MATCH) for start, end in matches_in(text, search)])


def bar(value: float | None, full: float, width: int) -> str:
    """Return a bar of `width` cells, filled to `value` of `full`; blanks if there is no value.

    Only with nothing it is empty, and only with all it is full.
    """
    if value is None:
        return " " * width
    filled = round(value / full * width) if full else 0
    if full and width > 1 and 0 < value < full:
        filled = min(width - 1, max(1, filled))
    return "▰" * filled + "▱" * (width - filled)


def thin_bar(value: float | None, cells: int) -> str:
    """Return a 0–10 value as a line, drawn heavy up to the value in steps of half a cell; blanks without a value."""
    if value is None:
        return " " * cells
    halves = round(value / 10 * cells * 2)
    return ("━" * (halves // 2) + "╸" * (halves % 2)).ljust(cells, "─")


def joined(parts: Iterable[str], between: str = " · ") -> str:
    """Return the parts that are not empty, joined."""
    return between.join(part for part in parts if part)


def name_column(names: Iterable[str]) -> int:
    """Return the width of a column of names in cells: that of the widest name, up to a limit."""
    return min(_NAME_CELLS, max(map(cell_len, names), default=0))


def fitted(text: str, cells: int) -> str:
    """Return a text of exactly `cells` cells, padded with blanks or cut with an ellipsis."""
    return set_cell_size(text, cells) if cell_len(text) <= cells else f"{set_cell_size(text, cells - 1)}…"


def check_in_facts(check_in: CheckIn, search: str = "") -> tuple[tuple[str, Content], ...]:
    """Return the values and marks of a check-in that are given, each with its label; what is searched for is marked."""
    values = ((fact.label, Content(fact.short)) for fact in value_facts(check_in))
    marks = ((fact.label, marked(fact.short, search)) for fact in mark_facts(check_in))
    return tuple((label, text.stylize_before("bold")) for label, text in (*values, *marks))


def check_in_line(check_in: CheckIn, search: str = "") -> Content:
    """Return the values, marks and note of a check-in: the facts in one line, the note below."""
    facts = (
        Content.assemble((f"{label} ", "$foreground-muted"), value) for label, value in check_in_facts(check_in, search)
    )
    line = Content("  ").join(facts)
    return Content("\n").join([line, marked(check_in.note, search)]) if check_in.note else line


def link(text: str | Content, action: str, style: str = "") -> Content:
    """Return text that runs an action when it is clicked."""
    content = text if isinstance(text, Content) else Content.styled(text, style)
    return content.stylize(Style.from_meta({"@click": action}))


def press(key: str, *parts: str | Content | tuple[str, str]) -> Content:
    """Return text that names a key, and presses it when it is clicked."""
    return link(Content.assemble(*parts), f"app.simulate_key({_KEY_NAMES.get(key, key)!r})")


def key_lines(*lines: tuple[str, str]) -> Content:
    """Return lines with a key and what it does, for panes that are still empty."""
    return Content("\n").join(press(key, (f"  {key}  ", "bold $text-accent"), what) for key, what in lines)
