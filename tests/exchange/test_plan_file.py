"""The plan file: reading one that was written by hand, and reading back what was written."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from backjournal.exchange.plan_file import plan_file
from backjournal.library.exercises import library
from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.diff import KnownPlan, WrittenPlan
from backjournal.plan.entries import PlanEntry
from tests.helpers.plans import NO_PLAN, plans, read
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY

BY_HAND = """
aim = "Walk the dog for an hour again"
prescribed_by = "M. Example, physiotherapist"
prescribed_on = 2026-11-20

[[exercise]]
name = "BIRD-dog"          # any case
sets = 2
repetitions = 10
hold = 4                   # seconds
rest = 30
schedule = "Mon, wed fri"
times_a_day = 1
sides = "each"
from = 2026-11-21
until = 2026-12-20
note = "Back stays still"

[[exercise]]
name = "Towel slide"
category = "strength"
how_to = "Slide a towel along the wall."
caution = "Not above the shoulder."
repetitions = 8

[[exercise]]
name = "walking"
distance = "1.5 km"
schedule = "every other day"
"""

WRITTEN = """\
aim = "Walk the dog for an hour again"
prescribed_by = "M. Example, physiotherapist"
prescribed_on = 2026-11-20

[[exercise]]
name = "Bird-dog"
sets = 2
repetitions = 10
hold = 4
rest = 30
schedule = "mon wed fri"
sides = "each"
from = 2026-11-21
until = 2026-12-20
note = "Back stays still"

[[exercise]]
name = "Towel slide"
category = "strengthening"
how_to = "Slide a towel along the wall."
caution = "Not above the shoulder."
repetitions = 8
schedule = "daily"
sides = "both"
from = 2026-11-21

