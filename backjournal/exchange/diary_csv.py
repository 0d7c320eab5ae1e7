"""The diary as rows and as CSV."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from backjournal.exchange.cells import Cell, csv_parts, guard, in_csv, number_text
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import DIARY_VALUES, DiaryValue, Kind
from backjournal.model.marks import MarkKind
from backjournal.model.text import clean_note, shown_id
from backjournal.store.diary_rows import DiaryRow, Words

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


def diary_csv(rows: Iterable[DiaryRow]) -> Iterator[bytes]:
    """Yield the parts of the diary as CSV: the same cells as of `diary_row`."""
    return csv_parts(DIARY_COLUMNS, map(_line, rows))


_KINDS = tuple(value.name for value in DIARY_VALUES if value.kind is Kind.WORDS)


def _line(row: DiaryRow) -> str:
    row_id, day, time, utc_offset, numbers, words, note = row
    moment = f"{_text(shown_id(row_id))},{day},{time},{_offset(utc_offset)}"
    return f"{moment},{_of_numbers(tuple(numbers))},{_of_words(words)},{_text(clean_note(note))}"


def _text(text: str) -> str:
    return in_csv(guard(text))


# These are cached, because a person uses the same few numbers and words again and again.


@lru_cache(maxsize=1024)
def _of_numbers(numbers: tuple[float | None, ...]) -> str:
    return ",".join(["" if number is None else number_text(number) for number in numbers])


@lru_cache(maxsize=1024)
def _of_words(words: Words) -> str:
    by_kind = dict(words)
    return ",".join(_text("; ".join(by_kind.get(kind, ()))) for kind in _KINDS)


@lru_cache
def _offset(minutes: int) -> str:
    """Return an offset from UTC as in `+01:00`."""
    return datetime.min.replace(tzinfo=timezone(timedelta(minutes=minutes))).isoformat()[-6:]
