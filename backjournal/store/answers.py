"""The days on which the person answered what the app asks once in a while."""

from datetime import date

from sqlite_utils import Database

from backjournal.store.changes import Changes

EASING = "flare-up"
"""The question that is asked once a day while a flare-up is open: what is kept of the day's exercises."""


class Answers:
    """Keeps when a question was last answered, so that it is not asked again too soon."""

    def __init__(self, db: Database, changes: Changes) -> None:
        self._db = db
        self._changes = changes

    def all(self) -> dict[str, date]:
        """Return the day of the latest answer by question."""
        rows = self._db.query("SELECT id, day FROM answers WHERE NOT deleted")
        return {row["id"]: date.fromisoformat(row["day"]) for row in rows}

    def save(self, question: str, day: date) -> None:
        """Keep that a question was answered on a day; it is not part of what `undo` takes back.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(""):
            self._changes.put("answers", question, {"day": day.isoformat()})
