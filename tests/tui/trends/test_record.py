"""When the trends in the app change: with the journal, the day and the baseline, and with remarks shown once."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import date, datetime, timedelta
from threading import Event

import pytest

from backjournal.journal.record import Fetched, Kept, fetch_record
from backjournal.model.errors import JournalError
from backjournal.model.onset import Onset
from backjournal.store.store import Store
from backjournal.trends.window import Window
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core import record_cache
from backjournal.tui.trends.pane import TrendsPane
from tests.helpers.app import Person, at_rest, many, running, seeded
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.trends_app import press, readout, rows, window
from tests.helpers.values import TODAY, check_in


@pytest.mark.slow
async def test_the_record_is_read_again_only_when_the_journal_has_changed(
    store: Store, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[date] = []

    def counted(journal: Store, today: date, since: date, kept: Kept | None) -> Fetched:
        reads.append(today)
        return fetch_record(journal, today, since, kept)

    monkeypatch.setattr(record_cache, "fetch_record", counted)
    other = open_store()
    store.answers.save("onset", TODAY)
    async with running(BackjournalApp(seeded(store))) as person:
        assert not reads, "nothing of it at the start"
        for keys in (("3", "+", "tab", "left"), ("4",), ("3",)):
            await press(person, *keys)
        assert len(reads) == 1
        figures = person.app.plan_figures
        assert figures is not None
        await press(person, "4")
        assert person.app.plan_figures is figures
        other.diary.save(check_in(200, pain=9))
        await person.look()
        assert len(reads) == 2
        assert person.app.plan_figures is not figures
        await press(person, "3", "shift+tab", "t")
        before = rows(person)[0]
        await press(person, "n", "9", "ctrl+s")
        assert len(reads) == 3
        assert rows(person)[0] != before
        await press(person, "u")
        assert rows(person)[0] == before


@pytest.mark.slow
async def test_at_a_new_day_the_window_goes_on(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await press(person, "3")
        clock.set(datetime(2026, 11, 23, 4, 0, tzinfo=BERLIN))
        await person.look()
        assert window(person).last == date(2026, 11, 23)
        assert rows(person)[0][0] == "2026-11-23"
        pane = person.app.query_one(TrendsPane)
        pane.look = pane.look.within(Window(12, date(2026, 11, 23), date(2026, 11, 2)))
        clock.set(datetime(2026, 11, 24, 4, 0, tzinfo=BERLIN))
        await person.look()
        assert window(person).last == date(2026, 11, 23), "two dates stay as they were chosen"


@pytest.mark.slow
async def test_the_baseline_moves(store: Store) -> None:
    async with running(BackjournalApp(many(store, 60))) as person:
        await press(person, "3")
        before = readout(person)
        await person.press("b", *"tomorrow", "ctrl+s")
        assert "has not come yet" in person.problems()["baseline_from"]
        await person.press("end", *["backspace"] * 8, *"2026-11-02")
        await press(person, "ctrl+s")
        assert store.settings.get().baseline_from == date(2026, 11, 2)
        assert readout(person) != before


@pytest.mark.slow
async def test_the_onset_is_asked_once_and_may_be_left_out(store: Store) -> None:
    async with running(BackjournalApp(many(store, 20))) as person:
        await press(person, "3")
        assert "When did" not in person.text, "it is about the answer alone"
        await press(person, "shift+tab", "shift+tab")
        assert "When did this back pain begin?" in person.text
        await press(person, "escape")
        assert "When did" not in person.text
    async with running(BackjournalApp(store)) as person:
        await press(person, "3", "shift+tab", "shift+tab")
        assert "When did" not in person.text
        await person.press("o", *"long ago", "ctrl+s")
        assert "does not say when the pain began" in person.problems()["onset"]
        await person.press("end", *["backspace"] * 8, "ctrl+s")
        assert store.settings.get().onset is None


@pytest.mark.slow
async def test_what_is_told_of_the_onset_is_answered_with_a_remark_once(store: Store) -> None:
    async with running(BackjournalApp(many(store, 20))) as person:
        await press(person, "3", "shift+tab", "shift+tab")
        await person.press("o", *"2019", "ctrl+s")
        await press(person)
        assert store.settings.get().onset == Onset("2019")
        assert "called chronic" in readout(person, "#remark")
        assert "When did" not in person.text
        await press(person, "tab")
        assert not person.app.query_one("#remark").display, "no graph gives its rows for it"
        await press(person, "shift+tab", "escape", "tab", "shift+tab")
        assert not person.app.query_one("#remark").display
    async with running(BackjournalApp(store)) as person:
        await press(person, "3", "shift+tab", "shift+tab")
        assert not person.app.query_one("#remark").display


async def test_a_journal_that_cannot_be_read_is_reported_and_read_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> object:
        raise JournalError("the journal is locked by another program: close it and try again")

    async with running(BackjournalApp(seeded(store))) as person:
        later: dict[float, Callable[[], None]] = {}
        monkeypatch.setattr(person.app, "set_timer", later.__setitem__)
        for owner, name in ((store.changes, "stamp"), (record_cache, "fetch_record")):
            with monkeypatch.context() as patched:
                patched.setattr(owner, name, refuse)
                await press(person, "3")
            assert "is locked" in person.notices[-1]
            assert "reading the journal" in person.text
            read_again = later.pop(record_cache.AGAIN_SECONDS)
            await press(person, "1")
        read_again()
        await press(person, "3")
        assert "●" in person.text


@pytest.mark.slow
async def test_the_last_months_are_shown_first_and_the_years_before_them_follow(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    since: list[date] = []
    earlier = Event()

    def in_steps(journal: Store, today: date, first: date, kept: Kept | None) -> Fetched:
        if kept and not kept.record.whole:
            earlier.wait()
        fetched = fetch_record(journal, today, first, kept)
        since.append(fetched.kept.record.since)
        return fetched

    monkeypatch.setattr(record_cache, "fetch_record", in_steps)
    monkeypatch.setattr(record_cache, "STEP", timedelta(weeks=20))
    # However the test ends, the thread is not left waiting.
    async with running(BackjournalApp(many(store, 400))) as person, AsyncExitStack() as ending:
        ending.callback(earlier.set)
        await person.press("3")
        await first_shown(person)
        assert "reading the journal" not in person.text
        assert window(person).weeks == 12
        await person.press("+", "+", "+")
        assert "reading the journal" in person.text
        assert len(rows(person)) == 12, "nothing that leaves out what is not read yet"
        await person.press("-", "tab", "tab", "tab", "c")
        assert "reading the journal" in person.text
        earlier.set()
        await person.threads_done()
        assert "reading the journal" not in person.text
        assert since == sorted(since, reverse=True)
        assert len(since) == 4
        assert since[-1] == date.min
        await press(person, "n", "9", "ctrl+s")
        assert since[4:] == [date.min], "only what has changed"


async def first_shown(person: Person) -> None:
    """Wait until something is shown, while a thread reads on."""
    while not rows(person):  # noqa: ASYNC110 - the thread goes on, so there is nothing to wait for
        await asyncio.sleep(0)
    await at_rest(person.app)


@pytest.mark.parametrize("mistaken", ["fetch_record", "renewed"])
async def test_a_mistake_while_it_is_read_ends_the_app(
    mistaken: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> object:
        raise ZeroDivisionError

    async def look(app: BackjournalApp) -> None:
        async with running(app) as person:
            await press(person, "3")

    monkeypatch.setattr(record_cache, mistaken, fail)
    app = BackjournalApp(seeded(store))
    with pytest.raises(ZeroDivisionError):
        await look(app)
    assert app.return_code == 1
