"""Symptoms that should not wait, in the app."""

from backjournal.model.check_ins import MarkKind
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.app import COMFORTABLE, running


async def test_an_emergency_symptom_shows_the_advice_at_once_and_it_stays_readable(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "4")
        await person.to_field("symptom")
        await person.press("enter")
        assert person.window == "SymptomPicker"
        await person.press("space")
        assert person.window == "AdviceScreen"
        assert "Get emergency help now" in person.text
        assert "Call your local emergency" in person.text
        await person.press("enter")
        assert "[x] Numb or changed feeling" in person.text
        await person.press("ctrl+s")
        assert person.answer("symptom") == ("saddle numbness",)
        await person.press("ctrl+s", "2")
        assert store.diary.check_ins()[0].words(MarkKind.SYMPTOM) == ("saddle numbness",)
        assert " 09:30 !! 4 ━━" in person.text
        assert "Get emergency help now" in person.text
        await person.press("enter")
        assert "Call your local emergency" in person.text


async def test_own_symptoms_and_harmless_ones_need_no_advice(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("symptom")
        await person.press("enter", "tab")
        await person.write("Fever, sneezing, Fever with back pain")
        await person.press("enter")
        assert person.window == "AdviceScreen", "a red flag that is typed out"
        assert "Contact a doctor" in person.text
        await person.press("escape", "enter")
        assert person.window == "SymptomPicker"
        await person.press("ctrl+s")
        assert person.window == "CheckInForm", "advice that was read is not said again"
        await person.press("ctrl+s")
        assert store.diary.check_ins()[0].words(MarkKind.SYMPTOM) == ("Fever", "sneezing", "fever with back pain")
