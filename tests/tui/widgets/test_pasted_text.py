"""What is pasted and typed into fields: nothing of it is lost, and nothing of it acts on the terminal."""

import re
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

import backjournal.tui
from backjournal.model.better import Better
from backjournal.model.marks import MarkKind
from backjournal.model.measures import own_measure
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.widgets.form import Field
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.note_input import NoteInput
from tests.helpers.app import COMFORTABLE, Person, at_rest, running, seeded

WILD = "a\x9b31mb\x0ec\u202ed\x1b[2Je\x00f"
TAME = "a31mbcd[2Jef"


async def paste(person: Person, text: str) -> None:
    """Paste a text as a terminal does it."""
    await person.threads_done()
    person.app.post_message(events.Paste(text))
    await at_rest(person.app)


def value_of(person: Person) -> str:
    """Return what is in the field that has the focus."""
    field = person.app.focused
    assert isinstance(field, LineInput | NoteInput)
    return field.value if isinstance(field, LineInput) else field.text


def test_every_field_of_the_app_is_one_of_ours() -> None:
    sources = Path(backjournal.tui.__file__).parent.rglob("*.py")
    plain = [path.name for path in sources if re.search(r"(?<![A-Za-z])(Input|TextArea)\(", path.read_text("utf-8"))]
    assert plain == []


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("sitting\nlifting\r\ncar", ("sitting", "lifting", "car")),
        ("sitting,\nlifting;\n\n  car  \n", ("sitting", "lifting", "car")),
        ("sitting\rlifting\u2028car\x0b", ("sitting", "lifting", "car")),
        (f"{WILD}\nlifting", (TAME, "lifting")),
    ],
)
@pytest.mark.slow
async def test_a_pasted_list_becomes_words(store: Store, pasted: str, words: tuple[str, ...]) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("trigger")
        await paste(person, pasted)
        await person.press("ctrl+s")
    (saved,) = store.diary.check_ins()
    assert saved.words(MarkKind.TRIGGER) == words


@pytest.mark.slow
async def test_the_cursor_stands_after_what_was_pasted(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("trigger")
        await person.write("car, bus")
        await person.press(*["left"] * 3)
        await paste(person, "tram\nbike")
        await person.write(",")
        assert value_of(person) == "car, tram, bike,bus"


@pytest.mark.slow
async def test_own_symptoms_are_words_too(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("symptom")
        await person.press("enter")
        person.screen.query_one(Input).focus()
        await paste(person, "stiff neck\ndizzy\n")
        await person.press("ctrl+s", "ctrl+s")
    (saved,) = store.diary.check_ins()
    assert saved.words(MarkKind.SYMPTOM) == ("stiff neck", "dizzy")


@pytest.mark.slow
async def test_every_line_field_of_a_form_keeps_all_lines(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        for field in person.screen.query(LineInput):
            field.focus()
            await at_rest(person.app)
            await paste(person, f"one\n{WILD}\nthree\n")
            assert value_of(person) in (f"one {TAME} three", f"one, {TAME}, three")


@pytest.mark.slow
async def test_pasting_within_the_app_keeps_all_lines(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        person.app.copy_to_clipboard(f"one\n{WILD}")
        await person.to_field("trigger")
        await person.press("ctrl+v")
        assert value_of(person) == f"one, {TAME}"
        await person.to_field("note")
        await person.press("ctrl+v")
        assert value_of(person) == f"one\n{TAME}"


async def test_a_note_keeps_its_lines_and_is_clean_however_it_came_in(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("note")
        await paste(person, f"one\r\n{WILD}\u2029three\ttabbed")
        assert value_of(person) == f"one\n{TAME}\nthree tabbed"
        note = person.screen.query_one(NoteInput)
        note.text = WILD
        assert note.text == TAME
        note.insert(WILD)
        assert note.text == TAME * 2
        note.undo()
        assert note.text == TAME


def test_a_note_is_clean_from_the_start() -> None:
    assert NoteInput(WILD, id="note").text == TAME


async def test_what_is_said_beside_a_field_is_one_clean_line(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        await person.screen.query(Field).first().refuse(f"{WILD}\nand more")
        await at_rest(person.app)
        assert f"✗ {TAME} and more" in person.text


@pytest.mark.slow
async def test_what_a_number_has_no_room_for_is_said(store: Store) -> None:
    store.measures.choose(own_measure("own", "Steps", "", 0, None, Better.HIGHER))
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("5", "enter")
        await paste(person, "7\n")
        assert value_of(person) == "7"
        await paste(person, "12\n13")
        assert value_of(person) == "7"
        assert [notice for notice in person.notices if "‘12 13’ does not fit here" in notice]
        person.app.copy_to_clipboard("14\n15")
        await person.press("ctrl+v")
        assert "‘14 15’ does not fit here" in person.notices[-1]


async def test_what_is_pasted_beside_the_field_for_a_reason_goes_into_it(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("s")
        await person.threads_done()
        assert person.window == "SkipDialog"
        await paste(person, "no\ntime")
        assert value_of(person) == "no time"


@pytest.mark.slow
async def test_a_word_is_completed_in_another_spelling(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("location")
        await person.write("rücken-mitte")
        await person.press("ctrl+s")
        for typed, suggested in (("ru\u0308c", "ru\u0308cken-mitte"), ("RÜCKEN m", "RÜCKEN mitte")):
            await person.press("n")
            await person.to_field("location")
            await paste(person, typed)
            assert person.screen.query_one("#location", Input)._suggestion == suggested
            await person.press("escape", "d")


async def test_a_field_is_clean_also_with_the_text_of_a_draft(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        for field in person.screen.query(LineInput):
            field.value = WILD
            assert field.value == TAME
