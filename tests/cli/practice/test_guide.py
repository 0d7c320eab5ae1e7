"""The guided practice on the command line: step by step, with words and a bell."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from backjournal.cli.practice.guide import TICK_SECONDS, Guide, Voice
from backjournal.model.doses import Dose, Sides
from backjournal.model.sets_done import SetDone, sets_text
from tests.helpers.clock import ManualClock


@dataclass
class Listener:
    """A listener to a practice: records words, rings and kept sets; answers questions until no answer is left."""

    clock: ManualClock
    answers: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    rings: int = 0
    kept: list[str] = field(default_factory=list)
    stops_after: float | None = None
    suspended_at: float | None = None
    waited: float = 0

    def voice(self) -> Voice:
        """Return the voice of the practice."""
        return Voice(self.clock, self.said.append, self.ring, self.ask, self.sleep)

    def ring(self) -> None:
        self.rings += 1

    def ask(self, question: str) -> str:
        self.said.append(question)
        self.clock.advance(timedelta(seconds=30))
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def sleep(self, seconds: float) -> None:
        self.waited = round(self.waited + seconds, 3)
        if self.stops_after is not None and self.waited > self.stops_after:
            raise KeyboardInterrupt
        suspended = self.suspended_at is not None and self.waited >= self.suspended_at
        self.clock.advance(timedelta(seconds=3600 if suspended else seconds))
        self.suspended_at = None if suspended else self.suspended_at

    def keep(self, sets: tuple[SetDone, ...]) -> None:
        self.kept.append(sets_text(sets))

    def lead(self, dose: Dose, hold: int | None = None) -> bool:
        """Be led through a dose; return what the guide returns."""
        return Guide(dose, self.voice(), self.keep, hold).lead()


@pytest.fixture
def listener(clock: ManualClock) -> Listener:
    """Return a listener to a practice."""
    return Listener(clock)


def test_a_hold_is_led_side_by_side_and_kept_repetition_by_repetition(listener: Listener) -> None:
    assert listener.lead(Dose(sets=2, repetitions=2, hold_seconds=4, rest_seconds=20, sides=Sides.EACH))
    assert listener.said[:9] == [
        "Get ready: 3 seconds.",
        "Set 1 of 2, left side: hold 4 seconds, 2 times.",
        "Hold, 1 of 2.",
        "Rest: 2 seconds.",
        "Hold, 2 of 2.",
        "Change to the right side: 5 seconds.",
        "Set 1 of 2, right side: hold 4 seconds, 2 times.",
        "Hold, 1 of 2.",
        "Rest: 2 seconds.",
    ]
    rest = listener.said.index("Rest, then the left side: 20 seconds.")
    assert listener.said[rest + 1 : rest + 5] == ["15.", "10.", "5.", "Set 2 of 2, left side: hold 4 seconds, 2 times."]
    assert listener.kept[:3] == ["left 4 s", "left 2 × 4 s", "left 2 × 4 s; right 4 s"]
    assert listener.kept[-1] == "left 2 × 4 s; right 2 × 4 s; left 2 × 4 s; right 2 × 4 s"
    # Eight holds of 4 s, four pauses of 2 s, two changes of side of 5 s, one rest of 20 s, and 3 s to get ready.
    assert listener.waited == pytest.approx(8 * 4 + 4 * 2 + 2 * 5 + 20 + 3, abs=16 * TICK_SECONDS)
    assert listener.rings > 16


@pytest.mark.parametrize(
    ("seconds", "countdown"),
    [
        (9, []),
        (10, ["5."]),
        (20, ["15.", "10.", "5."]),
        (90, ["60.", "55.", "50.", "45.", "40.", "35.", "30.", "25.", "20.", "15.", "10.", "5."]),
    ],
)
def test_long_holds_are_counted_down_every_few_seconds(listener: Listener, seconds: int, countdown: list[str]) -> None:
    assert listener.lead(Dose(hold_seconds=seconds))
    assert listener.said == ["Get ready: 3 seconds.", f"Hold {seconds} seconds.", *countdown]
    assert listener.kept == [f"{seconds} s"]


def test_the_hold_can_be_another_this_time(listener: Listener) -> None:
    assert listener.lead(Dose(repetitions=1, hold_seconds=20), hold=5)
    assert listener.kept == ["5 s"]


@pytest.mark.parametrize(
    ("answers", "kept", "to_the_end"),
    [
        (["\n", "\n"], ["10", "10; 10"], True),
        (["7\n", "\n"], ["7", "7; 10"], True),
        (["0\n", " 4 \n"], ["4"], True),
        (["\n"], ["10"], False),
        ([], [], False),
    ],
)
def test_a_count_waits_for_enter_or_a_number(
    listener: Listener, answers: list[str], kept: list[str], to_the_end: bool
) -> None:
    listener.answers = answers
    assert listener.lead(Dose(sets=2, repetitions=10)) is to_the_end
    assert listener.said[1] == "Set 1 of 2: 10 times."
    assert listener.kept == kept


def test_a_count_that_cannot_be_is_asked_again(listener: Listener) -> None:
    listener.answers = ["11\n", "ten\n", "9\n"]
    assert listener.lead(Dose(repetitions=10))
    assert "Repetitions: '11' is not a whole number from 0 to 10." in listener.said
    assert "Repetitions: 'ten' is not a whole number from 0 to 10." in listener.said
    assert listener.kept == ["9"]


def test_breaths_are_called_so(listener: Listener) -> None:
    listener.answers = ["\n"]
    assert listener.lead(Dose(breaths=8))
    assert listener.said[1:] == ["8 breaths.", "Enter when they are done, or type how many you did."]


def test_a_stop_loses_at_most_the_current_repetition(listener: Listener) -> None:
    listener.stops_after = 3 + 4 + 2 + 3
    assert not listener.lead(Dose(repetitions=3, hold_seconds=4))
    assert listener.kept == ["4 s"]


def test_a_program_that_was_suspended_waits_for_enter(listener: Listener) -> None:
    listener.suspended_at = 5
    listener.answers = ["\n"]
    assert listener.lead(Dose(repetitions=2, hold_seconds=4))
    assert listener.said.count("Paused: enter goes on.") == 1
    assert listener.kept == ["4 s", "2 × 4 s"]
    listener.suspended_at, listener.waited = 5, 0
    assert not listener.lead(Dose(repetitions=2, hold_seconds=4)), "nobody answers"
