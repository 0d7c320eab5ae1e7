"""The guided practice in plain lines, one for each step, which a screen reader can read as they come."""

from collections.abc import Callable

from backjournal.days import Clock
from backjournal.guidance.cues import cues
from backjournal.guidance.run import Run
from backjournal.guidance.steps import Kind, Step
from backjournal.guidance.steps_text import action
from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count, parse_whole
from backjournal.model.sets_done import SetDone
from backjournal.model.text import sentence

TICK_SECONDS = 0.2
"""How long to wait before the clock is read again."""

_COUNT_DOWN_FROM = 10
"""The shortest step, in seconds, that has a countdown."""

_COUNT_DOWN_EVERY = 5
"""Seconds between two lines of a countdown."""

_LONG = 60
_LONG_EVERY = 30
"""Seconds between two lines of a countdown while more than `_LONG` seconds are left."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The functions through which a practice is guided.

    Each of them may raise a KeyboardInterrupt, by which the person stops the practice.
    """

    clock: Clock
    say: Callable[[str], object]
    """Prints a line."""

    ring: Callable[[], object]
    """Rings the bell."""

    ask: Callable[[str], str]
    """Prints a question and returns the line that is typed; raises an EOFError when the input has ended."""

    sleep: Callable[[float], object]
    """Waits for a number of seconds."""

    def now(self) -> float:
        """Return the time of the clock, in seconds."""
        return self.clock.now().timestamp()


class Guide:
    """Guides through one of the dose's times a day; after each repetition, `keep` gets all sets done so far."""

    def __init__(
        self, dose: Dose, voice: Voice, keep: Callable[[tuple[SetDone, ...]], object], hold: int | None = None
    ) -> None:
        self._voice = voice
        self._keep = keep
        run = Run.begin(dose, voice.now())
        self._run = run.adjust(hold - dose.hold_seconds) if hold and dose.hold_seconds else run
        self._last_said: int | None = None

    def lead(self) -> bool:
        """Go through all steps; return False if the person stopped before the end."""
        try:
            self._announce()
            while self._run.step:
                self._wait(self._run.step)
        except (KeyboardInterrupt, EOFError):
            return False
        return True

    def _wait(self, step: Step) -> None:
        if self._run.paused:
            self._voice.ask("Paused: enter goes on.")
            self._go(self._run.toggle_pause(self._voice.now()))
            self._announce()
        elif step.kind is Kind.COUNT:
            self._count(step)
        else:
            self._voice.sleep(TICK_SECONDS)
            self._go(self._run.tick(self._voice.now()))

    def _count(self, step: Step) -> None:
        typed = self._voice.ask("Enter when they are done, or type how many you did.")
        try:
            done = parse_whole("repetitions", "repetitions", typed, 0, step.repetitions)
        except InvalidValue as error:
            self._voice.say(f"{str(error).capitalize()}.")
            return
        run, now = self._run, self._voice.now()
        for _ in range(step.repetitions if done is None else done):
            run = run.count(now)
        if run.step is step:
            run = run.next(now)
        # The run takes the time that typing took for a gap in its ticks and pauses, but the person is there.
        self._go(run.toggle_pause(now) if run.paused else run)

    def _go(self, run: Run) -> None:
        before, self._run = self._run, run
        if run.sets_done != before.sets_done:
            self._keep(run.sets_done)
        for _ in cues(before, run):
            self._voice.ring()
        if run.position != before.position:
            self._announce()
        else:
            self._count_down()

    def _announce(self) -> None:
        step, dose = self._run.step, self._run.dose
        self._last_said = None
        if step is None:
            return
        if step.is_move and step.repetition == 1:
            self._voice.say(set_line(dose, step))
        if step.kind is Kind.HOLD and step.repetitions > 1:
            self._voice.say(f"Hold, {step.repetition} of {step.repetitions}.")
        elif not step.is_move:
            self._voice.say(f"{action(dose, step)}: {count(step.seconds or 0, 'second')}.")

    def _count_down(self) -> None:
        left, step = self._run.seconds_left(self._voice.now()), self._run.step
        if not left or step is None or left == self._last_said or left >= (step.seconds or 0):
            return
        every = _LONG_EVERY if left > _LONG else _COUNT_DOWN_EVERY
        if (step.seconds or 0) >= _COUNT_DOWN_FROM and left % every == 0:
            self._last_said = left
            self._voice.say(f"{left}.")


def set_line(dose: Dose, step: Step) -> str:
    """Return a set in words, such as `Set 1 of 2, left side: hold 4 seconds, 10 times.`."""
    several = [f"set {step.set_number} of {step.sets}"] if step.sets > 1 else []
    where = ", ".join([*several, *([f"{step.side} side"] if step.side else [])])
    times = count(step.repetitions, "breath" if dose.breaths else "time")
    if step.kind is Kind.HOLD:
        held = f"hold {count(step.seconds or 0, 'second')}"
        amount = f"{held}, {times}" if step.repetitions > 1 else held
    else:
        amount = times
    text = f"{where}: {amount}." if where else f"{amount}."
    return sentence(text)
