"""The check-in form in the app: filling it in, its refusals, and leaving it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from textual.widgets import Input

from backjournal.model.marks import MarkKind
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, Person, running, seeded
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.values import TODAY, check_in_at


async def clear(person: Person, field: str, text: str = "") -> None:
    """Replace the contents of a field."""
    await person.to_field(field)
    await person.press("end", *["backspace"] * len(person.answer(field)))
    await person.write(text)


async def test_a_whole_check_in_needs_few_keys(store: Store) -> None:
    keys = ["n", "4", "tab", "tab", "6", "tab", "tab", "ctrl+s"]
    assert len(keys) <= 12
    async with running(BackjournalApp(store)) as person:
        await person.press(*keys[:-1])
        assert person.focus == "note"
        await person.write("Stiff, but moving.")
        await person.press(keys[-1])
        (saved,) = store.diary.check_ins()
        assert (saved.pain, saved.mobility, saved.note) == (4, 6, "Stiff, but moving.")
        assert (saved.day, saved.at) == (TODAY, datetime(2026, 11, 21, 9, 30, tzinfo=BERLIN))
        assert person.notices == ["Check-in saved."]
        assert "pain 4   mobility 6" in person.text
        assert "last check-in 09:30" in person.text


async def test_a_scale_takes_digits_arrows_and_the_mouse(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n")
        assert person.focus == "pain"
        await person.press("1")
        clock.advance(timedelta(seconds=1))
        await person.press("0")
        assert person.answer("pain") == 10
        await person.press("0")
        assert person.answer("pain") == 0, "a 0 after 10 is a new digit"
        await person.press("1")
        clock.advance(timedelta(seconds=1, milliseconds=1))
        await person.press("0")
        assert person.answer("pain") == 0, "too late for 10"
        await person.press("1", "2", "0")
        assert person.answer("pain") == 0, "the 1 must come right before"
        await person.press("left")
        assert person.answer("pain") == 0
        await person.press("right", "right")
        assert person.answer("pain") == 2
        assert "[2]" in person.line("Pain now")
        await person.press("backspace")
        assert person.answer("pain") is None
        assert "[" not in person.line("Pain now")
        await person.press("x", "²", "tab", "right")
        assert person.answer("worst_pain") == 5, "from none it starts in the middle"
        await person.press("1", "0", "right")
        assert person.answer("worst_pain") == 10
        await person.click("#mobility", 3 * 7 + 1)
        assert person.answer("mobility") == 7
        await person.click("#mobility", 3 * 10 + 2)
        assert person.answer("mobility") == 10
        await person.click("#mobility", 3 * 11 + 1)
        assert person.answer("mobility") == 10, "beside the numbers nothing happens"


async def test_every_field_is_saved(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n", "3", "tab", "7", "tab", "5", "tab", "6", "tab")
        await person.write("First line\nsecond [/]line")
        await person.press("tab", "8", "tab")
        for typed in ("lower back, left leg", "ibuprofen 400 mg"):
            await person.write(typed)
            await person.press("enter")
        await person.press("+")
        for typed in ("20", "6:30", "5:15", "dull", "sitting; lifting", "heat"):
            await person.write(typed)
            await person.press("enter")
        await person.press("ctrl+s")
        (saved,) = store.diary.check_ins()
        assert (
            saved.pain,
            saved.worst_pain,
            saved.mobility,
            saved.values.get("mood"),
            saved.values.get("confidence"),
        ) == (3, 7, 5, 6, 8)
        hours = saved.values.get("sleep_hours"), saved.values.get("sitting_hours")
        assert (saved.values.get("stiffness_min"), *hours) == (20, 6.5, 5.25)
        assert {kind: saved.words(kind) for kind in MarkKind if kind is not MarkKind.SYMPTOM} == {
            MarkKind.LOCATION: ("lower back", "left leg"),
            MarkKind.QUALITY: ("dull",),
            MarkKind.TRIGGER: ("sitting", "lifting"),
            MarkKind.RELIEF: ("heat",),
            MarkKind.MEDICINE: ("ibuprofen 400 mg",),
        }
        assert saved.note == "First line\nsecond [/]line"
        assert store.diary.flare_ups() == ()


async def test_one_value_is_enough_and_nothing_is_refused(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "down", "ctrl+s")
        assert "nothing is filled in" in person.problems()["pain"]
        assert person.focus == "pain"
        assert "nothing is filled in" in person.text
        await person.to_field("mood")
        await person.press("0", "ctrl+s")
        (saved,) = store.diary.check_ins()
        assert (saved.values.get("mood"), saved.pain, saved.mobility, saved.note) == (0, None, None, "")
        assert len(person.app.screen_stack) == 1


BAD_VALUES = [
    ("stiffness_min", "1441", "not a whole number from 0 to 1440"),
    ("sleep_hours", "25", "more than the 24 hours"),
    ("medicine", "x" * 81, "1 to 80 characters"),
    ("day", "2026-11-22", "has not come yet"),
    ("day", "31 February", "is not a day"),
    ("time", "9:31", "has not come yet"),
    ("time", "late", "'late' is not a time of day"),
]


@pytest.mark.slow
async def test_a_bad_value_is_said_beside_its_field_and_the_rest_stays(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "4")
        await person.to_field("relief")
        await person.write("heat")
        for field, typed, message in BAD_VALUES:
            control = person.screen.query_one(f"#{field}", Input)
            before, control.value = control.value, typed
            await person.to_field("mood")
            await person.press("ctrl+s")
            assert store.diary.check_ins() == ()
            assert list(person.problems()) == [field]
            assert message in person.problems()[field]
            assert person.focus == field
            assert message[:18] in person.text, "it is said where it can be seen"
            assert (person.answer("pain"), person.answer("relief")) == (4, "heat")
            control.value = before
        await person.to_field("worst_pain")
        await person.press("3", "ctrl+s")
        assert "worst pain 3 is below pain 4" in person.problems()["worst_pain"]
        assert person.focus == "worst_pain"
        await person.press("5")
        await clear(person, "time", "0905")
        await person.press("ctrl+s")
        (saved,) = store.diary.check_ins()
        assert (saved.pain, saved.worst_pain, saved.words(MarkKind.RELIEF)) == (4, 5, ("heat",))
        assert f"{saved.at:%H:%M}" == "09:05"


@pytest.mark.slow
async def test_an_edit_keeps_the_moment_to_the_second(store: Store) -> None:
    tokyo = timezone(timedelta(hours=9))
    at = datetime(2026, 11, 20, 21, 15, 42, tzinfo=tokyo)
    store.diary.save(check_in_at("travel", at, TODAY - timedelta(days=1), pain=4, note="Far away", marks=()))
    async with running(BackjournalApp(store)) as person:
        await person.press("2", "e")
        assert "Edit check-in" in person.text
        assert (person.answer("pain"), person.answer("note"), person.answer("time")) == (4, "Far away", "21:15")
        await person.press("5", "ctrl+s")
        (saved,) = store.diary.check_ins()
        assert (saved.id, saved.pain, saved.note) == ("travel", 5, "Far away")
        assert saved.at.isoformat() == at.isoformat()
        await person.press("e")
        await clear(person, "time", "20:00")
        await person.press("ctrl+s")
        (saved,) = store.diary.check_ins()
        assert saved.at.isoformat() == "2026-11-20T20:00:00+09:00", "a changed time is read by the clock there"


async def test_a_check_in_after_midnight_belongs_to_the_evening_before(store: Store, clock: ManualClock) -> None:
    clock.set(datetime(2026, 11, 22, 1, 20, tzinfo=BERLIN))
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "8", "ctrl+s", "2")
        (saved,) = store.diary.check_ins()
        assert (saved.day, saved.at.astimezone(UTC)) == (TODAY, datetime(2026, 11, 22, 0, 20, tzinfo=UTC))
        assert "by the clock Sun 22 Nov 2026, UTC+0100" in person.text


@pytest.mark.slow
async def test_a_check_in_for_the_past_day_that_is_shown(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("left", "left", "n", "2", "ctrl+s")
        (saved,) = store.diary.check_ins(TODAY - timedelta(days=2), TODAY - timedelta(days=2))
        assert saved.pain == 2
        assert person.app.day == saved.day


@pytest.mark.slow
async def test_leaving_a_changed_form_asks(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "escape")
        assert len(person.app.screen_stack) == 1, "an unchanged form is just left"
        await person.press("n", "4", "backspace", "escape")
        assert len(person.app.screen_stack) == 1, "what is as it was is not changed"
        await person.press("n", "4", "escape")
        assert "This is not saved yet" in person.text
        await person.press("escape")
        assert person.window == "CheckInForm"
        assert person.answer("pain") == 4
        await person.press("tab", "2", "escape", "s")
        assert person.window == "CheckInForm", "a save that is refused stays in the form"
        assert list(person.problems()) == ["worst_pain"]
        assert store.diary.check_ins() == ()
        await person.press("escape", "d")
        assert len(person.app.screen_stack) == 1
        assert store.diary.check_ins() == ()
        await person.press("n", "4", "escape", "enter")
        assert [saved.pain for saved in store.diary.check_ins()] == [4]
        assert len(person.app.screen_stack) == 1


async def test_earlier_words_are_offered_and_taken(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("n")
        await person.to_field("location")
        await person.write("LOW")
        assert "er back" in person.line("Where")
        assert person.answer("location") == "LOW", "an offer is not taken by itself"
        await person.press("right")
        assert person.answer("location") == "LOWer back"
        await person.write(", l")
        await person.press("right")
        assert person.answer("location") == "LOWer back, left leg", "a word that is there already is not offered"
        await person.to_field("medicine")
        await person.write("i")
        await person.press("right", "ctrl+s")
        assert store.diary.check_ins(limit=1)[0].words(MarkKind.MEDICINE) == ("ibuprofen 400 mg",)


async def test_a_locked_journal_is_said_in_the_form_and_nothing_is_lost(
    journal: Path, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backjournal.store.connection.BUSY_SECONDS", 0.01)
    store = open_store()
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "4")
        with closing(sqlite3.connect(journal, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await person.press("ctrl+s")
            assert person.window == "CheckInForm"
            assert "locked by another program" in " ".join(person.text.replace("│", " ").split())
            assert person.answer("pain") == 4
        await person.press("ctrl+s")
        assert [saved.pain for saved in store.diary.check_ins()] == [4]
        assert len(person.app.screen_stack) == 1
