"""The Today pane: the checklist of a day, in which exercises are ticked with one key."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList

from backjournal.model.measures import Measure
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.core.messages import (
    EasingWanted,
    ExercisePageWanted,
    ExtraWanted,
    FlareUpWanted,
)
from backjournal.tui.core.state import DayState
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.today.aside import ROOM_FOR_ASIDE, Aside
from backjournal.tui.today.checklist import ChecklistEntries
from backjournal.tui.today.day_bar import DayBar
from backjournal.tui.today.day_end_line import DayEndLine
from backjournal.tui.today.experiment_line import ExperimentLine
from backjournal.tui.widgets.exercise_detail import ExerciseDetail
from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.row_list import step_keys
from backjournal.tui.widgets.scrolled_text import ScrolledText
from backjournal.tui.widgets.signs import LEGEND
from backjournal.tui.widgets.steady import Links, Steady
from backjournal.tui.widgets.words import check_in_line, long_date, press

with lazy_imports():
    from backjournal.tui.today import offer_line, welcome

if TYPE_CHECKING:
    from backjournal.plan.offers import Offers
    from backjournal.plan.progress import Suggestion
    from backjournal.tui.core.lately import Lately

_EASING = press(
    "z",
    ("z", "bold $text-accent"),
    " eases today: keep what is gentle, the rest is excused for the flare-up.",
)

_DUE_NAMED = 2
"""How many of the measures that are due are named; the others are counted."""

HELP = f"""\
The exercises that the plan asks for on the day, by category. One key ticks, the same key takes it back.

{LEGEND}

enter practises the exercise with guidance: a countdown for holds and rests, a cue to change sides, a stopwatch for
minutes; p practises all that is left. Skipping for a flare-up, illness, pain, rest or travel is excused: it does not
lower the adherence, which is how much of the plan you did. What the plan has, say, 3 times a week is missed only once
too few days of the week are left.

+ and - count single sets (five minutes, 100 m). Past days can be filled in, future days can't be ticked.

e does an exercise of the plan that is not on the day's list, such as a walk on a day of rest. It counts as
practised, never above 100 %, and lowers nothing.

