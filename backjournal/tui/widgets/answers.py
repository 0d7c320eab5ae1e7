"""What the control of a field answers, read for saving and put back from a draft."""

import contextlib
from typing import Any

from textual.widget import Widget
from textual.widgets import Input, Select, TextArea
from textual.widgets.select import InvalidSelectValueError

from backjournal.tui.widgets.radio import Radio
from backjournal.tui.widgets.scale import Scale
from backjournal.tui.widgets.symptoms import SymptomsField
from backjournal.tui.widgets.tick import Tick


def answer_of(control: Widget) -> Any:
    """Return the value of a form control; None if it has none."""
    if isinstance(control, TextArea):
        return control.text
    return getattr(control, "value", None)


def put_answer(control: Widget, answer: Any) -> None:
    """Set a control to an answer that `answer_of` returned and that went through JSON; ignore one that does not fit."""
    if isinstance(control, TextArea):
        control.text = str(answer)
    elif isinstance(control, Input):
        control.value = str(answer)
    elif isinstance(control, Tick):
        control.value = bool(answer)
    elif isinstance(control, Scale) and (answer is None or answer in range(11)):
        control.value = answer
    elif isinstance(control, SymptomsField):
        control.value = tuple(map(str, answer))
    elif isinstance(control, Radio) and answer in control.words:
        control.value = next(value for value in control.words if value == answer)
    elif isinstance(control, Select):
        with contextlib.suppress(ValueError, InvalidSelectValueError):
            # JSON knows no enumerations.
            kind: Any = type(control.value)
            control.value = kind(answer)
