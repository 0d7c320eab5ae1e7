"""The form of a check-in."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from textual.widget import Widget
from textual.widgets import Input, TextArea

from backjournal.days import Clock, edited_moment, fix_offset, journal_day, parse_day, parse_time, past_moment
from backjournal.library.red_flags import symptom
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import DIARY_VALUES, NUMBERS, DiaryValue, Kind
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import Mark, MarkKind, parse_marks
from backjournal.tui.widgets.form import Draft, Field, FormScreen, Save
from backjournal.tui.widgets.scale import Scale
from backjournal.tui.widgets.symptoms import SymptomsField
from backjournal.tui.widgets.tick import Tick
from backjournal.tui.widgets.words_input import WordsInput

_THEN = (Kind.SCALE, Kind.MINUTES, Kind.HOURS, Kind.WORDS)
IN_ORDER = (
    *(value for value in DIARY_VALUES if value.asked_first),
    *(value for kind in _THEN for value in DIARY_VALUES if value.kind is kind and not value.asked_first),
)
"""The values as the form asks for them: those that most people give, then the others by their kind."""


class CheckInForm(FormScreen):
    """Everything that a check-in can tell; one value is enough."""

    def __init__(
        self,
        save: Save,
        draft: Draft,
        *,
        clock: Clock,
        day: date,
        at: datetime,
        check_in: CheckIn | None,
        words: Mapping[MarkKind, tuple[str, ...]],
        flare_up: FlareUp | None,
    ) -> None:
        super().__init__(save, draft)
        self.FORM_TITLE = "Edit check-in" if check_in else "New check-in"
        self._clock = clock
        self._day = day
        self._at = at
        self._check_in = check_in
        self._words = words
        self._flare_up = flare_up

    def fields(self) -> Iterable[Widget]:
        for value in IN_ORDER:
            yield Field(value.name, value.form_name, self._control(value))
        known_one = self._flare_up
        told = "a flare-up begins on this day"
        if known_one:
            ends = f" until {known_one.last_day}" if known_one.last_day else ", going on"
            told = f"since {known_one.first_day}{ends}"
        flare_up = Tick(told, value=known_one is not None, disabled=known_one is not None)
        yield Field("flare_up", "Flare-up", flare_up)
        yield Field("day", "Day", Input(self._day.isoformat(), "today, yesterday, monday", id="day", compact=True))
        yield Field("time", "Time", Input(f"{self._at:%H:%M}", "08:05", id="time", compact=True))

    def _control(self, value: DiaryValue) -> Widget:
        known, name = self._check_in, value.name
        if value.kind is Kind.TEXT:
            return TextArea(known.note if known else "", id=name, compact=True, highlight_cursor_line=False)
        if value.kind is Kind.WORDS:
            kind = MarkKind(name)
            words = known.words(kind) if known else ()
            if kind is MarkKind.SYMPTOM:
                return SymptomsField(words)
            return WordsInput(", ".join(words), self._words[kind], id=name, placeholder=value.hint)
        number = known.values.get(name) if known else None
        if value.kind is Kind.SCALE:
            return Scale(self._clock, None if number is None else round(number), ten=value.hint, id=name)
        return Input("" if number is None else f"{number:g}", value.hint, id=name, compact=True)


def check_in_from(
    answers: Mapping[str, Any],
    *,
    check_in_id: str,
    before: CheckIn | None,
    opened: datetime,
    now: datetime,
    today: date,
    day_starts_at: time,
) -> CheckIn:
    """Make the check-in of a form's answers; `before` is the edited one, whose moment stays unless it was changed.

    A new one whose time was left alone has the moment, to the second, at which the form was opened.

    Raises:
        InvalidValue: an answer cannot be taken; its `field` says which.
    """
    day = parse_day(answers["day"] or "today", today)
    at_time = parse_time(answers["time"] or f"{now:%H:%M}")
    if before:
        moment = edited_moment(before, day, at_time, now, day_starts_at)
    elif (day, f"{at_time:%H:%M}") == (journal_day(opened, day_starts_at), f"{opened:%H:%M}"):
        moment = opened
    else:
        moment = past_moment(day, at_time, now, day_starts_at)
    return CheckIn(
        id=check_in_id,
        at=fix_offset(moment),
        day=day,
        values={value.name: number for value in NUMBERS if (number := _number(value, answers)) is not None},
        marks=tuple(mark for kind in MarkKind for mark in _marks(kind, answers[kind])),
        note=answers["note"],
    )


def _number(value: DiaryValue, answers: Mapping[str, Any]) -> float | None:
    answer: float | str | None = answers[value.name]
    return value.parse(answer) if isinstance(answer, str) else answer


def _marks(kind: MarkKind, answer: Any) -> tuple[Mark, ...]:
    return tuple(map(symptom, answer)) if kind is MarkKind.SYMPTOM else parse_marks(kind, answer)
