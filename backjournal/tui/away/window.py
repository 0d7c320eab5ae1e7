"""The window that asks what was done on days without an entry: for each day, or for all of them at once."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.model.numbers import count
from backjournal.model.practices import EXCUSES
from backjournal.plan.away import DONE, WHAT_COUNTS, DayAnswers, Gap, answer_words, asked_words
from backjournal.plan.checklist import Checklist
from backjournal.tui.widgets.confirm import Confirm, Leave
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import ChoiceRows, RowList
from backjournal.tui.widgets.words import fitted, short_date

_ALL, _EARLIER = "all", "earlier"
_NAME_CELLS = len("to Mon 30 Nov") + 2
_ANSWER_CELLS = max(len(answer_words(excuse)) for excuse in EXCUSES) + 2


class AwayWindow(Dialog[bool]):
    """Lists the days of a gap, the newest last, and saves what the person chose for each.

    It answers whether anything was chosen, or with None after esc. The days of a long gap that are not listed one by
    one share the first row. `flared` are days of a flare-up. `save` is called with the answers and says whether they
    are saved: if not, the window stays, with all that was chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "done", "done or open", tooltip="it was done as it was asked for, or take that back"),
        Binding("s", "excuse", "excused", tooltip="excuse it, with a reason"),
        Binding("enter,ctrl+s", "save", "save", key_display="⏎", priority=True, tooltip="save the answers"),
        Binding("escape", "leave", "leave", key_display="esc"),
    ]

    def __init__(self, gap: Gap, save: Callable[[DayAnswers], bool], *, flared: Collection[date]) -> None:
        super().__init__()
        self._gap = gap
        self._save = save
        self._flared = flared
        self._answers: dict[date, str] = {}

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label(f"{self._gap}: what was done?", classes="window-title")
            yield RowList(*self._rows(), compact=True)
            yield Static(id="away-asked")
            yield Static(Content.styled(WHAT_COUNTS, "$foreground-muted"), classes="hint")
            with Horizontal(classes="buttons"):
                yield Button("Save (enter)", variant="primary", id="save", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the row of all days."""
        rows = self.query_one(RowList)
        rows.highlighted = 0
        rows.focus()

    def _rows(self) -> list[Option]:
        gap, days = self._gap, tuple(self._gap.days)
        rows = [self._row(_ALL, "all days", days)]
        if gap.earlier:
            rows.append(self._row(_EARLIER, f"to {short_date(gap.earlier[-1])}", gap.earlier))
        return [*rows, *(self._row(str(day), short_date(day), (day,)) for day in gap.shown)]

    def _row(self, row_id: str, name: str, days: Collection[date]) -> Option:
        answers = {self._answers.get(day) for day in days}
        said = answer_words(next(iter(answers))) if len(answers) == 1 else "by day"
        asked = _names(self._gap.days[next(iter(days))]) if len(days) == 1 else count(len(days), "day")
        style = "$foreground-muted" if answers == {None} else "$text-success" if answers == {DONE} else ""
        return Option(
            Content.assemble(
                f" {fitted(name, _NAME_CELLS)}",
                (fitted(said, _ANSWER_CELLS), style),
                (asked, "$foreground-muted"),
            ),
            id=row_id,
        )

    @property
    def _days(self) -> tuple[date, ...]:
        """The days of the highlighted row."""
        row = self.query_one(RowList).row_id
        gap = self._gap
        return {_ALL: tuple(gap.days), _EARLIER: gap.earlier}.get(row) or (date.fromisoformat(row),)

    @on(OptionList.OptionHighlighted)
    def _tell_asked(self) -> None:
        """Tell in full what the highlighted day asked for."""
        days = self._days
        text = asked_words(self._gap.days[days[0]]) if len(days) == 1 else _span(days)
        self.query_one("#away-asked", Static).update(Content(text))

    @on(OptionList.OptionSelected)
    def action_done(self) -> None:
        """Mark the days of the row as done; if they are, leave them open."""
        days = self._days
        if all(self._answers.get(day) == DONE for day in days):
            for day in days:
                del self._answers[day]
        else:
            self._answers |= dict.fromkeys(days, DONE)
        self._show()

    @work
    async def action_excuse(self) -> None:
        """Ask for the reason that excuses the days of the row."""
        days = self._days
        reason = await self.app.push_screen_wait(ExcuseDialog(in_flare_up=set(days) <= set(self._flared)))
        if reason:
            self._answers |= dict.fromkeys(days, reason)
            self._show()

    @on(Button.Pressed)
    def action_save(self) -> None:
        """Save the answers, and close; the days without one are left open."""
        if self._save(dict(self._answers)):
            self.dismiss(bool(self._answers))

    @property
    def changed(self) -> bool:
        """Whether something was chosen."""
        return bool(self._answers)

    @work
    async def action_leave(self) -> None:
        """Close, and change nothing; ask first if something was chosen."""
        if not self.is_active:
            return
        answer = await self.app.push_screen_wait(Confirm()) if self.changed else Leave.DISCARD
        if answer is Leave.SAVE:
            self.action_save()
        elif answer is Leave.DISCARD:
            self.dismiss()

    def _show(self) -> None:
        self.query_one(RowList).show_rows(self._rows())


class ExcuseDialog(Dialog[str | None]):
    """Asks what excuses a day: one of the list, also by its number; None after esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back"),
        *(Binding(str(place), f"choose({place - 1})", excuse, show=False) for place, excuse in enumerate(EXCUSES, 1)),
    ]

    def __init__(self, *, in_flare_up: bool) -> None:
        super().__init__()
        self._in_flare_up = in_flare_up

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label("Excused because of …", classes="window-title")
            yield ChoiceRows(*_excuse_rows(), compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Choose the flare-up at first if the days lie in one; otherwise the person has to choose."""
        rows = self.query_one(RowList)
        rows.highlighted = 0 if self._in_flare_up else None
        rows.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self, place: int) -> None:
        """Answer with the excuse at a position in the list, from 0."""
        self.dismiss(EXCUSES[place])


def _excuse_rows() -> Iterable[Option]:
    for place, excuse in enumerate(EXCUSES, 1):
        yield Option(Content.assemble((f" {place} ", "bold $text-accent"), excuse), id=excuse)


def _names(items: Checklist) -> str:
    return ", ".join(item.exercise.name for item in items)


def _span(days: Collection[date]) -> str:
    return f"{count(len(days), 'day')}, {short_date(min(days))} to {short_date(max(days))}"
