"""A bit of a journal is flipped, hundreds of times: no crash, and what is wrong is said or found by a check."""

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.unreadable import fill_every_table
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

READS = (
    ("today",),
    ("diary",),
    ("trends", "--plain"),
    ("export", "diary"),
    ("export", "checklist"),
    ("export", "measures"),
    ("export", "experiments"),
    ("plan",),
    ("settings",),
)
"""What shows all that a person wrote."""

WRITES = (("undo",), ("redo",), ("log", "--pain", "4"))


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a journal with rows in every table and a backup beside it, to copy."""
    journal = fill_every_table(tmp_path_factory.mktemp("original") / "journal.db", ManualClock())
    assert Commands(journal, ManualClock()).run("backup").exit_code == 0
    return journal


def said_by(commands: Commands, *command: str) -> tuple[int, str, str]:
    """Run a command and return its exit status and what it printed; a crash fails."""
    result = commands.run(*command)
    assert result.exception is None or isinstance(result.exception, SystemExit), (command, result.exception)
    assert "an error of backjournal itself" not in result.stderr, (command, result.stderr)
    assert "Traceback" not in result.output
    assert result.exit_code in (0, 1), (command, result.output)
    return result.exit_code, result.stdout, result.stderr


def flip(journal: Path, chance: Random) -> int:
    """Flip one bit of a file, and return which."""
    whole = bytearray(journal.read_bytes())
    place = chance.randrange(len(whole) * 8)
    whole[place // 8] ^= 1 << place % 8
    journal.write_bytes(bytes(whole))
    return place


def test_a_flipped_bit_ends_no_command_and_is_told_or_found(original: Path, tmp_path: Path, cases: Cases) -> None:
    clock, found = ManualClock(), Counter[str]()
    truth = [said_by(Commands(original, clock), *read) for read in READS]
    for number in range(cases(40, 400)):
        folder = tmp_path / str(number)
        shutil.copytree(original.parent, folder)
        commands = Commands(folder / "journal.db", clock)
        place = flip(commands.journal, Random(number))
        shown = [said_by(commands, *read) for read in READS]
        checked, _, _ = said_by(commands, "check")
        told = any(status or err for status, _, err in shown)
        differs = [out for _, out, _ in shown] != [out for _, out, _ in truth]
        assert told or checked or not differs, f"bit {place} of journal {number} is silently wrong"
        found["told when used" if told else "found by check" if checked else "harmless"] += 1
        found["silently wrong but for the check"] += differs and not told
        for write in WRITES:
            said_by(commands, *write)
        if checked:
            found[_mended(commands, folder)] += 1
        shutil.rmtree(folder)
    print(dict(found))  # noqa: T201 - the figures of the README


def _mended(commands: Commands, folder: Path) -> str:
    """Mend a journal, check that nothing that lay there is gone and that it can be used, and return how it went."""
    before = {path.read_bytes() for path in folder.rglob("*.db*") if path.is_file()}
    status, out, _ = said_by(commands, "check", "--fix")
    for command in (*READS, *WRITES):
        said_by(commands, *command)
    # New indexes may bring to light that more is damaged: then it is the file with these that is moved aside.
    if "The damaged journal lies at" in out and "The indexes were made anew" not in out:
        assert before <= {path.read_bytes() for path in folder.rglob("*.db*") if path.is_file()}
    return "not mended" if status else "mended"
