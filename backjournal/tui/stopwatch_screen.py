"""The stopwatch of an exercise in minutes or a distance, which runs on while the app is closed."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from backjournal.days import Clock
from backjournal.model.stopwatches import Stopwatch
from backjournal.trends.checklist import ChecklistItem
from backjournal.tui.dialog import Dialog
from backjournal.tui.exercise_detail import practice_content
from backjournal.tui.key_line import KeyLine
from backjournal.tui.words import bar, joined

TICK_SECONDS = 0.2
_BAR_CELLS = 30
_MINUTE = 60


class Stopped(Enum):
    """How the stopwatch was left."""

    WRITE_DOWN = "write down"
    RUNS_ON = "runs on"
    DROP = "drop"


class StopwatchScreen(Dialog[Stopped]):
    """Counts the time of an exercise; every start, pause and correction is kept at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause"),
        Binding("enter,n,escape", "leave('write down')", "stop, write down", key_display="enter esc"),
        Binding("l", "leave('runs on')", "let it run", tooltip="leave it running, and go on in the app"),
        Binding("plus,equals_sign", "correct(1)", "minute more", key_display="+", tooltip="a minute more"),
        Binding("minus", "correct(-1)", "less", key_display="-", tooltip="a minute less"),
        Binding("d", "leave('drop')", "drop", tooltip="stop without writing anything down"),
    ]

    def __init__(
        self,
        item: ChecklistItem,
        stopwatch: Stopwatch,
        clock: Clock,
        keep: Callable[[Stopwatch], object],
        ring: Callable[[], object],
        after: str,
    ) -> None:
        super().__init__()
        self._item = item
        self._clock = clock
        self._keep = keep
        self._ring = ring
        self._after = after
        self.stopwatch = stopwatch
        self._shown = -1

    def compose(self) -> ComposeResult:
        exercise, prescription = self._item.exercise, self._item.prescription
        asked = joined([str(prescription.dose), prescription.dose.sides.words], ", ")
        with Vertical(classes="practice"):
            name = (exercise.name, "bold $text-primary")
            yield Static(Content.assemble(name, "  ", (asked, "$foreground-muted")), id="practice-head")
            with Vertical(id="practice-now"):
                yield Static(id="practice-action")
                yield Digits(id="practice-number")
                yield Static(id="practice-place")
            runs_on = "It runs on while the app is closed."
            next_ = [Content.assemble(("next  ", "$foreground-muted"), self._after)] if self._after else []
            yield Static(Content("\n").join([*next_, Content(runs_on)]), id="practice-next")
            with VerticalScroll(can_focus=False):
                yield Static(practice_content(exercise, prescription))
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self.tick()
        self.set_interval(TICK_SECONDS, self.tick)

    def tick(self) -> None:
        """Show the time, and ring once when the prescribed minutes are over."""
        seconds = self.stopwatch.elapsed(self._clock.now())
        full = self._seconds_asked
        if full and 0 <= self._shown < full <= seconds:
            self._ring()
        self._shown = seconds
        running = self.stopwatch.running_since is not None
        doing, colour = ("GOING ON", "$text-success") if running else ("PAUSED: SPACE GOES ON", "$text-warning")
        self.query_one("#practice-action", Static).update(Content.styled(doing, f"bold {colour}"))
        self.query_one(Digits).update(clock_text(seconds))
        place = Content.styled(bar(min(seconds, full), full, _BAR_CELLS), colour) if full else Content("")
        self.query_one("#practice-place", Static).update(place)

    @property
    def _seconds_asked(self) -> int:
        dose = self._item.prescription.dose
        return (dose.minutes or 0) * _MINUTE

    def action_pause(self) -> None:
        """Pause, or go on."""
        now = self._clock.now()
        running = self.stopwatch.running_since is not None
        self._change(self.stopwatch.paused(now) if running else self.stopwatch.started(now))

    def action_correct(self, minutes: int) -> None:
        """Count so many minutes more or less."""
        now = self._clock.now()
        paused = self.stopwatch.paused(now)
        corrected = replace(paused, seconds=max(0, paused.seconds + minutes * _MINUTE))
        self._change(corrected.started(now) if self.stopwatch.running_since else corrected)

    def action_leave(self, how: str) -> None:
        """Close, and tell how it was left."""
        if how == Stopped.WRITE_DOWN.value:
            self._change(self.stopwatch.paused(self._clock.now()))
        self.dismiss(Stopped(how))

    def _change(self, stopwatch: Stopwatch) -> None:
        self.stopwatch = stopwatch
        self._keep(stopwatch)
        self.tick()


def clock_text(seconds: int) -> str:
    """Return seconds as `12:05`, from an hour on as `1:02:05`."""
    minutes, rest = divmod(seconds, _MINUTE)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
