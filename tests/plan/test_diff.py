"""How a written plan differs from the plan of the journal, as tables of cases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from backjournal.exchange.plan_diff_lines import plan_diff_lines
from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.diff import Kind, KnownPlan, WrittenPlan, plan_diff
from backjournal.plan.entries import PlanEntry
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY, WALKING

ONE, TWO = Dose(2, 10, 3), Dose(3, 10, 3)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LONG_AGO, LATER = TODAY - timedelta(days=30), TODAY + timedelta(days=30)


def held(
    number: int = 1, first: date = LONG_AGO, last: date | None = None, dose: Dose = ONE, note: str = ""
) -> Prescription:
    return Prescription(f"p{number}", "bridge", dose, Schedule(), first, last, number, note)


def phase(first: date = TODAY, last: date | None = None, dose: Dose = ONE, note: str = "") -> Prescription:
    return Prescription("", "bridge", dose, Schedule(), first, last, note=note)


def known(*prescriptions: Prescription, practised: bool = False) -> KnownPlan:
    ids = frozenset({"p1"} if practised else ())
    return KnownPlan(TODAY, {"bridge": BRIDGE.exercise}, prescriptions, practised=ids)


def written(*phases: Prescription) -> WrittenPlan:
    return WrittenPlan(PlanFacts(), tuple(PlanEntry(BRIDGE.exercise, each) for each in phases))


ADDED, CHANGED, STOPPED, LEFT = Kind

NOW = "from today"
MORROW = "from tomorrow"
WHY = ", as today is ticked or skipped"


@pytest.mark.parametrize(
    ("before", "practised", "phases", "after", "lines"),
    [
        # the same prescription continues, whatever first day in the past the file gives
        ([held()], False, [phase(LONG_AGO)], [held()], []),
        ([held()], False, [phase(YESTERDAY)], [held()], []),
        ([held()], False, [phase()], [held()], []),
        ([held()], True, [phase()], [held()], []),
        ([held()], True, [phase(TOMORROW)], [held()], []),
        ([held(first=LATER)], False, [phase(LATER)], [held(first=LATER)], []),
        # another dose begins today, or tomorrow if it was practised today
        (
            [held()],
            False,
            [phase(dose=TWO)],
            [phase(dose=TWO)],
            [f"Changed: Bridge, 2 × 10, 3 s, daily → 3 × 10, 3 s, daily, {NOW}."],
        ),
        ([held()], False, [phase(LONG_AGO, dose=TWO)], [phase(dose=TWO)], None),
        (
            [held()],
            True,
            [phase(dose=TWO)],
            [phase(TOMORROW, dose=TWO)],
            [f"Changed: Bridge, 2 × 10, 3 s, daily → 3 × 10, 3 s, daily, {MORROW}{WHY}."],
        ),
        ([held(last=TODAY), held(2, TOMORROW, dose=TWO)], True, [phase(dose=TWO)], [held(2, TOMORROW, dose=TWO)], []),
        ([held(last=TODAY)], True, [phase()], [phase(TOMORROW)], None),
        # phases
        ([held()], False, [phase(last=LATER), phase(LATER + timedelta(days=1), dose=TWO)], None, None),
        (
            [held(last=LATER), held(2, LATER + timedelta(days=1), dose=TWO)],
            False,
            [phase(LONG_AGO, LATER), phase(LATER + timedelta(days=1), dose=TWO)],
            [held(last=LATER), held(2, LATER + timedelta(days=1), dose=TWO)],
            [],
        ),
        ([held()], False, [phase(LATER)], [phase(LATER)], None),
        ([held()], False, [phase(LONG_AGO, YESTERDAY, TWO), phase()], [held()], []),
        # last day and note
        ([held()], False, [phase(last=LATER)], [held(last=LATER)], None),
        (
            [held(last=LATER)],
            False,
            [phase()],
            [held()],
            ["Changed: Bridge, 2 × 10, 3 s, daily, until Monday 21 December 2026 → 2 × 10, 3 s, daily."],
        ),
        (
            [held()],
            False,
            [phase(note="Slowly.\nBreathe.")],
            [held(note="Slowly.\nBreathe.")],
            ["Changed: Bridge, 2 × 10, 3 s, daily.", "  Note: Slowly. Breathe."],
        ),
        (
            [held(note="Slowly.")],
            False,
            [phase()],
            [held()],
            ["Changed: Bridge, 2 × 10, 3 s, daily.", "  Without a note."],
        ),
        # not in the file
        ([held()], False, [], [], [f"Stopped: Bridge, 2 × 10, 3 s, daily, {NOW}. Its past stays."]),
        ([held()], True, [], [], [f"Stopped: Bridge, 2 × 10, 3 s, daily, {MORROW}{WHY}. Its past stays."]),
        (
            [held(last=TODAY), held(2, TOMORROW)],
            True,
            [],
            None,
            [f"Stopped: Bridge, 2 × 10, 3 s, daily, {MORROW}, before it begins. Its past stays."],
        ),
        ([held()], False, [phase(LONG_AGO, YESTERDAY)], [], None),
        ([held(last=TODAY)], True, [], None, []),
        ([held(last=YESTERDAY)], False, [], None, []),
        # new
        ([held(last=YESTERDAY)], False, [phase(LONG_AGO)], [phase()], [f"Added: Bridge, 2 × 10, 3 s, daily, {NOW}."]),
        ([], False, [phase(LONG_AGO)], [phase(LONG_AGO)], None),
        ([], False, [phase(LONG_AGO, YESTERDAY)], [phase(LONG_AGO, YESTERDAY)], None),
        (
            [held(last=YESTERDAY)],
            False,
            [phase(LONG_AGO, YESTERDAY, TWO)],
            None,
            ["Left out, as the last day has passed: Bridge."],
        ),
    ],
)
def test_how_a_written_plan_changes_an_exercise(
    before: list[Prescription],
    practised: bool,
    phases: list[Prescription],
    after: list[Prescription] | None,
    lines: list[str] | None,
) -> None:
    changes = plan_diff(written(*phases), known(*before, practised=practised))
    if after is not None:
        assert [each for change in changes.exercises for each in change.after] == after
    diff_lines = plan_diff_lines(changes, TODAY)
    if lines is not None:
        assert [line for line in diff_lines if line != "The plan is like this already."] == lines
    assert changes.nothing == ("The plan is like this already." in diff_lines)


def test_every_kind_of_change_has_a_line_of_its_own() -> None:
    own = Exercise("", "Towel slide", Category.STRETCHING, how_to="Slide.", caution="Gently.")
    kept = Exercise("own1", "Foam roll", Category.STRETCHING, gentle=True)
    walking, bird_dog = Dose(minutes=30), Dose(2, 10)
    plan = KnownPlan(
        TODAY,
        {each.id: each for each in (BRIDGE.exercise, WALKING.exercise, BIRD_DOG.exercise, kept)},
        (
            held(),
            Prescription("w", "walking", walking, Schedule(), LONG_AGO),
            Prescription("b", "bird-dog", bird_dog, Schedule(), LONG_AGO),
            Prescription("o", "own1", ONE, Schedule(), LONG_AGO),
        ),
        PlanFacts("Walk", "M. Example"),
    )
    entries = (
        PlanEntry(own, Prescription("", "", Dose(breaths=8, times_a_day=2), Schedule(every=2), TODAY, LATER)),
        PlanEntry(replace(kept, how_to="Roll."), Prescription("", "own1", ONE, Schedule(), TODAY)),
        PlanEntry(WALKING.exercise, Prescription("", "walking", walking, Schedule(), TODAY)),
        PlanEntry(BRIDGE.exercise, phase(dose=replace(ONE, rest_seconds=30))),
    )
    changes = plan_diff(WrittenPlan(PlanFacts("Run\nfar", prescribed_on=TODAY), entries), plan)
    assert changes.facts == PlanFacts("Run\nfar", "M. Example", TODAY)
    assert plan_diff_lines(changes, TODAY) == [
        "Aim: Run far",
        "Prescribed by M. Example, on Saturday 21 November 2026.",
        "Changed: Foam roll, 2 × 10, 3 s, daily.",
        "  Category: stretching.",
        "  How to: Roll.",
        "Changed: Bridge, 2 × 10, 3 s, daily → 2 × 10, 3 s, rest 30 s, daily, from today.",
        "Added: Towel slide, 8 breaths, twice a day, every other day, from today, until Monday 21 December 2026.",
        "  Category: stretching.",
        "  How to: Slide.",
        "  Watch for: Gently.",
        "Stopped: Bird-dog, 2 × 10, daily, from today. Its past stays.",
        "As before: Walking.",
    ]


def test_a_new_order_is_shown_within_a_category_only() -> None:
    shipped = (BRIDGE.exercise, replace(BRIDGE.exercise, id="other", name="Other bridge"), WALKING.exercise)
    prescriptions = tuple(
        Prescription(f"p{number}", each.id, ONE, Schedule(), LONG_AGO, position=number)
        for number, each in enumerate(shipped)
    )
    plan = KnownPlan(TODAY, {each.id: each for each in shipped}, prescriptions)
    entries = [PlanEntry(each, Prescription("", each.id, ONE, Schedule(), TODAY)) for each in shipped]
    for order, moved in (((0, 1, 2), False), ((2, 0, 1), False), ((1, 0, 2), True), ((1, 2, 0), True)):
        changes = plan_diff(WrittenPlan(PlanFacts(), tuple(entries[place] for place in order)), plan)
        assert (changes.moved, changes.nothing) == (moved, not moved)
    assert plan_diff_lines(changes, TODAY) == [
        "New order: Other bridge, Bridge, Walking.",
        "As before: Other bridge, Walking, Bridge.",
    ]


def test_a_new_exercise_named_like_an_id_is_another() -> None:
    own = Exercise("", "bridge", Category.STRENGTHENING)
    plan = WrittenPlan(PlanFacts(), (PlanEntry(own, replace(phase(), exercise_id="")),))
    assert [change.kind for change in plan_diff(plan, known(held())).exercises] == [ADDED, STOPPED]
