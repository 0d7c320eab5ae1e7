"""Commands that are killed at any moment: what was acknowledged is there, and nothing is there by half.

The same commands are run in a second journal, undisturbed: after each kill, the first one has to hold what the second
one held after the last acknowledged command, or after the one that was being run.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from select import select
from time import monotonic
from typing import Any

import pytest

from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.killed import run_command
from tests.helpers.user_actions import visible
from tests.proofs.conftest import Cases

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")]

MOST_COMMANDS = 2
"""How many commands a child is let end at most, before it is killed in the next one."""


@contextmanager
def helper(journal: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.helpers.killed", str(journal)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        yield process
        assert process.stdin
        process.stdin.close()
        assert process.wait() == 0


def last_made(process: subprocess.Popen[bytes], begin: int, commands: int, seconds: float) -> int:
    """Run commands from a number on, kill the child in the one after some of them, and return the last one it made.

    The seconds decide only where in that one the kill strikes: the answer has to be right wherever that is.
    """
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"%d\n" % begin)
    text = b""
    while text.count(b"\n") < 1 + commands:
        text += os.read(process.stdout.fileno(), 4096)
    select([], [], [], seconds)
    os.kill(int(text.split()[1]), signal.SIGKILL)
    while not text.endswith(b"ended\n"):
        text += os.read(process.stdout.fileno(), 4096)
    made = [int(line.split()[1]) for line in text.splitlines() if line.startswith(b"made")]
    assert made == list(range(begin, begin + len(made)))
    return begin + len(made) - 1


def seen(journal: Path) -> tuple[Any, ...]:
    """Return everything that a person can see in a journal, with names in place of the random ids, and check it."""
    with closing(Store.open(journal, ManualClock())) as store:
        store.check(thoroughly=True)
        check_ins, _, words, exercises, plan, facts, practices, *rest = visible(store)
        names = {each.id: f"{each.exercise_id} from {each.first_day}" for each in plan}
        return (
            [(each.at, each.day, dict(each.values), each.marks, each.note) for each in check_ins],
            [(each.first_day, each.last_day) for each in store.diary.flare_ups()],
            [(each.exercise_id, each.dose, each.first_day, each.last_day, each.note) for each in plan],
            [(names[each.prescription_id], each.day, each.status, each.amount, each.reason) for each in practices],
            (words, exercises, facts, rest, store.diary.latest_signs()),
        )


def test_kills_during_acknowledged_commands_lose_nothing_and_leave_nothing_by_half(
    journal_with_plan: Path, tmp_path: Path, cases: Cases
) -> None:
    journal, undisturbed = tmp_path / "killed" / "journal.db", tmp_path / "undisturbed" / "journal.db"
    for path in (journal, undisturbed):
        path.parent.mkdir()
        shutil.copy(journal_with_plan, path)
    run_command(undisturbed, 0)
    number, chance, kills, unacknowledged, taken_back = 0, Random(12), cases(60, 1000), 0, 0
    expected, lasts = seen(undisturbed), 0.0
    with helper(journal) as process:
        for _ in range(kills):
            commands = chance.randrange(MOST_COMMANDS + 1)
            acknowledged = last_made(process, number + 1, commands, chance.uniform(0, lasts))
            taken_back += journal.with_name("journal.db-journal").exists()
            found = seen(journal)
            while number < acknowledged or (found != expected and number == acknowledged):
                number += 1
                begun = monotonic()
                run_command(undisturbed, number)
                lasts = monotonic() - begun
                expected = seen(undisturbed) if number >= acknowledged else expected
            assert found == expected, f"after {acknowledged} there is neither that nor {number}"
            unacknowledged += number > acknowledged
    print(f"{kills} kills, {number} commands, {unacknowledged} made unacknowledged, {taken_back} taken back")  # noqa: T201
