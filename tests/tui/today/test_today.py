"""Today in the app: the first start, the checklist, and the days."""

from datetime import date, timedelta

from rich.cells import cell_len

from backjournal.library.exercises import ASK_FIRST, starter_plan
from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import replace
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, running, seeded
from tests.helpers.values import TODAY, WALKING

YESTERDAY = TODAY - timedelta(days=1)


def practice(store: Store, exercise: str, day: date = TODAY) -> Practice | None:
    """Return the practice of an exercise on a day."""
    ids = {each.id for each in store.plan.prescriptions() if each.exercise_id == exercise}
    return next((each for each in store.practices.between(day, day) if each.prescription_id in ids), None)


def done(store: Store, exercise: str, day: date = TODAY) -> tuple[Status, int] | None:
    """Return the status and the amount of an exercise on a day."""
    found = practice(store, exercise, day)
    return (found.status, found.amount) if found else None


async def test_a_first_start_offers_the_starter_plan(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        assert person.focus == "starter"
        assert "Choose exercises myself" in person.text
        assert ASK_FIRST[:60] in person.text
        await person.press("enter")
        assert [each.exercise_id for each in store.plan.prescriptions()] == [
            entry.exercise.id for entry in starter_plan()
        ]
        assert {each.first_day for each in store.plan.prescriptions()} == {TODAY}
        await person.press("escape")
        assert person.focus == "checklist"
        assert person.row.startswith("○ Knee rolls")
        assert "0 of 4 done" in person.text
        await person.press("S", "2", "p")
        assert person.notices[-1] == "Nothing is left to practise."
        await person.press("u", "u")
        assert store.plan.prescriptions() == ()
        assert person.focus == "starter"
        assert "Welcome" in person.text
        await person.press("p")
        assert person.notices[-1] == "Nothing is left to practise."


async def test_a_first_start_offers_an_empty_plan_and_says_what_to_do_in_each_tab(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("tab", "enter")
        assert "Add an exercise" in person.text
        await person.press("escape")
        assert store.plan.prescriptions() == ()
        for key, text in (("2", "Your diary is empty"), ("4", "The plan is empty"), ("1", "Welcome")):
            await person.press(key)
            assert text in person.text
        await person.press("4", "tab", "enter")
        assert len(store.plan.prescriptions()) == len(starter_plan())
        await person.press("escape")
        assert person.focus == "prescriptions"


async def test_space_ticks_and_unticks(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        assert "3 of 5 done, 1 in part, 1 excused" in person.text
        await person.to_row("Side plank")
        await person.press("space")
        assert done(store, "side-plank") == (Status.DONE, 2)
        assert person.row.startswith("✓ Side plank")
        assert "4 of 5 done" in person.text
        await person.press("space")
        assert done(store, "side-plank") is None
        assert person.row.startswith("○ Side plank")
        assert "3 of 5 done" in person.text
        await person.to_row("Bird-dog")
        await person.press("space")
        assert done(store, "bird-dog") == (Status.DONE, 2), "a part is filled up first"


async def test_plus_and_minus_count_sets_and_minutes(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.press("+")
        assert done(store, "side-plank") == (Status.PARTIAL, 1)
        assert person.row.startswith("◐ Side plank")
        assert person.row.endswith("1 of 2")
        await person.press("+")
        assert done(store, "side-plank") == (Status.DONE, 2)
        assert person.row.startswith("✓ Side plank")
        await person.press("-", "-", "-")
        assert done(store, "side-plank") is None
        await person.to_row("Walking")
        await person.press("-")
        assert done(store, "walking") == (Status.PARTIAL, 25)
        assert person.row.endswith("25 of 30")


async def test_amount_pain_and_note_of_a_practice(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.to_row("Walking")
        await person.press("a", "backspace", "backspace", *"x", "ctrl+s")
        assert "'x' is not a whole number" in person.problems()["amount"]
        assert done(store, "walking") == (Status.DONE, 30)
        await person.press("backspace", "0", "ctrl+s")
        assert "nothing was done" in person.problems()["amount"]
        await person.press("backspace", *"15", "enter", "3", "tab")
        await person.write("uphill\nslow")
        await person.press("ctrl+s")
        walked = practice(store, "walking")
        assert walked is not None
        assert (walked.status, walked.amount, walked.pain_during, walked.note) == (
            Status.PARTIAL,
            15,
            3,
            "uphill\nslow",
        )
        assert person.row.endswith("15 of 30  pain 3")
        await person.press("+")
        walked = practice(store, "walking")
        assert walked is not None
        assert (walked.amount, walked.pain_during, walked.note) == (20, 3, "uphill\nslow"), "a count keeps the rest"


async def test_a_skip_by_digit_by_own_words_and_taken_back(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.press("s", "6")
        assert getattr(practice(store, "side-plank"), "reason", "") == "no time"
        assert person.row.startswith("– Side plank")
        assert person.row.endswith("no time")
        await person.press("space")
        assert practice(store, "side-plank") is None, "space takes it back"
        await person.press("s", "escape")
        assert practice(store, "side-plank") is None
        await person.press("s", "tab")
        await person.write("2 guests [/]x")
        await person.press("enter")
        assert getattr(practice(store, "side-plank"), "reason", "") == "2 guests [/]x"
        assert person.row.endswith("2 guests [/]x")
        await person.press("s", "down", "enter")
        assert getattr(practice(store, "side-plank"), "reason", "") == "flare-up", "the reason can be changed"
        await person.press("u")
        assert person.row.endswith("2 guests [/]x")


async def test_a_past_day_can_be_filled_in_and_a_day_to_come_cannot(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("left")
        assert "yesterday Fri 20 Nov" in person.text
        await person.to_row("Bridge")
        before = done(store, "bridge", YESTERDAY)
        await person.press("space")
        assert done(store, "bridge", YESTERDAY) != before
        assert done(store, "bridge") == (Status.SKIPPED, 0), "today stays as it was"
        await person.press("left")
        assert "◂ Thu 19 Nov" in person.text
        await person.press("t")
        assert person.app.day == TODAY
        await person.press("right")
        assert person.app.day == TODAY
        assert person.notices == ["That day has not come yet: exercises can be ticked up to today."]
        await person.click("DayBar", 1)
        assert person.app.day == YESTERDAY
        await person.click("DayBar", person.text.splitlines()[1].index("▸"))
        assert person.app.day == TODAY


async def test_i_opens_the_page_and_enter_practises(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Bird-dog")
        await person.press("i")
        assert "Start on your hands and knees" in person.text
        await person.press("escape", "enter")
        assert "GET READY" in person.text


async def test_the_detail_shows_the_last_two_weeks_and_the_notes_of_the_day_below(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.to_row("Bird-dog")
        assert "stabilization · each side" in person.text
        assert "last 14 days ✓✓✓·✓✓✓ ·✓✓✓·✓◐" in person.text
        await person.to_row("Bridge")
        assert "last 14 days ✓·✓✓✓·✓ ✓✓·✓✓✓–" in person.text
        assert "where lower back" in person.text
        assert "adherence" not in person.text, "the day is not over"
        await person.press("left")
        assert "Größe ÄNDERN: the new chair helps." in person.text
        assert "adherence 83 % of 6" in person.text


async def test_a_day_without_exercises_is_free_and_the_keys_for_one_do_nothing(store: Store) -> None:
    store.plan.prescribe(WALKING.exercise, Dose(minutes=20), Schedule.parse("mon"), date(2026, 11, 16))
    async with running(BackjournalApp(store)) as person:
        assert "Nothing is planned for this day" in person.text
        await person.press("1", "space", "+", "-", "s", "a", "enter")
        assert store.practices.between(date.min, date.max) == ()
        assert len(person.app.screen_stack) == 1
        for _ in range(5):
            await person.press("left")
        assert person.app.day == date(2026, 11, 16)
        assert "0 of 1 done" in person.text


async def test_very_long_and_wide_names_leave_room_for_the_dose_in_one_column(store: Store) -> None:
    for name in ("x" * 80, "長" * 40, "[/]oops"):
        own = store.plan.own(Exercise("", name, Category.STRETCHING))
        store.plan.prescribe(own, Dose(repetitions=5), Schedule(), TODAY)
    async with running(BackjournalApp(store)) as person:
        doses = [line.partition("5 times")[0] for line in person.text.splitlines() if "○" in line and "5 times" in line]
        assert len(doses) == 3
        assert {cell_len(before) for before in doses} == {cell_len(doses[0])}
        assert person.text.count("…") == 2
        await person.press("4")
        assert sum("5 times  daily" in line for line in person.text.splitlines()) == 3


async def test_a_note_is_added_to_a_set_that_was_broken_off(store: Store) -> None:
    seeded(store)
    planned = next(each for each in store.plan.prescriptions() if each.exercise_id == "side-plank")
    broken_off = Practice(planned.id, TODAY, Status.PARTIAL, sets=(SetDone(1, 5, "left"),))
    store.practices.save(broken_off, "")
    async with running(BackjournalApp(store)) as person:
        await person.to_row("Side plank")
        assert person.row.endswith("6 %")
        assert "3 of 5 done, 2 in part, 1 excused ▰▰▰▱▱" in person.text
        await person.press("a", "tab", "tab")
        await person.write("shaky")
        await person.press("ctrl+s")
        assert practice(store, "side-plank") == replace(broken_off, note="shaky")


async def test_the_head_of_a_day_breaks_between_its_parts_only(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("left")
        for width in (60, 80, 100):
            await person.resize(width, 24)
            head = person.text.partition("───")[0].splitlines()[1:]
            parts = [part.strip() for line in head for part in line.split("   ") if part.strip()]
            assert parts[1:] == [
                *("5 of 6 done ▰▰▰▰▰▱", "pain 3", "mobility 5", "adherence 83 % of 6", "last check-in 21:00"),
            ]
