"""The Plan pane: what is prescribed, and how it changes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.library import ASK_FIRST
from backjournal.trends.plan import PlanEntry
from backjournal.tui.exercise_detail import ExerciseDetail, exercise_content
from backjournal.tui.messages import ChangeWanted, ExerciseWanted, Moved, StarterWanted, Stopped
from backjournal.tui.page import Page
from backjournal.tui.pane import Pane
from backjournal.tui.row_list import RowList, heading_row
from backjournal.tui.state import PlanState
from backjournal.tui.words import joined, short_date

HELP = """\
The exercises in force, by category. The plan belongs to you and your therapist: the doses that come with the library
are starting points that you change. A changed dose holds from today on, or from tomorrow if today is ticked already;
what was before stays as it was. A stopped exercise leaves the checklist, its past stays in the trends."""


class PlanPane(Pane):
    """The prescriptions with the highlighted exercise beside them."""

    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", "add", tooltip="add an exercise"),
        Binding("e", "change", "dose, days", tooltip="change dose and days"),
        Binding("d", "stop", "stop", tooltip="stop the exercise; its past stays"),
        Binding("shift+up,K", "move(-1)", "move up", key_display="shift+↑", tooltip="move up in its category"),
        Binding(
            "shift+down,J",
            "move(1)",
            "move down",
            key_display="shift+↓",
            show=False,
            tooltip="move down in its category",
        ),
        Binding("enter", "open", "how to", show=False, tooltip="read how to do the exercise"),
    ]
    state: reactive[PlanState | None] = reactive(None)

    def compose(self) -> ComposeResult:
        with Horizontal(id="plan-body"):
            yield RowList(id="prescriptions")
            yield ExerciseDetail(id="plan-detail")
        with Vertical(id="plan-empty", classes="empty"):
            yield Static(
                Content.assemble(
                    ("The plan is empty\n\n", "bold $text-primary"),
                    "Put in what your therapist prescribed, from the library or as an exercise of your own.\n",
                )
            )
            yield Button("Add an exercise (n)", variant="primary", id="add", compact=True)
            yield Button("Take the gentle starter plan", id="starter", compact=True)
            yield Static(Content.styled(f"\n{ASK_FIRST}", "$text-warning"))

    def focus_main(self) -> None:
        """Put the focus where the keys work."""
        if self.state and self.state.entries:
            self.query_one(RowList).focus()
        else:
            self.query_one("#add").focus()

    def watch_state(self, state: PlanState | None) -> None:
        """Show the prescriptions, the highlighted one kept."""
        if state is None:
            return
        was_new = self.has_class("-new")
        self.set_class(not state.entries, "-new")
        plan = self.query_one(RowList)
        plan.show_rows(_rows(state))
        if was_new != self.has_class("-new"):
            self.call_after_refresh(self.refocus)
        self._show_detail()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what works on an exercise only while there is one."""
        return action == "add" or bool(self.state and self.state.entries)

    @property
    def entry(self) -> PlanEntry | None:
        """The highlighted prescription."""
        chosen = self.query_one(RowList).row_id
        entries = self.state.entries if self.state else ()
        return next((entry for entry in entries if entry.prescription.id == chosen), None)

    def on_resize(self) -> None:
        """Fit the detail to the room."""
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        if self.entry:
            self.query_one(ExerciseDetail).show(self.entry.exercise, self.entry.prescription)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the exercise on a page of its own."""
        if self.entry:
            content = exercise_content(self.entry.exercise, self.entry.prescription)
            self.app.push_screen(Page(self.entry.exercise.name, content))

    @on(Button.Pressed, "#add")
    def action_add(self) -> None:
        """Add an exercise."""
        self.post_message(ExerciseWanted())

    @on(Button.Pressed, "#starter")
    def _take_starter(self) -> None:
        self.post_message(StarterWanted())

    def action_change(self) -> None:
        """Change dose or days."""
        if self.entry:
            self.post_message(ChangeWanted(self.entry))

    def action_stop(self) -> None:
        """Stop the exercise."""
        if self.entry:
            self.post_message(Stopped(self.entry))

    def action_move(self, step: int) -> None:
        """Move the exercise within its category."""
        if self.entry:
            self.post_message(Moved(self.entry, step))


def _rows(state: PlanState) -> list[Option]:
    name_width = max((len(entry.exercise.name) for entry in state.entries), default=0)
    dose_width = max((len(str(entry.prescription.dose)) for entry in state.entries), default=0)
    rows, category = [], None
    for entry in state.entries:
        if entry.exercise.category is not category:
            category = entry.exercise.category
            rows.append(heading_row(category.heading, category.value))
        rows.append(Option(_row(entry, state, name_width, dose_width), id=entry.prescription.id))
    return rows


def _row(entry: PlanEntry, state: PlanState, name_width: int, dose_width: int) -> Content:
    prescription = entry.prescription
    since = f"from {short_date(prescription.first_day)}" if prescription.first_day > state.today else ""
    until = f"until {short_date(prescription.last_day)}" if prescription.last_day else ""
    return Content.assemble(
        f" {entry.exercise.name.ljust(name_width)}",
        (f"  {entry.prescription.dose.sides.short}  ", "$foreground-muted"),
        str(prescription.dose).ljust(dose_width),
        (f"  {prescription.schedule}", "$foreground-muted"),
        (f"  {joined([since, until])}" if since or until else "", "$text-warning"),
    )
