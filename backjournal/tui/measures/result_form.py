"""The form for a result of an outcome measure."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static, TextArea

from backjournal.days import Clock
from backjournal.guidance.timed_test import TimedTest
from backjournal.model.measure_words import range_words
from backjournal.model.measures import Measure, MeasureKind, Result, Score
from backjournal.model.scores import parse_scores
from backjournal.model.text import sentence
from backjournal.tui.measures.timed_test import TimedTestScreen
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.note_input import NoteInput
from backjournal.tui.widgets.number_input import NumberInput
from backjournal.tui.widgets.scale import Scale

_TEN = {MeasureKind.QUESTIONS: "as much as can be", MeasureKind.ACTIVITIES: "as well as before"}
"""What 10 means where each part is rated from 0 to 10."""

_LABEL_ROOM = 13
"""The longest unit that fits as the label of a field, in characters."""


class ResultForm(FormScreen):
    """Asks for the value of each part of a measure, the day, and a note; a timed measure can be timed from here.

    `day` is the proposed day of a new result, `ring` rings the bell of the timed test, and `may_be_timed` answers
    from the note typed so far whether it may begin. `result` is the one to edit, or None for a new one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "time", "time it", priority=True, tooltip="time it: get ready, then the clock runs"),
    ]

    def __init__(
        self,
        save: Save,
        *,
        measure: Measure,
        day: date,
        clock: Clock,
        ring: Callable[[], object],
        may_be_timed: Callable[[str], Awaitable[bool]],
        result: Result | None = None,
    ) -> None:
        super().__init__(save, result.id if result else measure.id)
        self.FORM_TITLE = f"{'Edit a result of ' if result else ''}{measure.name}"
        self._measure = measure
        self._day = result.day if result else day
        self._clock = clock
        self._ring = ring
        self._may_be_timed = may_be_timed
        self._result = result

    def fields(self) -> Iterable[Widget]:
        measure, result = self._measure, self._result
        caution = f" Watch for: {measure.caution}" if measure.caution else ""
        hint = f"{measure.how_to}{caution}".strip() or f"{range_words(measure)}."
        yield Static(Content.styled(hint, "$foreground-muted"), classes="hint")
        values = [score.value for score in result.scores] if result else []
        for place, part in enumerate(measure.parts or ("",)):
            value = values[place] if place < len(values) else None
            fields = self._rated_fields if measure.kind in _TEN else self._number_fields
            yield from fields(place, part, value)
        if measure.timed:
            with Horizontal(id="timing"):
                yield Button("Time it (w)", id="time", compact=True)
        yield Field("day", "Day", LineInput(self._day.isoformat(), "today, yesterday, monday", id="day"))
        note = NoteInput(result.note if result else "", id="note")
        yield Field("note", "Note", note)

    def _rated_fields(self, place: int, part: str, value: float | None) -> Iterable[Widget]:
        yield Static(part, classes="question", markup=False)
        whole = None if value is None else round(value)
        yield Field(str(place), str(place + 1), Scale(self._clock, whole, ten=_TEN[self._measure.kind]))

    def _number_fields(self, place: int, part: str, value: float | None) -> Iterable[Widget]:
        measure = self._measure
        label = part or (measure.unit if len(measure.unit) <= _LABEL_ROOM else "") or "value"
        text = "" if value is None else f"{value:g}"
        control = NumberInput(text, range_words(measure), id=f"value-{place}")
        yield Field(str(place), sentence(label), control)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable timing only for a timed measure."""
        return action != "time" or self._measure.timed

    @on(Button.Pressed, "#time")
    @work(exit_on_error=False)
    async def action_time(self) -> None:
        """Open the timed test, and put its result into the form."""
        if await self._may_be_timed(self.query_one("#note", TextArea).text):
            self.app.push_screen(TimedTestScreen(self._measure, self._clock, self._ring), self._take_times)

    def _take_times(self, test: TimedTest | None) -> None:
        if test is None:
            return
        for place, seconds in enumerate(test.held):
            if seconds is not None:
                self.query_one(f"#value-{place}", NumberInput).value = str(seconds)
        if test.ran_out:
            self._show_line(".form-hint", "Time is up: how many did you count?")
        empty = (field for field in self.query(NumberInput) if not field.value)
        (next(empty, None) or self.query_one("#note")).focus()


def scores_from(answers: Mapping[str, Any], measure: Measure) -> tuple[Score, ...]:
    """Return the scores that were entered in the form, one for each part of the measure.

    Raises:
        InvalidValue: a score is not valid or missing; its `field` says which.
    """
    texts = [answers[str(place)] for place in range(max(1, len(measure.parts)))]
    return parse_scores(measure, ["" if text is None else str(text) for text in texts])
