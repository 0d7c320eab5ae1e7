"""The form that starts an experiment, and says beforehand what size of difference it could show."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Select, Static

from backjournal.days import parse_day
from backjournal.model.diary_values import NUMBERS
from backjournal.model.errors import InvalidValue
from backjournal.model.experiments import LENGTHS, Unit
from backjournal.model.numbers import parse_whole
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.radio import Radio
from backjournal.views.experiment_text import ABOUT, LIMITS

_MOST_TYPED = 999


@dataclass(frozen=True, slots=True)
class Design:
    """How an experiment is to be: what of it decides what size of difference it could show."""

    value: str
    unit: Unit
    length: int
    """How many days or weeks."""


class ExperimentForm(FormScreen):
    """Asks what is tried, by what it is judged, and for how long; `reach` says what such an experiment could show."""

    FORM_TITLE = "An experiment"
    SAVE_LABEL = "Draw and start (ctrl+s)"

    def __init__(self, save: Save, *, reach: Callable[[Design], str], today: date) -> None:
        super().__init__(save)
        self._reach = reach
        self._today = today

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(ABOUT, "$foreground-muted"), classes="hint")
        yield Field("name", "Try", LineInput("", "heat, a walk at noon", id="name"))
        values = [(value.label, value.name) for value in NUMBERS]
        yield Field("value", "Judged by", Select(values, value="pain", allow_blank=False, id="value", compact=True))
        units = {Unit.DAYS.value: "days", Unit.WEEKS.value: "weeks, if it works for days"}
        yield Field("unit", "Drawn are", Radio(units, Unit.DAYS.value, id="unit"))
        length = LineInput(str(LENGTHS[Unit.DAYS].usual), "an even number", id="length")
        yield Field("length", "How many", length)
        begins = LineInput("", f"empty: tomorrow; {self._today} begins today", id="first_day")
        yield Field("first_day", "First day", begins)
        yield Static(id="reach", classes="hint")
        yield Static(Content.styled(" ".join(LIMITS), "$foreground-muted"), classes="hint")

    @on(Radio.Changed, "#unit")
    def _propose_length(self, event: Radio.Changed) -> None:
        length = self.query_one("#length", Input)
        if length.value in {str(known.usual) for known in LENGTHS.values()}:
            length.value = str(LENGTHS[Unit(event.choice.value)].usual)
        self._show_reach()

    @on(Input.Changed, "#length")
    @on(Select.Changed, "#value")
    def _show_reach(self) -> None:
        try:
            text = self._reach(design_from(self.answers()))
        except InvalidValue as error:
            text = str(error)
        self.query_one("#reach", Static).update(Content(text))


def design_from(answers: Mapping[str, Any]) -> Design:
    """Return the design that was entered in the form.

    Raises:
        InvalidValue: the length is no number; its `field` says so.
    """
    unit = Unit(answers["unit"])
    length = parse_whole("length", unit.value, answers["length"], 1, _MOST_TYPED)
    return Design(answers["value"], unit, LENGTHS[unit].usual if length is None else length)


def first_day_from(answers: Mapping[str, Any], today: date) -> date:
    """Return the first day that was entered in the form; tomorrow if that is empty.

    Raises:
        InvalidValue: it is no day; its `field` says so.
    """
    typed = answers["first_day"]
    return parse_day(typed, today, "first_day", ahead=True) if typed.strip() else today + timedelta(days=1)
