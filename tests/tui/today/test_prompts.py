"""What the app asks by itself: which exercises to keep in a flare-up, and whether to change a dose."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.widgets import Static

from backjournal.journal.signs import save_check_in
from backjournal.model.doses import Dose
from backjournal.model.flare_ups import FlareUp
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY, check_in

OFFER = "eases today"
ASKED = "y: new dose?"
DOSE = Dose(sets=2, repetitions=10)


def in_flare_up(store: Store) -> Store:
    """Return the seeded journal in an open flare-up, with nothing practised today except part of the bird-dog."""
    seeded(store).diary.save_flare_up(FlareUp("open", TODAY - timedelta(days=2)))
    return store


def ready(store: Store, pain: int) -> Store:
    """Return a journal with a bridge that was done in full on the last six days, with the same pain each time."""
    first = TODAY - timedelta(days=6)
    prescribed = store.plan.prescribe(BRIDGE.exercise, DOSE, Schedule(), first)
    for number in range(6):
        done = Practice(prescribed.id, first + timedelta(days=number), Status.DONE, 2, pain_during=pain)
        store.practices.save(done, "")
    return store


def reasons(store: Store) -> dict[str, str]:
    """Return why today's exercises were skipped, by name; an empty reason is no skip."""
    return {item.exercise.name: item.practice.reason if item.practice else "open" for item in store.checklist(TODAY)}


async def test_a_flare_up_offers_once_a_day_to_keep_what_is_gentle_and_excuse_the_rest(
    store: Store, clock: ManualClock
) -> None:
    async with running(BackjournalApp(in_flare_up(store))) as person:
        assert OFFER in person.text
        await person.press("z")
        assert person.row == "[ ] Side plank  2 × 20 s"
        await person.press("escape")
        assert OFFER not in person.text
        assert reasons(store)["Side plank"] == "open", "esc leaves the day as it is"
        clock.advance(timedelta(days=1))
        await person.look()
        assert OFFER in person.text, "it is offered again on the next day"
        await person.press("z", "space", "enter")
        assert person.notices[-1] == "5 excused for the flare-up, 1 kept. u takes it back."
        practices = store.practices.between(TODAY + timedelta(days=1), TODAY + timedelta(days=1))
        assert {(each.status, each.reason) for each in practices} == {(Status.SKIPPED, "flare-up")}
        assert len(practices) == 5
        clock.advance(timedelta(days=1))
        await person.look()
        await person.press("z")
        assert "[x] Child's pose" in person.text, "what was kept is remembered"
        await person.press("enter", "u", "u")
        day = TODAY + timedelta(days=2)
        assert store.practices.between(TODAY + timedelta(days=1), day) == ()
        assert not any(exercise.gentle for exercise in store.plan.exercises().values())


async def test_a_choice_to_keep_an_exercise_can_be_taken_back(store: Store) -> None:
    async with running(BackjournalApp(in_flare_up(store))) as person:
        await person.press("z", "space")
        assert person.row == "[x] Side plank  2 × 20 s"
        await person.press("space")
        assert person.row == "[ ] Side plank  2 × 20 s"
        await person.press("enter")
        assert person.notices[-1] == "1 excused for the flare-up, 0 kept. u takes it back."
        assert reasons(store)["Side plank"] == "flare-up"
        assert not any(exercise.gentle for exercise in store.plan.exercises().values())


async def test_what_changes_elsewhere_while_the_app_asks_stays(store: Store, open_store: Callable[[], Store]) -> None:
    ready(store, pain=3).diary.save_flare_up(FlareUp("open", TODAY))
    async with running(BackjournalApp(store)) as person:
        (bridge,) = store.checklist(TODAY)
        await person.press("z")
        ticked = Practice(bridge.prescription.id, TODAY, Status.DONE, 2, pain_during=1)
        open_store().practices.save(ticked, "tick")
        await person.press("enter")
        assert person.notices[-1].startswith("0 excused")
        assert store.practices.between(TODAY, TODAY) == (ticked,)
        open_store().diary.delete_flare_up(FlareUp("open", TODAY))
        await person.look()
        await person.suggestions()
        await person.press("y")
        other = open_store()
        other.plan.change(bridge.prescription, replace(bridge.prescription, dose=Dose(sets=3, repetitions=9)), TODAY)
        await person.press("1")
        assert "changed elsewhere meanwhile, nothing was saved" in person.notices[-1]
        assert other.plan.prescriptions() == store.plan.prescriptions()


