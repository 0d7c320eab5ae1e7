"""How far a day has come: its fractions, and that they agree with its adherence."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import replace
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.plan.adherence import adherence_of
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.day_progress import DayProgress, progress_of

MONDAY = date(2026, 11, 16)
FOUR_SETS = Dose(sets=4, repetitions=10)


def item(practice: Practice | None = None, dose: Dose = FOUR_SETS, *, due: bool = True) -> ChecklistItem:
    exercise = Exercise("bird", "Bird-dog", Category.STABILIZATION)
    return ChecklistItem(exercise, Prescription("a", "bird", dose, Schedule(), MONDAY), practice, due=due)


def partial(amount: int, *sets: SetDone) -> Practice:
    return Practice("a", MONDAY, Status.PARTIAL, amount, sets=sets)


def skipped(reason: str) -> Practice:
    return Practice("a", MONDAY, Status.SKIPPED, reason=reason)


DONE = Practice("a", MONDAY, Status.DONE, 4)


@pytest.mark.parametrize(
    ("day", "text", "left"),
    [
        ([], "nothing due", 0),
        ([item()], "0 of 1 done", 1),
        ([item(DONE), item(DONE)], "2 of 2 done", 0),
        ([item(DONE), item(partial(3))], "1 of 2 done, 1 in part", 1),
        ([item(DONE), item(skipped("rest")), item()], "1 of 2 done, 1 excused", 1),
        ([item(DONE), item(skipped("no time"))], "1 of 2 done", 0),
        ([item(skipped("rest")), item(skipped("travel"))], "all 2 excused", 0),
        ([item(due=False), item(DONE)], "1 of 1 done", 0),
        # Sets that were broken off come to as much as was asked for, but not to four whole ones.
        ([item(partial(0, *[SetDone(5)] * 8))], "0 of 1 done, 1 in part", 1),
        # Nobody asked for more of an extra.
        ([item(partial(1), due=False)], "1 of 1 done", 0),
    ],
)
def test_a_day_in_words(day: Sequence[ChecklistItem], text: str, left: int) -> None:
    progress = progress_of(day)
    assert (progress.text(), progress.left) == (text, left)


def test_what_is_counted_can_be_named() -> None:
    assert DayProgress(done=1).text("exercise") == "1 of 1 exercise done"
    assert DayProgress(excused=3).text("exercise") == "all 3 exercises excused"


practices = st.none() | st.sampled_from([DONE, partial(1), partial(3), skipped("rest"), skipped("no time")])


@given(st.lists(st.builds(item, practices, due=st.booleans())))
def test_it_agrees_with_adherence(day: list[ChecklistItem]) -> None:
    progress, adherence = progress_of(day), adherence_of(day)
    assert (progress.asked, progress.excused) == (adherence.counted, adherence.excused)
    assert progress.all_done is (adherence.share == 1)
    assert progress.done <= adherence.practised <= progress.done + progress.partial


TWICE = Dose(sets=2, repetitions=10, times_a_day=2)


@pytest.mark.parametrize(
    ("dose", "practice", "text"),
    [
        (FOUR_SETS, None, ""),
        (FOUR_SETS, DONE, ""),
        (FOUR_SETS, partial(1), "1 of 4"),
        (FOUR_SETS, partial(0, SetDone(4)), "10 %"),
        (FOUR_SETS, partial(1, SetDone(10), SetDone(4)), "35 %"),
        (replace(TWICE, sets=1), None, "0 of 2"),
        (replace(TWICE, sets=1), partial(1), "1 of 2"),
        (TWICE, None, "0 of 2 times"),
        (TWICE, partial(1), "1 of 4 sets"),
        (TWICE, partial(2), "1 of 2 times"),
        (TWICE, partial(0, SetDone(5)), "12 %"),
        (Dose(minutes=30), partial(20, SetDone(1, 1210)), "20 of 30"),
        (Dose(minutes=30), partial(0, SetDone(1, 1)), "1 %"),
        (Dose(minutes=10, times_a_day=2), partial(15), "15 of 20 min"),
    ],
)
def test_how_much_of_a_dose_was_done_is_one_figure_with_one_unit(
    dose: Dose, practice: Practice | None, text: str
) -> None:
    assert item(practice, dose).progress == text
