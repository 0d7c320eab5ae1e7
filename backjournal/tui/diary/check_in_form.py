"""The form for a check-in."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from textual.widget import Widget

from backjournal.days import Clock, edited_moment, fix_offset, journal_day, parse_day, parse_time, past_moment
from backjournal.library.red_flags import symptom
from backjournal.model.about_you import AboutYou
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import DIARY_VALUES, NUMBERS, DiaryValue, Kind
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import Mark, MarkKind, parse_marks
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.note_input import NoteInput
from backjournal.tui.widgets.scale import Scale
from backjournal.tui.widgets.symptoms import SymptomsField
from backjournal.tui.widgets.tick import Tick
from backjournal.tui.widgets.words import day_name
from backjournal.tui.widgets.words_input import WordsInput

IN_ORDER = (
    *(value for value in DIARY_VALUES if value.asked_first),
    *(value for kind in Kind for value in DIARY_VALUES if value.kind is kind and not value.asked_first),
)
"""The diary values in the order of the form: those that most people give, then the others by kind."""


class CheckInForm(FormScreen):
    """Asks for everything that a check-in can hold; a single value is enough.

    `at` is the proposed moment, `words` the words used before for each kind of mark, and `flare_up` the flare-up that
    covers the day. `check_in` is the one to edit, or None for a new one.
    """

    def __init__(
        self,
        save: Save,
        *,
        clock: Clock,
        day: date,
        at: datetime,
        check_in: CheckIn | None,
        words: Mapping[MarkKind, tuple[str, ...]],
        flare_up: FlareUp | None,
        about: AboutYou,
        today: date,
    ) -> None:
        super().__init__(save, check_in.id if check_in else "")
        of_day = "" if day == today else f" for {day_name(day, today)}"
        self.FORM_TITLE = "Edit check-in" if check_in else f"New check-in{of_day}"
        self._clock = clock
        self._day = day
        self._at = at
        self._check_in = check_in
        self._words = words
        self._flare_up = flare_up
        self._about = about

    def fields(self) -> Iterable[Widget]:
        for value in IN_ORDER:
            yield Field(value.name, value.form_name, self._control(value))
        flare_up = self._flare_up
        label = "a flare-up begins on this day"
        if flare_up:
            ends = f" until {flare_up.last_day}" if flare_up.last_day else ", going on"
            label = f"since {flare_up.first_day}{ends}"
        tick = Tick(label, value=flare_up is not None, disabled=flare_up is not None)
        yield Field("flare_up", "Flare-up", tick)
        yield Field("day", "Day", LineInput(self._day.isoformat(), "today, yesterday, monday", id="day"))
        yield Field("time", "Time", LineInput(f"{self._at:%H:%M}", "08:05", id="time"))

    def _control(self, value: DiaryValue) -> Widget:
        check_in, name = self._check_in, value.name
        if value.kind is Kind.TEXT:
            return NoteInput(check_in.note if check_in else "", id=name)
        if value.kind is Kind.WORDS:
            kind = MarkKind(name)
            words = check_in.words(kind) if check_in else ()
            if kind is MarkKind.SYMPTOM:
                return SymptomsField(words, self._about)
            return WordsInput(", ".join(words), self._words[kind], id=name, placeholder=value.hint)
        number = check_in.values.get(name) if check_in else None
        if value.kind is Kind.SCALE:
            return Scale(self._clock, None if number is None else round(number), ten=value.hint, id=name)
        return LineInput("" if number is None else f"{number:g}", value.hint, id=name)


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
    """Return the check-in that was entered in the form.

    `before` is the edited check-in, whose moment is kept unless the day or time was changed. A new check-in whose day
    and time were not changed gets the moment, to the second, at which the form was opened.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
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
