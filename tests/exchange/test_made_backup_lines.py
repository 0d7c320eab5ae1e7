"""What a person has to know after a backup was made."""

from datetime import timedelta
from pathlib import Path

from backjournal.exchange.made_backup_lines import made_lines
from backjournal.store.backing_up import MEGABYTE, Made
from tests.store.test_thinning import NOW, backup

NEW, OLD, OLDER = Path("new.db"), backup(NOW), backup(NOW - timedelta(days=2))


def test_of_a_backup_like_any_other_there_is_nothing_to_say() -> None:
    assert made_lines(Made(NEW, size=2 * MEGABYTE), 2) == []


def test_what_is_wrong_is_never_silent() -> None:
    assert made_lines(Made(NEW, damaged=OLD), 2) == [
        f"the backup before, {OLD.path.name}, was damaged: a new one was made"
    ]
    assert made_lines(Made(NEW, unreadable=1), 2) == ["a backup was made, with 1 row that cannot be read: see 'check'"]


def test_what_had_to_go_and_that_no_more_can_go_is_never_silent() -> None:
    removed, too_large = made_lines(Made(NEW, (OLDER, OLD), 2 * MEGABYTE + 100_000), 2)
    assert removed.startswith("the backups took more than 2 MB: 2 backups removed, of 2026-11-19 to 2026-11-21;")
    assert too_large.startswith("the backups take 2.1 MB, more than the 2 MB that were set, and no more can go:")
