"""The screen of the guided practice of one exercise: a large countdown or count, and what comes next."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from backjournal.days import Clock
from backjournal.guidance.cues import Cue, cues
from backjournal.guidance.run import Run
from backjournal.guidance.steps import Kind
from backjournal.guidance.steps_text import action, large_words, line, place
from backjournal.model.sets_done import SetDone
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.practice.beside import Beside
from backjournal.tui.practice.screen import PracticeScreen
from backjournal.tui.widgets.large_number import READING_KEYS

Keep = Callable[[tuple[SetDone, ...]], object]
"""Writes down the sets done so far, in place of those it was called with before."""

TICK_SECONDS = 0.1
"""How often the screen is updated."""
ADJUST_SECONDS = 1
"""By how much one key press makes the holds longer or shorter."""
PAUSED = "Paused"
"""The large word of a pause."""
_NEXT_SHOWN = 2
"""How many of the next steps are shown."""
_COLOURS = {
    Kind.READY: "$foreground",
    Kind.HOLD: "$text-success",
    Kind.COUNT: "$text-success",
    Kind.REST: "$text-secondary",
    Kind.CHANGE: "$text-warning",
}
_PAUSED_COLOUR = "$text-error"


class GuidedPractice(PracticeScreen[bool]):
    """Guides the person through an exercise once; answers True if it was finished, False if it was stopped early.

    `keep` is called after each repetition, so that no more than the current repetition can be lost.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause"),
        Binding("space", "go_on", "go on", tooltip="go on after a pause"),
        Binding("space,enter", "count", "count", key_display="space", tooltip="count a repetition or a breath"),
        Binding("right", "next", "next", key_display="→", tooltip="go on to the next step"),
        Binding("left", "back", "back", key_display="←", tooltip="start again, or go a step back"),
        Binding("escape", "stop", "stop", tooltip="stop and keep what was done"),
        Binding("plus,equals_sign", "adjust(1)", "hold longer", key_display="+", tooltip="hold longer today"),
        Binding("minus", "adjust(-1)", "shorter", key_display="-", tooltip="hold shorter today"),
        *READING_KEYS,
    ]

    def __init__(self, item: ChecklistItem, clock: Clock, keep: Keep, ring: Callable[[], object], after: str) -> None:
        super().__init__(item, clock, ring, after)
        self._keep = keep
        self._run = Run.begin(self.dose, self._now())
        # Whether to go on when the window that covers this one is closed.
        self._goes_on = False

    def beside(self) -> Iterable[Widget]:
        """Return the side and the drawing."""
        return (Beside(self.item.exercise.id, self.dose.sides),)

    def on_mount(self) -> None:
        """Start to follow the clock."""
        self._show()
        self.set_interval(TICK_SECONDS, self.tick)

    def on_screen_suspend(self) -> None:
        """Pause while another window, such as the help, covers what is to be done."""
        is_closed = self not in self.app.screen_stack
        self._goes_on = not (is_closed or self._run.paused or self._run.finished)
        if self._goes_on:
            self.action_pause()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Go on if it was running before it was covered."""
        if self._goes_on:
            self.action_pause()

    def tick(self) -> None:
        """Advance the practice to the present moment."""
        self._update_run(self._run.tick(self._now()))

    def action_pause(self) -> None:
        """Pause the practice, or resume it."""
        self._update_run(self._run.toggle_pause(self._now()))

    def action_go_on(self) -> None:
        """Resume the practice."""
        self.action_pause()

    def action_count(self) -> None:
        """Count a repetition or a breath."""
        self._update_run(self._run.count(self._now()))

    def action_next(self) -> None:
        """Go on to the next step."""
        self._update_run(self._run.next(self._now()))

    def action_back(self) -> None:
        """Start the current repetition again, or go back to the one before."""
        self._update_run(self._run.back(self._now()))

    def action_adjust(self, steps: int) -> None:
        """Make the holds of this practice longer or shorter."""
        self._update_run(self._run.adjust(steps * ADJUST_SECONDS))

    def action_stop(self) -> None:
        """Stop the practice; what was done stays written down."""
        self.dismiss(result=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable counting in a counted step, pausing in the other steps, and adjusting only for a dose with holds."""
        step = self._run.step
        if action == "adjust":
            return self._run.hold_seconds is not None
        if step is not None and step.kind is Kind.COUNT:
            return action not in {"pause", "go_on"}
        return action not in {"count", "pause" if self._run.paused else "go_on"}

    def _update_run(self, run: Run) -> None:
        before, self._run = self._run, run
        if run.sets_done != before.sets_done:
            self._keep(run.sets_done)
        due = cues(before, run)
        for _ in due:
            self.ring()
        if Cue.FINISHED in due:
            self.dismiss(result=True)
        elif self.is_mounted and not run.finished:
            self._show()
            if (before.step, before.paused) != (run.step, run.paused):
                self.refresh_bindings()

    def _show(self) -> None:
        run, dose = self._run, self._run.dose
        step = run.step
        if step is None:
            return
        left = run.seconds_left(self._now())
        colour = _PAUSED_COLOUR if run.paused else _COLOURS[step.kind]
        doing = f"{PAUSED}: space goes on" if run.paused else action(dose, step)
        words = (PAUSED,) if run.paused else large_words(dose, step)
        # Of the other steps, the place would be that of the step after them.
        where = place(dose, step, run.counted if step.kind is Kind.COUNT else None) if step.is_move else ""
        self.show_now(doing, str(run.counted if left is None else left), colour, *words, place=where)
        if left is None:
            self.show_bar(run.counted, step.repetitions, colour)
        else:
            self.show_bar(run.elapsed, step.seconds or 1, colour)
        self.query_one(Beside).show(step)
        coming = [line(dose, following) for following in run.upcoming[:_NEXT_SHOWN]]
        after = (self.after or "it is done") if len(coming) < _NEXT_SHOWN else ""
        self.show_next(*filter(None, coming), after=after)

    def _now(self) -> float:
        return self.clock.now().timestamp()
