"""A process that starts children to be killed: `python -m tests.helpers.killed JOURNAL`.

For each line on standard input, a number, it starts a child that runs the commands of the script from that number on,
one after the other, and writes a line on standard output when each has ended: `made N`. Its first line is `child PID`.
When the child was killed, `ended` follows. Starting a child by a fork is a hundred times as fast as starting a program.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random

from click.testing import CliRunner

from backjournal.cli.root import root
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock

_NOTES = ("stiff", "a long drive", "numb groin", "")


def run_command(journal: Path, number: int) -> None:
    """Run the command with a number: which one and what it writes depend on the number alone."""
    clock = ManualClock()
    clock.advance(timedelta(minutes=number % 600))
    arguments = [*_arguments(journal, clock, number)]
    result = CliRunner().invoke(root, ["--journal", str(journal), *arguments], obj=clock)
    assert result.exit_code in (0, 1), result.output


def _arguments(journal: Path, clock: ManualClock, number: int) -> Iterator[str]:
    chance = Random(number)
    what = chance.choice(("log", "log", "edit", "delete", "done", "skip", "undone", "dose", "flare-up", "undo", "redo"))
    words = ["--pain", str(chance.randrange(11)), "--note", f"{chance.choice(_NOTES)} number {number}"]
    words += ["--where", f"place {number}", "--trigger", f"one {number}, two {number}"]
    if what in ("edit", "delete"):
        with closing(Store.open(journal, clock)) as store:
            known = store.diary.check_ins(limit=1)
        what, found = (what, known[0].id) if known else ("log", "")
        yield from [what, found] if known else [what]
        yield from words if what != "delete" else []
    elif what == "log":
        yield from [what, *words]
    elif what == "dose":
        yield from ["plan", "change", "bridge", "--sets", str(chance.randrange(1, 5)), "--note", f"number {number}"]
    elif what == "flare-up":
        yield from [what, chance.choice(["start", "end"])]
    elif what == "skip":
        yield from [what, "bridge", "--reason", f"reason {number}"]
    else:
        yield from [what] if what in ("undo", "redo") else [what, "bridge"]


def _child(journal: Path, begin: int) -> None:
    for number in count(begin):
        run_command(journal, number)
        os.write(1, b"made %d\n" % number)


def main() -> None:
    """Start a child for each line on standard input."""
    journal = Path(sys.argv[1])
    # What the commands import is imported once.
    run_command(journal, 0)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os.write(1, b"child %d\n" % os.getpid())
            _child(journal, int(line))
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


if __name__ == "__main__":
    main()
