"""Signs in the app: the head of Today, the question before a practice, the key for them."""

from datetime import timedelta

import pytest

from backjournal.journal.signs import journal_signs, save_check_in
from backjournal.model.about_you import AboutYou
from backjournal.model.doses import Dose
from backjournal.model.schedules import Schedule
from backjournal.model.settings import Settings
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, check_in, shipped

TITLE = "Get emergency help now"


def with_sign(store: Store) -> Store:
    save_check_in(seeded(store), check_in(1, note="tingling in both legs"))
    return store


@pytest.mark.parametrize("key", ["enter", "p"])
async def test_a_practice_asks_first(store: Store, key: str) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        assert f"!! {TITLE} (!)" in person.text
        await person.to_row("Side plank")
        await person.press(key)
        assert person.window == "SignDialog"
        assert TITLE in person.text
        await person.press("enter")
        assert person.window == "ReadyScreen", "enter closes it: nothing begins"
        await person.press(key, "y")
        assert person.window == "GuidedPractice"


@pytest.mark.slow
@pytest.mark.parametrize(("key", "window"), [("y", "StopwatchScreen"), ("escape", "ReadyScreen")])
async def test_a_stopwatch_goes_on_only_if_the_person_says_so(
    store: Store, clock: ManualClock, key: str, window: str
) -> None:
    walking = shipped("walking").exercise
    store.plan.prescribe(walking, Dose(minutes=30), Schedule(times_a_week=6), TODAY - timedelta(days=7))
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("enter")
        assert person.window == "StopwatchScreen"
    save_check_in(store, check_in(1, note="tingling in both legs"))
    clock.advance(timedelta(minutes=20))
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        assert TITLE in person.text
        await person.press("enter")
        assert person.window == "SignDialog"
        await person.press(key)
        assert person.window == window
        (stopwatch,) = store.stopwatches.all()
        assert (stopwatch.running_since is None) == (key == "escape"), "paused, with its time"
        assert stopwatch.elapsed(clock.now()) == 20 * 60


async def test_a_deleted_check_in_takes_its_sign_along(store: Store) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        await person.press("2")
        await person.to_row("tingling in both legs")
        await person.press("d", "y")
        assert journal_signs(store, TODAY) == ()
        assert "its reminder ends: both legs affected" in person.notices[-1]
        await person.press("1")
        assert TITLE not in person.text
        await person.press("u")
        assert TITLE in person.text


@pytest.mark.slow
@pytest.mark.parametrize("size", [(60, 16), (60, 20), (80, 24), (100, 30)])
async def test_the_button_stays_in_sight_below_many_signs(store: Store, size: tuple[int, int]) -> None:
    words = ("chest pain", "saddle numbness", "fever with back pain", "foot drop")
    async with running(BackjournalApp(with_sign(store)), size) as person:
        await person.press("n", "4")
        await person.to_field("note")
        await person.write(f"{', '.join(words)}, numb groin")
        await person.press("ctrl+s")
        assert person.window == "AdviceScreen"
        assert "I have read this (enter)" in person.text
        await person.press("enter", "exclamation_mark")
        assert "Close (esc)" in person.text
        await person.press("escape", "p")
        assert "Do not practise (esc)" in person.text
        assert person.text.splitlines()[-1].split("  ")[-4:] == [
            " esc close",
            "d seen by a doctor",
            "g gone",
            "y practise anyway",
        ]


@pytest.mark.slow
@pytest.mark.parametrize(("key", "said"), [("d", "a doctor has looked at"), ("g", "is gone")])
async def test_an_answer_lets_the_practice_begin_and_can_be_undone(store: Store, key: str, said: str) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        await person.press("exclamation_mark", "y")
        assert person.window == "SignDialog", "there is no practice to begin"
        await person.press(key)
        assert said in person.notices[-1]
        assert "both legs affected" in person.notices[-1]
        assert TITLE not in person.text
        assert journal_signs(store, TODAY) == ()
        await person.press("u")
        assert TITLE in person.text
        await person.press("exclamation_mark", key, "exclamation_mark")
        assert "Symptoms that should not wait" in person.text


@pytest.mark.slow
async def test_each_of_several_signs_is_answered_by_itself(store: Store) -> None:
    save_check_in(with_sign(store), check_in(2, note="fever, and chest pain"))
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("exclamation_mark", "down")
        assert ": chest pain." in person.text
        await person.press("g")
        assert person.window == "SignDialog", "the others still stand"
        assert [sign.flag.word for sign in journal_signs(store, TODAY)] == [
            "both legs affected",
            "fever with back pain",
        ]
        await person.press("d", "d")
        assert journal_signs(store, TODAY) == ()
        assert person.window == "ReadyScreen"
        await person.press("u")
        assert [sign.flag.word for sign in journal_signs(store, TODAY)] == ["fever with back pain"]


