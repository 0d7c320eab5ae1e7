"""Folders that are kept in sync, and the copies that sync programs make of a journal."""

from pathlib import Path

import pytest

from backjournal.store.synced import SyncedFolder, conflict_copies, synced_folder

CONFLICTS = (
    "journal (conflicted copy 2026-11-21 101112).db",
    "journal (Ann's conflicted copy 2026-11-21).db",
    "journal (Ann, In Konflikt stehende Kopie 2026-11-21).db",
    "journal.sync-conflict-20261121-093000-ABCDEFG.db",
    "journal_conflict-20261121-093000.db",
)
OTHERS = ("journal.db", "journal-old.db", "journal.db-journal", "work (conflicted copy).db", "journal (1).db", "j.db")


def folder_with(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder / "journal.db"


def test_the_copies_that_sync_programs_make_are_found_and_no_others(tmp_path: Path) -> None:
    journal = folder_with(tmp_path, *CONFLICTS, *OTHERS)
    assert [path.name for path in conflict_copies(journal)] == sorted(CONFLICTS)


def test_a_copy_with_the_name_of_a_device_is_one_of_onedrive_only(tmp_path: Path) -> None:
    names = "journal-DESKTOP-4711.db", "journal-John’s MacBook.db"
    journal = folder_with(tmp_path / "OneDrive - Practice" / "back", "journal.db", *names)
    assert [path.name for path in conflict_copies(journal)] == [*names]


def test_a_folder_that_is_not_there_has_no_copies(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "none" / "journal.db") == ()


@pytest.mark.parametrize(
    ("folder", "mark", "service"),
    [
        ("sync", ".stfolder", "Syncthing"),
        ("Dropbox", "", "Dropbox"),
        ("Dropbox (Home)", "", "Dropbox"),
        ("box", ".dropbox.cache", "Dropbox"),
        ("Nextcloud", "", "Nextcloud"),
        ("cloud", ".sync_1a2b3c.db", "Nextcloud"),
        ("OneDrive - Practice", "", "OneDrive"),
    ],
)
def test_a_synced_folder_is_recognized_from_below(tmp_path: Path, folder: str, mark: str, service: str) -> None:
    root = tmp_path / folder
    journal = folder_with(root / "back" / "diary", "journal.db")
    if mark:
        (root / mark).touch()
    assert synced_folder(journal) == SyncedFolder(service, root)


def test_another_folder_is_not_taken_for_a_synced_one(tmp_path: Path) -> None:
    assert synced_folder(folder_with(tmp_path / "data", "journal.db", "notes.db")) is None
