"""The day on which the person last answered each question that the app asks from time to time."""

from datetime import date
from typing import Any

from backjournal.model.dates import check_day
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable

EASING = "flare-up"
"""Id of the question which of the day's exercises to keep, asked once a day while a flare-up is open."""

AWAY = "away"
"""Id of the question what was done on days without an entry, which asks about each day once."""

AWAY_IN_PART = "away-in-part"
"""Id of the same question, where only some of the days were answered: it goes on for the rest of that day."""

REVIEW = "review"
"""Id of the review of the week before, which is offered once a week."""


class Answers:
    """Reads and writes when each question was last answered, so that it is not asked again too soon."""

    def __init__(self, db: Rows, changes: Changes) -> None:
        self._db = db
        self._changes = changes

    def all(self) -> dict[str, date]:
        """Return the day of the latest answer to each question, by the question's id."""
        rows = self._db.query("SELECT id, day FROM answers WHERE NOT deleted")
        return dict(readable(self._db, "answers", rows, _answer))

    def save(self, question: str, day: date) -> None:
        """Record that a question was answered on a day; `undo` reverts it only with a labelled change around it.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(""):
            self._changes.put("answers", question, {"day": day.isoformat()})

    def delete(self, question: str) -> None:
        """Forget the answer to a question, as if it had never been asked.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(""):
            self._changes.delete("answers", question)


def _answer(row: dict[str, Any]) -> tuple[str, date]:
    day = date.fromisoformat(row["day"])
    check_day("day", day)
    return row["id"], day
