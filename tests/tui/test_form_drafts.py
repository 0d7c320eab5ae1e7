"""Every form keeps what is typed into it, and offers it again, however the app was ended."""

import asyncio
import importlib
import json
import pkgutil
import signal
from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Key
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, Select, TextArea

from backjournal import tui
from backjournal.store.drafts import Drafts
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.messages import PlanBegun
from backjournal.tui.widgets.answers import put_answer
from backjournal.tui.widgets.form import Field, FormScreen
from backjournal.tui.widgets.radio import Radio
from backjournal.tui.widgets.scale import Scale
from backjournal.tui.widgets.symptoms import SymptomsField
from backjournal.tui.widgets.tick import Tick
from tests.helpers.app import Person, at_rest, running, seeded
from tests.helpers.measures_app import measured

OPENED_BY = {
    "AboutYouForm": (),
    "BaselineForm": ("3", "b"),
    "CheckInForm": ("n",),
    "ExperimentForm": ("E", "n"),
    "ExportForm": ("x",),
    "FlareUpForm": ("f",),
    "MeasureForm": ("5", "e"),
    "OnsetForm": ("3", "o"),
    "PlanFactsForm": ("4", "a"),
    "PlanFileForm": ("4", "o"),
    "PracticeForm": ("a",),
    "PrescriptionForm": ("4", "e"),
    "RangeForm": ("3", "r"),
    "ResultForm": ("5", "enter"),
    "ReviewForm": ("W",),
    "SettingsForm": (",",),
}


def test_no_form_is_forgotten() -> None:
    for module in pkgutil.walk_packages(tui.__path__, "backjournal.tui."):
        vars(importlib.import_module(module.name))  # loads also those that wait until they are used
    assert {form.__name__ for form in FormScreen.__subclasses__()} == OPENED_BY.keys()


async def opened(person: Person, name: str) -> FormScreen:
    await person.press(*OPENED_BY[name])
    if name == "AboutYouForm":
        person.app.post_message(PlanBegun())
    await person.threads_done()
    form = person.screen
    assert isinstance(form, FormScreen)
    assert type(form).__name__ == name
    return form


OTHER: dict[type, Callable[[Any], Any]] = {
    TextArea: lambda _area: "typed\nhere",
    Input: lambda field: f"{field.value}1",
    Tick: lambda tick: not tick.value,
    Scale: lambda scale: 3 if scale.value != 3 else 4,
    SymptomsField: lambda _field: ["fever with back pain"],
    Radio: lambda radio: next(value for value in radio.words if value != radio.value),
    Select: lambda select: next(value for _, value in select._options if value != select.value),
}
"""What gives an answer that a control does not have yet, by the kind of control."""


def other_answer(control: Widget) -> Any:
    (other,) = (other for kind, other in OTHER.items() if isinstance(control, kind))
    return other(control)


@pytest.mark.slow
@pytest.mark.parametrize("name", OPENED_BY)
async def test_every_form_keeps_a_draft_of_all_its_fields(store: Store, name: str) -> None:
    measured(seeded(store))
    async with running(BackjournalApp(store)) as person:
        form = await opened(person, name)
        before, title = form.answers(), form.FORM_TITLE
        for field in form.query(Field):
            if not field.control.disabled:
                put_answer(field.control, other_answer(field.control))
        await at_rest(person.app)
        typed = form.answers()
        differ = {key for key in before if typed[key] != before[key]}
        assert differ == {field.name for field in form.query(Field) if not field.control.disabled}
        person.app.keep_drafts()
    (kept,) = Drafts(store.path, store.new_id).waiting()
    assert kept.answers == json.loads(json.dumps(typed))
    async with running(BackjournalApp(store)) as person:
        assert title in "".join(person.notices) or name == "CheckInForm"
        form = await opened(person, name)
        assert form.answers() == typed
        assert {key: type(value) for key, value in form.answers().items()} == {
            key: type(value) for key, value in typed.items()
        }
        assert "This was typed before and not saved" in person.text
        await person.press("escape", "d")
        assert person.window != name
    assert Drafts(store.path, store.new_id).waiting() == ()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGHUP", None)])
async def test_a_signal_keeps_what_is_typed(store: Store, number: int) -> None:
    app = BackjournalApp(store)
    async with running(app) as person:
        await person.press("n", "7")
        await person.to_field("note")
        await person.write("as it was")
        signal.raise_signal(number)
        await ended(app)
    assert app.return_code == 128 + number
    (kept,) = Drafts(store.path, store.new_id).waiting()
    assert (kept.answers["pain"], kept.answers["note"]) == (7, "as it was")
    assert store.diary.check_ins() == ()


async def ended(app: BackjournalApp) -> None:
    while app.is_running:  # noqa: ASYNC110 - the app ends by itself
        await asyncio.sleep(0)


async def test_a_signal_keeps_what_is_typed_before_anything_else(store: Store) -> None:
    app = BackjournalApp(store)
    async with running(app) as person:
        await person.press("n", "7")
        app._end(128)
        (draft,) = store.path.parent.glob(".*.draft")
        assert json.loads(draft.read_text("utf-8"))["answers"]["pain"] == 7
        await ended(app)


async def test_what_was_typed_just_before_a_signal_is_kept_too(store: Store) -> None:
    app = BackjournalApp(store)
    async with running(app) as person:
        await person.press("n")
        await person.to_field("note")
        for letter in "last":  # no key has reached the field yet
            app.post_message(Key(letter, letter))
        app._end(128)
        await ended(app)
    (kept,) = Drafts(store.path, store.new_id).waiting()
    assert kept.answers["note"] == "last"


async def test_no_tab_leads_away_from_a_form(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        place = person.screen.query_one("#tabs").region.offset + Offset(len(" 1 Today ") + 2, 0)
        await person.press("n", "7")
        await person.pilot.click(offset=place)
        person.screen.query_one("#save").focus()
        await person.press("2")
        assert (person.app.pane.id, person.window) == ("today", "CheckInForm")
        assert person.answer("pain") == 7


@pytest.mark.slow
async def test_a_form_keeps_its_draft_by_itself_every_second(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n")
        form = person.screen
        assert isinstance(form, FormScreen)
        assert [timer._interval for timer in form._timers if timer._callback == form.keep_draft] == [1]


async def test_a_form_that_is_being_removed_keeps_its_draft(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "7")
        person.app.keep_drafts()
        await person.screen.query(Field).remove()
        person.app.keep_drafts()
    (kept,) = Drafts(store.path, store.new_id).waiting()
    assert kept.answers["pain"] == 7
