"""The plain lines of the checklist: doses, days and practices in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from backjournal.exchange.checklist_lines import item_line
from backjournal.exchange.plan_text import dose_words, schedule_words
from backjournal.model.dates import long_day
from backjournal.model.doses import Dose, Sides
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import parse_sets
from backjournal.plan.checklist import ChecklistItem
from tests.helpers.values import BRIDGE, TODAY


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (Dose(minutes=30), "30 minutes"),
        (Dose(minutes=1, times_a_day=3), "1 minute, 3 times a day"),
        (Dose(breaths=8), "8 breaths"),
        (Dose(sets=2, breaths=1), "2 sets of 1 breath"),
        (Dose(repetitions=10), "10 times"),
        (Dose(sets=2, repetitions=1), "2 sets of 1 time"),
        (Dose(repetitions=2, hold_seconds=5, times_a_day=2), "2 times, held 5 seconds, twice a day"),
        (Dose(sets=2, repetitions=10, hold_seconds=1), "2 sets of 10 times, held 1 second"),
        (Dose(hold_seconds=20), "hold 20 seconds"),
        (Dose(sets=2, hold_seconds=20), "2 sets of 20 seconds"),
        (Dose(distance_m=800), "800 m"),
        (Dose(distance_m=1500, times_a_day=2), "1.5 km, twice a day"),
        (Dose(sets=2, repetitions=10, rest_seconds=30), "2 sets of 10 times, 30 seconds of rest"),
        (Dose(sets=2, breaths=8, rest_seconds=1), "2 sets of 8 breaths, 1 second of rest"),
        (Dose(repetitions=10, sides=Sides.LEFT), "10 times, left side only"),
        (
            Dose(2, 10, 3, 30, times_a_day=2, sides=Sides.EACH),
            "2 sets of 10 times, held 3 seconds, 30 seconds of rest, each side, twice a day",
        ),
    ],
)
def test_a_dose_in_words(dose: Dose, words: str) -> None:
    assert dose_words(dose) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("daily", "daily"),
        ("sun", "on Sunday"),
        ("fri mon", "on Monday and Friday"),
        ("mon-wed", "on Monday, Tuesday and Wednesday"),
        ("every other day", "every other day"),
        ("every 3 days", "every 3 days"),
        ("1 a week", "once a week"),
        ("2 a week", "twice a week"),
        ("3 a week", "3 times a week"),
    ],
)
def test_days_in_words(days: str, words: str) -> None:
    assert schedule_words(Schedule.parse(days)) == words


ASKED = Prescription("p", "bridge", Dose(2, 10, sides=Sides.EACH), Schedule(), TODAY - timedelta(days=7))
FAR = Prescription("p", "walking", Dose(distance_m=1500), Schedule(), TODAY - timedelta(days=7))


@pytest.mark.parametrize(
    ("asked", "amount", "sets", "text"),
    [
        (ASKED, 1, "", "partly done, 1 of 2 sets"),
        (ASKED, 2, "", "done, 2 sets"),
        (ASKED, 0, "left 10", "partly done, 25 %"),
        (ASKED, 1, "left 10; right 10", "partly done, 1 of 2 sets"),
        (ASKED, 1, "left 10; right 10; left 5", "partly done, 62 %"),
        (FAR, 800, "", "partly done, 800 m of 1.5 km"),
        (FAR, 1500, "", "done, 1.5 km"),
        (replace(FAR, dose=Dose(minutes=30)), 10, "", "partly done, 10 of 30 minutes"),
    ],
)
def test_what_was_done_in_words(asked: Prescription, amount: int, sets: str, text: str) -> None:
    status = Status.DONE if amount >= asked.dose.target else Status.PARTIAL
    practice = Practice("p", TODAY, status, amount, sets=parse_sets(sets))
    item = ChecklistItem(BRIDGE.exercise, asked, practice)
    assert item_line(item, TODAY, TODAY) == f"Bridge, {dose_words(asked.dose)}: {text}"


@pytest.mark.parametrize(
    ("left", "due", "today", "yesterday"),
    [
        (None, True, "to do", "missed"),
        (2, False, "free to choose, 2 left this week", "free to choose, 2 left this week"),
        (1, True, "to do, 1 left this week", "missed"),
    ],
)
def test_what_is_open_in_words(left: int | None, due: bool, today: str, yesterday: str) -> None:
    item = ChecklistItem(BRIDGE.exercise, ASKED, None, left, due)
    assert item_line(item, TODAY, TODAY).endswith(f": {today}")
    assert item_line(item, TODAY - timedelta(days=1), TODAY).endswith(f": {yesterday}")


def test_a_day_in_words() -> None:
    assert long_day(TODAY) == "Saturday 21 November 2026"
