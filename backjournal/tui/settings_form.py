"""The form of the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Select, Static

from backjournal.days import parse_time
from backjournal.model.settings import Settings
from backjournal.tui.form import Field, FormScreen, Save


class SettingsForm(FormScreen):
    """When a day and a week begin."""

    FORM_TITLE = "Settings"

    def __init__(self, save: Save, *, settings: Settings) -> None:
        super().__init__(save)
        self._settings = settings

    def fields(self) -> Iterable[Widget]:
        about = "What you write after midnight still belongs to the evening before, until the day starts."
        yield Static(Content.styled(about, "$foreground-muted"), classes="hint")
        at = f"{self._settings.day_starts_at:%H:%M}"
        yield Field("day_starts_at", "Day starts", Input(at, "04:00", id="day_starts_at", compact=True))
        week = Select(
            [("Monday", 0), ("Sunday", 6)], value=self._settings.week_starts_on, allow_blank=False, compact=True
        )
        yield Field("week_starts_on", "Week starts", week)


def settings_from(answers: Mapping[str, Any], before: Settings) -> Settings:
    """Make the settings of a form's answers.

    Raises:
        InvalidValue: an answer cannot be taken; its `field` says which.
    """
    starts = parse_time(answers["day_starts_at"], field="day_starts_at")
    return replace(before, day_starts_at=starts, week_starts_on=answers["week_starts_on"])
