"""The form of a check-in."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from textual.widget import Widget
from textual.widgets import Input, TextArea

from backjournal.days import Clock, edited_moment, fix_offset, journal_day, parse_day, parse_time, past_moment
from backjournal.library.red_flags import symptom
from backjournal.model.check_ins import CheckIn, FlareUp, Mark, MarkKind, parse_marks
from backjournal.model.numbers import MINUTES_OF_A_DAY, parse_hours, parse_whole
from backjournal.tui.widgets.form import Draft, Field, FormScreen, Save
from backjournal.tui.widgets.scale import Scale
from backjournal.tui.widgets.symptoms import SymptomsField
from backjournal.tui.widgets.tick import Tick
from backjournal.tui.widgets.words_input import WordsInput

_SCALES = (
    ("pain", "Pain now", "worst imaginable"),
    ("worst_pain", "Worst pain", "of the day so far"),
    ("mobility", "Mobility", "moves freely"),
    ("mood", "Mood", "very good"),
)
_WORDS = (
    (MarkKind.LOCATION, "Where", "lower back, left leg"),
    (MarkKind.QUALITY, "Quality", "dull, stabbing, burning"),
    (MarkKind.TRIGGER, "Triggers", "long sitting, lifting"),
    (MarkKind.RELIEF, "What helped", "heat, walking"),
    (MarkKind.MEDICINE, "Medicines", "name and amount, separated by commas"),
)


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
        known = self._check_in
        for name, label, ten in _SCALES:
            yield self._scale(name, label, ten)
        yield Field(
            "note", "Note", TextArea(known.note if known else "", id="note", compact=True, highlight_cursor_line=False)
        )
        yield self._scale("confidence", "Confidence", "moves without fear")
        yield Field("stiffness_min", "Stiffness", _short(known, "stiffness_min", "minutes after getting up"))
        yield Field("sleep_hours", "Sleep", _short(known, "sleep_hours", "hours, such as 7.5 or 7:30"))
        for kind, label, example in _WORDS:
            value = ", ".join(known.words(kind)) if known else ""
            yield Field(kind, label, WordsInput(value, self._words[kind], id=kind, placeholder=example))
        yield Field("symptom", "Symptoms", SymptomsField(known.words(MarkKind.SYMPTOM) if known else ()))
        known_one = self._flare_up
        told = "a flare-up begins on this day"
        if known_one:
            ends = f" until {known_one.last_day}" if known_one.last_day else ", going on"
            told = f"since {known_one.first_day}{ends}"
        flare_up = Tick(told, value=known_one is not None, disabled=known_one is not None)
        yield Field("flare_up", "Flare-up", flare_up)
        yield Field("day", "Day", Input(self._day.isoformat(), "today, yesterday, monday", id="day", compact=True))
        yield Field("time", "Time", Input(f"{self._at:%H:%M}", "08:05", id="time", compact=True))

    def _scale(self, name: str, label: str, ten: str) -> Field:
        value = getattr(self._check_in, name) if self._check_in else None
        return Field(name, label, Scale(self._clock, value, ten=ten, id=name))


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
        pain=answers["pain"],
        worst_pain=answers["worst_pain"],
        mobility=answers["mobility"],
        mood=answers["mood"],
        confidence=answers["confidence"],
        stiffness_min=parse_whole("stiffness_min", "stiffness", answers["stiffness_min"], 0, MINUTES_OF_A_DAY),
        sleep_hours=parse_hours("sleep_hours", "sleep", answers["sleep_hours"]),
        marks=_marks(answers),
        note=answers["note"],
    )


def _marks(answers: Mapping[str, Any]) -> tuple[Mark, ...]:
    typed = (mark for kind, _, _ in _WORDS for mark in parse_marks(kind, answers[kind]))
    return (*typed, *(symptom(word) for word in answers["symptom"]))


def _short(known: CheckIn | None, name: str, placeholder: str) -> Input:
    value = getattr(known, name) if known else None
    return Input("" if value is None else f"{value:g}", placeholder, id=name, compact=True)
