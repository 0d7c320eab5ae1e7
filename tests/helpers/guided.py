"""A guided practice with a clock that is moved by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field

from backjournal.guidance.cues import Cue, cues
from backjournal.guidance.run import Run
from backjournal.model.doses import Dose, Sides
from backjournal.model.sets_done import sets_text

BRIDGE = Dose(sets=2, repetitions=3, hold_seconds=4)
SIDE_PLANK = Dose(sets=2, hold_seconds=20, sides=Sides.EACH)
DEAD_BUG = Dose(sets=2, repetitions=3, sides=Sides.EACH)


@dataclass
class Guided:
    """A run with its clock, and all the cues that were heard."""

    dose: Dose
    now: float = 1_000_000_000.3
    heard: list[Cue] = field(default_factory=list)
    run: Run = field(init=False)

    def __post_init__(self) -> None:
        self.run = Run.begin(self.dose, self.now)

    def become(self, run: Run) -> None:
        self.heard += cues(self.run, run)
        self.run = run

    def wait(self, seconds: float) -> None:
        """Let time pass in ticks of a tenth of a second."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            self.become(self.run.tick(self.now))

    def jump(self, seconds: float) -> None:
        """Let time pass without a tick, until one at the end."""
        self.now += seconds
        self.become(self.run.tick(self.now))

    def press(self, *keys: str) -> None:
        """Press keys at this moment: space, right, left, and c to count."""
        actions: dict[str, Callable[[float], Run]]
        for key in keys:
            actions = {
                "space": self.run.toggle_pause,
                "right": self.run.next,
                "left": self.run.back,
                "c": self.run.count,
            }
            self.become(actions[key](self.now))

    @property
    def where(self) -> str:
        """The current step, such as `hold 2L3 4`: its kind, its set, side and repetition, and the seconds left."""
        step = self.run.step
        if step is None:
            return "finished"
        place = f"{step.set_number}{step.side[:1].upper()}{step.repetition}"
        left = self.run.seconds_left(self.now)
        return f"{step.kind} {place}" if left is None else f"{step.kind} {place} {left}"

    @property
    def sets_text(self) -> str:
        """The sets that were done so far, as text."""
        return sets_text(self.run.sets_done)


def begun(dose: Dose) -> Guided:
    """Return a practice of a dose at the end of the time to get ready."""
    guided = Guided(dose)
    guided.wait(3)
    return guided
