"""The diary in the app: the list, the search, deleting, older check-ins and flare-ups."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.content import Content
from textual.widgets import Input, Static

from backjournal.library.own_words import signs_in
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.state import read_diary
from backjournal.tui.diary.entries import DiaryEntries
from backjournal.tui.diary.flare_up_form import FlareUpForm
from backjournal.tui.widgets.words import MATCH
from tests.helpers.app import COMFORTABLE, many, running, seeded
from tests.helpers.values import TODAY, check_in

WILD = "[/]oops [red]x[/red] \\[b] $text [@click=app.quit]y"


async def test_the_list_is_newest_first_and_the_detail_follows_the_highlight(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("2")
        shown = person.app.query_one(DiaryEntries)
        assert shown.check_in == store.diary.check_ins()[0]
        assert "stiffness   20 min" in person.text
        await person.press("down", "down", "down", "down", "down")
        assert "fever with back pain" in person.text
        assert "! Ask a doctor for" in person.text
        await person.press("home", "left")
        assert shown.check_in is not None
        assert (shown.check_in.day, shown.check_in.mobility) == (date(2026, 11, 20), 5), "the latest of the day before"
        await person.press("left", "left", "left", "right")
        assert shown.check_in.day == date(2026, 11, 16)
        await person.press("t")
        assert shown.check_in.day == TODAY
        marked = [line[1:13].strip() for line in person.text.splitlines() if " ▲ " in line[:16]]
        assert marked == ["Fri 6 Nov  ▲", "Wed 4 Nov  ▲"], "the days of the flare-up"


@pytest.mark.slow
async def test_search_finds_in_notes_and_marks_and_esc_shows_everything(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "/")
        assert person.focus == "search"
        await person.write("GRÖSSE ändern")
        state = person.app.diary_state
        assert state is not None
        assert [found.id for found in state.check_ins] == ["check9"]
        await person.press("enter")
        assert person.focus == "DiaryEntries"
        assert "Größe ÄNDERN" in person.row
        await person.press("/", *["backspace"] * 13)
        await person.write("lower left")
        assert "Wed 28 Oct" in person.text
        assert "Mon 26 Oct" not in person.text
        await person.write(" [/]x")
        assert "no check-in with “lower left [/]x”" in person.text
        assert "Nothing in the diary has “lower left [/]x” in its note or marks" in person.text
        await person.press("escape")
        state = person.app.diary_state
        assert state is not None
        assert (state.search, len(state.check_ins)) == ("", 10)
        assert person.focus == "DiaryEntries"
        assert not person.app.query_one("#search").display


async def test_a_letter_of_the_search_reads_the_diary_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "/")
        with monkeypatch.context() as patch:
            patch.setattr(store.practices, "between", no_reading)
            patch.setattr(person.app, "read", no_reading)
            await person.write("lower left")
        assert "Wed 28 Oct" in person.text
        assert "Mon 26 Oct" not in person.text


@pytest.mark.slow
async def test_a_search_says_how_many_it_found_and_shows_the_match_wherever_it_is(store: Store) -> None:
    seeded(store).diary.save(check_in(1, note=f"{'Slow. ' * 300}Café at the lake. {'Slow. ' * 60}"))
    async with running(BackjournalApp(store)) as person:
        await person.press("2", "/")
        await person.write("CAFE")
        assert "1 check-in with “CAFE”" in person.text
        await person.press("enter")
        assert "… Slow. Café at the lake" in person.line("today"), "in the row"
        assert person.text.count("Café at the lake") == 2, "and in the detail"
        assert found_in(person.app.query_one(DiaryEntries).get_option_at_index(1).prompt) == ["Café"]
        assert found_in(person.app.query_one("#entry-text", Static).content) == ["Café"]
        await person.press("enter")
        assert "Café at the lake" in person.text
        await person.press("escape", "/", *["backspace"] * 4)
        assert " with “" not in person.text
        await person.write("mg")
        assert "1 check-in with “mg”" in person.text
        await person.press("enter")
        assert found_in(person.app.query_one(DiaryEntries).get_option_at_index(1).prompt) == ["mg"], "an amount"
        assert "esc leave search" in person.text.splitlines()[-1]
        await person.press("escape")
        assert "esc leave search" not in person.text


def found_in(content: object) -> list[str]:
    """Return what is marked as found in a text."""
    assert isinstance(content, Content)
    return [content.plain[span.start : span.end] for span in content.spans if span.style == MATCH]


@pytest.mark.slow
async def test_what_a_search_finds_beyond_the_rows_is_counted_apart(store: Store) -> None:
    async with running(BackjournalApp(many(store, 250))) as person:
        await person.press("2", "/")
        await person.write("entry")
        assert "more than 100 check-ins with “entry”" in person.text
        person.app.count_found()
        await person.threads_done()
        assert " 250 check-ins with “entry”" in person.text
        await person.press("enter", "end")
        assert " 250 check-ins with “entry”" in person.text, "older ones are among those that were counted"
        await person.press("d")
        assert "more than 200 check-ins" in person.text


async def test_a_search_that_cannot_be_read_is_reported(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "/")
        with monkeypatch.context() as patch:
            patch.setattr(store.diary, "check_ins", damaged)
            await person.write("x")
        assert person.notices == ["the journal is damaged"]


def test_the_urgency_of_each_check_in_is_that_of_what_its_words_say(store: Store) -> None:
    seeded(store)
    before = check_in(1, note="a walk")
    store.diary.save(before)
    for note in ("cannot pee", "numb between my legs", "fever and a cold sweat", "stairs", "no fever at all"):
        store.diary.save(replace(before, note=note))
        state = read_diary(store, TODAY, "", 100)
        heard = {each.id: signs_in(each.marks, each.note) for each in state.check_ins}
        wanted = {row_id: max(flag.urgency for flag in flags) for row_id, flags in heard.items() if flags}
        assert state.urgencies == wanted
    store.changes.undo()
    assert read_diary(store, TODAY, "", 100).urgencies != {}
    assert read_diary(store, TODAY, "nowhere", 100).urgencies == {}


def no_reading(*_: object) -> None:
    raise AssertionError("more was read than the diary")


def damaged(*_: object, **__: object) -> None:
    raise JournalError("the journal is damaged")


async def test_delete_without_question_and_undo_brings_it_back(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2")
        await person.to_row("[red]x")
        gone = person.app.query_one(DiaryEntries).check_in
        assert gone is not None
        await person.press("d")
        assert gone not in store.diary.check_ins()
        assert len(person.app.screen_stack) == 1
        assert "Mon 16 Nov" in person.row, "the neighbour below is highlighted"
        assert person.notices == ["Check-in deleted: u brings it back."]
        await person.press("u")
        assert gone in store.diary.check_ins()
        assert person.notices[1] == "Undone: deletion of the check-in of 2026-11-18 08:05"
        assert "[red]x" in person.text
        await person.press("end", "d")
        assert "Wed 28 Oct" in person.row, "at the end it is the one above"
        await person.press("U")
        assert len(store.diary.check_ins()) == 9, "after a new change there is nothing to redo"


async def test_the_only_check_in_deleted_leaves_an_empty_diary(store: Store) -> None:
    store.diary.save(check_in())
    async with running(BackjournalApp(store)) as person:
        await person.press("2", "d", "d", "e", "enter")
        assert store.diary.check_ins() == ()
        assert "Your diary is empty" in person.text
        await person.press("u")
        assert store.diary.check_ins() == (check_in(),)
        assert "Your diary is empty" not in person.text


@pytest.mark.slow
async def test_older_check_ins_come_at_the_end_of_the_list(store: Store) -> None:
    async with running(BackjournalApp(many(store, 250))) as person:
        await person.press("2")
        state = person.app.diary_state
        assert state is not None
        assert (len(state.check_ins), state.more) == (100, True)
        await person.press("end")
        state = person.app.diary_state
        assert state is not None
        assert (len(state.check_ins), state.more) == (200, True)
        assert person.row.endswith("entry 101"), "the first of the older ones is highlighted"
        await person.press("end", "end")
        state = person.app.diary_state
        assert state is not None
        assert (len(state.check_ins), state.more) == (250, False)
        assert person.row.endswith("entry 250")
        await person.press("/")
        await person.write("entry 24")
        state = person.app.diary_state
        assert state is not None
        assert len(state.check_ins) == 13, "the search looks at everything"


async def test_a_flare_up_by_key_its_end_and_its_removal(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("f")
        assert "A flare-up begins" in person.text
        assert person.focus == "first_day"
        await person.press("ctrl+s")
        (_, begun) = store.diary.flare_ups()
        assert (begun.first_day, begun.last_day) == (TODAY, None)
        assert "▲ flare-up since Sat 21 Nov" in person.text
        await person.press("f")
        assert "Change or end the flare-up" in person.text
        assert person.focus == "last_day"
        await person.write("today")
        await person.press("ctrl+s")
        assert store.diary.flare_ups()[1] == FlareUp(begun.id, TODAY, TODAY)
        await person.press("f", "tab", "space", "ctrl+s")
        assert [known.id for known in store.diary.flare_ups()] == ["flare1"]
        assert "▲" not in person.text
        await person.press("u")
        assert len(store.diary.flare_ups()) == 2
        assert "▲" in person.text


async def test_a_flare_up_that_cannot_be_is_refused_beside_its_field(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "f")
        for typed, field, message in (
            ("2026-11-08", "first_day", "overlaps with the flare-up from 2026-11-04 to 2026-11-08"),
            ("2026-11-22", "first_day", "has not come yet"),
            ("soon", "first_day", "is not a day"),
        ):
            first = person.screen.query_one("#first_day", Input)
            first.value = typed
            await person.press("ctrl+s")
            assert list(person.problems()) == [field]
            assert message in person.problems()[field]
        first.value = "2026-11-20"
        await person.press("tab")
        await person.write("2026-11-19")
        await person.press("ctrl+s")
        assert "lies before its first" in person.problems()["last_day"]
        assert person.window == "FlareUpForm"
        assert len(store.diary.flare_ups()) == 1


@pytest.mark.slow
async def test_a_flare_up_in_the_check_in_form(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "8")
        await person.to_field("flare_up")
        await person.press("space", "ctrl+s")
        (begun,) = store.diary.flare_ups()
        assert (begun.first_day, begun.last_day) == (TODAY, None)
        await person.press("n", "7")
        tick = person.screen.query_one("#field-flare_up Tick")
        assert tick.disabled
        await person.to_field("day")
        assert "since 2026-11-21, going on" in person.text
        await person.press("ctrl+s")
        assert store.diary.flare_ups() == (begun,), "it goes on, and none begins"
        await person.press("u", "u")
        assert (store.diary.check_ins(), store.diary.flare_ups()) == ((), ()), "check-in and flare-up are one change"


@pytest.mark.slow
async def test_a_flare_up_over_another_is_refused_in_the_check_in_form_with_nothing_saved(store: Store) -> None:
    seeded(store).diary.save_flare_up(FlareUp("later", TODAY, None))
    before = store.diary.check_ins()
    async with running(BackjournalApp(store)) as person:
        await person.press("left", "n", "8")
        await person.to_field("flare_up")
        await person.press("space", "ctrl+s")
        assert store.diary.check_ins() == before
        assert "a flare-up goes on since 2026-11-21: end it first" in person.text


@pytest.mark.slow
async def test_markup_and_control_characters_are_plain_text_everywhere(store: Store) -> None:
    exercise = Exercise("wild", f"Lift {WILD}", Category.STRETCHING, how_to=WILD)
    first_day = TODAY - timedelta(days=1)
    prescription = store.plan.prescribe(exercise, Dose(sets=2, repetitions=3), Schedule(), first_day)
    store.practices.save(Practice(prescription.id, TODAY, Status.SKIPPED, reason=WILD), WILD)
    marks = (Mark(MarkKind.TRIGGER, WILD),)
    store.diary.save(check_in(1, note=f"{WILD}\n\x1b[31mred\x1b]0;title\x07 \u202eback", marks=marks))
    app = BackjournalApp(store)
    async with running(app, (210, 45), toasts=True) as person:
        assert f"Lift {WILD[:26]}…" in person.row
        assert person.row.endswith(WILD)
        assert person.text.count(WILD) >= 4
        await person.press("enter")
        assert person.text.count(WILD) >= 2
        await person.press("escape", "i")
        await person.threads_done()
        assert person.text.count(WILD) >= 2
        await person.press("escape", "s", "s")
        assert f"Skip Lift {WILD[:12]}" in person.text
        await person.press("escape", "a")
        assert WILD in person.text
        await person.press("escape", "2")
        assert person.row.count(WILD) == 2, "the mark and the note"
        assert "[31mred]0;title back" in person.text
        assert not {"\x1b", "\x07", "\u202e"} & set(person.text)
        await person.press("enter")
        assert person.text.count(WILD) >= 2
        await person.press("escape", "d", "u", "4", "enter")
        assert person.text.count(WILD) >= 2
        await person.press("escape", "d", "e", "escape", "u")
        assert any(WILD in notice for notice in person.notices)
        assert len(app.screen_stack) == 1


@pytest.mark.slow
async def test_an_ended_flare_up_says_until_when_and_f_works_in_every_pane(store: Store) -> None:
    seeded(store).diary.save_flare_up(FlareUp("later", TODAY - timedelta(days=1), TODAY))
    async with running(BackjournalApp(store)) as person:
        assert "▲ flare-up Fri 20 Nov to Sat 21 Nov" in person.text
        for pane in ("1", "3", "4"):
            await person.press(pane, "f")
            assert isinstance(person.screen, FlareUpForm)
            await person.press("escape")


async def test_the_detail_follows_an_edit_and_its_undo(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("2", "e", "3", "ctrl+s")
        assert person.window == "ReadyScreen"
        assert str(person.screen.query_one("#entry-text").render()).split("worst")[0].split()[-1] == "3"
        await person.press("u")
        assert str(person.screen.query_one("#entry-text").render()).split("worst")[0].split()[-1] == "4"
