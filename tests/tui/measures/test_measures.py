"""The outcome measures in the app: choosing them, recording results, and what is due."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input, OptionList

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.measures import own_measure
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core import measures_state
from backjournal.tui.core.measures_state import MeasuresState
from backjournal.tui.measures.pane import MeasuresPane
from tests.helpers.app import COMFORTABLE, LOW, Person, at_rest, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.measures_app import ACTIVITIES, go_by, measured, shipped, values
from tests.helpers.values import TODAY


async def fill(person: Person, **texts: str) -> None:
    """Fill the fields of a form with texts."""
    for field, text in texts.items():
        person.screen.query_one(f"#{field.replace('_', '-')}", Input).value = text
    await at_rest(person.app)


@pytest.mark.slow
async def test_activities_are_chosen_rated_and_taken_back(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("5")
        assert "No measure is chosen yet" in person.text
        assert person.focus == "choose"
        await person.press("a")
        await person.to_row("PSFS")
        assert "Detectable change: 2" in person.text
        await person.press("enter")
        await fill(person, activity_0="Tying my shoes", activity_1=" Sitting ")
        await person.press("ctrl+s")
        assert "give 3 to 5 activities of your own" in person.text
        await fill(person, activity_2="Lifting")
        await person.press("ctrl+s")
        assert person.row.startswith("PSFS activities")
        assert "due" in person.row
        await person.press("enter")
        assert "Sitting" in person.text
        await person.press("7", "tab", "1", "0", "ctrl+s")
        assert "nothing is typed" in person.problems()["2"]
        await person.press("4", "ctrl+s")
        assert values(store, "psfs") == [(TODAY, 7)]
        assert "due in 14 days" in person.row
        assert "7.0 points" in person.row
        assert person.notices[-1] == "PSFS activities: 7.0 points, today. u takes it back."
        await person.press("u")
        assert values(store, "psfs") == []
        await person.press("u")
        assert person.focus == "choose"


@pytest.mark.slow
async def test_a_measure_of_ones_own_with_a_past_day(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("5", "a")
        await person.to_row("my own")
        await person.press("enter")
        await fill(person, name="Sitting", unit="minutes", high="low")
        await person.press("ctrl+s")
        assert "'low' is not a number" in person.problems()["high"]
        await fill(person, high="240", threshold="10")
        await person.press("ctrl+s", "enter")
        await fill(person, value_0="300")
        await person.press("ctrl+s")
        assert "'300' is not a number" in person.problems()["0"]
        await fill(person, value_0="12,5", day="tomorrow")
        await person.press("ctrl+s")
        assert "has not come yet" in person.problems()["day"]
        await fill(person, day="2026-11-10")
        await person.press("ctrl+s")
        (own,) = store.measures.chosen()
        assert values(store, own.id) == [(date(2026, 11, 10), 12.5)]
        assert "4 days overdue" in person.row
        await person.press("e")
        await fill(person, unit="min")
        await person.press("ctrl+s")
        assert "12.5 min " in person.row
        assert "Meaningful change: 10 min (your own)" in person.text


@pytest.mark.slow
async def test_the_results_are_listed_edited_deleted_and_brought_back(store: Store) -> None:
    async with running(BackjournalApp(measured(store))) as person:
        await person.press("5", "r")
        rows = person.screen.query_one("#results", OptionList)
        assert ["after a walk" in str(row.prompt) for row in rows.options] == [True, False], "the newest first"
        await person.press("e", "tab", "tab", "9", "ctrl+s")
        assert values(store, "peg-style")[-1] == (TODAY - timedelta(days=4), 17 / 3)
        assert store.measures.results()[-1].note == "after a walk"
        assert "5.7 points" in person.row
        await person.press("d")
        assert rows.option_count == 1
        await person.press("u")
        assert rows.option_count == 2
        await person.press("escape", "x")
        assert person.answer("what") == "measures"
        await fill(person, file=str(store.path.parent / "measures.csv"))
        await person.press("ctrl+s")
        await person.threads_done()
        assert "after a walk" in (store.path.parent / "measures.csv").read_text("utf-8")
        assert "5.7 points" in person.row
        store.measures.choose(replace(shipped("psfs"), parts=("Running", "Jumping", "Dancing")))
        person.app.read()
        await person.to_row("PSFS")
        await person.press("r", "enter")
        assert "Tying my shoes" in person.text, "a result keeps the activities that it rated"
        await person.press("9", "ctrl+s")
        assert [score.part for score in store.measures.latest()["psfs"].scores] == [*ACTIVITIES]


@pytest.mark.slow
async def test_what_is_stopped_keeps_its_results_and_comes_back(store: Store) -> None:
    async with running(BackjournalApp(measured(store))) as person:
        await person.press("5")
        pane = person.app.query_one(MeasuresPane)
        assert pane.has_class("-charted")
        await person.to_row("Front plank")
        assert not pane.has_class("-charted"), "without a result there is nothing to draw"
        await person.to_row("PSFS")
        await person.press("d")
        assert "psfs" not in {measure.id for measure in store.measures.chosen()}
        await person.press("u")
        assert "psfs" in {measure.id for measure in store.measures.chosen()}
        await person.to_row("PSFS")
        await person.press("d", "a")
        offered = person.screen.query_one("#offered", OptionList)
        chosen = {option.id for option in offered.options if option.disabled and "chosen" in str(option.prompt)}
        assert chosen == {"peg-style", "front-plank", "side-bridge"}
        await person.to_row("PSFS")
        await person.press("enter")
        assert person.answer("activity-1") == ACTIVITIES[1]
        await person.press("ctrl+s")
        assert "4.0 points" in person.row
        await person.to_row("PEG")
        await person.press("e")
        person.screen.query_one("#every_weeks").focus()
        await person.press("3", "ctrl+s")
        assert "due in 24 days" in person.row


def due_line(person: Person) -> Sequence[str]:
    """Return the line of what is due, in a list that is empty if it is not shown."""
    return [line.strip() for line in person.text.splitlines() if "what is due" in line]


@pytest.mark.slow
async def test_today_shows_what_is_due_and_m_records_it(store: Store) -> None:
    async with running(BackjournalApp(measured(seeded(store)))) as person:
        assert due_line(person) == ["m writes down what is due: PSFS activities, Front plank hold"]
        await person.press("left")
        assert due_line(person) == []
        await person.press("right", "m")
        await person.press("9")
        assert person.window == "MeasureQuestion", "there are no nine"
        await person.press("2")
        assert person.window == "ResultForm"
        await person.press(*"48", "ctrl+s")
        assert values(store, "front-plank") == [(TODAY, 48)]
        assert due_line(person) == ["m writes down what is due: PSFS activities"]
        await person.press("2", "m")
        assert "Tying my shoes" in person.text, "but one is due: it is not asked which"
        await person.press("5", "tab", "5", "tab", "5", "ctrl+s", "1")
        assert due_line(person) == []
        await person.press("m")
        assert person.screen.query_one(OptionList).option_count == 4, "nothing is due: all are offered"


async def test_m_without_a_measure_goes_to_the_pane_and_the_start_reads_no_library(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure_library.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr("backjournal.library.measures.read_toml", lambda _: pytest.fail("the library was read"))
        async with running(BackjournalApp(seeded(store))) as person:
            await person.press("m")
            assert person.app.pane.id == "measures"
    assert measure_library()


async def test_all_results_are_read_again_only_after_a_change(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read, reads = measures_state.read_measures, list[date]()

    def counted(store: Store, today: date) -> MeasuresState:
        reads.append(today)
        return read(store, today)

    monkeypatch.setattr(measures_state, "read_measures", counted)
    async with running(BackjournalApp(measured(store))) as person:
        await person.press("5", "1", "5")
        assert len(reads) == 1
        await person.press("d")
        assert len(reads) == 2
        assert "PEG" not in person.row


@pytest.mark.slow
async def test_the_measures_as_a_person_reads_them(
    store: Store, clock: ManualClock, snapshot: SnapshotAssertion
) -> None:
    await look_at_the_measures(store, clock, LOW, snapshot)


@pytest.mark.slow
async def test_the_measures_with_more_room(store: Store, clock: ManualClock, snapshot: SnapshotAssertion) -> None:
    await look_at_the_measures(store, clock, COMFORTABLE, snapshot)


async def look_at_the_measures(
    store: Store, clock: ManualClock, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    """Compare the Measures pane and what opens from it with their snapshots."""
    own = own_measure("own1", "Sitting without pain", "minutes", 0, None, Better.HIGHER, 10, 2)
    store.measures.choose(own)
    async with running(BackjournalApp(measured(store)), size) as person:
        await person.press("5")
        await person.to_row("PEG")
        await person.threads_done()
        assert person.text == snapshot(name="measures")
        for key, name in (("enter", "result"), ("r", "results"), ("e", "decide"), ("a", "choose"), ("i", "about")):
            await person.press(key)
            assert person.text == snapshot(name=name)
            await person.press("escape")
        await person.to_row("Sitting")
        await person.press("e")
        assert person.text == snapshot(name="own")
        await person.press("escape")
        await person.to_row("Side bridge")
        await person.press("enter", "w")
        await go_by(person, clock, 12)
        assert person.text == snapshot(name="hold")
