"""The guided practice of one exercise: a large countdown or count, and what comes next."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from backjournal.days import Clock
from backjournal.guidance.cues import Cue, cues
from backjournal.guidance.run import Run
from backjournal.guidance.steps import Kind
from backjournal.guidance.steps_text import action, line, place
from backjournal.model.sets_done import SetDone
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.practice.screen import PracticeScreen

Keep = Callable[[tuple[SetDone, ...]], object]

TICK_SECONDS = 0.1
ADJUST_SECONDS = 1
_NEXT_SHOWN = 2
_COLOURS = {Kind.HOLD: "$text-success", Kind.COUNT: "$text-success", Kind.CHANGE: "$text-warning"}


class GuidedPractice(PracticeScreen[bool]):
    """Leads through one of the day's times of an exercise; answers whether it went to its end.

    Each repetition is given to `keep` as soon as it is done, so that nothing more than the current one can be lost.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause", tooltip="pause, or go on"),
        Binding("space,enter", "count", "count", key_display="space", tooltip="count a repetition or a breath"),
        Binding("n", "next", "next", tooltip="go on to the next step"),
        Binding("b", "back", "back", tooltip="start again, or go a step back"),
        Binding("plus,equals_sign", "adjust(1)", "hold longer", key_display="+", tooltip="hold longer today"),
        Binding("minus", "adjust(-1)", "shorter", key_display="-", tooltip="hold shorter today"),
        Binding("escape", "stop", "stop", tooltip="stop and keep what was done"),
    ]

    def __init__(self, item: ChecklistItem, clock: Clock, keep: Keep, ring: Callable[[], object], after: str) -> None:
        super().__init__(item, clock, ring, after)
        self._keep = keep
        self._run = Run.begin(self.dose, self._now())

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self._show()
        self.set_interval(TICK_SECONDS, self.tick)

    def tick(self) -> None:
        """Go on to this moment."""
        self._go(self._run.tick(self._now()))

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._go(self._run.toggle_pause(self._now()))

    def action_count(self) -> None:
        """Count a repetition or a breath."""
        self._go(self._run.count(self._now()))

    def action_next(self) -> None:
        """Leave the current step."""
        self._go(self._run.next(self._now()))

    def action_back(self) -> None:
        """Start the current repetition again, or go back to the one before."""
        self._go(self._run.back(self._now()))

    def action_adjust(self, steps: int) -> None:
        """Hold longer or shorter today."""
        self._go(self._run.adjust(steps * ADJUST_SECONDS))

    def action_stop(self) -> None:
        """Stop, with what was done kept."""
        self.dismiss(result=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to count where something is counted, else to pause, and to adjust only where something is held."""
        step = self._run.step
        counting = step is not None and step.kind is Kind.COUNT
        if action == "adjust":
            return self._run.hold_seconds is not None
        return counting == (action == "count") if action in {"count", "pause"} else True

    def _go(self, run: Run) -> None:
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
        colour = "$text-warning" if run.paused else _COLOURS.get(step.kind, "$foreground-muted")
        doing = "Paused: space goes on" if run.paused else action(dose, step)
        self.show_now(doing, str(run.counted if left is None else left), colour)
        done = run.counted if left is None else run.elapsed
        full = step.repetitions if left is None else step.seconds or 1
        self.show_place(done, full, colour, place(dose, step, run.counted if step.kind is Kind.COUNT else None))
        coming = [line(dose, following) for following in run.upcoming[:_NEXT_SHOWN]]
        after = (self.after or "it is done") if len(coming) < _NEXT_SHOWN else ""
        self.show_next(*filter(None, coming), after=after)

    def _now(self) -> float:
        return self.clock.now().timestamp()
