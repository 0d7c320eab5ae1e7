"""The plan in the app: adding, reordering and stopping exercises, and their figures."""

from datetime import date, timedelta

import pytest
from textual.widgets import Input, OptionList, TextArea

from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, PLAN, Person, at_rest, running, seeded
from tests.helpers.values import TODAY, shipped

YESTERDAY = TODAY - timedelta(days=1)
CAT_COW = shipped("cat-cow")


def of(store: Store, exercise: str) -> list[Prescription]:
    """Return the prescriptions of an exercise, the oldest first."""
    found = (each for each in store.plan.prescriptions() if each.exercise_id == exercise)
    return sorted(found, key=lambda each: each.first_day)


def order(store: Store) -> list[str]:
    """Return the plan's exercises in their order."""
    return [each.exercise_id for each in store.plan.prescriptions() if each.last_day is None]


async def fill(person: Person, **texts: str) -> None:
    """Fill the fields of a form with texts."""
    for field, text in texts.items():
        person.screen.query_one(f"#{field}", Input).value = text
    await at_rest(person.app)


@pytest.mark.slow
async def test_an_exercise_from_the_library_by_search(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4", "n")
        choices = person.screen.query_one("#library", OptionList)
        assert [option.id for option in choices.options if option.disabled] == sorted(
            PLAN, key=[option.id for option in choices.options].index
        ), "what is in the plan cannot be added again"
        await person.write("TILT pelv")
        assert [option.id for option in choices.options] == ["own", "pelvic-tilt"]
        assert "stabilization" in person.text
        await person.press("enter")
        assert person.window == "PrescriptionForm"
        await fill(person, repetitions="8", schedule="mon wed fri")
        await person.press("ctrl+s")
        (added,) = of(store, "pelvic-tilt")
        assert added.dose == Dose(repetitions=8, hold_seconds=5)
        assert (str(added.schedule), added.first_day, added.last_day) == ("mon wed fri", TODAY, None)
        assert person.row.startswith("Pelvic tilt"), "the cursor is on what was added"
        assert "8 × 5 s" in person.row
        assert person.notices[-1] == "In the plan from today. u takes it out again."
        await person.press("u")
        assert of(store, "pelvic-tilt") == []
        assert "Pelvic tilt" not in person.text


async def test_the_library_moves_by_arrows_and_leaves_by_esc(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("4", "enter", "down", "down", "up")
        choices = person.screen.query_one("#library", OptionList)
        assert choices.highlighted == 2, "the first one of the library is chosen at first, one's own stands above it"
        await person.press("escape", "n", *"zzz")
        choices = person.screen.query_one("#library", OptionList)
        assert [option.id for option in choices.options] == ["own"]
        await person.press("escape")
        assert len(person.app.screen_stack) == 1
        assert store.plan.prescriptions() == ()


@pytest.mark.slow
async def test_an_exercise_of_ones_own(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("4", "enter", "home", "up", "enter", "ctrl+s")
        assert "an exercise needs a name" in person.problems()["name"]
        assert store.plan.prescriptions() == ()
        await fill(person, name="Wall squat", repetitions="201")
        person.screen.query_one("#how_to", TextArea).text = "Slide down the wall [/]slowly."
        await person.press("ctrl+s")
        assert "not a whole number from 1 to 200" in person.problems()["repetitions"]
        await fill(person, repetitions="10", schedule="sometimes")
        await person.press("ctrl+s")
        assert "is no schedule" in person.problems()["schedule"]
        await fill(person, schedule="3 a week", last_day="2026-11-20")
        await person.press("ctrl+s")
        assert "lies before the first day" in person.problems()["last_day"]
        await fill(person, last_day="2026-12-20")
        await person.to_field("sides")
        await person.press("4", "left", "ctrl+s")
        (added,) = store.plan.prescriptions()
        exercise = store.plan.exercises()[added.exercise_id]
        assert (exercise.name, exercise.category, exercise.sides) == ("Wall squat", Category.STRETCHING, True)
        assert exercise.how_to == "Slide down the wall [/]slowly."
        assert (added.dose, str(added.schedule)) == (Dose(repetitions=10, sides=Sides.LEFT), "3 a week")
        assert added.last_day == date(2026, 12, 20)
        await person.press("escape")
        assert person.focus == "prescriptions"
        assert person.row.startswith("Wall squat")
        assert "until Sun 20 Dec" in person.row


@pytest.mark.slow
async def test_an_unchanged_form_is_left_a_changed_one_asks_and_enter_opens_the_page(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4", "e", "escape")
        assert len(person.app.screen_stack) == 1
        await person.press("e", *"7", "escape")
        assert "This is not saved yet" in person.text
        await person.press("d")
        assert len(store.plan.prescriptions()) == len(PLAN)
        assert len(person.app.screen_stack) == 1
        await person.press("enter")
        assert person.window == "ExercisePage"
        await person.press("escape")
        assert person.focus == "prescriptions"


async def test_reordering_stays_within_the_category(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await person.to_row("Knee to chest")
        await person.press("shift+up")
        assert order(store)[:2] == ["knee-to-chest", "childs-pose"]
        assert person.row.startswith("Knee to chest"), "the highlight goes along"
        assert person.text.index("Knee to chest") < person.text.index("Child's pose")
        await person.press("shift+up")
        assert order(store)[:2] == ["knee-to-chest", "childs-pose"]
        await person.press("J", "J")
        assert order(store)[:3] == ["childs-pose", "knee-to-chest", "bridge"], "it does not leave its category"
        await person.press("u")
        assert order(store)[:2] == ["knee-to-chest", "childs-pose"]


@pytest.mark.slow
async def test_a_stopped_exercise_leaves_and_comes_back(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await person.to_row("Side plank")
        await person.press("d")
        assert [each.last_day for each in of(store, "side-plank")] == [YESTERDAY]
        assert person.row.startswith("Bird-dog"), "the neighbour is highlighted"
        assert "Side plank" not in person.text
        await person.press("1", "left")
        assert "Side plank" in person.text, "its past stays"
        await person.press("u")
        assert [each.last_day for each in of(store, "side-plank")] == [None]
        await person.press("4")
        await person.to_row("Walking")
        await person.press("d")
        assert [each.last_day for each in of(store, "walking")] == [TODAY]
        assert "until Sat 21 Nov" in person.row, "it was practised today"


async def test_the_last_exercise_stopped_leaves_an_empty_plan_that_can_be_filled(store: Store) -> None:
    with seeded(store).changes.write(""):
        for each in store.plan.prescriptions():
            if each.exercise_id != "side-plank":
                store.plan.stop(each, date(2026, 11, 1))
    async with running(BackjournalApp(store)) as person:
        await person.press("4", "d")
        assert "The plan is empty" in person.text
        assert person.focus == "add"
        await person.press("u")
        assert person.focus == "prescriptions"
        assert person.row.startswith("Side plank")


def row_below(person: Person, part: str) -> str:
    """Return the line below the first line with a text, which is in the list, as the detail comes after it."""
    lines = person.text.splitlines()
    place = next(number for number, line in enumerate(lines) if part in line)
    return lines[place + 1].strip(" │")


async def test_each_row_shows_its_figures_and_the_plan_their_sum(store: Store) -> None:
    store.plan.prescribe(CAT_COW.exercise, Dose(repetitions=10), Schedule(), TODAY + timedelta(days=10))
    async with running(BackjournalApp(seeded(store)), (100, 45)) as person:
        ids = {each.exercise_id: each.id for each in store.plan.prescriptions()}
        with store.changes.write(""):
            for day, pain in ((YESTERDAY, 1), (YESTERDAY - timedelta(days=1), 4)):
                store.practices.save(Practice(ids["walking"], day, Status.DONE, 30, pain), "")
        await person.press("4")
        await person.threads_done()
        marks = "✓·✓✓✓· ✓✓✓·✓✓✓ ·✓✓✓·✓✓ ✓·✓✓✓✓✓"
        score = 0.0
        for mark in marks.replace(" ", ""):
            score = score * 0.5 ** (1 / 13) + (mark == "✓") * (1 - 0.5 ** (1 / 13))
        figures = f"adherence 78 % of 27   score {score * 100:.0f} %   pain during 2.5 (n 2)"
        assert row_below(person, "Walking") == f"{marks}  {figures}"
        assert "pain" not in row_below(person, "Child's pose"), "no figure where nothing was noted"
        assert row_below(person, "Cat-cow") == "from Tue 1 Dec"
        assert "Four weeks: adherence " in person.text
        await person.resize(80, 45)
        assert "78 % of 27   score" in row_below(person, "Walking")


async def test_gentle_exercises_and_the_aim_of_the_plan(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await person.to_row("Walking")
        await person.press("g")
        assert store.plan.exercises()["walking"].gentle
        assert "gentle" in person.row
        assert person.notices[-1] == "Walking is gentle: it stays in a flare-up."
        await person.press("g")
        assert not store.plan.exercises()["walking"].gentle
        await person.press("a")
        person.screen.query_one("#aim", TextArea).text = "Walk the dog\nfor an hour [/]again"
        await fill(person, prescribed_by="M. Example, physiotherapist", prescribed_on="soon")
        await person.press("ctrl+s")
        assert "is not a day" in person.problems()["prescribed_on"]
        await fill(person, prescribed_on="yesterday")
        await person.press("ctrl+s")
        assert store.plan.facts() == PlanFacts(
            "Walk the dog\nfor an hour [/]again", "M. Example, physiotherapist", YESTERDAY
        )
        line = person.line("Aim:").strip()
        assert line.startswith("Aim: Walk the dog for an hour [/]again · M. Example, physiotherapist")
        await person.press("u")
        assert "Aim:" not in person.text