tab goes to a text that is longer than its place, ↑ ↓ scroll it, esc goes back; the mouse wheel scrolls it, too."""


class TodayPane(Pane):
    """The checklist of a day with the highlighted exercise beside it.

    `step_day` is called with -1 to show the day before, and with 1 to show the day after.
    """

    HELP = HELP
    EXPORT_KIND = "checklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        *step_keys("day"),
        Binding("z", "ease", "ease the day", tooltip="in a flare-up: choose what to keep of the day's exercises"),
        Binding("e", "extra", "extra", show=False, tooltip="practise an exercise of the plan that is not on the list"),
        Binding("p", "practise_rest", "practise all", show=False, tooltip="practise all that is left, with guidance"),
        Binding("f", "flare_up", "flare-up", show=False, tooltip="write down, change or end a flare-up"),
    ]
    state: var[DayState | None] = var(None)
    suggestions: var[Mapping[str, "Suggestion"]] = var(dict)
    """By the id of the exercise."""
    due: var[tuple[Measure, ...]] = var(())
    """The measures that are due today or overdue."""
    lately: var["Lately | None"] = var(None)
    """What surrounds the day; None until it is read."""
    offers: var["Offers | None"] = var(None)

    def __init__(self, step_day: Callable[[int], None], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._step_day = step_day

    def compose(self) -> ComposeResult:
        self.set_class(self.app.size.width >= ROOM_FOR_ASIDE, "-with-aside")
        yield DayBar().data_bind(TodayPane.state)
        yield ExperimentLine().data_bind(TodayPane.state)
        yield Links(_EASING, id="ease")
        yield Links(id="due")
        yield DayEndLine().data_bind(TodayPane.state, TodayPane.lately)
        with Horizontal(id="today-body"):
            yield ChecklistEntries(id="checklist").data_bind(TodayPane.state, TodayPane.suggestions)
            yield Links(id="free-day", classes="empty")
            yield ExerciseDetail(id="exercise-detail")
            yield Aside(id="aside").data_bind(TodayPane.state, TodayPane.lately, TodayPane.due)
            yield ScrolledText(id="day-notes")

    @property
    def day(self) -> date | None:
        """The day of the checklist."""
        return self.state.day if self.state else None

    def step(self, step: int) -> None:
        """Show the day before (-1) or after (1)."""
        self._step_day(step)

    def allow_focus(self) -> bool:
        """Take the focus only where nothing else can: tab goes from the list to the texts and back."""
        return self.has_class("-free")

    def focus_main(self) -> None:
        """Focus the checklist, or what is shown in its place."""
        if self.has_class("-new"):
            # While the welcome is being made, it has no button yet; it asks for the focus itself then.
            for starter in self.query("#starter"):
                starter.focus()
        elif self.has_class("-free"):
            self.focus()
        else:
            self.query_one(ChecklistEntries).focus()

    def watch_state(self, before: DayState | None, state: DayState | None) -> None:
        """Show the checklist, or the welcome of a new journal, or that nothing is planned for the day."""
        if state is None:
            return
        if state.new_journal and not self.query("#welcome"):
            self.query_one("#today-body").mount(welcome.Welcome(id="welcome", classes="empty"), before="#checklist")
        shown = self.classes
        self.set_class(state.new_journal, "-new")
        self.set_class(not state.new_journal and not state.items, "-free")
        if before is None or _can_be_eased(before) != _can_be_eased(state):
            self.refresh_bindings()
        if before is None:
            self.refocus()  # so that the first drawing tells the keys
        elif self.classes != shown:
            self.call_after_refresh(self.refocus)
        self._show_due()
        self.query_one("#ease").display = state.offers_easing and bool(_open_items(state))
        self.query_one("#free-day", Links).show(_free_day(state))
        self.query_one("#day-notes", ScrolledText).show(_day_notes(state))
        self.set_class(bool(state.check_ins), "-notes")
        # At first the list is drawn alone; later both are laid out together.
        (self.call_after_refresh if before is None else self.call_next)(self._show_detail)

    def watch_due(self) -> None:
        """Show which measures are due."""
        self._show_due()

    def watch_offers(self) -> None:
        """Add the line of the offers when there is one for the first time."""
        if self.offers and not self.query("OfferLine"):
            line = offer_line.OfferLine().data_bind(TodayPane.state, TodayPane.offers)
            self.mount(line, after="#due")

    def _show_due(self) -> None:
        line = self.query_one("#due", Steady)
        is_today = self.state is not None and self.state.day == self.state.today
        line.display = bool(self.due) and is_today and not self.has_class("-with-aside")
        line.show(_due_line(self.due))

    def on_resize(self) -> None:
        """Fit the columns and the description of the exercise to the room."""
        self.set_class(self.app.size.width >= ROOM_FOR_ASIDE, "-with-aside")
        self._show_due()
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        item, state = self.query_one(ChecklistEntries).item, self.state
        if item and state:
            strip = state.strips.get(item.exercise.id, "")
            self.query_one(ExerciseDetail).tell(item.exercise, item.prescription, strip)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if item := self.query_one(ChecklistEntries).item:
            self.post_message(ExercisePageWanted(item.exercise.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable easing while the day lies in a flare-up and an exercise is still open."""
        state = self.state
        return action != "ease" or (state is not None and _can_be_eased(state))

    def action_ease(self) -> None:
        """Ease the day: the app asks which exercises to keep."""
        if self.state:
            self.post_message(EasingWanted(_open_items(self.state), self.state.day))

    def action_practise_rest(self) -> None:
        """Say that nothing is left, where the list has no row to take the key."""
        self.query_one(ChecklistEntries).action_practise_rest()

    def action_extra(self) -> None:
        """Choose an exercise of the plan that the day does not ask for, to practise it as an extra."""
        if self.state and self.state.extras:
            self.post_message(ExtraWanted(self.state.extras, self.state.day))
        else:
            self.notify("All that is in the plan on this day is on the list.", timeout=3, markup=False)

    def action_flare_up(self) -> None:
        """Write down, change or end a flare-up."""
        if self.state:
            self.post_message(FlareUpWanted(self.state.day))


def _due_line(due: tuple[Measure, ...]) -> Content:
    names = ", ".join(measure.name for measure in due[:_DUE_NAMED])
    more = f" and {len(due) - _DUE_NAMED} more" if len(due) > _DUE_NAMED else ""
    return press("m", ("m", "bold $text-accent"), f" writes down what is due: {names}{more}")


def _can_be_eased(state: DayState) -> bool:
    return state.flare_up is not None and bool(_open_items(state))


def _open_items(state: DayState) -> tuple[ChecklistItem, ...]:
    return tuple(item for item in state.items if item.practice is None)


def _free_day(state: DayState) -> Content:
    begins = state.plan_begins
    why = (
        f"The plan begins on {long_date(begins)}."
        if begins and state.day < begins
        else "Nothing is planned for this day."
    )
    extra = [press("e", "e practises an exercise of the plan all the same.\n")] if state.extras else []
    keys = (press("4", "4 opens the plan"), ", ", press("n", "n writes a check-in"), ", ← → go to another day.")
    return Content.assemble(f"{why}\n\n", *extra, *keys)


def _day_notes(state: DayState) -> Content:
    return Content("\n").join(
        Content.assemble((f"{check_in.at:%H:%M}  ", "$foreground-muted"), check_in_line(check_in))
        for check_in in reversed(state.check_ins)
    )
