"""Adding to the plan and changing it in the app: first days, own exercises, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.widgets import Input, OptionList, TextArea

from backjournal.model.doses import LIMITS, Dose, Sides
from backjournal.model.exercises import Category, Exercise
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, PLAN_STARTS, Person, running, seeded
from tests.helpers.values import TODAY, WALKING
from tests.tui.plan.test_plan import fill, of

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "first_day", "day_text"),
    [
        ("yesterday", YESTERDAY, "yesterday"),
        ("2026-12-01", date(2026, 12, 1), "Tue 1 Dec"),
        pytest.param("2026-11-16", date(2026, 11, 16), "Mon 16 Nov", marks=pytest.mark.slow),
        pytest.param("", TODAY, "today", marks=pytest.mark.slow),
    ],
)
async def test_an_exercise_is_added_from_a_day_on(store: Store, typed: str, first_day: date, day_text: str) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("4", "n", *"cat", "enter")
        assert person.answer("first_day") == TODAY.isoformat()
        await fill(person, first_day=typed)
        await person.press("ctrl+s")
        (added,) = of(store, "cat-cow")
        assert (added.first_day, added.last_day) == (first_day, None)
        assert person.notices[-1] == f"In the plan from {day_text}. u takes it out again."
        assert ("from Tue 1 Dec" in person.row) == (first_day > TODAY)
        await person.press("1")
        assert ("Cat-cow" in person.text) == (first_day <= TODAY)


async def test_a_first_day_that_is_none_is_said_beside_it(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("4", "n", "enter")
        await fill(person, first_day="soon")
        await person.press("ctrl+s")
        assert list(person.problems()) == ["first_day"]
        assert "is not a day" in person.problems()["first_day"]
        assert store.plan.prescriptions() == ()


@pytest.mark.slow
async def test_ones_own_exercise_stands_first_and_takes_the_searched_text_as_its_name(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("4", "n")
        choices = person.screen.query_one("#library", OptionList)
        assert choices.options[0].id == "own"
        assert choices.highlighted == 1
        await person.write(" Wall squat")
        assert [option.id for option in choices.options] == ["own"]
        await person.press("enter")
        assert person.answer("name") == "Wall squat"
        await fill(person, repetitions="10")
        await person.press("ctrl+s")
        (added,) = store.plan.prescriptions()
        assert store.plan.exercises()[added.exercise_id].name == "Wall squat"
        await person.press("escape", "n", "up", "enter")
        assert person.screen.query_one("#name", Input).value == ""


@pytest.mark.slow
async def test_only_the_numbers_that_go_together_are_asked_for(store: Store) -> None:
    def asked(person: Person) -> list[str]:
        return [name for name in LIMITS if person.screen.query_one(f"#field-{name}").display]

    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("4", "n", *"bird", "enter")
        assert person.focus == "sets"
        assert asked(person) == ["sets", "repetitions", "hold_seconds", "rest_seconds", "times_a_day"]
        assert person.answer("sides") == "each"
        await person.press("up", "3")
        assert asked(person) == ["minutes", "times_a_day"]
        await person.press("ctrl+s")
        assert person.problems() == {"minutes": "minutes: say how much, or count in something else"}
        await person.press("up", "right")
        assert asked(person) == ["distance_m", "times_a_day"]
        await fill(person, distance_m="1.5 km", times_a_day="2")
        await person.press("ctrl+s")
        (added,) = store.plan.prescriptions()
        assert added.dose == Dose(distance_m=1500, times_a_day=2, sides=Sides.EACH), "what is not shown is not taken"


@pytest.mark.slow
async def test_an_exercise_of_ones_own_is_changed_with_its_dose_in_one_step(store: Store) -> None:
    own = store.plan.own(Exercise("", "Wall squat", Category.STRENGTHENING, how_to="Slowly.", gentle=True))
    store.plan.prescribe(own, Dose(repetitions=8), Schedule(), PLAN_STARTS)
    async with running(BackjournalApp(store)) as person:
        await person.press("4", "e")
        await fill(person, name="", repetitions="10")
        await person.press("ctrl+s")
        assert "an exercise needs a name" in person.problems()["name"]
        await fill(person, name="Wall slide")
        for field, text in (("note", "Ten for now."), ("caution", "The knees.")):
            person.screen.query_one(f"#{field}", TextArea).text = text
        await person.press("ctrl+s")
        assert store.plan.exercises()[own.id] == replace(own, name="Wall slide", caution="The knees.")
        before, after = store.plan.prescriptions()
        assert (before.dose.repetitions, before.note, before.last_day) == (8, "", YESTERDAY)
        assert (after.dose.repetitions, after.note, after.first_day) == (10, "Ten for now.", TODAY)
        await person.press("u")
        assert store.plan.exercises()[own.id] == own
        assert [each.last_day for each in store.plan.prescriptions()] == [None]


@pytest.mark.slow
async def test_a_changed_dose_ends_one_prescription_and_starts_the_next(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await person.to_row("Side plank")
        await person.press("e")
        await fill(person, hold_seconds="30")
        await person.press("ctrl+s")
        before, after = of(store, "side-plank")
        assert (before.dose.hold_seconds, before.first_day, before.last_day) == (20, PLAN_STARTS, YESTERDAY)
        assert (after.dose.hold_seconds, after.first_day, after.last_day) == (30, TODAY, None)
        assert "2 × 30 s" in person.row
        assert person.notices == ["Side plank: 2 × 30 s, daily, from today."]
        await person.press("1", "left")
        assert "2 × 20 s" in person.row, "the past stays"
        await person.press("u")
        assert [each.last_day for each in of(store, "side-plank")] == [None]


async def test_a_dose_changed_after_todays_practice_begins_tomorrow(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await person.to_row("Walking")
        await person.press("e")
        await fill(person, minutes="40")
        await person.press("ctrl+s")
        before, after = of(store, "walking")
        assert (before.last_day, after.first_day) == (TODAY, TODAY + timedelta(days=1))
        assert person.notices == ["Walking: 40 min, daily, from tomorrow, as today is ticked or skipped."]
        assert "until Sat 21 Nov" in person.text
        assert "from Sun 22 Nov" in person.text
        await person.press("1")
        assert "30 min" in person.line("Walking")


@pytest.mark.slow
async def test_a_dose_changes_on_a_later_day_and_the_past_stays(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("4")
        await person.to_row("Side plank")
        await person.press("e")
        await fill(person, first_day="yesterday", hold_seconds="30")
        await person.press("ctrl+s")
        assert "lies in the past, which stays as it was" in person.problems()["first_day"]
        await fill(person, first_day="2026-12-01", hold_seconds="20")
        await person.press("ctrl+s")
        assert "nothing changes on that day" in person.problems()["first_day"]
        await fill(person, hold_seconds="30", last_day="2026-12-31")
        await person.press("ctrl+s")
        before, after = of(store, "side-plank")
        assert (before.dose.hold_seconds, before.last_day) == (20, date(2026, 11, 30))
        assert (after.dose.hold_seconds, after.first_day, after.last_day) == (30, date(2026, 12, 1), date(2026, 12, 31))
        assert person.notices == ["Side plank: 2 × 30 s, daily, from Tue 1 Dec."]
        await person.to_row("Walking")
        await person.press("e")
        person.screen.query_one("#note", TextArea).text = "Uphill [/]too."
        await person.press("ctrl+s")
        assert [each.note for each in of(store, "walking")] == ["Uphill [/]too."]
        assert "Uphill [/]too." in person.text
        await person.press("u")
        assert [each.note for each in of(store, "walking")] == [""]


@pytest.mark.slow
async def test_an_unchanged_dose_changes_nothing(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        before = store.plan.prescriptions()
        await person.press("4")
        for name in ("Side plank", "Walking"):
            await person.to_row(name)
            await person.press("e", "ctrl+s")
            assert len(person.app.screen_stack) == 1
            assert store.plan.prescriptions() == before
        await person.press("u")
        assert person.notices[-1] == "There is nothing left to undo."


async def test_stopping_twice_is_refused_in_a_plain_line(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await person.to_row("Walking")
        await person.press("d")
        before = store.plan.prescriptions()
        assert person.row.startswith("Walking")
        await person.press("d")
        assert person.notices[-1] == "Walking is stopped already: its last day is 2026-11-21"
        assert store.plan.prescriptions() == before
        await person.press("u")
        assert [each.last_day for each in of(store, "walking")] == [None], "one stop, one undo"


async def test_days_before_the_plan_say_when_it_begins(store: Store) -> None:
    store.plan.prescribe(WALKING.exercise, Dose(minutes=20), Schedule(), TODAY)
    async with running(BackjournalApp(store)) as person:
        assert "The plan begins" not in person.text
        await person.press("left")
        assert "The plan begins on Sat 21 Nov 2026." in person.text
        assert "4 opens the plan, n writes a check-in" in person.text
        await person.press("n", "4", "ctrl+s")
        assert person.text.count("pain 4") == 2, "what was written on a free day stands there"
        store.plan.stop(store.plan.prescriptions()[0], TODAY)
        store.plan.prescribe(WALKING.exercise, Dose(minutes=20), Schedule(), TOMORROW)
        await person.press("t")
        assert "The plan begins on Sun 22 Nov 2026." in person.text
