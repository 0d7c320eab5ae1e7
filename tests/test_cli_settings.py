"""The settings of practising on the command line."""

from contextlib import closing

import pytest

from backjournal.cli.practise import _bell
from backjournal.store.store import Store
from tests.commands import Commands


def test_sound_and_pain_limit_are_set_and_printed(fresh: Commands) -> None:
    assert fresh.output("settings", "sound", "OFF") == "sound off\n"
    assert fresh.output("settings", "pain-limit", "5") == "pain-limit 5\n"
    assert fresh.lines("settings") == ["day-start 04:00", "week-start monday", "sound off", "pain-limit 5"]
    assert fresh.lines("settings", "sound") == ["sound off"]
    assert fresh.output("settings", "sound", "on") == "sound on\n"
    assert fresh.output("settings", "pain-limit", "0") == "pain-limit 0\n"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("sound", "loud", "sound: 'loud' is neither on nor off"),
        ("sound", "", "sound: '' is neither on nor off"),
        ("pain-limit", "11", "pain limit: '11' is not a whole number from 0 to 10"),
        ("pain-limit", "3.5", "pain limit: '3.5' is not a whole number from 0 to 10"),
        ("pain-limit", "none", "pain limit: 'none' is not a whole number from 0 to 10"),
        ("pain-limit", "", "pain limit: 'none' is not a whole number from 0 to 10"),
    ],
)
def test_a_bad_setting_is_refused_before_a_journal_is_made(fresh: Commands, name: str, value: str, told: str) -> None:
    assert fresh.refusal("settings", name, value) == told
    assert not fresh.journal.exists()


def test_the_pain_limit_is_that_of_the_suggestions(commands: Commands) -> None:
    for day in range(16, 22):
        commands.output("done", "bridge", "--pain", "5", "--day", f"2026-11-{day}")
    assert commands.output("plan", "suggestions").startswith("Nothing to suggest")
    commands.output("settings", "pain-limit", "5")
    assert "pain during 5 (your limit is 5)" in commands.output("plan", "suggestions")


class _Terminal:
    """Stands for `sys` with a standard output that is a terminal, or not."""

    def __init__(self, terminal: bool) -> None:
        self.stdout = self
        self.isatty = lambda: terminal


@pytest.mark.parametrize(
    ("sound", "terminal", "heard"), [("on", True, "\a"), ("on", False, ""), ("off", True, ""), ("off", False, "")]
)
def test_the_bell_is_for_terminals_and_can_be_off(
    commands: Commands,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    sound: str,
    terminal: bool,
    heard: str,
) -> None:
    commands.output("settings", "sound", sound)
    with closing(Store.open(commands.journal, commands.clock)) as store:
        monkeypatch.setattr("backjournal.cli.practise.sys", _Terminal(terminal))
        _bell(store)()
    assert capsys.readouterr().out == heard
