"""The quick check-in: few keys, the last values offered and taken, and the rows that fold out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from backjournal.model.marks import Mark, MarkKind
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.diary.fold import Fold
from backjournal.tui.widgets.form import Field
from tests.helpers.app import LOW, Person, running, seeded
from tests.helpers.values import AT_EIGHT, check_in
from tests.tui.diary.test_drafts import left_by_other_apps

MOST_KEYS = 12
"""How many keys a check-in may take with pain, worst pain, mobility, and a word for where and for medicine."""
FIRST_ROWS = (
    "Pain now",
    "Worst pain",
    "Mobility",
    "Mood",
    "Note",
    "Confidence",
    "Where",
    "Medicines",
    "Symptoms",
    "More",
)
REST = ("Stiffness", "Sleep", "Sitting", "Quality", "Triggers", "What helped", "Flare-up", "Day", "Time")


def rows_seen(person: Person, labels: Sequence[str]) -> list[str]:
    """Return those of some labels that begin a row which is on the screen."""
    begun = [line.strip(" │▄█").partition("  ")[0] for line in person.text.splitlines()]
    return [label for label in labels if any(row.startswith(label) for row in begun)]


async def test_a_check_in_with_a_place_and_a_medicine_takes_few_keys(store: Store) -> None:
    keys = ["n", "4", "tab", "6", "tab", "5", "w", "right", "tab", "right", "ctrl+s"]
    assert len(keys) <= MOST_KEYS, "from n to the saved check-in, both counted, as every other key is"
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press(*keys)
        saved = store.diary.check_ins(limit=1)[0]
        assert saved.values == {"pain": 4, "worst_pain": 6, "mobility": 5}, "what was offered and not taken is missing"
        assert [*map(str, saved.marks)] == ["lower back", "ibuprofen 400 mg"]


PATHS = {
    "confidence": (["tab"] * 5, 5),
    "location": (["w"], 9),
    "medicine": (["m"], 13),
    "symptom": (["m", "tab"], 14),
    "note": (["tab"] * 4, 4),
    "stiffness_min": (["+"], 6),
    "sleep_hours": (["+", "tab"], 7),
    "sitting_hours": (["+", *["tab"] * 2], 8),
    "quality": (["+", *["tab"] * 3], 10),
    "trigger": (["+", *["tab"] * 4], 11),
    "relief": (["+", *["tab"] * 5], 12),
    "flare_up": (["t", "up", "up"], 3),
    "day": (["t", "up"], 2),
    "time": (["t"], 1),
}
"""By the field, the keys that lead to it from pain, and how many it took in the form that showed all rows."""


@pytest.mark.slow
@pytest.mark.parametrize("folded", [True, False])
async def test_no_row_is_further_away_than_in_a_form_that_shows_all(store: Store, folded: bool) -> None:
    store.settings.save(replace(store.settings.get(), folds_check_in=folded))
    async with running(BackjournalApp(store)) as person:
        for name, (keys, before) in PATHS.items():
            await person.press("n", *keys)
            assert person.app.focused is person.screen.query_one(f"#field-{name}", Field).control, name
            assert len(keys) <= before, name
            await person.press("escape")
            store.settings.save(replace(store.settings.get(), folds_check_in=folded))


@pytest.mark.slow
async def test_the_last_values_are_offered_in_grey_and_taken_by_a_key(store: Store) -> None:
    given = check_in(1, pain=0, mobility=10, sleep_hours=6.5, marks=(Mark(MarkKind.QUALITY, "dull"),), note="last note")
    earlier = AT_EIGHT - timedelta(days=1)
    marks = (Mark(MarkKind.SYMPTOM, "chest pain"),)
    store.diary.save(given)
    store.diary.save(check_in(2, at=earlier, day=earlier.date(), pain=3, mobility=2, mood=7, marks=marks))
    async with running(BackjournalApp(store)) as person:
        await person.press("n")
        assert "(0) 1 " in person.line("Pain now")
        assert person.line("Pain now").rstrip(" │").endswith("→ takes the last: 0")
        assert " 9 (10)" in person.line("Mobility"), "the last one, not that of the day before"
        assert "(7)" in person.line("Mood"), "of the check-in before, as the last one has none"
        assert "(" not in person.line("Worst pain")
        assert "chest pain" not in person.text, "a symptom is never taken along"
        await person.press("right")
        assert "[0]" in person.line("Pain now")
        assert "→" not in person.line("Pain now")
        await person.press("tab", "right", "backspace", "tab", "left", "tab", "2", "+", "tab")
        assert person.line("Sleep").rstrip(" │").endswith("→ takes the last: 6.5")
        await person.press("right", "tab", "tab")
        assert "→ takes the last: dull" in person.line("Quality")
        await person.press("x", "backspace", "right", "ctrl+s")
        saved = store.diary.check_ins(limit=1)[0]
        assert saved.values == {"pain": 0, "mobility": 10, "mood": 2, "sleep_hours": 6.5}
        assert ([*map(str, saved.marks)], saved.note) == (["dull"], "")


@pytest.mark.slow
async def test_what_is_offered_was_given_before_the_day_and_an_edit_offers_nothing(store: Store) -> None:
    store.diary.save(check_in(1, pain=9))
    earlier = AT_EIGHT - timedelta(days=2)
    store.diary.save(check_in(2, at=earlier, day=earlier.date(), pain=3))
    async with running(BackjournalApp(store)) as person:
        await person.press("left", "n")
        assert "New check-in for yesterday" in person.text
        assert "(3)" in person.line("Pain now")
        await person.press("escape", "2", "e")
        assert "[9]" in person.line("Pain now")
        await person.press("backspace")
        assert "(" not in person.line("Pain now")


@pytest.mark.slow
async def test_the_line_of_a_suggestion_names_the_key_that_takes_it(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("n", "w")
        assert "→ takes the last: lower back" in person.line("Where")
        await person.write("le")
        assert person.line("Where").rstrip(" │").endswith("left leg  → takes it")
        await person.press("right")
        assert person.line("Where").rstrip(" │").endswith("left leg")
        await person.write(f", {'x' * 60}, lo")
        assert person.line("Where").rstrip(" │").endswith("→ takes it"), "also where there is no room beside it"


async def test_the_form_opens_on_its_first_rows_and_as_it_was_left(store: Store) -> None:
    async with running(BackjournalApp(store), LOW) as person:
        await person.press("n")
        assert rows_seen(person, FIRST_ROWS) == [*FIRST_ROWS], "all at once"
        assert rows_seen(person, REST) == []
        await person.press("+")
        assert person.focus == "stiffness_min"
        assert rows_seen(person, REST)[:3] == ["Stiffness", "Sleep", "Sitting"]
        await person.press("up", "-")
        assert rows_seen(person, REST) == []
        await person.press("t")
        assert rows_seen(person, REST)[-2:] == ["Day", "Time"], "where the keys lead is in view"
        await person.press("escape")
        assert len(person.app.screen_stack) == 1, "folding out is no change that would be asked about"
        await person.press("n", "+", "escape")
    async with running(BackjournalApp(store), LOW) as person:
        await person.press("n")
        assert rows_seen(person, REST[:2]) == ["Stiffness", "Sleep"]
        await person.press("-")
        assert rows_seen(person, REST) == []
        await person.press("escape", "n")
        assert rows_seen(person, REST) == []
        await person.press(*["up"], "enter")
        assert person.focus == "stiffness_min", "enter on the row folds out as well"
        for seen in ([], list(REST[:2])):
            await person.click(Fold)
            assert rows_seen(person, REST[:2]) == seen, "and a click folds it in and out"
        assert store.changes.undo() is None, "how the form is left is nothing to undo"


@pytest.mark.slow
async def test_what_is_filled_in_is_never_hidden(store: Store) -> None:
    store.diary.save(check_in(1, pain=4, sleep_hours=7))
    store.diary.save(check_in(2, pain=5))
    left_by_other_apps(store, {"pain": 7, "trigger": "rain"})
    async with running(BackjournalApp(store)) as person:
        await person.press("2", "e")
        assert rows_seen(person, REST) == []
        await person.press("escape", "down", "e")
        assert "Sleep 7" in person.line("Sleep"), "an edit with a value below the fold"
        assert rows_seen(person, ("Stiffness",)) == ["Stiffness"]
        await person.press("-")
        assert (rows_seen(person, REST), person.answer("sleep_hours")) == (["Sleep"], "7")
        await person.press("escape", "n")
        assert "This was typed before" in person.text
        assert rows_seen(person, ("Stiffness",)) == ["Stiffness"], "a draft with a value below the fold"
        await person.to_field("day")
        await person.write("tomorrow")
        await person.to_field("mood")
        await person.press("-", "ctrl+s")
        assert list(person.problems()) == ["day"]
        assert person.focus == "day"
        assert any("Day" in line and "tomorrow" in line for line in person.text.splitlines())
