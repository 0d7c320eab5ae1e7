"""Mending rows: a backup is used only for what has not changed since, and what belongs to a lost row goes with it."""

import sqlite3
from contextlib import closing

from backjournal.store.backups import backups_of
from backjournal.store.fingerprint import file_digest
from tests.helpers.commands import Commands
from tests.helpers.unreadable import BY_OTHERS, Bad, spoil

BAD = BY_OTHERS["moment as a number"]


def test_a_row_that_was_changed_since_the_backup_is_set_aside(filled: Commands) -> None:
    filled.output("backup")
    filled.output("edit", BAD.id, "--pain", "9")
    spoil(filled.journal, BAD)
    fixed = filled.output("check", "--fix")
    assert "1 row set aside: check-in c3" in fixed
    assert "put back" not in fixed


def test_a_backup_of_another_version_is_not_used(filled: Commands) -> None:
    filled.output("backup")
    (backup,) = backups_of(filled.journal, None)
    with closing(sqlite3.connect(backup.path)) as db, db:
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm008_indexes'")
    backup.path.rename(backup.path.with_name(backup.path.name.replace(backup.digest, file_digest(backup.path))))
    spoil(filled.journal, BAD)
    fixed = filled.output("check", "--fix")
    assert "1 row set aside: check-in c3" in fixed
    assert "put back" not in fixed


def test_what_belongs_to_a_row_that_is_set_aside_is_set_aside_too(filled: Commands) -> None:
    spoil(filled.journal, Bad("UPDATE exercises SET name = char(7) WHERE id = 'bridge'", "exercises", "bridge", ""))
    fixed = filled.output("check", "--fix")
    assert "2 rows set aside: exercise bridge, prescription id0" in fixed
    assert filled.run("check").exit_code == 0
