"""The full-screen window of a timed test: holds that are timed, or a fixed time in which the person counts."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from backjournal.days import Clock
from backjournal.guidance.timed_test import READY_S, Phase, TimedTest, rings
from backjournal.model.measures import Measure
from backjournal.tui.widgets.large_number import READING_KEYS, LargeNumber

TICK_SECONDS = 0.1
"""How often the screen is updated."""

_COLOURS = {Phase.RUNNING: "$text-success", Phase.WAITING: "$text-warning"}


class TimedTestScreen(LargeNumber[TimedTest]):
    """Times a measure; answers with the test as far as it went, so that no hold is lost when the person leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "halt", "stop", key_display="space", tooltip="stop the hold"),
        Binding("space,enter", "next", "go on", key_display="space", tooltip="go on: get ready"),
        Binding("left", "again", "again", key_display="←", tooltip="begin this side again"),
        Binding("escape", "leave", "leave", tooltip="leave; what was held stays in the form"),
        *READING_KEYS,
    ]

    def __init__(self, measure: Measure, clock: Clock, ring: Callable[[], object]) -> None:
        super().__init__()
        self._measure = measure
        self._clock = clock
        self._ring = ring
        self._test = TimedTest.begin(measure.parts, self._now(), measure.seconds)

    def on_mount(self) -> None:
        """Start to follow the clock."""
        self._show()
        self.set_interval(TICK_SECONDS, self.tick)

    def tick(self) -> None:
        """Advance the test to the present moment; nobody gets ready while another window covers this one."""
        if self.is_active or self._test.phase is not Phase.READY:
            self._update_test(self._test.tick(self._now()))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Get ready from the beginning when the other window is closed."""
        if self._test.phase is Phase.READY:
            self.action_again()

    def action_halt(self) -> None:
        """Stop the hold."""
        self._update_test(self._test.go_on(self._now()))

    def action_next(self) -> None:
        """Get ready for the next side."""
        self._update_test(self._test.go_on(self._now()))

    def action_again(self) -> None:
        """Start the current side again."""
        self._update_test(self._test.again(self._now()))

    def action_leave(self) -> None:
        """Leave the test; what was held so far is kept."""
        self._update_test(self._test.given_up(self._now()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable stopping only during a hold, and going on only between holds."""
        phase, limit = self._test.phase, self._test.limit
        if action == "halt":
            return phase is Phase.RUNNING and limit is None
        return action != "next" or phase is Phase.WAITING

    def head(self) -> Content:
        seconds = f"  {self._measure.seconds} seconds" if self._measure.seconds else ""
        return Content.assemble((self._measure.name, "bold $text-primary"), (seconds, "$foreground-muted"))

    def about(self) -> Content:
        parts = [
            Content.styled("Stop if the pain gets worse or is new (NHS inform).", "$text-warning"),
            Content.assemble(("Watch for: ", "bold"), self._measure.caution) if self._measure.caution else Content(""),
            Content(self._measure.how_to),
        ]
        return Content("\n").join(part for part in parts if part.plain)

    def _update_test(self, test: TimedTest) -> None:
        before, self._test = self._test, test
        if rings(before, test):
            self._ring()
        if test.phase is Phase.OVER:
            self.dismiss(test)
        elif self.is_mounted:
            self._show()
            if before.phase is not test.phase:
                self.refresh_bindings()

    def _show(self) -> None:
        test = self._test
        colour = _COLOURS.get(test.phase, "$foreground-muted")
        left = test.seconds_left
        number = test.elapsed if left is None else left
        if test.phase is Phase.WAITING:
            number = 0 if test.interrupted else test.held[test.place - 1] or 0
        self.show_now(self._instruction(), str(number), colour, *self._large_words())
        full = {Phase.READY: READY_S, Phase.RUNNING: test.limit}.get(test.phase) or 0
        self.show_bar(full - (left or 0), full, colour)
        held = zip(test.sides, test.held, strict=True)
        lines = [f"{side or 'held'}: {'–' if seconds is None else f'{seconds} s'}" for side, seconds in held]
        self.show_next(note="\n".join(lines) if test.limit is None else "In the end it asks how many you counted.")

    def _large_words(self) -> tuple[str, ...]:
        if self._test.interrupted:
            return ("Paused",)
        running = "Go" if self._test.limit else "Hold"
        return {Phase.READY: ("Get ready", "Ready"), Phase.WAITING: ("Rest",)}.get(self._test.phase, (running,))

    def _instruction(self) -> str:
        test = self._test
        side = f": {test.side}" if test.side else ""
        if test.phase is Phase.READY:
            return f"Get ready{side}"
        if test.phase is Phase.WAITING:
            before = "The clock stood still, so again" if test.interrupted else "Rest, then"
            return f"{before} {test.side}".rstrip() + ": space goes on"
        return "Go: count each one" if test.limit else f"Hold{side}"

    def _now(self) -> float:
        return self._clock.now().timestamp()
