"""The Plan pane: the prescriptions with their figures, and the ways to change the plan."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import Button, OptionList, Static

from backjournal.library.exercises import ASK_FIRST
from backjournal.model.dates import short_day
from backjournal.model.numbers import count, percent
from backjournal.model.prescriptions import PlanFacts
from backjournal.trends.plan_figures import PlanFigures
from backjournal.tui.core.messages import (
    ExercisePageWanted,
    ExerciseWanted,
    PlanFactsWanted,
    PlanFileWanted,
    StarterWanted,
)
from backjournal.tui.core.state import PlanState
from backjournal.tui.plan.entries import PlanEntries
from backjournal.tui.widgets.empty_pane import EmptyPane
from backjournal.tui.widgets.exercise_detail import ExerciseDetail
from backjournal.tui.widgets.pane import Need, Pane
from backjournal.tui.widgets.signs import LEGEND
from backjournal.tui.widgets.words import joined

HELP = f"""\
Your exercises, by category. The plan belongs to you and your therapist: the doses that come with the library
are starting points that you change. A changed dose counts from today on, or from tomorrow if today is ticked or skipped
already; what was before stays as it was. A stopped exercise leaves the checklist, its past stays.

Under each exercise are the last four weeks, today last:
{LEGEND}

Adherence and pain during are of these four weeks. Adherence: how much of what the plan asked for you did, in per cent,
of so many days; a part counts its share, excused days and what is open today do not count. Pain during: the average of
the n days on which you noted it, 0 none to 10 worst imaginable.

Score: how steadily you practise, from all days so far, the latest most. Each day in full raises it, a missed one lowers
it a little, an excused one leaves it; a day that asks for nothing counts like the days before it. Who begins and misses
nothing is at 50 % after 13 days, whatever the schedule (after the formula of Loop Habit Tracker). The score of the plan
takes all exercises of a day.

In a row: the days with at least one exercise practised; an excused day pauses the row, and today never ends it.

Gentle exercises are the ones that stay in a flare-up: you choose them."""


class PlanPane(Pane):
    """The list of the prescriptions with the highlighted exercise beside or below it."""

    HELP = HELP
    NEEDS = frozenset({Need.RECORD, Need.PLAN_FIGURES})
    EXPORT_KIND = "plan"
    TAKES_N = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", "add", tooltip="add an exercise"),
        Binding("a", "facts", "aim", tooltip="write down the aim of the plan, who prescribed it and when"),
        Binding("o", "open_file", "open file", tooltip="open a plan file (TOML), as a therapist may write it"),
    ]
    state: var[PlanState | None] = var(None)
    figures: var[PlanFigures | None] = var(None)
    """None until they are computed."""

    def compose(self) -> ComposeResult:
        yield Static(id="plan-about")
        yield Static(id="plan-figures")
        with Horizontal(id="plan-body"):
            yield PlanEntries(id="prescriptions").data_bind(PlanPane.state, PlanPane.figures)
            yield ExerciseDetail(id="plan-detail")
        with EmptyPane(id="plan-empty", classes="empty"):
            yield Static(
                Content.assemble(
                    ("The plan is empty\n\n", "bold $text-primary"),
                    "Put in what your therapist prescribed, from the library or as an exercise of your own.\n",
                )
            )
            yield Button("Add an exercise (n)", variant="primary", id="add", compact=True)
            yield Button("Take the gentle starter plan", id="starter", compact=True)
            yield Button("Open a plan file (o)", id="open", compact=True)
            yield Static(Content.styled(f"\n{ASK_FIRST}", "$text-warning"))

    def focus_main(self) -> None:
        """Focus the list, or the first button of an empty plan."""
        if self.state and self.state.entries:
            self.query_one(PlanEntries).focus()
        else:
            self.query_one("#add").focus()

    def watch_state(self, state: PlanState | None) -> None:
        """Show the facts about the plan and the highlighted exercise; the list is bound to the state itself."""
        if state is None:
            return
        was_new = self.has_class("-new")
        self.set_class(not state.entries, "-new")
        self._show_line("#plan-about", about_plan(state.facts))
        if was_new != self.has_class("-new"):
            self.call_after_refresh(self.refocus)
        self.call_after_refresh(self._show_detail)

    def watch_figures(self, figures: PlanFigures | None) -> None:
        """Show the figures of the plan."""
        self._show_line("#plan-figures", _figures_line(figures) if figures else "")

    def _show_line(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        line.update(Content(text))
        line.display = bool(text)

    def on_resize(self) -> None:
        """Fit the description of the exercise to the room."""
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        entry = self.query_one(PlanEntries).entry
        if entry:
            # Only a wide screen has room for the description beside the list.
            low = not self.screen.has_class("-wide")
            self.query_one(ExerciseDetail).tell(entry.exercise, entry.prescription, low=low)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if entry := self.query_one(PlanEntries).entry:
            self.post_message(ExercisePageWanted(entry.exercise.id))

    @on(Button.Pressed, "#add")
    def action_add(self) -> None:
        """Add an exercise."""
        self.post_message(ExerciseWanted())

    @on(Button.Pressed, "#starter")
    def _take_starter(self) -> None:
        self.post_message(StarterWanted())

    def action_facts(self) -> None:
        """Write down the aim of the plan, who prescribed it and when."""
        self.post_message(PlanFactsWanted())

    @on(Button.Pressed, "#open")
    def action_open_file(self) -> None:
        """Open a plan file."""
        self.post_message(PlanFileWanted())


def about_plan(facts: PlanFacts) -> str:
    """Return the aim of the plan, who prescribed it and when, in one line; empty if none is given."""
    aim = f"Aim: {' '.join(facts.aim.split())}" if facts.aim else ""
    on = short_day(facts.prescribed_on, with_year=True) if facts.prescribed_on else ""
    return joined([aim, joined([facts.prescribed_by, on], ", ")])


def _figures_line(figures: PlanFigures) -> str:
    adherence, score = figures.adherence, percent(figures.score)
    lately = f"adherence {percent(adherence.share)} of {adherence.counted}" if adherence.share is not None else ""
    streak = figures.streak
    in_a_row = f"{count(streak.now, 'day')} in a row, longest {streak.longest}" if streak.longest else ""
    return joined([f"Four weeks: {lately}" if lately else "", f"score {score}" if score else "", in_a_row])
