"""The diary in the journal: check-ins with their marks, the search, the words used so far, and flare-ups."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given

from backjournal.days import moment_of
from backjournal.model.check_ins import CheckIn
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import Mark, MarkKind
from backjournal.store.search import tells
from backjournal.store.store import Store
from tests.helpers.anything import check_ins
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.values import AT_EIGHT, TODAY, check_in, check_in_at, mark


def rows(store: Store, table: str) -> list[dict[str, object]]:
    return list(store._db.query(f"SELECT * FROM {table} ORDER BY rowid"))


@given(check_ins())
def test_whatever_check_in_the_model_accepts_is_kept_as_it_is(any_store: Store, written: CheckIn) -> None:
    any_store.diary.save(written)
    (kept,) = [entry for entry in any_store.diary.check_ins(written.day, written.day) if entry.id == written.id]
    assert kept == written
    assert kept.at.utcoffset() == written.at.utcoffset()
    assert kept.at.isoformat() == written.at.isoformat()


@given(check_ins(), check_ins())
def test_a_check_in_that_is_edited_is_kept_as_edited(any_store: Store, before: CheckIn, after: CheckIn) -> None:
    any_store.diary.save(before)
    edited = replace(after, id=before.id)
    any_store.diary.save(edited)
    kept = [entry for entry in any_store.diary.check_ins() if entry.id == before.id]
    assert kept == [edited]


def test_a_missing_value_stays_missing(store: Store) -> None:
    store.diary.save(check_in(1, note="nothing measured"))
    store.diary.save(check_in(2, pain=0, stiffness_min=0, sleep_hours=0.0))
    zeros, missing = store.diary.check_ins()
    assert (missing.pain, missing.values.get("stiffness_min"), missing.values.get("sleep_hours")) == (None, None, None)
    assert (zeros.pain, zeros.values.get("stiffness_min"), zeros.values.get("sleep_hours")) == (0, 0, 0.0)


def test_the_moment_is_stored_in_utc_beside_its_offset_and_its_day(store: Store) -> None:
    at = moment_of(
        date(2026, 3, 28), AT_EIGHT.time().replace(hour=3, minute=30), BERLIN, AT_EIGHT.time().replace(hour=4)
    )
    store.diary.save(check_in_at("c", at, date(2026, 3, 28), pain=1))
    (row,) = rows(store, "check_ins")
    assert (row["at"], row["utc_offset"], row["day"]) == ("2026-03-29T01:30:00Z", 120, "2026-03-28")


def test_check_ins_come_newest_first_by_day_and_then_by_moment(store: Store) -> None:
    after_midnight = check_in_at("late", AT_EIGHT - timedelta(hours=6), TODAY - timedelta(days=1), pain=1)
    evening = check_in_at("evening", AT_EIGHT - timedelta(hours=10), TODAY - timedelta(days=1), pain=2)
    for entry in (check_in(1), evening, check_in(2), after_midnight):
        store.diary.save(entry)
    assert [entry.id for entry in store.diary.check_ins()] == ["c2", "c1", "late", "evening"]
    assert [entry.id for entry in store.diary.check_ins(limit=2)] == ["c2", "c1"]
    assert [entry.id for entry in store.diary.check_ins(last=TODAY - timedelta(days=1))] == ["late", "evening"]
    assert [entry.id for entry in store.diary.check_ins(TODAY, TODAY, limit=1)] == ["c2"]
    assert store.diary.check_ins(TODAY + timedelta(days=1)) == ()
    assert store.diary.check_ins(date.max, date.min) == ()
    assert len(store.diary.check_ins(date.min, date.max)) == 4


def test_the_marks_of_a_check_in_keep_their_order_and_their_amounts(store: Store) -> None:
    marks = (
        mark(MarkKind.MEDICINE, "ibuprofen 400 mg"),
        mark(MarkKind.LOCATION, "lower back"),
        mark(MarkKind.MEDICINE, "codeine"),
        Mark(MarkKind.QUALITY, "dull, 'quoted' %_"),
    )
    store.diary.save(check_in(1, marks=marks))
    store.diary.save(check_in(2, marks=marks[:1]))
    assert [entry.marks for entry in store.diary.check_ins()] == [marks[:1], marks]
    store.diary.save(check_in(1, marks=marks[1:3]))
    assert [entry.marks for entry in store.diary.check_ins()] == [marks[:1], marks[1:3]]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["c4", "c3", "c2", "c1"]),
        ("   ", ["c4", "c3", "c2", "c1"]),
        ("garden", ["c1"]),
        ("GARDEN", ["c1"]),
        ("rücken", ["c2"]),
        ("RÜCKEN", ["c2"]),
        ("STRASSE", ["c2"]),
        ("ὈΔΥΣΣΕΎΣ", ["c4"]),
        ("hip", ["c3", "c1"]),
        ("hip garden", ["c1"]),
        ("garden  HIP", ["c1"]),
        ("400", ["c3"]),
        ("gone", []),
        ("%", ["c4"]),
        ("_", []),
        ("' OR 1", []),
        ("\x00", ["c4", "c3", "c2", "c1"]),
        ("\ud800", []),
    ],
)
def test_the_search_finds_every_word_in_notes_and_marks_whatever_its_case(
    store: Store, search: str, found: list[str]
) -> None:
    store.diary.save(check_in(1, note="In the garden", marks=(mark(MarkKind.LOCATION, "left hip"),)))
    store.diary.save(check_in(2, note="Rücken, nach der Straße"))
    store.diary.save(check_in(3, marks=(mark(MarkKind.MEDICINE, "ibuprofen 400 mg"), mark(MarkKind.LOCATION, "HIP"))))
    store.diary.save(check_in(4, note="Ὀδυσσεύς, 100 %", marks=(mark(MarkKind.TRIGGER, "gone"),)))
    store.diary.save(check_in(4, note="Ὀδυσσεύς, 100 %"))
    assert [entry.id for entry in store.diary.check_ins(search=search)] == found
    assert store.diary.number_found(search) == len(found)


def test_a_check_in_within_a_second_is_counted_as_it_is_found(journal: Path, store: Store) -> None:
    store.diary.save(check_in(1, note="walk"))
    with closing(sqlite3.connect(journal)) as db, db:
        db.execute("UPDATE check_ins SET at = replace(at, 'Z', '.500Z')")
    assert store.diary.number_found("walk") == len(store.diary.check_ins(search="walk")) == 1


def test_a_search_goes_with_days_and_limit(store: Store) -> None:
    for number in range(5):
        store.diary.save(check_in(number, note=f"walk {number}"))
    assert [entry.id for entry in store.diary.check_ins(search="walk", limit=2)] == ["c4", "c3"]
    assert store.diary.check_ins(last=TODAY - timedelta(days=1), search="walk") == ()


def test_a_search_looks_at_each_check_in_once_and_at_no_more_than_it_needs(
    monkeypatch: pytest.MonkeyPatch, open_store: Callable[[], Store]
) -> None:
    looked_at = []

    def looking(text: bytes, word: str) -> bool:
        looked_at.append(text.decode())
        return tells(text, word)

    monkeypatch.setattr("backjournal.store.diary.tells", looking)
    store = open_store()
    for number in range(30):
        at, hip = AT_EIGHT - timedelta(days=number), mark(MarkKind.LOCATION, "hüfte")
        store.diary.save(check_in_at(f"c{number}", at, at.date(), note="Übung", marks=(hip,)))
    assert store.diary.check_ins(search="nirgendwö") == ()
    assert looked_at.count("Übung") == looked_at.count("hüfte") == 30
    looked_at.clear()
    assert len(store.diary.check_ins(search="hüfte", limit=3)) == 3
    assert looked_at.count("Übung") < 6
    assert looked_at.count("hüfte") < 6


@pytest.mark.parametrize("where", ["note", "marks"])
def test_a_search_with_a_limit_looks_beyond_the_last_year_where_that_has_too_few(store: Store, where: str) -> None:
    for ago in (0, 10, 360, 370, 800):
        at = AT_EIGHT - timedelta(days=ago)
        found = {"note": "hip"} if where == "note" else {"marks": (mark(MarkKind.LOCATION, "hip"),)}
        store.diary.save(check_in_at(f"c{ago}", at, at.date(), pain=1, **found))
        store.diary.save(check_in_at(f"other {ago}", at, at.date(), pain=1, note="knee"))
    store.diary.save(check_in_at("newest", AT_EIGHT + timedelta(days=40), TODAY + timedelta(days=40), pain=1))
    for limit in range(1, 6):
        found_ids = [entry.id for entry in store.diary.check_ins(search="hip", limit=limit)]
        assert found_ids == ["c0", "c10", "c360", "c370", "c800"][:limit]
    until = TODAY - timedelta(days=365)
    assert [entry.id for entry in store.diary.check_ins(last=until, search="hip", limit=2)] == ["c370", "c800"]
    assert [entry.id for entry in store.diary.check_ins(first=TODAY, search="hip", limit=2)] == ["c0"]


def test_the_signs_of_some_days_are_told_by_check_in(store: Store) -> None:
    store.diary.save(check_in(1, note="fever since Monday"))
    store.diary.save(check_in(2, note="a walk"))
    store.diary.save(check_in_at("old", AT_EIGHT - timedelta(days=1), TODAY - timedelta(days=1), note="fever"))
    assert list(store.diary.signs(TODAY, TODAY)) == ["c1"]
    assert set(store.diary.signs(date.min, date.max)) == {"c1", "old"}
    store.diary.delete(check_in(1))
    assert store.diary.signs(TODAY, TODAY) == {}


def test_deleted_rows_are_marked_and_their_text_stays(store: Store) -> None:
    store.diary.save(check_in(1, note="a typed note", marks=(mark(MarkKind.LOCATION, "hip"),)))
    store.diary.delete(check_in(1))
    assert store.diary.check_ins() == ()
    assert store.diary.words(MarkKind.LOCATION) == ()
    assert [(row["note"], row["deleted"]) for row in rows(store, "check_ins")] == [("a typed note", 1)]
    assert [(row["word"], row["deleted"]) for row in rows(store, "marks")] == [("hip", 1)]


def test_every_row_says_when_and_where_it_was_written(store: Store) -> None:
    store.diary.save(check_in(1, marks=(mark(MarkKind.LOCATION, "hip"),)))
    for table in ("check_ins", "marks", "changes"):
        assert [row["rev"] for row in rows(store, table)] == ["2026-11-21T08:30:00.000Z device01"]


def test_only_what_changed_is_written_again(store: Store, clock: ManualClock) -> None:
    marks = (mark(MarkKind.LOCATION, "hip"), mark(MarkKind.LOCATION, "knee"))
    store.diary.save(check_in(1, note="before", marks=marks))
    clock.advance(timedelta(minutes=1))
    store.diary.save(check_in(1, note="after", marks=marks))
    assert [str(row["rev"])[11:16] for row in rows(store, "check_ins")] == ["08:31"]
    assert [str(row["rev"])[11:16] for row in rows(store, "marks")] == ["08:30", "08:30"]


def test_the_words_used_so_far_the_latest_first(store: Store) -> None:
    for number, words in enumerate(["hip", "lower back", "neck", "hip", "Hip 2"]):
        store.diary.save(check_in(number, marks=(mark(MarkKind.LOCATION, words), mark(MarkKind.MEDICINE, words))))
    assert store.diary.words(MarkKind.LOCATION) == ("Hip 2", "hip", "neck", "lower back")
    assert store.diary.words(MarkKind.MEDICINE) == ("Hip 2", "hip", "neck", "lower back")
    assert store.diary.words(MarkKind.TRIGGER) == ()
    store.diary.delete(check_in(4))
    assert store.diary.words(MarkKind.LOCATION) == ("hip", "neck", "lower back")


def test_a_flare_up_goes_on_until_it_is_ended(store: Store) -> None:
    started = store.diary.start_flare_up(TODAY)
    assert store.diary.flare_ups() == (FlareUp("id1", TODAY),) == (started,)
    ended = store.diary.end_flare_up(TODAY + timedelta(days=2))
    assert store.diary.flare_ups() == (FlareUp("id1", TODAY, TODAY + timedelta(days=2)),) == (ended,)
    next_one = store.diary.start_flare_up(TODAY + timedelta(days=3))
    assert store.diary.flare_ups() == (ended, next_one)
    store.diary.delete_flare_up(ended)
    assert store.diary.flare_ups() == (next_one,)


@pytest.mark.parametrize("away", [-5, -2, 0, 1, 3])
def test_flare_ups_do_not_overlap(store: Store, away: int) -> None:
    first = FlareUp("f", TODAY - timedelta(days=2), TODAY)
    goes_on = FlareUp("g", TODAY + timedelta(days=1))
    for flare_up in (first, goes_on):
        store.diary.save_flare_up(flare_up)
    with pytest.raises(InvalidValue, match=r"it overlaps with the flare-up from|a flare-up goes on since") as refusal:
        store.diary.start_flare_up(TODAY + timedelta(days=away))
    assert refusal.value.field == "first_day"
    assert store.diary.flare_ups() == (first, goes_on)
    assert str(store.changes.undo()).startswith("flare-up from 2026-11-22")


def test_a_flare_up_is_changed_in_place(store: Store) -> None:
    store.diary.save_flare_up(FlareUp("f", TODAY, TODAY + timedelta(days=4)))
    longer = FlareUp("f", TODAY - timedelta(days=4), TODAY + timedelta(days=2))
    store.diary.save_flare_up(longer)
    assert store.diary.flare_ups() == (longer,)


def test_what_is_no_end_of_a_flare_up_is_refused(store: Store) -> None:
    with pytest.raises(JournalError, match="no flare-up goes on: there is nothing to end"):
        store.diary.end_flare_up(TODAY)
    store.diary.start_flare_up(TODAY)
    with pytest.raises(InvalidValue, match="lies before its first"):
        store.diary.end_flare_up(TODAY - timedelta(days=1))
    for day in (date.min, date.max):
        with pytest.raises(InvalidValue):
            store.diary.end_flare_up(day)
    assert store.diary.flare_ups() == (FlareUp("id1", TODAY),)


def test_a_word_is_offered_once_as_it_was_last_spelled(store: Store) -> None:
    for number, word in enumerate(["lower-back", "hip", "Lower back", "LOWER BACK"], 1):
        at = AT_EIGHT + timedelta(hours=number)
        store.diary.save(check_in_at(f"c{number}", at, TODAY, marks=(mark(MarkKind.LOCATION, word),)))
    assert store.diary.words(MarkKind.LOCATION) == ("LOWER BACK", "hip")
