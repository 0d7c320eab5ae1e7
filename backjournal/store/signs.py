"""The signs that a check-in speaks of, kept with it in its row."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from backjournal.model.marks import Mark

_BETWEEN = "; "


def signs_text(marks: Sequence[Mark], note: str) -> str:
    """Return the words of the red flags that a check-in speaks of, as its row keeps them; empty without any."""
    from backjournal.library.own_words import signs_in

    return _BETWEEN.join(flag.word for flag in signs_in(marks, note))


def latest_signs(db: Database, until: date) -> dict[str, date]:
    """Return the latest day up to `until` with each red flag in a check-in, by the word of the flag."""
    rows = db.query(
        "SELECT signs, max(day) AS day FROM check_ins WHERE signs <> '' AND NOT deleted AND day <= ? GROUP BY signs",
        [until.isoformat()],
    )
    latest: dict[str, date] = {}
    for row in rows:
        day = date.fromisoformat(row["day"])
        for word in row["signs"].split(_BETWEEN):
            latest[word] = max(day, latest.get(word, day))
    return latest
