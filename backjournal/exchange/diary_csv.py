"""The diary as rows and as CSV."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from backjournal.exchange.cells import Cell, csv_parts, guard, number_text
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import DIARY_VALUES, DiaryValue, Kind
from backjournal.model.marks import MarkKind
from backjournal.model.text import clean_note, shown_id

DIARY_COLUMNS = ("id", "day", "time", "utc_offset", *(value.csv_column for value in DIARY_VALUES))


def diary_row(check_in: CheckIn) -> dict[str, Cell]:
    """Return a check-in as a row, by column; its time is the local one, with the offset from UTC beside it."""
    return {
        "id": shown_id(check_in.id),
        "day": check_in.day.isoformat(),
        "time": f"{check_in.at:%H:%M:%S}",
        "utc_offset": check_in.at.isoformat()[-6:],
        **{value.csv_column: _cell(check_in, value) for value in DIARY_VALUES},
    }


def _cell(check_in: CheckIn, value: DiaryValue) -> Cell:
    if value.kind is Kind.TEXT:
        return check_in.note
    return check_in.words(MarkKind(value.name)) if value.kind is Kind.WORDS else check_in.values.get(value.name)


def diary_csv(rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield the parts of the diary as CSV: the same cells as of `diary_row`, from rows of `store/diary_rows.py`."""
    return csv_parts(DIARY_COLUMNS, map(_line, rows))


_NAMES = tuple(value.name for value in DIARY_VALUES)


def _line(row: Mapping[str, Any]) -> list[str | int | None]:
    cells = [row.get(name) for name in _NAMES]
    texts = [cell if cell is None or type(cell) is int else _text(cell) for cell in cells]
    return [guard(shown_id(row["id"])), row["day"], row["time"], _offset(row["utc_offset"]), *texts]


def _text(cell: str | float | list[str]) -> str:
    if isinstance(cell, list):
        return guard("; ".join(cell))
    return guard(clean_note(cell)) if isinstance(cell, str) else number_text(cell)


@lru_cache
def _offset(minutes: int) -> str:
    """Return an offset from UTC as in `+01:00`."""
    return datetime.min.replace(tzinfo=timezone(timedelta(minutes=minutes))).isoformat()[-6:]
