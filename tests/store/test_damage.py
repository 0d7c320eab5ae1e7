"""A damaged journal: what is read or written says so in one plain line, and no good backup is replaced."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.model.errors import JournalError
from backjournal.store.backups import backups_folder
from backjournal.store.plain_errors import DAMAGED
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.user_actions import visible
from tests.helpers.values import BRIDGE, TODAY, check_in

OpenStore = Callable[[], Store]

PAGE = 4096
NOTE = "a note that fills the pages " * 20
USES: dict[str, Callable[[Store], object]] = {
    "read": visible,
    "search": lambda store: store.diary.check_ins(search="note"),
    "today": lambda store: store.checklist(store.today()),
    "signs": lambda store: store.diary.latest_signs(),
    "write": lambda store: store.diary.save(check_in(99, note=NOTE)),
    "plan": lambda store: store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY),
    "undo": lambda store: store.changes.undo(),
    "back up": Store.back_up,
    "check": Store.check,
}
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "overwritten": lambda page: b"\xff" * 8 + page[8:],
    "zeroed": lambda page: bytes(len(page)),
    "of something else": lambda page: bytes(range(256)) * (PAGE // 256),
    "turned": lambda page: page[::-1],
}


@pytest.fixture
def written(open_store: OpenStore, journal: Path) -> Path:
    """Return the path of a closed journal that holds entries, some on pages of their own."""
    store = open_store()
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY)
    for number in range(30):
        store.diary.save(check_in(number, note=NOTE))
    store.diary.start_flare_up(TODAY)
    store.close()
    return journal


def damaged_at_each_page(journal: Path, damage: Callable[[bytes], bytes]) -> Iterator[int]:
    """Damage one page after the other, each in the whole journal; the header of the file stays."""
    whole = journal.read_bytes()
    assert len(whole) // PAGE > 30
    for begin in range(0, len(whole), PAGE):
        start = max(begin, 100)
        journal.write_bytes(whole[:start] + damage(whole[start : begin + PAGE]) + whole[begin + PAGE :])
        journal.with_name(f"{journal.name}-journal").unlink(missing_ok=True)
        shutil.rmtree(backups_folder(journal), ignore_errors=True)
        yield begin // PAGE


def said(use: Callable[[Store], object], store: Store) -> str:
    """Return the message of a refusal, an empty one if there was none; anything else fails."""
    try:
        use(store)
    except JournalError as refusal:
        return str(refusal)
    return ""


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_whatever_is_done_with_a_damaged_journal_is_refused_in_one_plain_line_or_works(
    written: Path, clock: ManualClock, damage: Callable[[bytes], bytes]
) -> None:
    found = set()
    for _ in damaged_at_each_page(written, damage):
        with suppress(JournalError), closing(Store.open(written, clock)) as store:
            found |= {said(use, store) for use in USES.values()}
    assert all(message.isprintable() or not message for message in found)
    assert not any(NOTE[:30] in message for message in found)
    assert DAMAGED.format(path=written) in found


@pytest.mark.slow
def test_a_check_finds_a_damaged_page_whichever_it_is_and_no_backup_is_made_of_it(
    written: Path, clock: ManualClock
) -> None:
    for page in damaged_at_each_page(written, DAMAGES["overwritten"]):
        for use in (Store.check, Store.back_up):
            message = ""
            try:
                with closing(Store.open(written, clock)) as store:
                    use(store)
            except JournalError as refusal:
                message = str(refusal)
            assert f"the journal {written} is damaged: put a backup in its place" in message, (page, use)
            assert "\n" not in message
        assert not backups_folder(written).exists() or not list(backups_folder(written).iterdir())


def test_earlier_backups_stay_when_the_journal_is_damaged(written: Path, clock: ManualClock) -> None:
    with closing(Store.open(written, clock)) as store:
        for number in range(14):
            store.diary.save(check_in(number))
            store.back_up()
            clock.advance(timedelta(days=1))
        before = {path.name: path.read_bytes() for path in backups_folder(written).iterdir()}
        place = store._db.value("SELECT rootpage FROM sqlite_master WHERE name = 'check_ins'") * PAGE
        store.diary.end_flare_up(TODAY)
        whole = written.read_bytes()
        written.write_bytes(whole[: place - PAGE] + bytes(PAGE) + whole[place:])
    with closing(Store.open(written, clock)) as store, pytest.raises(JournalError, match="is damaged: put a backup"):
        store.back_up()
    assert {path.name: path.read_bytes() for path in backups_folder(written).iterdir()} == before
    assert len(before) == 2 + 12


def test_an_older_journal_that_is_damaged_is_not_updated(written: Path, clock: ManualClock) -> None:
    with closing(sqlite3.connect(written, isolation_level=None)) as older:
        older.execute("DELETE FROM _sqlite_migrations WHERE id > 7")
        (root,) = older.execute("SELECT rootpage FROM sqlite_master WHERE name = 'marks_by_word'").fetchone()
    whole = written.read_bytes()
    written.write_bytes(whole[: (root - 1) * PAGE] + bytes(PAGE) + whole[root * PAGE :])
    before = written.read_bytes()
    with pytest.raises(JournalError, match="is damaged: put a backup in its place"):
        Store.open(written, clock)
    assert written.read_bytes() == before


def test_a_thorough_check_finds_an_index_that_lacks_a_row_and_a_row_without_its_owner(
    written: Path, clock: ManualClock
) -> None:
    with closing(sqlite3.connect(written, isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("INSERT INTO marks (id, rev, check_in_id, position, kind, word, amount)"
                      " VALUES ('m', 'r', 'nobody', 0, 'location', 'hip', '')")  # fmt: skip
    with closing(Store.open(written, clock)) as store:
        store.check()
        with pytest.raises(JournalError, match=r"is damaged: .*: a row of marks belongs to none of check_ins"):
            store.check(thoroughly=True)
    with closing(sqlite3.connect(written, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_master SET sql = replace(sql, 'WHERE signs', 'WHERE id <> '''' OR signs')")
    with closing(Store.open(written, clock)) as store:
        store.check()
        with pytest.raises(JournalError, match=r"is damaged: .* missing from index check_ins_with_signs"):
            store.check(thoroughly=True)
