"""The list of the check-ins."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets.option_list import Option

from backjournal.library.red_flags import Urgency
from backjournal.model.check_ins import CheckIn
from backjournal.model.numbers import rounded
from backjournal.tui.core.messages import CheckInDeleted, CheckInWanted, HistoryWanted, OlderWanted
from backjournal.tui.core.state import DiaryState
from backjournal.tui.widgets.advice import SIGNS
from backjournal.tui.widgets.match import from_match
from backjournal.tui.widgets.row_list import RowList, RowText, heading_row, step_keys
from backjournal.tui.widgets.words import day_name, joined, long_date, marked, thin_bar

_OLDER = "older than "
"""The start of the id of the last row, which loads older check-ins."""


class DiaryEntries(RowList):
    """The list of the check-ins, newest first, under their months."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *step_keys("day"),
        Binding("e", "edit", "edit", tooltip="edit the check-in"),
        Binding("d", "delete", "delete", tooltip="delete the check-in; u brings it back"),
        Binding("h", "history", "history", show=False, tooltip="what the check-in was before, and when it was changed"),
    ]
    state: var[DiaryState | None] = var(None)

    def watch_state(self, state: DiaryState | None) -> None:
        """Show the check-ins."""
        if state:
            self._show(state)

    def fit(self) -> None:
        """Fit the bars and the notes to the width."""
        if self.state:
            self._show(self.state)

    @property
    def check_in(self) -> CheckIn | None:
        """The highlighted check-in; None if there is none."""
        check_ins = self.state.check_ins if self.state else ()
        return next((check_in for check_in in check_ins if check_in.id == self.row_id), None)

    def action_edit(self) -> None:
        """Edit the check-in."""
        if self.check_in:
            self.post_message(CheckInWanted(check_in=self.check_in))

    def action_delete(self) -> None:
        """Delete the check-in; undo brings it back."""
        if self.check_in:
            self.post_message(CheckInDeleted(self.check_in))

    def action_history(self) -> None:
        """Show what the check-in was before."""
        if self.check_in:
            what = f"Check-in of {long_date(self.check_in.day)}, {self.check_in.at:%H:%M}"
            self.post_message(HistoryWanted(what, check_in_id=self.check_in.id))

    def move_by_day(self, step: int) -> None:
        """Highlight the latest check-in of the nearest day before (-1) or after (1) the highlighted one's day."""
        current = self.check_in
        check_ins = self.state.check_ins if self.state else ()
        days = sorted({check_in.day for check_in in check_ins})
        if current is None:
            return
        place = days.index(current.day) + step
        if 0 <= place < len(days):
            check_in_id = next(check_in.id for check_in in check_ins if check_in.day == days[place])
            self.highlighted = self.get_option_index(check_in_id)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Load older check-ins when the last row is highlighted."""
        super().watch_highlighted(highlighted)
        if self.row_id.startswith(_OLDER):
            self.post_message(OlderWanted())

    def _show(self, state: DiaryState) -> None:
        self.show_rows(_rows(state, self.scrollable_content_region.width))


def _rows(state: DiaryState, width: int) -> list[Option]:
    rows: list[Option] = []
    month, day = "", None
    for check_in in state.check_ins:
        if month != (month := f"{check_in.day:%B %Y}"):
            rows.append(heading_row(month, month))
        name = day_name(check_in.day, state.today) if check_in.day != day else ""
        day = check_in.day
        flare_up, urgency = state.in_flare_up(day), state.urgencies.get(check_in.id, Urgency.SOON)
        rows.append(
            Option(
                _row(check_in, name, urgency, flare_up=flare_up, width=width, search=state.search),
                id=check_in.id,
            )
        )
    if state.more:
        # The row gets another id each time: once older check-ins are loaded, it is gone, and the first of them is
        # highlighted in its place.
        row_id = f"{_OLDER}{state.check_ins[-1].id}"
        rows.append(Option(Content.styled(" … older check-ins", "$foreground-muted"), id=row_id))
    return rows


def _row(check_in: CheckIn, name: str, urgency: Urgency, *, flare_up: bool, width: int, search: str) -> Content:
    cells = _bar_cells(width)
    values = (
        (f" {name:<10} ", ""),
        ("▲ " if flare_up else "  ", "bold $text-error"),
        (f"{check_in.at:%H:%M} ", "$foreground-muted"),
        (f"{SIGNS[urgency] if urgency > Urgency.SOON else '':<2}", "bold $text-error"),
        (f"{rounded(check_in.pain):>2} ", "bold"),
        (thin_bar(check_in.pain, cells), "$text-warning"),
        (f"  {rounded(check_in.mobility):>2} ", "bold"),
        (thin_bar(check_in.mobility, cells), "$text-primary"),
        ("  ", ""),
    )
    note = " ".join(check_in.note.split())
    if not search:
        words = joined([", ".join(mark.word for mark in check_in.marks), note], " — ")
        return RowText.assemble(*values, (words, "$foreground-muted"))
    # An amount is shown as well, as it may be what was found.
    words = joined([", ".join(map(str, check_in.marks)), note], " — ")
    found = from_match(marked(words, search), width - sum(len(text) for text, _ in values))
    return RowText.assemble(*values, found.stylize_before("$foreground-muted"))


def _bar_cells(width: int) -> int:
    """Return the length of the bars in a list of this width."""
    return 10 if width >= 80 else 5


def column_names(width: int) -> Content:
    """Return the headings of the columns, for a list of this width in cells."""
    cells = _bar_cells(width)
    names = f" {'day':<10}   {'time':<5}   {'pain':<{cells + 3}}  {'mobility':<{cells + 3}}  marks and note"
    return Content.styled(names, "$foreground-muted")
