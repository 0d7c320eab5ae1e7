"""The cells of a CSV: text that no spreadsheet takes for a formula."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

Cell = str | int | float | tuple[str, ...] | None
"""A value of a row: a missing one is None, several words are a tuple."""

_FORMULA = re.compile(r"'|[\t\r]|\s*[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def guard(text: str) -> str:
    """Put a `'` before text that a spreadsheet would take for a formula, and before a `'`; a number stays.

    The text comes back by taking a leading `'` away.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], *, unguarded: Collection[str] = ()) -> bytes:
    """Return a CSV as spreadsheets like it: UTF-8 with a byte order mark, CRLF, quotes where needed.

    The columns of `unguarded` hold what the journal itself formats, such as `+01:00`.
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
