"""Reading and writing the settings."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from backjournal.days import parse_time
from backjournal.model.about_you import AboutYou
from backjournal.model.errors import InvalidValue
from backjournal.model.onset import Onset
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.unreadable import NO_SENSE, readable

_BETWEEN = "; "

_READ: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "theme": ("theme", str),
    "sound": ("sound", lambda text: text == "on"),
    "folds_check_in": ("folds_check_in", lambda text: text == "on"),
    "day_starts_at": ("day_starts_at", parse_time),
    "week_starts_on": ("weeks", WeekStarts.parse),
    "pain_limit": ("pain_limit", int),
    "backup_limit_mb": ("backup_limit_mb", int),
    "baseline_from": ("baseline_from", lambda text: date.fromisoformat(text) if text else None),
    "onset": ("onset", lambda text: Onset(text) if text else None),
    "emergency_number": ("emergency_number", str),
    "context": ("context", lambda text: frozenset(filter(None, text.split(_BETWEEN)))),
}
"""For each setting its name in `Settings` or in `AboutYou`, and what reads it."""

_ABOUT_YOU = ("emergency_number", "context")


class StoredSettings:
    """Reads and writes the settings; a setting that was never written has its default."""

    def __init__(self, db: Rows, changes: Changes) -> None:
        self._db = db
        self._changes = changes

    def get(self) -> Settings:
        """Return the settings; one that cannot be read has its default, and is among the rows that are left out."""
        rows = self._db.query("SELECT id, value FROM settings WHERE NOT deleted")
        given = dict(filter(None, readable(self._db, "settings", rows, _setting)))
        about_you = AboutYou(**{name: given.pop(name) for name in _ABOUT_YOU if name in given})
        return Settings(**given, about_you=about_you)

    def save(self, settings: Settings) -> None:
        """Write the settings; `undo` does not revert them.

        Raises:
            JournalError: the journal cannot be written.
        """
        values = {
            "day_starts_at": f"{settings.day_starts_at:%H:%M}",
            "week_starts_on": str(settings.weeks),
            "theme": settings.theme,
            "sound": "on" if settings.sound else "off",
            "folds_check_in": "on" if settings.folds_check_in else "off",
            "pain_limit": str(settings.pain_limit),
            "backup_limit_mb": str(settings.backup_limit_mb),
            "baseline_from": settings.baseline_from.isoformat() if settings.baseline_from else "",
            "onset": settings.onset.text if settings.onset else "",
            "emergency_number": settings.about_you.emergency_number,
        }
        if settings.about_you.context is not None:
            values["context"] = _BETWEEN.join(sorted(settings.about_you.context))
        with self._changes.write(""):
            for name, value in values.items():
                self._changes.put("settings", name, {"value": value})


def _setting(row: dict[str, Any]) -> tuple[str, Any] | None:
    """Return a setting by its name in `Settings` or `AboutYou`; None if only another version knows it."""
    if row["id"] not in _READ:
        return None
    name, read = _READ[row["id"]]
    try:
        value = read(row["value"])
        # Each is tried alone, so that one without sense leaves the others as they are.
        AboutYou(**{name: value}) if name in _ABOUT_YOU else Settings(**{name: value})
    except NO_SENSE as error:
        raise InvalidValue(row["id"], f"it is '{row['value']}', so its default counts") from error
    return name, value
