"""Practices: how an amount or sets become a practice, and what a change to it keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose, Sides
from backjournal.model.practices import (
    EXCUSES,
    MOST,
    SKIP_REASONS,
    Practice,
    Status,
    changed,
    most_of,
    practice_label,
    practice_of,
    share_practised,
    with_sets,
)
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone, parse_sets
from backjournal.model.text import clean_line
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.today.practice_form import practice_from
from tests.helpers.anything import SETS_DONE, doses
from tests.helpers.values import BRIDGE, TODAY, refused
from tests.helpers.words import ANY_TEXT

TWO_SETS = Dose(sets=2, repetitions=10)
EACH_SIDE = Dose(sets=2, repetitions=10, sides=Sides.EACH)
LEFT, RIGHT = (SetDone(10, side=side) for side in ("left", "right"))
TEN = SetDone(10)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Practice("p", TODAY, Status.DONE, 1, 11), "pain_during"),
        (lambda: Practice("p", TODAY, Status.DONE, 1, -1), "pain_during"),
        (lambda: Practice("p", TODAY, Status.DONE, -1), "amount"),
        (lambda: Practice("p", TODAY, Status.DONE, MOST + 1), "amount"),
        (lambda: Practice("p", TODAY, Status.SKIPPED), "reason"),
        (lambda: Practice("p", TODAY, Status.SKIPPED, reason=" \x07"), "reason"),
        (lambda: Practice("p", TODAY, Status.DONE, 1, reason="travel"), "reason"),
        (lambda: Practice("p", TODAY, Status.DONE, 1, note="n" * 20_001), "note"),
        (lambda: Practice("p", date.max, Status.DONE, 1), "day"),
    ],
)
def test_a_practice_that_cannot_be_true_is_refused_at_its_field(make: Callable[[], object], field: str) -> None:
    assert refused(make).field == field


@pytest.mark.parametrize(
    ("dose", "amount", "status"),
    [
        (TWO_SETS, 0, None),
        (TWO_SETS, -1, None),
        (TWO_SETS, 1, Status.PARTIAL),
        (TWO_SETS, 2, Status.DONE),
        (TWO_SETS, 3, Status.DONE),
        (Dose(minutes=30), 29, Status.PARTIAL),
        (Dose(minutes=30), 30, Status.DONE),
        (Dose(minutes=10, times_a_day=2), 10, Status.PARTIAL),
        (Dose(distance_m=1500), 1499, Status.PARTIAL),
        (Dose(distance_m=1500), 1500, Status.DONE),
    ],
)
def test_an_amount_makes_a_practice(dose: Dose, amount: int, status: Status | None) -> None:
    expected = None if status is None else Practice("p", TODAY, status, amount)
    assert practice_of(dose, "p", TODAY, amount) == expected


@pytest.mark.parametrize(
    ("dose", "most"), [(TWO_SETS, 1000), (Dose(minutes=30), 1440), (Dose(distance_m=800), 1_200_000)]
)
def test_the_most_that_a_day_may_have(dose: Dose, most: int) -> None:
    assert most_of(dose) == most
    assert Practice("p", TODAY, Status.DONE, most).amount == most


@pytest.mark.parametrize(
    ("practice", "share"),
    [
        (None, 0),
        (Practice("p", TODAY, Status.SKIPPED, reason="rest"), 0),
        (Practice("p", TODAY, Status.DONE, 4), 1),
        (Practice("p", TODAY, Status.PARTIAL, 1), 1 / 2),
        (Practice("p", TODAY, Status.PARTIAL, 0, sets=(LEFT,)), 1 / 4),
        (Practice("p", TODAY, Status.PARTIAL, 1, sets=(LEFT, RIGHT, LEFT)), 3 / 4),
        (Practice("p", TODAY, Status.PARTIAL, 1, sets=(LEFT,)), 1 / 2),  # ticked by hand, without guidance
    ],
)
def test_the_share_practised_is_what_is_known_of_most(practice: Practice | None, share: float) -> None:
    assert share_practised(EACH_SIDE, practice) == share


NOTED = Practice("p", TODAY, Status.PARTIAL, 1, 3, note="shaky", sets=(TEN,))
FULL = Practice("p", TODAY, Status.DONE, 2)
SKIPPED = Practice("p", TODAY, Status.SKIPPED, reason="travel", note="far away")


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (None, FULL, FULL),
        (NOTED, FULL, Practice("p", TODAY, Status.DONE, 2, 3, note="shaky", sets=(TEN,))),
        (
            NOTED,
            Practice("p", TODAY, Status.DONE, 2, 0, note="easy", sets=(TEN, TEN)),
            Practice("p", TODAY, Status.DONE, 2, 0, note="easy", sets=(TEN, TEN)),
        ),
        (
            NOTED,
            Practice("p", TODAY, Status.SKIPPED, reason="rest"),
            Practice("p", TODAY, Status.SKIPPED, reason="rest", note="shaky"),
        ),
        (SKIPPED, FULL, Practice("p", TODAY, Status.DONE, 2, note="far away")),
        (
            Practice("p", TODAY, Status.DONE, 2, sets=(TEN, TEN)),
            Practice("p", TODAY, Status.PARTIAL, 1),
            Practice("p", TODAY, Status.PARTIAL, 1),  # two sets would be more than was done
        ),
    ],
)
def test_a_changed_practice_keeps_what_was_noted_on_it(
    before: Practice | None, after: Practice, kept: Practice
) -> None:
    assert changed(before, after) == kept


HALF = Practice("p", TODAY, Status.PARTIAL, 1)


@pytest.mark.parametrize(
    ("dose", "before", "sets", "after"),
    [
        (TWO_SETS, None, "", None),
        (TWO_SETS, NOTED, "", NOTED),
        (TWO_SETS, None, "10", Practice("p", TODAY, Status.PARTIAL, 1, sets=(TEN,))),
        (TWO_SETS, None, "10; 10", Practice("p", TODAY, Status.DONE, 2, sets=(TEN, TEN))),
        (TWO_SETS, None, "5", Practice("p", TODAY, Status.PARTIAL, 0, sets=(SetDone(5),))),
        (TWO_SETS, HALF, "10", Practice("p", TODAY, Status.DONE, 2, sets=(TEN,))),
        (TWO_SETS, NOTED, "10", Practice("p", TODAY, Status.DONE, 2, 3, note="shaky", sets=(TEN, TEN))),
        (TWO_SETS, FULL, "10", Practice("p", TODAY, Status.DONE, 3, sets=(TEN,))),
        (TWO_SETS, SKIPPED, "10", Practice("p", TODAY, Status.PARTIAL, 1, note="far away", sets=(TEN,))),
        (EACH_SIDE, None, "left 10", Practice("p", TODAY, Status.PARTIAL, 0, sets=(LEFT,))),
        (
            EACH_SIDE,  # the other side later on
            Practice("p", TODAY, Status.PARTIAL, 0, sets=(LEFT,)),
            "right 10",
            Practice("p", TODAY, Status.PARTIAL, 1, sets=(LEFT, RIGHT)),
        ),
        (Dose(minutes=30), None, "1800 s", Practice("p", TODAY, Status.DONE, 30, sets=(SetDone(1, 1800),))),
        (
            Dose(minutes=1),
            Practice("p", TODAY, Status.PARTIAL, 0, sets=(SetDone(1, 20),)),
            "20 s",
            Practice("p", TODAY, Status.DONE, 1, sets=(SetDone(1, 20), SetDone(1, 20))),
        ),
        (
            Dose(distance_m=800, times_a_day=2),
            Practice("p", TODAY, Status.PARTIAL, 800, sets=(SetDone(1, 600),)),
            "700 s",
            Practice("p", TODAY, Status.DONE, 1600, sets=(SetDone(1, 600), SetDone(1, 700))),
        ),
    ],
)
def test_guided_sets_come_on_top_of_what_was_done(
    dose: Dose, before: Practice | None, sets: str, after: Practice | None
) -> None:
    assert with_sets(dose, "p", TODAY, before, parse_sets(sets)) == after


def test_guided_sets_stay_below_what_a_day_may_have() -> None:
    before = Practice("p", TODAY, Status.DONE, 1000)
    after = with_sets(TWO_SETS, "p", TODAY, before, (TEN,))
    assert after is not None
    assert (after.amount, after.sets) == (1000, (TEN,))


@given(doses(), st.lists(SETS_DONE, min_size=1, max_size=8), st.data())
def test_guided_sets_at_two_sittings_make_no_less_than_at_one(
    dose: Dose, sets: list[SetDone], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(sets)))
    at_once = with_sets(dose, "p", TODAY, None, tuple(sets))
    first = with_sets(dose, "p", TODAY, None, tuple(sets[:cut]))
    second = with_sets(dose, "p", TODAY, first, tuple(sets[cut:]))
    assert at_once is not None
    assert second is not None
    assert second.sets == at_once.sets == tuple(sets)
    assert second.amount >= at_once.amount
    assert share_practised(dose, first) <= share_practised(dose, second)
    assert second.status is (Status.DONE if second.amount >= dose.target else Status.PARTIAL)


def test_the_details_as_typed_keep_the_sets_unless_there_were_fewer() -> None:
    asked = Prescription("p", "bridge", TWO_SETS, Schedule(), TODAY)
    item = ChecklistItem(BRIDGE.exercise, asked, NOTED)
    typed = {"amount": "2", "pain_during": None, "note": ""}
    assert practice_from(typed, item, TODAY) == Practice("p", TODAY, Status.DONE, 2, sets=(TEN,))
    less = replace(item, practice=replace(NOTED, amount=2))
    assert practice_from(typed | {"amount": "1"}, less, TODAY) == Practice("p", TODAY, Status.PARTIAL, 1)
    assert refused(lambda: practice_from(typed | {"amount": "1001"}, item, TODAY)).field == "amount"
    assert refused(lambda: practice_from(typed | {"amount": "0"}, item, TODAY)).field == "amount"


def test_the_names_of_changes_of_a_practice() -> None:
    assert [practice_label("Bridge", TODAY, status) for status in (*Status, None)] == [
        "tick of Bridge on 2026-11-21",
        "partial tick of Bridge on 2026-11-21",
        "skip of Bridge on 2026-11-21",
        "clearing of Bridge on 2026-11-21",
    ]


def test_a_skip_with_an_excuse_leaves_the_adherence_alone_and_lack_of_time_does_not() -> None:
    excused = {reason: Practice("p", TODAY, Status.SKIPPED, reason=reason).excused for reason in SKIP_REASONS}
    assert excused == dict.fromkeys(EXCUSES, True) | {"no time": False}
    assert not Practice("p", TODAY, Status.SKIPPED, reason="something of my own").excused


@given(ANY_TEXT)
def test_a_reason_is_the_same_when_read_again(reason: str) -> None:
    if not clean_line(reason):
        return
    practice = Practice("p", TODAY, Status.SKIPPED, reason=reason, note=reason)
    assert Practice("p", TODAY, Status.SKIPPED, reason=practice.reason, note=practice.note) == practice
