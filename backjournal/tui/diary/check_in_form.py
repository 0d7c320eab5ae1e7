"""The form for a check-in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from backjournal.days import Clock, edited_moment, fix_offset, journal_day, parse_day, parse_time, past_moment
from backjournal.library.red_flags import symptom
from backjournal.model.about_you import AboutYou
from backjournal.model.check_ins import CheckIn, latest_value, latest_words
from backjournal.model.diary_values import DIARY_VALUES, NUMBERS, DiaryValue, Kind, diary_value
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import Mark, MarkKind, parse_marks
from backjournal.tui.diary.fold import Fold
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.last_input import LastInput
from backjournal.tui.widgets.line_input import LIST, LineInput
from backjournal.tui.widgets.note_input import NoteInput
from backjournal.tui.widgets.scale import Scale
from backjournal.tui.widgets.symptoms import SymptomsField
from backjournal.tui.widgets.tick import Tick
from backjournal.tui.widgets.words import day_name
from backjournal.tui.widgets.words_input import WordsInput

_OFTEN_GIVEN = ("pain", "worst_pain", "mobility", "mood", "note", "confidence")
_FIRST = tuple(map(diary_value, (*_OFTEN_GIVEN, MarkKind.LOCATION, MarkKind.MEDICINE, MarkKind.SYMPTOM)))
_REST = tuple(value for kind in Kind for value in DIARY_VALUES if value.kind is kind and value not in _FIRST)

IN_ORDER = (*_FIRST, *_REST)
"""The diary values in the order of the form: those that it opens on, then the others by kind, which fold out."""

_KEYS: Mapping[str, str] = {MarkKind.LOCATION: "w", MarkKind.MEDICINE: "m"}
"""The keys that lead to a row from wherever a letter is no text, by its name."""


class CheckInForm(FormScreen):
    """Asks for everything that a check-in can hold; a single value is enough.

    `at` is the proposed moment, `words` the words used before for each kind of mark, `recent` the check-ins before it,
    the newest first, whose values are offered, and `flare_up` the flare-up that covers the day. `check_in` is the one
    to edit, or None for a new one. With `folded` it opens on its first rows, unless another one is filled in.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "go('location')", "where", show=False, tooltip="go to where it hurts"),
        Binding("m", "go('medicine')", "medicines", show=False, tooltip="go to the medicines"),
        Binding("t", "go('time')", "time", tooltip="go to the time; the day is above it"),
        Binding("plus", "unfold", "more rows", key_display="+", tooltip="show more rows, and go there"),
        Binding("minus", "fold", "fewer rows", key_display="-", tooltip="hide these rows; what is filled in stays"),
    ]

    def __init__(
        self,
        save: Save,
        *,
        clock: Clock,
        day: date,
        at: datetime,
        check_in: CheckIn | None,
        words: Mapping[MarkKind, tuple[str, ...]],
        recent: Sequence[CheckIn],
        flare_up: FlareUp | None,
        about: AboutYou,
        today: date,
        folded: bool,
    ) -> None:
        super().__init__(save, check_in.id if check_in else "")
        of_day = "" if day == today else f" for {day_name(day, today)}"
        self.FORM_TITLE = "Edit check-in" if check_in else f"New check-in{of_day}"
        self._clock = clock
        self._day = day
        self._at = at
        self._check_in = check_in
        self._words = words
        self._recent = recent
        self._flare_up = flare_up
        self._about = about
        self._folded = folded

    def fields(self) -> Iterable[Widget]:
        yield from map(self._field, _FIRST)
        rest = [*map(self._field, _REST), *self._fields_of_the_day()]
        yield Fold(rest, folded=self._folded)
        yield from rest

    def _field(self, value: DiaryValue) -> Field:
        key = f" ({_KEYS[value.name]})" if value.name in _KEYS else ""
        return Field(value.name, f"{value.form_name}{key}", self._control(value))

    def _fields_of_the_day(self) -> Iterable[Field]:
        flare_up = self._flare_up
        label = "a flare-up begins on this day"
        if flare_up:
            ends = f" until {flare_up.last_day}" if flare_up.last_day else ", going on"
            label = f"since {flare_up.first_day}{ends}"
        tick = Tick(label, value=flare_up is not None, disabled=flare_up is not None)
        yield Field("flare_up", "Flare-up", tick, blank=tick.value)
        day, at = self._day.isoformat(), f"{self._at:%H:%M}"
        yield Field("day", "Day", LineInput(day, "today, yesterday, monday", id="day"), blank=day)
        yield Field("time", "Time (t)", LineInput(at, "08:05", id="time"), blank=at)

    def _control(self, value: DiaryValue) -> Widget:
        check_in, name = self._check_in, value.name
        if value.kind is Kind.TEXT:
            return NoteInput(check_in.note if check_in else "", id=name)
        if value.kind is Kind.WORDS:
            kind = MarkKind(name)
            words = check_in.words(kind) if check_in else ()
            if kind is MarkKind.SYMPTOM:
                # None is offered: a symptom that should not wait is ticked with its advice, never taken along.
                return SymptomsField(words, self._about)
            last_words = LIST.join(latest_words(self._recent, kind))
            return WordsInput(LIST.join(words), self._words[kind], id=name, placeholder=value.hint, last=last_words)
        number, last = check_in.values.get(name) if check_in else None, latest_value(self._recent, name)
        if value.kind is Kind.SCALE:
            return Scale(self._clock, _whole(number), ten=value.hint, last=_whole(last), id=name)
        return LastInput(_typed(number), value.hint, last=_typed(last), id=name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys that lead to rows only where they are no text, and folding in only after folding out."""
        if action in ("go", "fold", "unfold") and self.focused and self.focused.check_consume_key("w", "w"):
            return False
        return action != "fold" or not any(fold.folded for fold in self.query(Fold))

    def action_unfold(self) -> None:
        """Show the rows below the fold, and go to the first of them."""
        self.query_one(Fold).turn(folded=False)

    def action_fold(self) -> None:
        """Hide the rows below the fold that are not filled in."""
        self.query_one(Fold).turn(folded=True)

    def action_go(self, name: str) -> None:
        """Go to a row."""
        field = self.query_one(f"#field-{name}", Field)
        self.reveal(field)
        self.set_focus(field.control)
        # A row that was hidden has no place until the screen is laid out again.
        self.call_after_refresh(field.scroll_visible, animate=False)

    def reveal(self, field: Field) -> None:
        """Fold out if a field is hidden."""
        self.query_one(Fold).reveal(field)

    def _restore(self, draft: Mapping[str, Any]) -> None:
        super()._restore(draft)
        self.query_one(Fold).look_at_rows()


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


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)


def _typed(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def _number(value: DiaryValue, answers: Mapping[str, Any]) -> float | None:
    answer: float | str | None = answers[value.name]
    return value.parse(answer) if isinstance(answer, str) else answer


def _marks(kind: MarkKind, answer: Any) -> tuple[Mark, ...]:
    return tuple(map(symptom, answer)) if kind is MarkKind.SYMPTOM else parse_marks(kind, answer)
