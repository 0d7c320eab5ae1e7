"""The settings on the command line."""

from contextlib import closing
from datetime import datetime, time, timedelta

import pytest

from backjournal.cli.terminal_voice import bell
from backjournal.store.store import Store
from tests.helpers.clock import BERLIN
from tests.helpers.commands import Commands


def test_the_start_of_the_day_and_of_the_week(fresh: Commands) -> None:
    assert fresh.output("settings", "day-start", "5:30") == "day-start 05:30\n"
    assert fresh.output("settings", "week-start", "Sunday") == "week-start sunday, from 2026-11-22 on\n"
    assert fresh.lines("settings")[:2] == ["day-start 05:30", "week-start sunday, from 2026-11-22 on"]
    assert fresh.lines("settings", "week-start") == ["week-start sunday, from 2026-11-22 on"]
    fresh.clock.set(datetime.combine(fresh.clock.now(), time(5, 29), BERLIN))
    assert fresh.lines("today")[0] == "Friday 20 November 2026, today"


def test_sound_and_pain_limit_are_set_and_printed(fresh: Commands) -> None:
    assert fresh.output("settings", "sound", "OFF") == "sound off\n"
    assert fresh.output("settings", "pain-limit", "5") == "pain-limit 5\n"
    lines = fresh.lines("settings")
    assert lines == [
        "day-start 04:00",
        "week-start monday",
        "sound off",
        "pain-limit 5",
        "baseline auto",
        "onset none",
        "emergency-number none",
        "context not told yet",
        "backup-limit 500 MB",
    ]
    assert fresh.lines("settings", "sound") == ["sound off"]
    assert fresh.output("settings", "sound", "on") == "sound on\n"
    assert fresh.output("settings", "pain-limit", "0") == "pain-limit 0\n"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("day-start", "noon", "'noon' is not a time of day"),
        ("day-start", "13:00", "between 00:00 and 12:00"),
        ("week-start", "tuesday", "'tuesday' cannot start a week: write monday or sunday"),
        ("week-start", "", "write monday or sunday"),
        ("sound", "loud", "sound: 'loud' is neither on nor off"),
        ("sound", "", "sound: '' is neither on nor off"),
        ("pain-limit", "11", "pain limit: '11' is not a whole number from 0 to 10"),
        ("pain-limit", "3.5", "pain limit: '3.5' is not a whole number from 0 to 10"),
        ("pain-limit", "none", "pain limit: 'none' is not a whole number from 0 to 10"),
        ("pain-limit", "", "pain limit: 'none' is not a whole number from 0 to 10"),
        ("baseline", "never", "'never' is not a day"),
        ("baseline", "", "'' is not a day"),
        ("baseline", "1812-01-01", "1812-01-01 is not a day between"),
        ("emergency-number", "", "an emergency number is missing"),
        ("emergency-number", "an ambulance", "'an ambulance' has no digit: write a number to call"),
        ("emergency-number", "1" * 41, "an emergency number has at most 40 characters"),
        ("context", " , ", "context is missing: write none, or some of cancer, fragile bones"),
        ("context", "cancer, flu", "no context begins with 'flu': write none, or some of cancer, fragile bones"),
        ("baseline", "2026-11-22", "cannot begin the baseline on a day that has not come"),
        ("onset", "", "'' does not say when the pain began: write a year, a month or a day"),
        ("onset", "2026-12", "2026-12 has not come yet"),
        ("onset", "2024-02-30", "2024-02-30 is not in the calendar"),
    ],
)
def test_a_bad_setting_is_refused_before_a_journal_is_made(
    fresh: Commands, name: str, value: str, message: str
) -> None:
    assert message in fresh.refusal("settings", name, value)
    assert not fresh.journal.exists()


def test_the_pain_limit_is_that_of_the_suggestions(commands: Commands) -> None:
    for day in range(16, 22):
        commands.output("done", "bridge", "--pain", "5", "--day", f"2026-11-{day}")
    assert commands.output("plan", "suggestions").startswith("Nothing to suggest")
    commands.output("settings", "pain-limit", "5")
    assert "pain during 5 (your limit is 5)" in commands.output("plan", "suggestions")


def test_the_baseline_is_looked_for_from_a_day_on(fresh: Commands) -> None:
    for week, pain in enumerate(("8", "6", "4", "2")):
        for day in (5, 6, 7):
            fresh.output("log", "--pain", pain, "--day", f"2026-10-{day + 7 * week:02}")

    def baseline() -> float:
        answer = fresh.json("trends", "answer", "--json")
        pain = answer["since_start"]["subjects"][0]
        return float(pain["before"]["mean"])

    assert baseline() == 7
    assert fresh.output("settings", "baseline", "2026-10-12") == "baseline 2026-10-12\n"
    assert baseline() == 5
    assert fresh.output("settings", "baseline", "Auto") == "baseline auto\n"
    assert baseline() == 7


class _Terminal:
    """A stand-in for `sys` with a standard output that is a terminal, or not."""

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
        monkeypatch.setattr("backjournal.cli.terminal_voice.sys", _Terminal(terminal))
        bell(store)()
    assert capsys.readouterr().out == heard


def test_another_first_day_of_the_week_leaves_past_weeks_as_they_were(fresh: Commands) -> None:
    for number in range(2, 21):
        fresh.output("log", "--pain", str(number % 7), "--day", f"2026-11-{number:02}")
    before = fresh.lines("trends", "--plain", "--weeks", "3")
    fresh.output("settings", "week-start", "sunday")
    assert fresh.lines("trends", "--plain", "--weeks", "3") == before
    fresh.clock.advance(timedelta(days=2))
    fresh.output("log", "--pain", "9")
    after = fresh.lines("trends", "--plain", "--weeks", "4")
    assert after[:3] == before
    assert after[3].startswith("Week of 2026-11-22: pain 9.0 (1 day)")
    assert fresh.lines("settings", "week-start") == ["week-start sunday"]


def test_another_start_of_the_day_leaves_past_days_as_they_were(fresh: Commands) -> None:
    fresh.clock.set(datetime(2026, 11, 21, 1, 30, tzinfo=BERLIN))
    fresh.output("log", "--pain", "5")
    before = fresh.lines("diary")
    fresh.output("settings", "day-start", "0:00")
    assert fresh.lines("diary") == before
    assert "Friday 20 November 2026" in before[0]
    assert fresh.lines("today")[0] == "Saturday 21 November 2026, today"


def test_the_onset_is_told_for_the_answer_and_can_be_left_out_again(commands: Commands) -> None:
    commands.output("log", "--pain", "5")
    assert "chronic" not in commands.output("trends", "answer")
    assert commands.output("settings", "onset", "2024-03") == "onset 2024-03\n"
    assert "Source: WHO guideline 2023" in commands.output("trends", "answer")
    assert commands.json("trends", "answer", "--json")["remark"]["source"].startswith("WHO guideline 2023")
    assert commands.output("settings", "onset", "None") == "onset none\n"
    assert "chronic" not in commands.output("trends", "answer")
