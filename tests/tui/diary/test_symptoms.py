"""Symptoms that should not wait, in the app."""

from datetime import timedelta

import pytest
from textual.widgets import Static

from backjournal.library.red_flags import Urgency, advice, symptom
from backjournal.model.marks import MarkKind
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, SIZES, running
from tests.helpers.values import AT_EIGHT, TODAY, check_in


@pytest.mark.slow
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
        assert "[x] Numbness, tingling" in person.text
        await person.press("ctrl+s")
        assert person.answer("symptom") == ("saddle numbness",)
        await person.press("ctrl+s", "2")
        assert store.diary.check_ins()[0].words(MarkKind.SYMPTOM) == ("saddle numbness",)
        assert " 09:30 !! 4 ━━" in person.text
        assert "Get emergency help now" in person.text
        await person.press("enter")
        assert "Call your local emergency" in person.text


@pytest.mark.slow
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


@pytest.mark.slow
async def test_the_days_line_and_the_list_mark_the_most_urgent_symptom(store: Store) -> None:
    for number, word in enumerate(("fever with back pain", "chest pain", "sneezing"), 1):
        day = TODAY - timedelta(days=number)
        marks = (symptom(word),)
        store.diary.save(check_in(number, at=AT_EIGHT - timedelta(days=number), day=day, pain=number, marks=marks))
    async with running(BackjournalApp(store)) as person:

        def head() -> str:
            return "   ".join(person.text.splitlines()[1:3])

        titles = [advice(urgency).title for urgency in (Urgency.URGENT, Urgency.EMERGENCY)]
        assert f"!! {titles[1]} (!)" in person.text, "what stands is said today"
        await person.press("left")
        assert f"!! {titles[1]} (!)" in head(), "and on each day"
        await person.press("exclamation_mark", "g", "g", "t")
        for sign, title in zip(("!", "!!"), titles, strict=True):
            await person.press("left")
            assert f" {sign} {title}   " in head(), "what was noted that day, though it is gone"
        await person.press("left")
        assert not any(title in person.text for title in titles)
        assert "!" not in head()
        await person.press("2")
        signs = [person.line(f" {pain} ━").partition("08:00 ")[2][:2] for pain in (1, 2, 3)]
        assert signs == ["! ", "!!", "  "]


@SIZES
async def test_the_advice_stands_before_the_facts(store: Store, size: tuple[int, int]) -> None:
    store.diary.save(check_in(1, pain=7, marks=(symptom("chest pain"),), note="a long note"))
    async with running(BackjournalApp(store), size) as person:
        await person.press("2")
        text = str(person.app.query_one("#entry-text", Static).content)
        assert text.index("Get emergency help now") < text.index("7") < text.index("a long note")
        assert "Get emergency help now" in person.text
