"""Commands on a journal with a row that cannot be read: they work, and say so in one line on standard error."""

import shutil
from pathlib import Path

import pytest

from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.unreadable import BY_DAMAGE, BY_OTHERS, Bad, spoil

ALL = BY_OTHERS | BY_DAMAGE

COMMANDS = (
    ("today",),
    ("today", "--json"),
    ("diary",),
    ("diary", "--json"),
    ("plan",),
    ("measures",),
    ("experiment",),
    ("settings",),
    ("trends", "--plain"),
    ("trends", "days", "--plain"),
    ("export", "diary"),
    ("export", "checklist"),
    ("export", "measures"),
    ("export", "experiments"),
    ("log", "--pain", "4"),
    ("undo",),
    ("redo",),
    ("done", "bridge"),
    ("undo",),
)


@pytest.fixture
def spoilt(full: Path, journal: Path, clock: ManualClock, bad: Bad) -> Commands:
    """Return the commands on a journal in which one row cannot be read."""
    journal.parent.mkdir(mode=0o700)
    shutil.copy(full, journal)
    spoil(journal, bad)
    return Commands(journal, clock)


# A practice in the year 9999 is met by `check` alone: nothing shows that year.
@pytest.mark.slow
@pytest.mark.parametrize("bad", [bad for name, bad in ALL.items() if name != "practice in the year 9999"])
def test_every_command_works_and_names_the_row_that_it_leaves_out(spoilt: Commands, bad: Bad) -> None:
    said = set()
    for command in COMMANDS:
        result = spoilt.run(*command)
        assert result.exit_code == 0, (command, result.output)
        # A damaged journal is not backed up, which the first change of the day says as well.
        lines = [line for line in result.stderr.splitlines() if "no backup was made" not in line]
        assert len(lines) <= 1, (command, lines)
        said.update(lines)
    assert any("of the journal cannot be read" in line and bad.id in line and bad.why in line for line in said)


@pytest.mark.parametrize("bad", [BY_OTHERS["moment as a number"]])
def test_what_is_printed_stays_what_it_is_without_the_row(spoilt: Commands, bad: Bad) -> None:
    result = spoilt.run("export", "diary")
    assert [line.split(",")[0] for line in result.stdout.splitlines()[1:]] == [
        f"c{number}" for number in range(19, -1, -1) if number != 3
    ]
    assert result.stderr == (
        "backjournal: 1 row of the journal cannot be read, it is left out: check-in c3 (at is no moment: '2461373.5')."
        f" 'backjournal --journal {spoilt.journal} check' says what to do\n"
    )


@pytest.mark.parametrize("bad", [BY_OTHERS["week that begins on no weekday"]])
def test_a_setting_that_cannot_be_read_is_told_with_its_default(spoilt: Commands, bad: Bad) -> None:
    assert "setting week_starts_on (it is 'noday', so its default counts)" in spoilt.run("today").stderr
