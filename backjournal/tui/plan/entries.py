"""The list of the prescriptions, each with the figures of its exercise below it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets.option_list import Option

from backjournal.model.numbers import percent
from backjournal.plan.adherence import Adherence
from backjournal.plan.entries import PlanEntry
from backjournal.plan.span import Span
from backjournal.trends.plan_figures import ExerciseFigures, PlanFigures
from backjournal.tui.core.messages import ChangeWanted, ExercisePageWanted, GentleChosen, HistoryWanted, Moved, Stopped
from backjournal.tui.core.state import PlanState
from backjournal.tui.widgets.row_list import RowList, heading_row
from backjournal.tui.widgets.signs import signs_of
from backjournal.tui.widgets.words import fitted, joined, name_column, short_date

_INDENT = "   "
_ROOM_FOR_WORDS = 97
"""The width, in cells, from which the figures are shown with their full names."""


class PlanEntries(RowList):
    """The list of the prescriptions, under their categories."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "change", "change", tooltip="change dose, days and note, or an exercise of your own"),
        Binding("d", "stop", "stop", tooltip="stop the exercise; its past stays"),
        Binding("g", "gentle", "gentle", tooltip="gentle or not: what is gentle stays in a flare-up"),
        Binding("shift+up,K", "move(-1)", "up", key_display="shift+↑", show=False, tooltip="move up in its category"),
        Binding(
            "shift+down,J",
            "move(1)",
            "down",
            key_display="shift+↓",
            show=False,
            tooltip="move down in its category",
        ),
        Binding(
            "enter,i", "page", "about", key_display="⏎", tooltip="all about the exercise: how to do it, its history"
        ),
        Binding("h", "history", "history", show=False, tooltip="the doses of the exercise, and when they were changed"),
    ]
    state: var[PlanState | None] = var(None)
    figures: var[PlanFigures | None] = var(None)
    """None until they are computed."""

    def watch_state(self) -> None:
        """Show the prescriptions."""
        if self.state:
            self.show_rows(_rows(self.state, self.figures, self.scrollable_content_region.width))

    def watch_figures(self) -> None:
        """Show the figures of the exercises."""
        self.watch_state()

    def fit(self) -> None:
        """Fit the figures to the width."""
        self.watch_state()

    @property
    def entry(self) -> PlanEntry | None:
        """The highlighted prescription with its exercise; None if there is none."""
        entries = self.state.entries if self.state else ()
        return next((entry for entry in entries if entry.prescription.id == self.row_id), None)

    def action_page(self) -> None:
        """Open the page of the exercise."""
        if self.entry:
            self.post_message(ExercisePageWanted(self.entry.exercise.id))

    def action_history(self) -> None:
        """Show the doses of the exercise with what they were before."""
        if self.entry:
            self.post_message(HistoryWanted(self.entry.exercise.name, exercise_id=self.entry.exercise.id))

    def action_change(self) -> None:
        """Change the prescription: its dose, days and note."""
        if self.entry:
            self.post_message(ChangeWanted(self.entry))

    def action_stop(self) -> None:
        """Stop the exercise."""
        if self.entry:
            self.post_message(Stopped(self.entry))

    def action_gentle(self) -> None:
        """Make the exercise gentle, so that it stays in a flare-up, or no longer gentle."""
        if self.entry:
            self.post_message(GentleChosen(self.entry.exercise, gentle=not self.entry.exercise.gentle))

    def action_move(self, step: int) -> None:
        """Move the exercise up (-1) or down (1) within its category."""
        if self.entry:
            self.post_message(Moved(self.entry, step))


def _rows(state: PlanState, figures: PlanFigures | None, width: int) -> list[Option]:
    name_width = name_column(entry.exercise.name for entry in state.entries)
    dose_width = max((len(str(entry.prescription.dose)) for entry in state.entries), default=0)
    rows, category = [], None
    for entry in state.entries:
        if entry.exercise.category is not category:
            category = entry.exercise.category
            rows.append(heading_row(category.heading, category.value))
        begun = entry.prescription.first_day <= state.today
        exercise_figures = figures.exercises.get(entry.exercise.id) if figures and begun else None
        prescribed = _prescription_line(entry, name_width, dose_width)
        after = _figures_line(exercise_figures, full=width >= _ROOM_FOR_WORDS)
        if not begun:
            after = Content.styled(f"{_INDENT}from {short_date(entry.prescription.first_day)}", "$text-warning")
        rows.append(Option(Content("\n").join([prescribed, after]), id=entry.prescription.id))
    return rows


def _prescription_line(entry: PlanEntry, name_width: int, dose_width: int) -> Content:
    prescription = entry.prescription
    until = f"until {short_date(prescription.last_day)}" if prescription.last_day else ""
    remarks = joined(["gentle" if entry.exercise.gentle else "", until])
    return Content.assemble(
        f" {fitted(entry.exercise.name, name_width)}",
        (f"  {prescription.dose.sides.short}  ", "$foreground-muted"),
        str(prescription.dose).ljust(dose_width),
        (f"  {prescription.schedule}", "$foreground-muted"),
        (f"  {remarks}" if remarks else "", "$text-warning"),
    )


def _figures_line(figures: ExerciseFigures | None, *, full: bool) -> Content:
    if figures is None:
        return Content(_INDENT)
    lately, score = figures.lately, figures.whole.score
    parts = [
        signs_of(lately.last_days),
        _adherence(lately.adherence, "adherence " if full else "").ljust(21 if full else 11),
        (f"score {percent(score)}" if score is not None else "").ljust(11),
        _pain(lately.pain_during, "pain during" if full else "pain"),
    ]
    return Content.styled(_INDENT + "  ".join(parts), "$foreground-muted")


def _adherence(adherence: Adherence, label: str) -> str:
    return f"{label}{percent(adherence.share)} of {adherence.counted}" if adherence.share is not None else ""


def _pain(pain: Span | None, label: str) -> str:
    return f"{label} {pain.mean:.1f} (n {pain.n})" if pain else ""
