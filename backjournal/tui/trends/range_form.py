"""The form for a range of days between any two dates."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.days import past_day
from backjournal.model.errors import InvalidValue
from backjournal.trends.window import Window
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput

_RANGE = "The trends from one day to another. Leave the first day empty to go back to whole weeks."


class RangeForm(FormScreen):
    """Asks for the first and the last day that the trends show."""

    FORM_TITLE = "Any two dates"
    SAVE_LABEL = "Show (ctrl+s)"

    def __init__(self, save: Save, *, window: Window) -> None:
        super().__init__(save)
        self._window = window

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(_RANGE, "$foreground-muted"), classes="hint")
        first = self._window.first.isoformat() if self._window.first else ""
        last = self._window.last.isoformat() if self._window.first else ""
        yield Field("first_day", "First day", LineInput(first, "2026-09-01, monday", id="first_day"))
        yield Field("last_day", "Last day", LineInput(last, "empty: today", id="last_day"))


def window_from(answers: Mapping[str, Any], before: Window, today: date) -> Window:
    """Return the window for the answers of the form; without a first day, whole weeks, as many as in the window before.

    Raises:
        InvalidValue: an answer is no valid day, or the last day is before the first; its `field` names the answer.
    """
    last = past_day("last_day", answers["last_day"], today) or today
    first = past_day("first_day", answers["first_day"], today)
    if first is None:
        return Window(before.weeks, last)
    if first > last:
        raise InvalidValue("last_day", f"the last day {last} is before the first day {first}")
    return Window(before.weeks, last, first)
