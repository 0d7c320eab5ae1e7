"""CSV whose cells no spreadsheet takes for formulas."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

Cell = str | int | float | tuple[str, ...] | None
"""A value of a row: None if it is missing, a tuple for several words."""

_FORMULA = re.compile(r"'|[\t\r]|\s*[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def guard(text: str) -> str:
    """Return a text with a `'` before it if a spreadsheet would take it for a formula, or if it begins with a `'`.

    Numbers are returned unchanged. Removing a leading `'` restores the text.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], *, unguarded: Collection[str] = ()) -> bytes:
    """Return a CSV in the form that spreadsheets expect: UTF-8 with a byte order mark, CRLF, quotes where needed.

    The columns in `unguarded` are left without `guard`, because the journal itself formats them, such as `+01:00`.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(
        [_text(row[column]) if column in unguarded else guard(_text(row[column])) for column in columns] for row in rows
    )
    return file.getvalue().encode("utf-8-sig")


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)
