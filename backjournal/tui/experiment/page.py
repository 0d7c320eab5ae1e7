"""The window of experiments: the one that goes on, and what came of those before."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from backjournal.model.experiments import current_experiment, experiment_on
from backjournal.trends.experiment import Tried
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.words import day_name
from backjournal.views.experiment_text import ABOUT, NO_START, STRIP_LEGEND, state_lines, strip


class Wanted(Enum):
    """What the person wants to do with an experiment."""

    START = auto()
    STOP = auto()
    MARK = auto()
    """Write down that the draw was not kept to on the day that is shown, or take that back."""


class ExperimentPage(Dialog[Wanted | None]):
    """Shows the experiments, the newest first; answers with what the person wants.

    `tried` is oldest first, `day` the day that can be marked as not kept, and `paused` says whether a sign stands.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "answer('START')", "start one"),
        Binding("k", "answer('MARK')", "kept or not"),
        Binding("d", "answer('STOP')", "stop it, and see what there is"),
        Binding("escape,enter,q,E", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self, tried: Sequence[Tried], day: date, today: date, *, paused: bool) -> None:
        super().__init__()
        self._tried = tried
        self._day = day
        self._today = today
        self._paused = paused
        known = [each.experiment for each in tried]
        self._offered = {
            "START": not current_experiment(known, today) and not paused,
            "STOP": current_experiment(known, today) is not None,
            "MARK": day <= today and experiment_on(known, day) is not None,
        }

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("Experiment", classes="window-title")
            with VerticalScroll():
                yield Static(self._content())
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now: no start while one goes on or a sign stands."""
        return action != "answer" or self._offered[str(parameters[0])]

    def action_answer(self, wanted: str) -> None:
        """Close with what the person wants."""
        self.dismiss(Wanted[wanted])

    def _content(self) -> Content:
        parts = [self._about(each) for each in reversed(self._tried)]
        parts[1:1] = self._marking()
        if self._offered["START"]:
            parts.append(Content.styled(ABOUT, "$foreground-muted"))
        elif not self._offered["STOP"]:
            parts.insert(0, Content(NO_START))
        return Content("\n\n").join(parts)

    def _about(self, tried: Tried) -> Content:
        first, *lines = state_lines(tried, self._today, paused=self._paused)
        drawn = strip(tried.experiment, self._today)
        signs = [Content(drawn)] if drawn else []
        if drawn and tried is self._tried[-1]:
            signs.append(Content.styled(STRIP_LEGEND, "$foreground-muted"))
        return Content("\n").join([Content.styled(first, "bold $text-primary"), *signs, *map(Content, lines)])

    def _marking(self) -> Iterable[Content]:
        if self._offered["MARK"]:
            found = experiment_on((each.experiment for each in self._tried), self._day)
            marked = found is not None and self._day in found.not_kept
            what = "takes back" if marked else "writes down"
            when = day_name(self._day, self._today)
            yield Content.assemble(("k", "bold $text-accent"), f" {what} that you did not keep to the draw {when}.")