[[exercise]]
name = "Walking"
distance = "1.5 km"
schedule = "every other day"
from = 2026-11-21
"""


def entry(exercise: Exercise, dose: Dose, first_day: date = TODAY, **more: Any) -> PlanEntry:
    prescription = Prescription("", exercise.id, dose, Schedule(), first_day)
    return PlanEntry(exercise, replace(prescription, **more))


def doses(plan: WrittenPlan) -> list[Dose]:
    return [each.prescription.dose for each in plan.entries]


def test_a_plan_by_hand_is_read_and_comes_out_tidy(tmp_path: Path) -> None:
    plan = read(tmp_path, BY_HAND)
    slide = Exercise(
        "",
        "Towel slide",
        Category.STRENGTHENING,
        how_to="Slide a towel along the wall.",
        caution="Not above the shoulder.",
    )
    bird_dog = Dose(2, 10, 4, 30, sides=Sides.EACH)
    assert plan.facts == PlanFacts("Walk the dog for an hour again", "M. Example, physiotherapist", date(2026, 11, 20))
    assert plan.entries[0] == entry(
        BIRD_DOG.exercise,
        bird_dog,
        schedule=Schedule.parse("mon wed fri"),
        last_day=date(2026, 12, 20),
        note="Back stays still",
    )
    assert plan.entries[1] == entry(slide, Dose(repetitions=8))
    assert doses(plan)[2] == Dose(distance_m=1500)
    text = plan_file(plan.facts, plan.entries).decode()
    assert text.partition("\n\n")[0].count("\n# ") == 2
    assert text.partition("\n\n")[2] == WRITTEN


@given(plans())
def test_whatever_plan_is_written_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, plan: WrittenPlan
) -> None:
    data = plan_file(plan.facts, plan.entries)
    assert read(tmp_path_factory.getbasetemp(), data) == plan


@pytest.mark.parametrize("change", [b"\xef\xbb\xbf%s", b"%s\n\n# the end"])
def test_a_byte_order_mark_and_comments_do_no_harm(tmp_path: Path, change: bytes) -> None:
    assert read(tmp_path, change % BY_HAND.encode()) == read(tmp_path, BY_HAND)


def test_line_ends_of_windows_are_read_in_notes_too(tmp_path: Path) -> None:
    text = '[[exercise]]\nname = "Bridge"\nhold = 5\nnote = """\nSlowly.\n\n"Slow" \\\\ steady."""\n'
    plan = read(tmp_path, text.replace("\n", "\r\n"))
    assert plan == read(tmp_path, text)
    assert plan.entries[0].prescription.note == 'Slowly.\n\n"Slow" \\ steady.'


def test_sides_are_those_of_the_exercise_unless_they_are_given(tmp_path: Path) -> None:
    tables = (
        'name = "bird-dog"',
        'name = "bridge"',
        'name = "clamshell"\nsides = "Left"',
        'name="dead bug"\nsides="both"',
    )
    plan = read(tmp_path, "".join(f"[[exercise]]\n{table}\nrepetitions = 5\n" for table in tables))
    assert [dose.sides for dose in doses(plan)] == [Sides.EACH, Sides.BOTH, Sides.LEFT, Sides.BOTH]


def test_an_exercise_of_the_journal_is_known_by_its_name(tmp_path: Path) -> None:
    own = Exercise("own1", "Towel slide", Category.STRETCHING, sides=True, how_to="Slide.", gentle=True)
    known = KnownPlan(TODAY, {"own1": own, "bridge": replace(BRIDGE.exercise, gentle=True)})
    text = (
        '[[exercise]]\nname = "towel SLIDE"\nhold = 5\ncaution = "Gently."\n[[exercise]]\nname = "Bridge"\nhold = 5\n'
    )
    slide, bridge = read(tmp_path, text, known).entries
    assert slide.exercise == replace(own, caution="Gently.")
    assert slide.prescription.exercise_id == "own1"
    assert slide.prescription.dose.sides is Sides.EACH
    assert bridge.exercise.gentle


def test_ones_own_exercise_may_have_a_name_of_the_library(tmp_path: Path) -> None:
    own = Exercise("", "Bridge", Category.FUNCTIONAL, how_to="Over the brook.")
    stopped = KnownPlan(TODAY, {"own1": replace(own, id="own1")})
    data = plan_file(PlanFacts(), [entry(own, Dose(repetitions=5))])
    assert b'name = "Bridge"\nown = true\n' in data
    assert read(tmp_path, data).entries[0].exercise == own
    assert read(tmp_path, data, stopped).entries[0].exercise.id == "own1"
    assert read(tmp_path, '[[exercise]]\nname = "Bridge"\nhold = 5', stopped).entries[0].exercise.id == "bridge"
    in_plan = replace(stopped, prescriptions=(Prescription("p", "own1", Dose(hold_seconds=5), Schedule(), TODAY),))
    assert read(tmp_path, '[[exercise]]\nname = "Bridge"\nhold = 5', in_plan).entries[0].exercise.id == "own1"


def test_the_phases_of_an_exercise_stand_together_by_day() -> None:
    later = entry(BRIDGE.exercise, Dose(sets=3, repetitions=10), date(2027, 1, 1))
    first = entry(BRIDGE.exercise, Dose(sets=2, repetitions=10), last_day=date(2026, 12, 31))
    lines = plan_file(PlanFacts(), [later, entry(BIRD_DOG.exercise, BIRD_DOG.dose), first]).decode().splitlines()
    assert [line for line in lines if line.startswith(("name", "sets"))] == [
        'name = "Bridge"',
        "sets = 2",
        'name = "Bridge"',
        "sets = 3",
        'name = "Bird-dog"',
        "sets = 2",
    ]


@pytest.mark.slow
def test_the_whole_library_goes_through_a_file_of_thousands_of_lines(tmp_path: Path) -> None:
    entries = [entry(each.exercise, each.dose, schedule=each.schedule) for each in library()]
    own = [entry(Exercise("", f"Own {number}", Category.STRETCHING), Dose(breaths=8)) for number in range(800)]
    data = plan_file(PlanFacts(), [*entries, *own])
    assert data.count(b"\n") > 5000
    assert read(tmp_path, data, NO_PLAN).entries == (*entries, *own)
