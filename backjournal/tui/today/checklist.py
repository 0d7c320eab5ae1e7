"""The list of the day's exercises."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets.option_list import Option

from backjournal.model.practices import Status
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.core.messages import (
    AmountStepped,
    ExercisePageWanted,
    GuidanceWanted,
    HistoryWanted,
    PracticeWanted,
    SkipWanted,
    SuggestionOpened,
    Ticked,
)
from backjournal.tui.core.state import DayState
from backjournal.tui.widgets.row_list import RowList, RowText, heading_row, step_keys
from backjournal.tui.widgets.words import fitted, long_date, name_column

if TYPE_CHECKING:
    from backjournal.plan.progress import Suggestion

_TICK_COLUMNS = 3
"""The width of the sign at the start of a row, in cells; a click on it ticks."""
_STYLES = {None: "", Status.DONE: "$text-success", Status.PARTIAL: "$text-warning", Status.SKIPPED: "$foreground-muted"}


class ChecklistEntries(RowList):
    """The list of the day's exercises, under their categories."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *step_keys("day"),
        Binding("space", "tick", "done", tooltip="tick as done (one of the day's times), or take the tick back"),
        Binding("enter", "practise", "practise", tooltip="practise with guidance"),
        Binding("s", "skip", "skip", tooltip="skip with a reason"),
        Binding("S", "skip_rest", "skip the rest", show=False, tooltip="skip all that is still open"),
        Binding(
            "plus,equals_sign",
            "amount(1)",
            "more",
            key_display="+",
            show=False,
            tooltip="one set (or 5 minutes) more",
        ),
        Binding("minus", "amount(-1)", "less", key_display="-", show=False, tooltip="a set (5 minutes) less"),
        Binding("p", "practise_rest", "practise all", show=False, tooltip="practise all that is left, with guidance"),
        Binding("a", "practice", "amount, pain", show=False, tooltip="write down amount, pain during, a note"),
        Binding("i", "page", "about", tooltip="all about the exercise: how to do it, its history"),
        Binding(
            "h",
            "history",
            "history",
            show=False,
            tooltip="what was ticked of the exercise on the day before it was changed",
        ),
        Binding("y", "suggestion", "dose?", show=False, tooltip="answer the suggestion of another dose"),
    ]
    state: var[DayState | None] = var(None)
    suggestions: var[Mapping[str, "Suggestion"]] = var(dict)
    """By the id of the exercise."""

    def watch_state(self) -> None:
        """Show the day's exercises."""
        if self.state:
            self.show_rows(_rows(self.state, self.suggestions if self.state.day == self.state.today else {}))

    def watch_suggestions(self) -> None:
        """Mark the exercises for which another dose is suggested."""
        self.watch_state()

    @property
    def item(self) -> ChecklistItem | None:
        """The highlighted exercise; None if there is none."""
        return self.state.item(self.row_id) if self.state else None

    def action_tick(self) -> None:
        """Tick the exercise, or take the tick back."""
        if self.item and self.state:
            self.post_message(Ticked(self.item, self.state.day))

    def action_practise(self) -> None:
        """Practise the exercise with guidance."""
        if self.item and self.state:
            self.post_message(GuidanceWanted((self.item,), self.state.day))

    def action_practise_rest(self) -> None:
        """Practise all exercises of the day that are left, beginning with the highlighted one."""
        if self.state and (left := _items_left(self.state.items, self.item)):
            self.post_message(GuidanceWanted(left, self.state.day))
        elif self.state:
            self.notify("Nothing is left to practise.", timeout=3, markup=False)

    def action_page(self) -> None:
        """Open the page of the exercise."""
        if self.item:
            self.post_message(ExercisePageWanted(self.item.exercise.id))

    def action_history(self) -> None:
        """Show what the day's practice of the exercise was before."""
        if self.item and self.state:
            what = f"{self.item.exercise.name}, {long_date(self.state.day)}"
            self.post_message(HistoryWanted(what, exercise_id=self.item.exercise.id, day=self.state.day))

    def action_suggestion(self) -> None:
        """Answer the suggestion for the highlighted exercise, or for the first that has one."""
        if self.suggestions:
            shown = self.item.exercise.id if self.item else ""
            self.post_message(SuggestionOpened(shown if shown in self.suggestions else next(iter(self.suggestions))))

    def action_skip(self) -> None:
        """Skip the exercise; the app asks for the reason."""
        if self.item and self.state:
            self.post_message(SkipWanted((self.item,), self.state.day))

    def action_skip_rest(self) -> None:
        """Skip all exercises that are open; the app asks for the reason."""
        still_open = tuple(item for item in self.state.items if item.practice is None) if self.state else ()
        if self.state and still_open:
            self.post_message(SkipWanted(still_open, self.state.day))
        elif self.state:
            self.notify("Nothing is left to skip.", timeout=3, markup=False)

    def action_amount(self, steps: int) -> None:
        """Count one set (5 minutes, 100 m) more or less."""
        if self.item and self.state:
            size = {"min": 5, "m": 100}.get(self.item.prescription.dose.unit, 1)
            self.post_message(AmountStepped(self.item, self.state.day, steps * size))

    def action_practice(self) -> None:
        """Write down amount, pain during and a note."""
        if self.item and self.state:
            self.post_message(PracticeWanted(self.item, self.state.day))

    def click_row(self, row: int, column: int) -> None:
        """Tick an exercise by a click on its sign; a click beside it highlights it, and a second one opens its page."""
        if column < _TICK_COLUMNS:
            self.highlighted = row
            self.action_tick()
        else:
            super().click_row(row, column)


