"""The form for a flare-up."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.days import past_day
from backjournal.model.flare_ups import FlareUp
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.tick import Tick

_ABOUT = """A flare-up is a worsening that lasts from hours to weeks, is hard to bear and generally gets in the
way of what you usually do, or weighs on your mood (Costa 2019). You decide what is one."""


class FlareUpForm(FormScreen):
    """Asks for the first and the last day of a flare-up.

    `known` says whether the flare-up is in the journal already; then it can also be removed.
    """

    def __init__(self, save: Save, *, flare_up: FlareUp, known: bool, today: date) -> None:
        super().__init__(save, flare_up.id if known else "")
        self.FORM_TITLE = "Change or end the flare-up" if known else "A flare-up begins"
        self._flare_up = flare_up
        self._known = known
        self._today = today

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(" ".join(_ABOUT.split()), "$foreground-muted"), classes="hint")
        first, last = self._flare_up.first_day, self._flare_up.last_day
        yield Field("first_day", "First day", LineInput(first.isoformat(), "today, monday", id="first_day"))
        ends = last.isoformat() if last else ""
        placeholder = f"empty: it goes on; {self._today} ends it today"
        yield Field("last_day", "Last day", LineInput(ends, placeholder, id="last_day"))
        if self._known:
            yield Field("remove", "Remove", Tick("it was not a flare-up"))

    def on_mount(self) -> None:
        """Focus the last day of a flare-up that is in the journal: most often it is to be ended."""
        if self._known:
            self.query_one("#last_day").focus()


def flare_up_from(answers: Mapping[str, Any], flare_up_id: str, today: date) -> FlareUp:
    """Return the flare-up that was entered in the form; without a last day it is still going on.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
    """
    days = {name: past_day(name, answers[name], today) for name in ("first_day", "last_day")}
    return FlareUp(flare_up_id, days["first_day"] or today, days["last_day"])
