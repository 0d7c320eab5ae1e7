"""The diary as rows, and as CSV."""

from collections.abc import Iterable

from backjournal.exchange.cells import Cell, csv_bytes
from backjournal.model.check_ins import VALUES, CheckIn, MarkKind

_MARKS = {
    "locations": MarkKind.LOCATION,
    "qualities": MarkKind.QUALITY,
    "triggers": MarkKind.TRIGGER,
    "reliefs": MarkKind.RELIEF,
    "medicines": MarkKind.MEDICINE,
    "symptoms": MarkKind.SYMPTOM,
}
DIARY_COLUMNS = ("id", "day", "time", "utc_offset", *VALUES, *_MARKS, "note")


def diary_row(check_in: CheckIn) -> dict[str, Cell]:
    """Return a check-in by column; the time is that of the clock on the wall, with its offset from UTC."""
    return {
        "id": check_in.id,
        "day": check_in.day.isoformat(),
        "time": f"{check_in.at:%H:%M:%S}",
        "utc_offset": check_in.at.isoformat()[-6:],
        **{field: getattr(check_in, field) for field in VALUES},
        **{column: check_in.words(kind) for column, kind in _MARKS.items()},
        "note": check_in.note,
    }


def diary_csv(check_ins: Iterable[CheckIn]) -> bytes:
    """Return check-ins as CSV, the oldest first."""
    oldest_first = sorted(check_ins, key=lambda check_in: (check_in.day, check_in.at))
    return csv_bytes(DIARY_COLUMNS, map(diary_row, oldest_first), unguarded=("utc_offset",))
