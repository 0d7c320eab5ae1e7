"""The plain lines, and when the charts on standard output have colours."""

import pytest

from backjournal.cli import trends
from backjournal.exchange.plain import day_words, dose_words
from backjournal.exchange.plan_lines import schedule_words
from backjournal.model.doses import Dose
from backjournal.model.schedules import Schedule
from tests.values import TODAY


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (Dose(minutes=30), "30 minutes"),
        (Dose(minutes=1, times_a_day=3), "1 minute, 3 times a day"),
        (Dose(breaths=8), "8 breaths"),
        (Dose(sets=2, breaths=1), "2 sets of 1 breath"),
        (Dose(repetitions=10), "10 times"),
        (Dose(sets=2, repetitions=1), "2 sets of 1 time"),
        (Dose(repetitions=2, hold_seconds=5, times_a_day=2), "2 times, held 5 seconds, twice a day"),
        (Dose(sets=2, repetitions=10, hold_seconds=1), "2 sets of 10 times, held 1 second"),
        (Dose(hold_seconds=20), "hold 20 seconds"),
        (Dose(sets=2, hold_seconds=20), "2 sets of 20 seconds"),
    ],
)
def test_a_dose_in_words(dose: Dose, words: str) -> None:
    assert dose_words(dose) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("daily", "daily"),
        ("sun", "on Sunday"),
        ("fri mon", "on Monday and Friday"),
        ("mon-wed", "on Monday, Tuesday and Wednesday"),
    ],
)
def test_days_in_words(days: str, words: str) -> None:
    assert schedule_words(Schedule.parse(days)) == words


def test_a_day_in_words() -> None:
    assert day_words(TODAY) == "Saturday 21 November 2026"


class _Screen:
    """Stands for `sys` with a standard output that is a terminal, or not."""

    def __init__(self, terminal: bool) -> None:
        self.stdout = self
        self.isatty = lambda: terminal


@pytest.mark.parametrize(
    ("terminal", "no_color", "term", "coloured"),
    [
        (True, "", "xterm", True),
        (True, "1", "xterm", False),
        (True, "", "dumb", False),
        (False, "", "xterm", False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: str, term: str, coloured: bool
) -> None:
    monkeypatch.setattr("backjournal.cli.trends.sys", _Screen(terminal))
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", term)
    assert trends._takes_colour() is coloured


@pytest.mark.parametrize("coloured", [True, False])
def test_charts_have_colours_or_none(coloured: bool) -> None:
    assert ("\x1b[" in trends._charts((), coloured=coloured)) is coloured
