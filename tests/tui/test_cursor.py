"""The cursor: it moves to what the person wrote, never to what others wrote, and it can be seen."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from backjournal.model.flare_ups import FlareUp
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.diary.entries import DiaryEntries
from backjournal.tui.trends.figures import Figures
from tests.helpers.app import COMFORTABLE, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, check_in, shipped


@pytest.mark.slow
async def test_the_cursor_goes_to_a_check_in_of_ones_own(store: Store, open_store: Callable[[], Store]) -> None:
    other = open_store()
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2")
        await person.to_row("fever")
        await person.press("n", "9", "ctrl+s")
        shown = person.app.query_one(DiaryEntries)
        assert shown.check_in == store.diary.check_ins(limit=1)[0]
        await person.to_row("fever")
        other.diary.save(check_in(200, pain=1))
        await person.look()
        assert "fever" in person.row, "what others write does not move it"
        assert len(shown.options) > 10
        await person.press("d")
        assert "fever" not in person.row
        await person.press("home", "u")
        assert "fever" in person.row, "undo brings the row back, and the cursor to it"


@pytest.mark.slow
async def test_the_cursor_goes_to_a_prescription_of_ones_own(store: Store, open_store: Callable[[], Store]) -> None:
    other = open_store()
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("4", "n", *"cat", "enter", "ctrl+s")
        assert person.row.startswith("Cat-cow")
        await person.press("1")
        assert person.row.startswith("○ Cat-cow"), "in the checklist as well"
        await person.press("4")
        await person.to_row("Walking")
        other.plan.prescribe(
            shipped("pelvic-tilt").exercise, shipped("pelvic-tilt").dose, shipped("bridge").schedule, TODAY
        )
        await person.look()
        assert "Pelvic tilt" in person.text
        assert person.row.startswith("Walking")
        await person.to_row("Side plank")
        await person.press("d", "home", "u")
        assert person.row.startswith("Side plank")


@pytest.mark.slow
async def test_the_figures_keep_their_row_when_new_data_come(store: Store) -> None:
    store.diary.save_flare_up(FlareUp("older", TODAY - timedelta(weeks=30), TODAY - timedelta(weeks=29)))
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("3")
        await person.threads_done()
        await person.press("v", "down", "down")
        figures = person.app.query_one(Figures)
        assert figures.row_name == "2026-11-02"
        before = figures.shown[0]
        await person.press("n", "9", "ctrl+s")
        await person.threads_done()
        assert figures.shown[0] != before, "the new check-in is counted"
        assert figures.row_name == "2026-11-02"
        await person.press("+")
        await person.threads_done()
        assert figures.row_count == 26
        assert figures.row_name == "2026-11-02", "in another range, too"


@pytest.mark.slow
async def test_check_ins_of_the_same_minute_are_newest_first(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(store)) as person:
        for pain in "123":
            clock.advance(timedelta(seconds=7))
            await person.press("n", pain, "ctrl+s")
        saved = store.diary.check_ins()
        assert [(each.pain, each.at.second) for each in saved] == [(3, 21), (2, 14), (1, 7)]
        assert len({f"{each.at:%H:%M}" for each in saved}) == 1
        assert "pain 3" in person.text.splitlines()[1]
        await person.press("2")
        assert person.app.query_one(DiaryEntries).check_in == saved[0]


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colour", "NO_COLOR"])
async def test_a_pointer_stands_before_the_highlighted_row(
    store: Store, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        for keys, part in (([], "Child's pose "), (["down"], "Knee to chest "), (["4", "down"], "Knee to chest ")):
            await person.press(*keys)
            pointed = [line for line in person.text.splitlines() if "▸" in line and "◂" not in line]
            assert len(pointed) == 1
            assert pointed[0].startswith("▸")
            assert part in pointed[0]
        await person.press("2", "/")
        assert person.focus == "search"
        assert person.line("▸today").startswith("▸today        08:10"), "it stays while one searches"
