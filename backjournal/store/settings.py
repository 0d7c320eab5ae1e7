"""Reading and writing the settings."""

from datetime import date

from backjournal.days import parse_time
from backjournal.model.about_you import AboutYou
from backjournal.model.frozen import replace
from backjournal.model.onset import Onset
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows

_BETWEEN = "; "


class StoredSettings:
    """Reads and writes the settings; a setting that was never written has its default."""

    def __init__(self, db: Rows, changes: Changes) -> None:
        self._db = db
        self._changes = changes

    def get(self) -> Settings:
        """Return the settings."""
        rows = {row["id"]: row["value"] for row in self._db.query("SELECT id, value FROM settings WHERE NOT deleted")}
        settings = Settings(theme=rows.get("theme", ""), sound=rows.get("sound", "on") == "on")
        if "day_starts_at" in rows:
            settings = replace(settings, day_starts_at=parse_time(rows["day_starts_at"]))
        if "week_starts_on" in rows:
            settings = replace(settings, weeks=WeekStarts.parse(rows["week_starts_on"]))
        if "pain_limit" in rows:
            settings = replace(settings, pain_limit=int(rows["pain_limit"]))
        if rows.get("baseline_from"):
            settings = replace(settings, baseline_from=date.fromisoformat(rows["baseline_from"]))
        if rows.get("onset"):
            settings = replace(settings, onset=Onset(rows["onset"]))
        context = frozenset(filter(None, rows["context"].split(_BETWEEN))) if "context" in rows else None
        return replace(settings, about_you=AboutYou(rows.get("emergency_number", ""), context))

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
            "pain_limit": str(settings.pain_limit),
            "baseline_from": settings.baseline_from.isoformat() if settings.baseline_from else "",
            "onset": settings.onset.text if settings.onset else "",
            "emergency_number": settings.about_you.emergency_number,
        }
        if settings.about_you.context is not None:
            values["context"] = _BETWEEN.join(sorted(settings.about_you.context))
        with self._changes.write(""):
            for name, value in values.items():
                self._changes.put("settings", name, {"value": value})