@pytest.mark.slow
async def test_the_advice_names_the_own_number_and_what_to_tell_wherever_it_is_shown(store: Store) -> None:
    about = AboutYou("112", frozenset({"cancer"}))
    store.settings.save(Settings(about_you=about))
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:

        def names_both() -> bool:
            return "Call 112" in person.text and "Tell them this too: Cancer" in person.text

        await person.press("n")
        await person.to_field("symptom")
        await person.press("enter", "space")
        assert person.window == "AdviceScreen"
        assert names_both()
        await person.press("enter", "ctrl+s")
        await person.to_field("note")
        await person.write("tingling in both legs")
        await person.press("ctrl+s")
        assert names_both()
        await person.press("enter", "exclamation_mark")
        assert names_both()
        await person.press("escape", "2", "enter")
        assert names_both()
        await person.press("escape", "1", "exclamation_mark", "g", "g", "exclamation_mark")
        assert person.window == "Page"
        assert "Call 112" in person.text


@pytest.mark.slow
async def test_own_words_are_answered_when_the_check_in_is_saved(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("n", "4")
        await person.to_field("note")
        await person.write("numb between my legs")
        await person.press("ctrl+s")
        assert person.window == "AdviceScreen"
        assert TITLE in person.text
        await person.press("enter")
        assert f"!! {TITLE} (!)" in person.text


@pytest.mark.slow
async def test_a_word_that_may_mean_a_sign_is_offered_before_it_is_taken(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("symptom")
        await person.press("enter", "tab")
        await person.write("numb")
        await person.press("enter")
        assert person.window == "AdviceScreen"
        assert "“numb” may mean one of these" in person.text
        await person.press("enter")
        assert person.window == "SymptomPicker", "what fits can be ticked"
        await person.press("ctrl+s")
        assert person.answer("symptom") == ("numb",)


@pytest.mark.slow
async def test_a_sign_in_the_note_of_an_exercise_gets_its_advice_and_stands(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.to_row("Side plank")
        await person.press("a")
        await person.to_field("note")
        await person.write("numb between my legs")
        await person.press("ctrl+s")
        assert person.window == "AdviceScreen"
        await person.press("enter")
        assert f"!! {TITLE} (!)" in person.text
        await person.press("u")
        assert TITLE not in person.text


@pytest.mark.slow
async def test_a_sign_that_is_noted_elsewhere_during_a_practice_asks_before_the_next_exercise(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("p")
        assert person.window == "GuidedPractice"
        save_check_in(store, check_in(1, note="wet myself"))
        for _ in range(200):
            if person.window not in ("GuidedPractice", "PainQuestion"):
                break
            await person.press("right" if person.window == "GuidedPractice" else "escape")
        assert person.window == "SignDialog"
        await person.press("escape")
        assert person.window == "ReadyScreen"


@pytest.mark.slow
async def test_an_edit_or_an_undo_that_ends_a_sign_says_so(store: Store) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        await person.press("u")
        said = "No check-in mentions it any more, so its reminder ends: both legs affected. U takes it back."
        assert person.notices[-1].endswith(f". {said}")
        await person.press("U", "2")
        await person.to_row("tingling in both legs")
        await person.press("e")
        await person.to_field("note")
        await person.press("ctrl+a", "delete", *"fine", "ctrl+s")
        assert person.notices[-1].startswith("Check-in saved. No check-in mentions it any more")


@pytest.mark.slow
async def test_what_is_ticked_or_written_while_a_sign_stands_gets_a_word_about_it(store: Store) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        await person.to_row("Side plank")
        await person.press("space")
        assert person.notices[-1] == "You noted this, and it should not wait: both legs affected. ! says what to do."
        before = len(person.notices)
        await person.press("space")
        assert len(person.notices) == before, "taking it back is no practice"
        await person.press("a", "ctrl+s")
        assert "You noted this, and it should not wait" in person.notices[-1]
        await person.to_row("Child's pose")
        await person.press("space", "space")
        before = len(person.notices)
        await person.press("+")
        assert "You noted this, and it should not wait" in person.notices[-1]
        assert len(person.notices) == before + 1


@pytest.mark.slow
async def test_an_answer_about_the_last_sign_begins_no_practice_by_itself(store: Store) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        await person.to_row("Side plank")
        await person.press("enter", "g")
        assert person.window == "ReadyScreen"
        await person.press("u")
        assert TITLE in person.text, "the answer can be taken back first"
        await person.press("enter", "d", "enter")
        assert person.window == "GuidedPractice"


async def test_a_sign_that_stands_is_in_the_head_of_each_day(store: Store) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        await person.press("left")
        assert f"!! {TITLE} (!)" in person.text
        await person.press("exclamation_mark", "g")
        assert TITLE not in person.text


async def test_a_sign_that_an_undo_brings_back_is_told(store: Store) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        await person.press("u", "U")
        said = "This counts again, and should not wait: both legs affected. ! says what to do."
        assert person.notices[-1].endswith(f". {said}")


@pytest.mark.slow
async def test_a_number_changed_in_an_answered_check_in_shows_no_advice(store: Store) -> None:
    async with running(BackjournalApp(with_sign(store)), COMFORTABLE) as person:
        for answered in (False, True):
            await person.press("2")
            await person.to_row("tingling in both legs")
            await person.press("e", "5" if answered else "6", "ctrl+s")
            assert person.window == ("ReadyScreen" if answered else "AdviceScreen")
            if not answered:
                await person.press("escape", "exclamation_mark", "d")
                assert "a doctor has looked at" in person.notices[-1]
                await person.press("escape")
