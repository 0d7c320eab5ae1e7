"""A journal of every earlier version, with years in it, opens with the same figures as one that was always new."""

from pathlib import Path
from random import Random

import pytest

from backjournal.store.schema import MIGRATIONS
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.old_journals import as_known_to, columns, completed, made_up, make_journal, write_rows
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

FIGURES = (
    ("today",),
    ("today", "--day", "2026-10-02"),
    ("plan",),
    ("plan", "show", "knee", "rolls"),
    ("diary", "--json"),
    ("export", "measures"),
    ("trends", "--table", "--weeks", "all"),
    ("trends", "adherence", "--table", "--weeks", "all"),
    ("trends", "answer"),
    ("trends", "goes-with"),
    ("measures",),
    ("experiment",),
    ("flare-up",),
    ("settings",),
    ("bin",),
    ("check",),
    ("redo",),
    ("undo",),
    ("undo",),
    ("export", "checklist"),
)
"""The commands whose output is compared; the last ones also walk through the history."""


def figures(journal: Path) -> list[str]:
    commands = Commands(journal, ManualClock())
    results = [commands.run(*arguments) for arguments in FIGURES]
    assert [result.exit_code for result in results] == [0] * len(FIGURES), [result.stderr for result in results]
    # Of a check, what it says of the rows: an update leaves a backup, and each journal lies in a folder of its own.
    return [
        result.stdout.partition("\n")[0] if arguments == ("check",) else result.stdout
        for arguments, result in zip(FIGURES, results, strict=True)
    ]


@pytest.mark.parametrize("migrations", range(1, len(MIGRATIONS)))
def test_an_old_journal_opens_with_the_figures_of_a_new_one(migrations: int, tmp_path: Path, cases: Cases) -> None:
    for years in (1, 10)[: cases(1, 2)]:
        rows = made_up(years, Random(years))
        old, new = tmp_path / f"old{years}" / "journal.db", tmp_path / f"new{years}" / "journal.db"
        for journal, version in ((old, migrations), (new, len(MIGRATIONS))):
            journal.parent.mkdir()
            make_journal(journal, version)
        known = as_known_to(rows, columns(old))
        write_rows(old, known if "signs" not in columns(old)["check_ins"] else completed(known))
        write_rows(new, completed(known))
        wanted = figures(new)
        assert figures(old) == wanted
        assert any("Sound: " in text for text in wanted)
