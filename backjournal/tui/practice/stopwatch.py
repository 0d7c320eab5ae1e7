"""The stopwatch of an exercise in minutes or a distance, which runs on while the app is closed."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import ClassVar

from textual.binding import Binding, BindingType

from backjournal.days import Clock
from backjournal.model.errors import JournalError
from backjournal.model.stopwatches import Stopwatch
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.practice.screen import PracticeScreen

TICK_SECONDS = 0.2
_MINUTE = 60


class Stopped(Enum):
    """How the stopwatch was left."""

    WRITE_DOWN = "write down"
    RUNS_ON = "runs on"
    DROP = "drop"
    ELSEWHERE = "stopped elsewhere"


class StopwatchScreen(PracticeScreen[Stopped]):
    """Counts the time of an exercise; every start, pause and correction is kept at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause"),
        Binding("enter,n,escape", "leave('write down')", "stop, write down", key_display="⏎ esc"),
        Binding("l", "leave('runs on')", "let it run", tooltip="leave it running, and go on in the app"),
        Binding("plus,equals_sign", "correct(1)", "minute more", key_display="+", tooltip="a minute more"),
        Binding("minus", "correct(-1)", "less", key_display="-", tooltip="a minute less"),
        Binding("d", "leave('drop')", "drop", tooltip="stop without writing anything down"),
    ]

    def __init__(
        self,
        item: ChecklistItem,
        stopwatch: Stopwatch,
        look: Callable[[], Stopwatch | None],
        clock: Clock,
        keep: Callable[[Stopwatch], object],
        ring: Callable[[], object],
        after: str,
    ) -> None:
        super().__init__(item, clock, ring, after)
        self._look = look
        self._keep = keep
        self.stopwatch = stopwatch
        self._shown = -1

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self.show_next(after=self.after, note="Unless paused, it runs on while the app is closed.")
        self.tick()
        self.set_interval(TICK_SECONDS, self.tick)

    def tick(self) -> None:
        """Show the time, and ring once when the prescribed minutes are over."""
        if not self._is_there():
            return
        seconds = self.stopwatch.elapsed(self.clock.now())
        full = (self.dose.minutes or 0) * _MINUTE
        if full and 0 <= self._shown < full <= seconds:
            self.ring()
        self._shown = seconds
        running = self.stopwatch.running_since is not None
        doing, colour = ("Going on", "$text-success") if running else ("Paused: space goes on", "$text-warning")
        self.show_now(doing, clock_text(seconds), colour)
        self.show_place(seconds, full, colour)

    def action_pause(self) -> None:
        """Pause, or go on."""
        if not self._is_there():
            return
        now = self.clock.now()
        running = self.stopwatch.running_since is not None
        self._change(self.stopwatch.paused(now) if running else self.stopwatch.started(now))

    def action_correct(self, minutes: int) -> None:
        """Count so many minutes more or less."""
        if not self._is_there():
            return
        now = self.clock.now()
        paused = self.stopwatch.paused(now)
        corrected = replace(paused, seconds=max(0, paused.seconds + minutes * _MINUTE))
        self._change(corrected.started(now) if self.stopwatch.running_since else corrected)

    def action_leave(self, how: str) -> None:
        """Close, and tell how it was left."""
        if not self._is_there():
            return
        if how == Stopped.WRITE_DOWN.value:
            self._change(self.stopwatch.paused(self.clock.now()))
        self.dismiss(Stopped(how))

    def _is_there(self) -> bool:
        """Take up what became of the stopwatch elsewhere; close if it was stopped there, and tell if not."""
        try:
            found = self._look()
        except JournalError:
            return True
        if found is None:
            self.dismiss(Stopped.ELSEWHERE)
            return False
        self.stopwatch = found
        return True

    def _change(self, stopwatch: Stopwatch) -> None:
        self._keep(stopwatch)
        self.tick()


def clock_text(seconds: int) -> str:
    """Return seconds as `12:05`, from an hour on as `1:02:05`."""
    minutes, rest = divmod(seconds, _MINUTE)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
