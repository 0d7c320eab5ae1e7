"""What is drawn, and how often: a drawing costs more than all else that a key does."""

from typing import Any

import pytest
from textual.app import App
from textual.content import Content
from textual.screen import Screen

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.diary.entries import DiaryEntries
from backjournal.tui.widgets.key_line import KeyLine
from tests.helpers.app import COMFORTABLE, many, running, screen_text, seeded


async def test_the_checklist_has_the_focus_when_it_is_drawn_first(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawings = []
    draw = App._display

    def drawn(app: BackjournalApp, screen: Screen[object], what: None) -> None:
        draw(app, screen, what)
        drawings.append((screen_text(app), app.focused))

    monkeypatch.setattr(App, "_display", drawn)
    async with running(BackjournalApp(seeded(store)), COMFORTABLE):
        focused = next(focused for text, focused in drawings if "Side plank" in text)
    assert focused
    assert focused.id == "checklist"


async def test_keys_are_told_before_their_line_has_a_width(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    show = KeyLine.show

    def recorded(line: KeyLine, content: Content) -> None:
        shown.append((line.content_size.width, content.plain))
        show(line, content)

    monkeypatch.setattr(KeyLine, "show", recorded)
    async with running(BackjournalApp(seeded(store)), COMFORTABLE):
        pass
    assert [text for width, text in shown if not width and "u undo" in text], "not the help alone"


async def test_a_pane_that_is_shown_again_keeps_its_rows_at_the_same_width_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fits = []
    fit = DiaryEntries.fit

    def fitted(rows: DiaryEntries) -> None:
        fit(rows)
        fits.append(rows.scrollable_content_region.width)

    monkeypatch.setattr(DiaryEntries, "fit", fitted)
    async with running(BackjournalApp(many(store, 3)), (130, 30)) as person:
        await person.press("2")
        wide = person.line("entry 3")
        await person.press("1", "2")
        assert (len(fits), person.line("entry 3")) == (1, wide)
        await person.press("1")
        await person.resize(*COMFORTABLE)
        await person.press("2")
        assert len(fits) == 2
        assert person.line("entry 3").count("━") < wide.count("━"), "the bars are shorter"


async def test_the_screen_is_not_drawn_anew_where_only_the_focus_moves(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = []
    refresh = Screen.refresh

    def refreshed(screen: Screen[object], *regions: Any, **what: Any) -> Screen[object]:
        whole.append(screen)
        return refresh(screen, *regions, **what)

    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("n")
        monkeypatch.setattr(Screen, "refresh", refreshed)
        await person.press("tab")
        assert not whole
