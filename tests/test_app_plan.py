"""The plan in the app: adding, changing, reordering and stopping exercises."""

from datetime import date, timedelta

from textual.widgets import Input, OptionList, TextArea

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category
from backjournal.model.prescriptions import Prescription
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.app import COMFORTABLE, PLAN, PLAN_STARTS, Person, at_rest, running, seeded
from tests.values import TODAY

YESTERDAY = TODAY - timedelta(days=1)


def of(store: Store, exercise: str) -> list[Prescription]:
    """Return the prescriptions of an exercise, the first one first."""
    return [each for each in store.plan.prescriptions() if each.exercise_id == exercise]


def order(store: Store) -> list[str]:
    """Return the plan's exercises in their order."""
    return [each.exercise_id for each in store.plan.prescriptions() if each.last_day is None]


async def fill(person: Person, **texts: str) -> None:
    """Put texts into the fields of a form."""
    for field, text in texts.items():
        person.screen.query_one(f"#{field}", Input).value = text
    await at_rest(person.app)


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
        await fill(person, schedule="mon-fri")
        await person.press("ctrl+s")
        (added,) = store.plan.prescriptions()
        exercise = store.plan.exercises()[added.exercise_id]
        assert (exercise.name, exercise.category, exercise.sides) == ("Wall squat", Category.STRETCHING, False)
        assert exercise.how_to == "Slide down the wall [/]slowly."
        assert (added.dose, str(added.schedule)) == (Dose(repetitions=10), "mon-fri")
        assert person.focus == "prescriptions"
        assert person.row.startswith("Wall squat")


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
        assert person.notices == ["Walking: 40 min, daily, from tomorrow, as today is ticked."]
        assert "until Sat 21 Nov" in person.text
        assert "from Sun 22 Nov" in person.text
        await person.press("1")
        assert "30 min" in person.line("Walking")


async def test_an_unchanged_form_is_left_a_changed_one_asks_and_enter_opens_the_how_to(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4", "e", "escape")
        assert len(person.app.screen_stack) == 1
        await person.press("e", *"7", "escape")
        assert "This is not saved yet" in person.text
        await person.press("d")
        assert len(store.plan.prescriptions()) == len(PLAN)
        assert len(person.app.screen_stack) == 1
        await person.press("enter")
        assert "Watch for" in person.text
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
