"""The diary as rows and as CSV."""

from collections.abc import Iterable

from backjournal.exchange.cells import Cell, csv_bytes
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import DIARY_VALUES, DiaryValue, Kind
from backjournal.model.marks import MarkKind

DIARY_COLUMNS = ("id", "day", "time", "utc_offset", *(value.csv_column for value in DIARY_VALUES))


def diary_row(check_in: CheckIn) -> dict[str, Cell]:
    """Return a check-in as a row, by column; its time is the local one, with the offset from UTC beside it."""
    return {
        "id": check_in.id,
        "day": check_in.day.isoformat(),
        "time": f"{check_in.at:%H:%M:%S}",
        "utc_offset": check_in.at.isoformat()[-6:],
        **{value.csv_column: _cell(check_in, value) for value in DIARY_VALUES},
    }


def _cell(check_in: CheckIn, value: DiaryValue) -> Cell:
    if value.kind is Kind.TEXT:
        return check_in.note
    return check_in.words(MarkKind(value.name)) if value.kind is Kind.WORDS else check_in.values.get(value.name)


def diary_csv(check_ins: Iterable[CheckIn]) -> bytes:
    """Return check-ins as CSV, oldest first."""
    oldest_first = sorted(check_ins, key=lambda check_in: (check_in.day, check_in.at))
    return csv_bytes(DIARY_COLUMNS, map(diary_row, oldest_first), unguarded=("utc_offset",))
