"""Rows that cannot be read: each is left out, counted and named, and everything else is there."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from backjournal.journal.record import journal_record
from backjournal.store.rows import Rows
from backjournal.store.store import Store
from backjournal.store.unreadable import LeftOut, Unreadable, left_out_line, readable
from tests.helpers.clock import ManualClock
from tests.helpers.unreadable import BY_DAMAGE, BY_OTHERS, Bad, spoil
from tests.helpers.user_actions import visible
from tests.helpers.values import AT_EIGHT, TODAY, check_in, check_in_at

ALL = BY_OTHERS | BY_DAMAGE


@pytest.fixture
def spoilt(full: Path, journal: Path, clock: ManualClock, bad: Bad) -> Iterator[Store]:
    """Return a journal in which one row cannot be read."""
    journal.parent.mkdir(mode=0o700)
    shutil.copy(full, journal)
    spoil(journal, bad)
    with closing(Store.open(journal, clock)) as store:
        yield store


def everything(store: Store) -> tuple[object, ...]:
    """Read a journal in all the ways in which it is read."""
    first = store.today() - timedelta(days=20)
    return (
        visible(store),
        store.settings.get(),
        store.checklists(first, store.today()),
        store.extras(store.today()),
        store.plan.entries(first),
        store.plan.begins(),
        store.diary.first_day(),
        store.diary.latest_signs(),
        store.diary.check_ins(search="note"),
        store.measures.known(),
        store.measures.latest(),
        store.practices.of("id0", TODAY - timedelta(days=3)),
        store.practices.latest_pain(["id0"], TODAY - timedelta(days=2)),
        store.answers.all(),
        store.stopwatches.all(),
        [*store.diary_rows.between(date.min, date.max)],
        store.diary_days.all(),
        store.diary_days.values("pain"),
        [*store.diary_days.with_value("pain", date.min, date.max)],
        journal_record(store, store.today()),
        journal_record(store, store.today(), store.today()),
    )


@pytest.mark.parametrize("bad", ALL.values(), ids=ALL)
def test_a_row_that_cannot_be_read_is_left_out_and_named(spoilt: Store, bad: Bad) -> None:
    everything(spoilt)
    named = {(row.table, row.id): row.why for row in spoilt.left_out}
    assert (bad.table, bad.id) in named
    assert bad.why in named[bad.table, bad.id]
    assert all(str(row).isprintable() for row in spoilt.left_out)


@pytest.mark.parametrize("bad", [bad for bad in ALL.values() if bad.table == "check_ins"])
def test_a_check_in_that_cannot_be_read_is_nowhere_and_all_others_are(spoilt: Store, bad: Bad) -> None:
    others = {f"c{number}" for number in range(20)} - {bad.id}
    assert {each.id for each in spoilt.diary.check_ins()} == others
    assert {row.id for row in spoilt.diary_rows.between(date.min, date.max)} == others
    if "note" not in bad.why:  # of what counts numbers alone, nothing sees the note
        assert sum(day.check_ins for day in spoilt.diary_days.all().values()) == len(others)
        assert len(spoilt.diary_days.values("pain")) == len(others)
        assert len([*spoilt.diary_days.with_value("pain", date.min, date.max)]) == len(others)
    assert spoilt.diary.first_day() == TODAY - timedelta(days=19)


@pytest.mark.parametrize("bad", [BY_OTHERS["mark of a bell"], BY_OTHERS["mark that is no text"]])
def test_a_check_in_is_shown_without_a_mark_that_cannot_be_read(spoilt: Store, bad: Bad) -> None:
    (shown,) = (each for each in spoilt.diary.check_ins() if each.id == "c3")
    assert [str(mark) for mark in shown.marks] == ["ibuprofen 400 mg"]
    (row,) = (row for row in spoilt.diary_rows.between(date.min, date.max) if row.id == "c3")
    assert row.words == (("medicine", ("ibuprofen 400 mg",)),)
    noted = spoilt.diary_days.all()[TODAY - timedelta(days=3)]
    assert {word for _, word in noted.marks} == {"ibuprofen"}


@pytest.mark.parametrize("bad", [BY_OTHERS["exercise without a name"], BY_DAMAGE["exercise of no category"]])
def test_what_belongs_to_a_row_that_cannot_be_read_is_left_out_with_it(spoilt: Store, bad: Bad) -> None:
    assert "bird-dog" not in {each.exercise_id for each in spoilt.plan.prescriptions()}
    assert "prescription id1 (its exercise bird-dog cannot be read)" in [str(row) for row in spoilt.left_out]


@pytest.mark.parametrize("bad", [BY_OTHERS["own measure without a range"]])
def test_the_results_of_a_measure_that_cannot_be_read_are_left_out_with_it(spoilt: Store, bad: Bad) -> None:
    assert {result.measure_id for result in spoilt.measures.results()} == {"peg-style"}
    assert "results" in {row.table for row in spoilt.left_out}


@pytest.mark.parametrize("bad", [BY_OTHERS["garbled scores"]])
def test_the_latest_result_is_the_latest_that_can_be_read(spoilt: Store, bad: Bad) -> None:
    assert {result.day for result in spoilt.measures.latest().values()} == {TODAY, TODAY - timedelta(weeks=1)}


@pytest.mark.parametrize("bad", [BY_OTHERS["moment as a number"]])
def test_as_many_check_ins_are_read_as_are_asked_for(spoilt: Store, bad: Bad) -> None:
    newest = spoilt.diary.check_ins(limit=4)
    assert [each.id for each in newest] == ["c0", "c1", "c2", "c4"]
    assert spoilt.diary.number_found("") == len(spoilt.diary.check_ins())


@pytest.mark.parametrize("bad", [bad for bad in ALL.values() if bad.table == "settings"])
def test_a_setting_that_cannot_be_read_has_its_default_and_the_others_stay(spoilt: Store, bad: Bad) -> None:
    settings = spoilt.settings.get()
    assert str(settings.weeks) == "0"
    assert f"{settings.day_starts_at:%H:%M}" == "04:00"
    assert settings.pain_limit == 3
    assert (settings.baseline_from is None) == (bad.id == "baseline_from")


@pytest.mark.slow
@pytest.mark.parametrize("bad", ALL.values(), ids=ALL)
def test_undo_and_redo_work_whatever_cannot_be_read(spoilt: Store, bad: Bad) -> None:
    spoilt.diary.save(check_in(99, note="new"))
    assert spoilt.changes.undo() == "check-in of 2026-11-21 09:39"
    before = visible(spoilt)
    assert spoilt.changes.redo() == "check-in of 2026-11-21 09:39"
    for _ in range(40):
        spoilt.changes.undo()
    for _ in range(41):
        spoilt.changes.redo()
    spoilt.changes.undo()
    assert visible(spoilt) == before


@pytest.mark.parametrize("bad", [BY_OTHERS["note that is no text"]])
def test_undo_puts_back_the_very_bytes_that_are_no_text(spoilt: Store, bad: Bad) -> None:
    spoilt.diary.check_ins()
    with spoilt.changes.write("by hand"):
        spoilt.changes.put("check_ins", "c3", {"note": "für"})
    spoilt.changes.undo()
    assert spoilt._db.value("SELECT hex(note) FROM check_ins WHERE id = 'c3'") == "66FC72"


@pytest.mark.parametrize("bad", [BY_OTHERS["mark of a bell"]])
def test_undo_hears_signs_beside_a_mark_that_cannot_be_read(spoilt: Store, bad: Bad) -> None:
    with spoilt.changes.write("by hand"):
        spoilt.changes.put("check_ins", bad.id.partition("/")[0], {"note": "fever with back pain"})
    assert spoilt.changes.undo() == "by hand"
    assert spoilt.changes.redo() == "by hand"
    assert spoilt.diary.latest_signs() == {"fever with back pain": TODAY - timedelta(days=3)}


def test_a_sign_on_a_day_that_cannot_be_read_hides_none_before_it(store: Store) -> None:
    before = check_in_at("c1", AT_EIGHT - timedelta(days=1), TODAY - timedelta(days=1), note="fever with back pain")
    for entry in (before, check_in(2, note="fever with back pain")):
        store.diary.save(entry)
    store._db.execute("UPDATE check_ins SET day = '9999-12-31' WHERE id = 'c2'")
    assert store.diary.latest_signs() == {"fever with back pain": before.day}
    assert [row.id for row in store.left_out] == ["c2"]


@pytest.mark.parametrize("bad", [Bad("UPDATE history SET column_name = 'pian' WHERE column_name IS NULL", "", "", "")])
def test_a_line_of_the_history_that_cannot_be_read_is_left_out_of_undo(spoilt: Store, bad: Bad) -> None:
    assert spoilt.changes.undo() is not None
    assert "history" in {row.table for row in spoilt.left_out}


@pytest.mark.parametrize("bad", [BY_OTHERS["moment as a number"]])
def test_all_connections_of_an_app_remember_what_is_left_out_in_one_place(spoilt: Store, bad: Bad) -> None:
    with spoilt.elsewhere() as other:
        other.diary.check_ins()
    assert len(spoilt.left_out) == 1
    with spoilt.reading() as other:
        other.diary.check_ins()
    assert len(spoilt.left_out) == 1


def test_a_sound_journal_leaves_nothing_out(full: Path, clock: ManualClock) -> None:
    with closing(Store.open(full, clock)) as store:
        everything(store)
        assert not len(store.left_out)


def test_a_mistake_in_the_code_is_no_row_that_cannot_be_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.diary.save(check_in())
    monkeypatch.setattr("backjournal.store.check_in_rows.CheckIn", lambda **values: values["unknown"])
    with pytest.raises(KeyError):
        store.diary.check_ins()


def test_texts_are_read_as_ever_after_one_that_is_no_text(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "any.db")) as connection:
        rows = Rows(connection, tmp_path / "any.db")
        texts = "SELECT 1 AS id, 'für' AS text UNION ALL SELECT 2, CAST(x'fc' AS TEXT) UNION ALL SELECT 3, 'é'"
        assert [*readable(rows, "texts", rows.query(texts), lambda row: row["text"])] == ["für", "é"]
        assert [(row.id, row.why) for row in rows.left_out] == [("2", "text has bytes that are no text (not UTF-8)")]


def test_one_line_tells_how_many_rows_are_left_out_and_names_the_first() -> None:
    left_out = LeftOut()
    assert left_out_line(left_out) == ""
    left_out.add(Unreadable("check_ins", "c1", "at is no moment: 'x'"))
    advice = "'backjournal check' says what to do"
    one = "1 row of the journal cannot be read, it is left out: check-in c1 (at is no moment: 'x')"
    assert left_out_line(left_out) == f"{one}. {advice}"
    for number in range(4):
        left_out.add(Unreadable("marks", f"m{number}", "why"))
    several = "5 rows of the journal cannot be read, they are left out: check-in c1 (at is no moment: 'x')"
    assert left_out_line(left_out) == f"{several}; mark m0 (why); mark m1 (why); and 2 more. {advice}"
