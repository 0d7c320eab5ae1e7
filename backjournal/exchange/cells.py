"""CSV whose cells no spreadsheet takes for formulas."""

import codecs
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from backjournal.model.text import without_controls

Cell = str | int | float | tuple[str, ...] | None
"""A value of a row: None if it is missing, a tuple for several words."""

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that are drawn as nothing (Unicode's Default_Ignorable_Code_Point), over which a spreadsheet may read."""

_FORMULA = re.compile(rf"'|[\s\x00-\x1f\x7f-\x9f{_UNSEEN}]*(?:[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r])")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_ENDS_CELL = re.compile('[,"\r\n]')
_LINE_END = "\r\n"
_LINES_A_PART = 500


def guard(text: str) -> str:
    """Return a text with a `'` before it if a spreadsheet would take it for a formula, or if it begins with a `'`.

    Numbers are returned unchanged. Removing a leading `'` restores the text.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def in_csv(text: str) -> str:
    """Return a text as it is written in a CSV: within quotes if it has a character that ends a cell, or a quote."""
    return '"' + text.replace('"', '""') + '"' if _ENDS_CELL.search(text) else text


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], *, unguarded: Collection[str] = ()) -> bytes:
    """Return a CSV with a guard before each text that needs one; its form is that of `csv_parts`.

    The columns in `unguarded` are left without `guard`, because the journal itself formats them, such as `+01:00`.
    """
    cells = (
        (_text(row[column]) if column in unguarded else guard(_text(row[column])) for column in columns) for row in rows
    )
    return b"".join(csv_parts(columns, (",".join(map(in_csv, line)) for line in cells)))


def csv_parts(columns: Sequence[str], lines: Iterable[str]) -> Iterator[bytes]:
    """Yield a CSV, part by part, in the form that spreadsheets expect: UTF-8 with a byte order mark, CRLF, quotes.

    The lines have their cells guarded, and as `in_csv` returns them.
    """
    yield codecs.BOM_UTF8
    yield f"{','.join(columns)}{_LINE_END}".encode()
    rest = iter(lines)
    while part := [*islice(rest, _LINES_A_PART)]:
        yield _LINE_END.join([*part, ""]).encode()


def number_text(value: float) -> str:
    """Return a number as it is written: 7 or 7.5."""
    return f"{value:g}"


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return without_controls("; ".join(value))
    return number_text(value) if isinstance(value, float) else without_controls(str(value))
