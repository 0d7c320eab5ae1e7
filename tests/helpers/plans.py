"""A reader of plan files, and strategies for any plan that the model accepts."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from backjournal.exchange.plan_file_reading import read_plan
from backjournal.library.exercises import library
from backjournal.model.dates import LAST_DAY
from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.diff import KnownPlan, WrittenPlan
from backjournal.plan.entries import PlanEntry
from tests.helpers.values import TODAY
from tests.helpers.words import ANY_TEXT

NO_PLAN = KnownPlan(TODAY)


def read(folder: Path, text: str | bytes, known: KnownPlan = NO_PLAN) -> WrittenPlan:
    """Write a plan into a file and read it."""
    path = folder / "plan.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_plan(path, known)


_texts = ANY_TEXT | st.text("\"'\\\n#=[]🙂é\x7f\u2028 x", max_size=12)

_schedules = st.one_of(
    st.frozensets(st.integers(0, 6), min_size=1).map(Schedule),
    st.integers(1, 28).map(lambda every: Schedule(every=every)),
    st.integers(1, 6).map(lambda times: Schedule(times_a_week=times)),
)


def _number(high: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(1, high)


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """Make any dose that the model accepts."""
    times, sides = draw(st.integers(1, 12)), draw(st.sampled_from(Sides))
    kind = draw(st.sampled_from(("repetitions", "breaths", "minutes", "distance")))
    if kind == "minutes":
        return Dose(minutes=draw(st.integers(1, min(600, 1440 // times))), times_a_day=times, sides=sides)
    if kind == "distance":
        return Dose(distance_m=draw(st.integers(1, 100_000)), times_a_day=times, sides=sides)
    sets, rest = draw(st.integers(1, 20)), draw(_number(600))
    if kind == "breaths":
        breaths = draw(st.integers(1, 100))
        return Dose(sets, breaths=breaths, rest_seconds=rest, times_a_day=times, sides=sides)
    repetitions, hold = draw(_number(200)), draw(_number(600))
    return Dose(sets, repetitions or (None if hold else 1), hold, rest, times_a_day=times, sides=sides)


@st.composite
def _phases(draw: st.DrawFn, exercise: Exercise, earliest: date) -> list[PlanEntry]:
    """Make one to three prescriptions of an exercise, one after the other."""
    entries: list[PlanEntry] = []
    first = earliest + timedelta(days=draw(st.integers(0, 9)))
    count = draw(st.integers(1, 3))
    for number in range(count):
        open_end = number == count - 1 and draw(st.booleans())
        last = None if open_end else first + timedelta(days=draw(st.integers(0, 9)))
        note = draw(_texts)
        entries.append(
            PlanEntry(exercise, Prescription("", exercise.id, draw(doses()), draw(_schedules), first, last, note=note))
        )
        first = (last or first) + timedelta(days=draw(st.integers(1, 5)))
    return entries


@st.composite
def _own(draw: st.DrawFn) -> Exercise:
    name = f"x{draw(_texts)}"[:80]
    return Exercise("", name, draw(st.sampled_from(Category)), how_to=draw(_texts), caution=draw(_texts))


@st.composite
def plans(draw: st.DrawFn, earliest: date = TODAY) -> WrittenPlan:
    """Make any plan of a few exercises, from the library and own ones, that begins on `earliest` or later."""
    shipped = st.sampled_from([entry.exercise for entry in library()[:8]])
    exercises = draw(
        st.lists(shipped | _own(), min_size=1, max_size=4, unique_by=lambda exercise: exercise.name.casefold())
    )
    entries = [entry for exercise in exercises for entry in draw(_phases(exercise, earliest))]
    first = {entry.exercise.name: entry for entry in reversed(entries)}
    entries = [
        PlanEntry(_with_sides(entry.exercise, first[entry.exercise.name]), entry.prescription) for entry in entries
    ]
    facts = PlanFacts(draw(_texts), draw(_texts)[:80], draw(st.none() | st.dates(TODAY, LAST_DAY)))
    return WrittenPlan(facts, tuple(entries))


def _with_sides(exercise: Exercise, first: PlanEntry) -> Exercise:
    """Return an own exercise as a plan file describes it: it has sides if its first dose has."""
    if exercise.source:
        return exercise
    sides = first.prescription.dose.sides is not Sides.BOTH
    return Exercise("", exercise.name, exercise.category, sides, exercise.how_to, exercise.caution)