async def test_without_an_open_flare_up_nothing_is_offered(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        assert OFFER not in person.text
        await person.press("z")
        assert person.window == "ReadyScreen"


async def test_a_larger_dose_is_asked_for_and_taken_from_today(store: Store) -> None:
    async with running(BackjournalApp(ready(store, pain=3))) as person:
        await person.suggestions()
        assert ASKED in person.row
        await person.press("y")
        text = " ".join(person.text.replace("│", " ").split())
        assert "Done in full 6 times in a row, pain during 3 (your limit is 3)." in text
        assert "NHS inform" in person.text
        assert "2 × 12 instead of 2 × 10" in person.text
        await person.press("escape")
        await person.suggestions()
        assert ASKED in person.row, "esc decides nothing"
        await person.press("y", "2")
        await person.suggestions()
        assert person.notices[-1] == "Bridge: 2 × 12 from today. u takes it back."
        assert ASKED not in person.row
        (item,) = store.checklist(TODAY)
        assert item.prescription.dose.repetitions == 12
        await person.press("u")
        assert store.checklist(TODAY)[0].prescription.dose == DOSE


@pytest.mark.slow
async def test_a_refusal_is_kept_for_a_week_and_pain_above_the_limit_asks_nothing(
    store: Store, clock: ManualClock
) -> None:
    async with running(BackjournalApp(ready(store, pain=4))) as person:
        await person.suggestions()
        assert ASKED not in person.row
        await person.press("comma")
        await person.to_field("pain_limit")
        await person.press("backspace", "4", "ctrl+s")
        await person.suggestions()
        assert ASKED in person.row
        await person.press("y", "3")
        await person.suggestions()
        assert ASKED not in person.row
        for days, asked in ((6, False), (1, True)):
            clock.advance(timedelta(days=days))
            for ago in range(6):
                (bridge,) = store.checklist(TODAY)
                day = clock.now().date() - timedelta(days=ago + 1)
                store.practices.save(Practice(bridge.prescription.id, day, Status.DONE, 2, pain_during=4), "")
            await person.look()
            await person.suggestions()
            assert (ASKED in person.row) is asked


def skipped(store: Store) -> Store:
    """Return a journal with a bridge that was skipped for pain on the last two days."""
    first = TODAY - timedelta(days=6)
    prescribed = store.plan.prescribe(BRIDGE.exercise, DOSE, Schedule(), first)
    for ago in (1, 2):
        day = TODAY - timedelta(days=ago)
        store.practices.save(Practice(prescribed.id, day, Status.SKIPPED, reason="pain"), "")
    return store


async def test_the_third_skip_for_pain_asks_and_one_key_pauses(store: Store) -> None:
    async with running(BackjournalApp(skipped(store))) as person:
        await person.suggestions()
        assert ASKED not in person.row
        await person.press("s", "3")
        await person.suggestions()
        assert ASKED in person.row
        await person.press("y")
        assert "Bridge: is the dose right?" in person.text
        assert "Skipped for pain 3 times in a row." in person.text
        for row in ("1 2 × 9 instead of 2 × 10", "2 keep 2 × 10: asked again in a week", "3 pause the exercise"):
            assert row in person.text
        await person.press("3")
        assert person.notices[-1] == "Bridge is paused from tomorrow on. u takes it back; 4 Plan adds it again."
        assert store.plan.prescriptions()[0].last_day == TODAY
        await person.suggestions()
        assert ASKED not in person.row
        await person.press("u")
        assert store.plan.prescriptions()[0].last_day is None


async def test_after_skips_for_pain_a_smaller_dose_is_taken_or_the_dose_is_kept(store: Store) -> None:
    async with running(BackjournalApp(skipped(store))) as person:
        await person.press("s", "3")
        await person.suggestions()
        await person.press("y", "1")
        assert person.notices[-1] == "Bridge: 2 × 9 from tomorrow. u takes it back."
        await person.press("u")
        await person.suggestions()
        await person.press("y", "2")
        await person.suggestions()
        assert ASKED not in person.row
        await person.press("i")
        await person.threads_done()
        figures = str(person.screen.query_one("#came-of-it", Static).content)
        assert "skipped for pain  3 days" in figures.splitlines()


async def test_a_larger_dose_that_was_suggested_before_a_sign_cannot_be_taken(store: Store) -> None:
    async with running(BackjournalApp(ready(store, pain=1))) as person:
        await person.suggestions()
        await person.press("y")
        assert person.window == "SuggestionDialog"
        save_check_in(store, check_in(1, note="tingling in both legs"))
        await person.press("1")
        assert "both legs affected" in person.notices[-1]
        assert len(store.plan.prescriptions()) == 1, "nothing was changed"
        assert "new dose?" not in person.text, "it goes at once, not only when the suggestions are computed again"
