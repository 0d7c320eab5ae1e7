"""What a written plan changes in the plan of the journal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum, auto

from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.plan.entries import PlanEntry, plan_entries

Prescriptions = tuple[Prescription, ...]


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """A plan as a file has it, in its order; exercises and prescriptions that the journal does not have have no id."""

    facts: PlanFacts
    entries: tuple[PlanEntry, ...]


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """What the journal has of a plan today.

    `practised` holds the ids of the prescriptions with a practice today, a skip as well: they hold until tonight.
    """

    today: date
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    prescriptions: Prescriptions = ()
    facts: PlanFacts = field(default_factory=PlanFacts)
    practised: frozenset[str] = frozenset()

    def entries(self) -> tuple[PlanEntry, ...]:
        """Return what is in force today or later, by category and within it in the order of the plan."""
        return plan_entries(self.today, self.exercises, self.prescriptions)


class Kind(Enum):
    """What becomes of an exercise."""

    ADDED = auto()
    CHANGED = auto()
    STOPPED = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class ExerciseChange:
    """What becomes of an exercise: its prescriptions before and after, by day; those that stay keep their id.

    They hold from `begins` on: today, or tomorrow if it was practised today. `rewritten` tells that its own facts,
    such as how it is done, are told anew.
    """

    kind: Kind
    exercise: Exercise
    begins: date
    before: Prescriptions
    after: Prescriptions
    rewritten: bool = False


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """What becomes of the plan: the exercises in the order of the file, then those that it stops.

    `moved` tells that exercises change places; `over` names those whose last day in the file has passed.
    """

    facts_before: PlanFacts
    facts: PlanFacts
    exercises: tuple[ExerciseChange, ...]
    moved: bool
    over: tuple[str, ...]

    def of(self, kind: Kind) -> tuple[ExerciseChange, ...]:
        """Return the exercises of which the same becomes."""
        return tuple(each for each in self.exercises if each.kind is kind)

    @property
    def nothing(self) -> bool:
        """Tell whether the plan is like this already."""
        return not self.moved and self.facts == self.facts_before and self.of(Kind.LEFT) == self.exercises


def plan_diff(written: WrittenPlan, known: KnownPlan) -> PlanDiff:
    """Return what a written plan changes, taken as the whole plan from today on: the past stays as it was.

    A first day in the past is honoured if the journal has no prescription yet. Otherwise what is in force already goes
    on, and the rest begins today, or tomorrow if the exercise was practised today.
    """
    phases, in_plan = _by_exercise(written.entries), _by_exercise(known.entries())
    listed = [_change(known, of_one[0].exercise, of_one, in_plan.get(key, [])) for key, of_one in phases.items()]
    unlisted = [_change(known, held[0].exercise, [], held) for key, held in in_plan.items() if key not in phases]
    stay = by_category([each.exercise for each in listed if each.before and each.after])
    order = [_key(exercise) for exercise in stay]
    return PlanDiff(
        known.facts,
        _facts(known.facts, written.facts),
        tuple(each for each in (*listed, *unlisted) if each.before or each.after),
        moved=order != [key for key in in_plan if key in order],
        over=tuple(each.exercise.name for each in listed if not each.after and _key(each.exercise) not in in_plan),
    )


def by_category(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Return exercises by category, within it in the order given."""
    places = list(Category)
    return sorted(exercises, key=lambda exercise: places.index(exercise.category))


def _key(exercise: Exercise) -> tuple[str, str]:
    """Return what tells an exercise from another: its id, or the name of a new one."""
    return exercise.id, "" if exercise.id else exercise.name.casefold()


def _by_exercise(entries: Iterable[PlanEntry]) -> dict[tuple[str, str], list[PlanEntry]]:
    found: dict[tuple[str, str], list[PlanEntry]] = {}
    for entry in entries:
        found.setdefault(_key(entry.exercise), []).append(entry)
    return found


def _facts(known: PlanFacts, written: PlanFacts) -> PlanFacts:
    """Return what is said of the plan; what the file leaves out stays."""
    return PlanFacts(
        written.aim or known.aim,
        written.prescribed_by or known.prescribed_by,
        written.prescribed_on or known.prescribed_on,
    )


def _change(known: KnownPlan, exercise: Exercise, written: list[PlanEntry], in_plan: list[PlanEntry]) -> ExerciseChange:
    held = [entry.prescription for entry in in_plan]
    # What was practised today keeps its dose until tonight, as in every change of the plan.
    practised = any(each.id in known.practised and each.in_force(known.today) for each in held)
    begins = known.today + timedelta(days=practised)
    before = _by_day(each for each in held if _lasts(each, begins))
    phases = [entry.prescription for entry in written]
    if known.prescriptions:
        phases = [_from(phase, begins) for phase in phases if _lasts(phase, begins)]
    after = _by_day(_kept(phase, before, begins) for phase in phases)
    rewritten = bool(after) and exercise != known.exercises.get(exercise.id, exercise)
    return ExerciseChange(_kind(before, after, rewritten), exercise, begins, before, after, rewritten)


def _lasts(prescription: Prescription, day: date) -> bool:
    return prescription.last_day is None or prescription.last_day >= day


def _from(phase: Prescription, begins: date) -> Prescription:
    return replace(phase, first_day=max(phase.first_day, begins))


def _kept(phase: Prescription, before: Prescriptions, begins: date) -> Prescription:
    """Return a phase as the prescription that asks for the same already, with the phase's last day and note."""
    for known in before:
        held = _from(known, begins)
        if (held.first_day, held.dose, held.schedule) == (phase.first_day, phase.dose, phase.schedule):
            return replace(known, last_day=phase.last_day, note=phase.note)
    return phase


def _kind(before: Prescriptions, after: Prescriptions, rewritten: bool) -> Kind:
    if before == after and not rewritten:
        return Kind.LEFT
    if not before:
        return Kind.ADDED
    return Kind.CHANGED if after else Kind.STOPPED


def _by_day(prescriptions: Iterable[Prescription]) -> Prescriptions:
    return tuple(sorted(prescriptions, key=lambda each: each.first_day))
