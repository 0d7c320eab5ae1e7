"""The screen of the stopwatch, for exercises in minutes or a distance; it runs on while the app is closed."""

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
from backjournal.tui.widgets.large_number import READING_KEYS

TICK_SECONDS = 0.2
"""How often the screen is updated."""
_MINUTE = 60


class Stopped(Enum):
    """How the person left the screen of the stopwatch."""

    WRITE_DOWN = "write down"
    """The stopwatch is stopped, and its time written down."""
    RUNS_ON = "runs on"
    """The stopwatch stays as it is, running or paused."""
    DROP = "drop"
    """The stopwatch is stopped, and nothing is written down."""
    ELSEWHERE = "stopped elsewhere"
    """Another process has stopped the stopwatch meanwhile."""


class StopwatchScreen(PracticeScreen[Stopped]):
    """Counts the time of an exercise; every start, pause and correction is saved at once.

    `look` reads the stopwatch from the journal again and returns None if it was stopped elsewhere. `keep` saves a
    changed stopwatch.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause", tooltip="pause the stopwatch"),
        Binding("space", "go_on", "go on", tooltip="let it run again"),
        Binding(
            "enter,escape", "leave('write down')", "write down", key_display="⏎", tooltip="stop, and write it down"
        ),
        Binding("l", "leave('runs on')", "let it run", tooltip="leave it running, and go on in the app"),
        Binding("plus,equals_sign", "correct(1)", "minute more", key_display="+", tooltip="a minute more"),
        Binding("minus", "correct(-1)", "less", key_display="-", tooltip="a minute less"),
        Binding("d", "leave('drop')", "drop", tooltip="stop without writing anything down"),
        *READING_KEYS,
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
        # The seconds that were shown last; -1 before the first time.
        self._shown = -1

    def on_mount(self) -> None:
        """Start to follow the clock."""
        self.show_next(after=self.after, note="Unless paused, it runs on while the app is closed.")
        self.tick()
        self.set_interval(TICK_SECONDS, self.tick)

    def tick(self) -> None:
        """Show the time, and ring once when the prescribed minutes are over."""
        if not self._follow_journal():
            return
        if self.stopwatch.is_ahead(self.clock.now()):
            self.show_now("The clock was set back: + and - set the minutes", "-:--", "$text-warning")
            return
        seconds = self.stopwatch.elapsed(self.clock.now())
        full = (self.dose.minutes or 0) * _MINUTE
        if full and 0 <= self._shown < full <= seconds:
            self.ring()
        self._shown = seconds
        running = self.stopwatch.running_since is not None
        doing, colour = ("Going on", "$text-success") if running else ("Paused: space goes on", "$text-warning")
        self.show_now(doing, clock_text(seconds), colour)
        self.show_bar(seconds, full, colour)

    def action_pause(self) -> None:
        """Pause the stopwatch, or let it run again."""
        if not self._follow_journal():
            return
        now = self.clock.now()
        if self.stopwatch.is_ahead(now):
            return
        running = self.stopwatch.running_since is not None
        self._change(self.stopwatch.paused(now) if running else self.stopwatch.started(now))

    def action_go_on(self) -> None:
        """Let the stopwatch run again."""
        self.action_pause()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable pausing while the stopwatch runs, and going on while it is paused."""
        return action != ("go_on" if self.stopwatch.running_since else "pause")

    def action_correct(self, minutes: int) -> None:
        """Add minutes to the counted time, or take them away."""
        if not self._follow_journal():
            return
        now = self.clock.now()
        paused = self.stopwatch.paused(now)
        corrected = replace(paused, seconds=max(0, paused.seconds + minutes * _MINUTE))
        self._change(corrected.started(now) if self.stopwatch.running_since else corrected)

    def action_leave(self, how: str) -> None:
        """Close the screen with the `Stopped` value `how`."""
        if not self._follow_journal():
            return
        if how == Stopped.WRITE_DOWN.value:
            if self.stopwatch.is_ahead(self.clock.now()):
                # What it counted is not known: it can be corrected, dropped, or left running.
                return
            self._change(self.stopwatch.paused(self.clock.now()))
        self.dismiss(Stopped(how))

    def _follow_journal(self) -> bool:
        """Read the stopwatch again, which another process may have changed.

        Return True if it is still there; close the screen and return False if it was stopped elsewhere.
        """
        try:
            stopwatch = self._look()
        except JournalError:
            return True
        if stopwatch is None:
            self.dismiss(Stopped.ELSEWHERE)
            return False
        was_running, self.stopwatch = self.stopwatch.running_since, stopwatch
        if bool(was_running) != bool(stopwatch.running_since):
            self.refresh_bindings()
        return True

    def _change(self, stopwatch: Stopwatch) -> None:
        self._keep(stopwatch)
        self.tick()


def clock_text(seconds: int) -> str:
    """Return seconds as `12:05`, from an hour on as `1:02:05`."""
    minutes, rest = divmod(seconds, _MINUTE)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