def _items_left(items: tuple[ChecklistItem, ...], first: ChecklistItem | None) -> tuple[ChecklistItem, ...]:
    """Return the exercises that are open or done in part: from `first` to the last, then from the top of the list."""
    start = items.index(first) if first in items else 0
    return tuple(item for item in items[start:] + items[:start] if item.unfinished)


def _rows(state: DayState, suggestions: "Mapping[str, Suggestion]") -> list[Option]:
    items = state.items
    name_width = name_column(item.exercise.name for item in items)
    dose_width = max((len(item.prescription.dose.one_time) for item in items), default=0)
    rows, category = [], None
    for item in items:
        if item.exercise.category is not category:
            category = item.exercise.category
            rows.append(heading_row(category.heading, category.value))
        # What the person should react to comes first: in a narrow list the rest is cut off.
        texts = ["y: new dose?"] if item.exercise.id in suggestions else []
        if (runs := state.timed.get(item.exercise.id)) is not None:
            texts.append("stopwatch runs" if runs else "stopwatch paused")
        texts += _practice_texts(item)
        row = _row(item, state.sign_of(item), name_width, dose_width, "  ".join(filter(None, texts)))
        rows.append(Option(row, id=item.prescription.id))
    return rows


def _row(item: ChecklistItem, sign: str, name_width: int, dose_width: int, after: str) -> Content:
    practice = item.practice
    style = _STYLES[practice.status if practice else None]
    return RowText.assemble(
        (f" {sign} ", f"bold {style}"),
        fitted(item.exercise.name, name_width),
        (f" {item.prescription.dose.sides.short} ", "$foreground-muted"),
        item.prescription.dose.one_time.ljust(dose_width),
        (f"  {after}" if after else "", style or "$foreground-muted"),
    )


def _practice_texts(item: ChecklistItem) -> Iterator[str]:
    practice = item.practice
    yield practice.reason if practice and practice.status is Status.SKIPPED else item.progress
    if practice is None and item.left is not None:
        yield f"{item.left} left this week"
    if practice and practice.pain_during is not None:
        yield f"pain {practice.pain_during}"
    yield "extra" if item.extra else ""
