"""The form for the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select, Static

from backjournal.days import parse_time
from backjournal.model.numbers import parse_whole
from backjournal.model.onset import parse_onset
from backjournal.model.settings import (
    DEFAULT_BACKUP_LIMIT_MB,
    DEFAULT_PAIN_LIMIT,
    LEAST_BACKUP_LIMIT_MB,
    MOST_BACKUP_LIMIT_MB,
    Settings,
)
from backjournal.tui.core.about_you_form import about_you_fields, about_you_from
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.tick import Tick


class SettingsForm(FormScreen):
    """Asks when a day and a week begin, for the bell, the pain limit, and what the advice has to know of the person."""

    FORM_TITLE = "Settings"

    def __init__(self, save: Save, *, settings: Settings) -> None:
        super().__init__(save)
        self._settings = settings

    def fields(self) -> Iterable[Widget]:
        about = "What you write after midnight still belongs to the evening before, until the day starts."
        yield Static(Content.styled(about, "$foreground-muted"), classes="hint")
        at = f"{self._settings.day_starts_at:%H:%M}"
        yield Field("day_starts_at", "Day starts", LineInput(at, "04:00", id="day_starts_at"))
        week = Select(
            [("Monday", 0), ("Sunday", 6)], value=self._settings.weeks.newest, allow_blank=False, compact=True
        )
        yield Field("week_starts_on", "Week starts", week)
        yield Field("sound", "Sound", Tick("the bell rings while you practise", value=self._settings.sound))
        limit = LineInput(str(self._settings.pain_limit), "0 to 10", id="pain_limit")
        yield Field("pain_limit", "Pain limit", limit)
        hint = "A larger dose is suggested only while pain during the exercise stays at or below the limit."
        yield Static(Content.styled(hint, "$foreground-muted"), classes="hint")
        room = LineInput(str(self._settings.backup_limit_mb), "500", id="backup_limit")
        yield Field("backup_limit", "Backups, MB", room)
        onset = self._settings.onset.text if self._settings.onset else ""
        placeholder = "when: 2024, 2024-03 or 2024-03-14; may stay empty"
        yield Field("onset", "Pain began", LineInput(onset, placeholder, id="onset"))
        yield from about_you_fields(self._settings.about_you)


def settings_from(answers: Mapping[str, Any], before: Settings, today: date) -> Settings:
    """Return the settings that were entered in the form; settings that it does not ask for stay as in `before`.

    Another first day of the week holds from today on.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
    """
    starts = parse_time(answers["day_starts_at"], field="day_starts_at")
    limit = parse_whole("pain_limit", "pain limit", answers["pain_limit"], 0, 10)
    room = parse_whole("backup_limit", "backups", answers["backup_limit"], LEAST_BACKUP_LIMIT_MB, MOST_BACKUP_LIMIT_MB)
    return replace(
        before,
        day_starts_at=starts,
        weeks=before.weeks.changed(answers["week_starts_on"], today),
        sound=answers["sound"],
        pain_limit=DEFAULT_PAIN_LIMIT if limit is None else limit,
        backup_limit_mb=DEFAULT_BACKUP_LIMIT_MB if room is None else room,
        onset=parse_onset(answers["onset"], today) if answers["onset"].strip() else None,
        about_you=about_you_from(answers),
    )
