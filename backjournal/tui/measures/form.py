"""The form for a chosen measure: how often it is due, the activities to rate, or all of an own measure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.model.better import Better
from backjournal.model.measure_words import EVERY_WORDS
from backjournal.model.measures import MOST_ACTIVITIES, Measure, MeasureKind, own_measure
from backjournal.model.numbers import decimal_text, parse_decimal
from backjournal.model.text import clean_line
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.radio import Radio

_NEVER = "never"
_EVERY = {**{str(weeks): words for weeks, words in EVERY_WORDS.items() if weeks}, _NEVER: "never"}
_EXAMPLES = ("such as tying my shoes", "such as sitting through a meal", "such as lifting the shopping")
_NUMBERS = {"low": "Lowest value", "high": "Highest value", "threshold": "Meaningful"}
_OWN_WEEKS = 1


class MeasureForm(FormScreen):
    """Asks how often a measure is due, and for its activities if it has some; for an own measure it asks everything.

    An own measure is one that the person defined themselves; `measure` is None for a new one.
    """

    def __init__(self, save: Save, measure: Measure | None = None) -> None:
        super().__init__(save, measure.id if measure else "")
        self.FORM_TITLE = measure.name if measure else "A measure of your own"
        self._measure = measure

    def fields(self) -> Iterable[Widget]:
        measure = self._measure
        if measure is None or measure.own:
            yield from self._definition(measure)
        else:
            yield Static(Content.styled(measure.how_to, "$foreground-muted"), classes="hint")
            if measure.kind is MeasureKind.ACTIVITIES:
                yield from self._activities(measure)
        weeks = measure.every_weeks if measure else _OWN_WEEKS
        yield Field("every_weeks", "Asked for", Radio(_EVERY, str(weeks or _NEVER), id="every_weeks"))

    def _activities(self, measure: Measure) -> Iterable[Widget]:
        for place in range(MOST_ACTIVITIES):
            text = measure.parts[place] if place < len(measure.parts) else ""
            example = _EXAMPLES[place] if place < len(_EXAMPLES) else "if you want one more"
            name = f"activity-{place}"
            yield Field(name, f"Activity {place + 1}", LineInput(text, example, id=name))

    def _definition(self, measure: Measure | None) -> Iterable[Widget]:
        hint = "One number that you take again and again, such as the minutes that you can sit without pain."
        yield Static(Content.styled(hint, "$foreground-muted"), classes="hint")
        yield _text("name", "Name", measure.name if measure else "", "such as Sitting without pain")
        yield _text("unit", "Unit", measure.unit if measure else "", "such as minutes")
        better = Radio({Better.LOWER: "lower", Better.HIGHER: "higher"}, measure.better if measure else Better.HIGHER)
        yield Field("better", "Better is", better)
        numbers = _numbers_of(measure) if measure else {"low": 0.0}
        placeholders = ("0 if empty", "empty: no upper end", "the change that counts; empty: compare with yourself")
        for (name, label), placeholder in zip(_NUMBERS.items(), placeholders, strict=True):
            number = numbers.get(name)
            yield _text(name, label, "" if number is None else decimal_text(number), placeholder)


def measure_from(answers: Mapping[str, Any], measure: Measure | None) -> Measure:
    """Return the measure that was entered in the form; a new own measure has an empty id.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
    """
    every = answers["every_weeks"]
    every_weeks = None if every == _NEVER else int(every)
    if measure and not measure.own:
        return replace(measure, parts=_parts_from(answers, measure), every_weeks=every_weeks)
    return own_measure(
        measure.id if measure else "",
        answers["name"],
        answers["unit"],
        _number(answers, "low") or 0,
        _number(answers, "high"),
        Better(answers["better"]),
        _number(answers, "threshold"),
        every_weeks,
    )


def _parts_from(answers: Mapping[str, Any], measure: Measure) -> tuple[str, ...]:
    if measure.kind is not MeasureKind.ACTIVITIES:
        return measure.parts
    typed = (clean_line(answers[f"activity-{place}"]) for place in range(MOST_ACTIVITIES))
    return tuple(part for part in typed if part)


def _numbers_of(measure: Measure) -> Mapping[str, float | None]:
    return {"low": measure.low, "high": measure.high, "threshold": measure.threshold.points}


def _number(answers: Mapping[str, Any], field: str) -> float | None:
    return parse_decimal(field, _NUMBERS[field].lower(), answers[field])


def _text(name: str, label: str, text: str, placeholder: str) -> Field:
    return Field(name, label, LineInput(text, placeholder, id=name))
