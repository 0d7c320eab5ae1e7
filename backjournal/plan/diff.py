"""The difference between the plan in a file and the plan of the journal."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum, auto

from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import dataclass, field, replace
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.spelling import name_key
from backjournal.plan.entries import PlanEntry, plan_entries

Prescriptions = tuple[Prescription, ...]


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """The plan in a file."""

    facts: PlanFacts
    entries: tuple[PlanEntry, ...]
    """In the order of the file; exercises and prescriptions that are new to the journal have an empty id."""


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """The plan of the journal today."""

    today: date
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    """By id."""

    prescriptions: Prescriptions = ()
    facts: PlanFacts = field(default_factory=PlanFacts)
    practised: frozenset[str] = frozenset()
    """The ids of prescriptions with a practice today, skips included: these can change from tomorrow on only."""

    def entries(self) -> tuple[PlanEntry, ...]:
        """Return the prescriptions in force today or later, by category and within it in the order of the plan."""
        return plan_entries(self.today, self.exercises, self.prescriptions)


class Kind(Enum):
    """What happens to an exercise of the plan."""

    ADDED = auto()
    CHANGED = auto()
    STOPPED = auto()
    LEFT = auto()
    """It stays as it is."""


@dataclass(frozen=True, slots=True)
class ExerciseChange:
    """What happens to one exercise of the plan."""

    kind: Kind
    exercise: Exercise
    begins: date
    """The day from which the change holds: today, or tomorrow if the exercise was practised today."""

    before: Prescriptions
    """Its prescriptions now that last until `begins` or longer, by first day."""

    after: Prescriptions
    """Its prescriptions after the change, by first day; those that stay keep their id."""

    rewritten: bool = False
    """Whether the exercise itself changes, such as its instructions."""


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """What a plan file changes in the plan of the journal."""

    facts_before: PlanFacts
    facts: PlanFacts
    exercises: tuple[ExerciseChange, ...]
    """In the order of the file, then those that it stops."""

    moved: bool
    """Whether exercises change places."""

    over: tuple[str, ...]
    """The names of exercises that are left out because their last day in the file has passed."""

    def of(self, kind: Kind) -> tuple[ExerciseChange, ...]:
        """Return the changes of one kind."""
        return tuple(each for each in self.exercises if each.kind is kind)

    @property
    def nothing(self) -> bool:
        """Whether the file changes nothing."""
        return not self.moved and self.facts == self.facts_before and self.of(Kind.LEFT) == self.exercises


def plan_diff(written: WrittenPlan, known: KnownPlan) -> PlanDiff:
    """Return what a plan file changes when it becomes the whole plan from today on; the past stays as it was.

    A first day in the past is kept only if the journal has no prescription yet. Otherwise prescriptions that are in
    force already continue, and the others begin today, or tomorrow if the exercise was practised today.
    """
    phases, in_plan = _by_exercise(written.entries), _by_exercise(known.entries())
    listed = [_change(known, entries[0].exercise, entries, in_plan.get(key, [])) for key, entries in phases.items()]
    unlisted = [_change(known, held[0].exercise, [], held) for key, held in in_plan.items() if key not in phases]
    kept = [each for each in listed if each.before and each.after]
    # What ends today keeps its old place until tomorrow: only what is left from then on says whether an order changes.
    in_order = sorted(kept, key=lambda each: each.before[0].position)
    return PlanDiff(
        known.facts,
        _facts(known.facts, written.facts),
        tuple(each for each in (*listed, *unlisted) if each.before or each.after),
        moved=by_category(each.exercise for each in kept) != by_category(each.exercise for each in in_order),
        over=tuple(each.exercise.name for each in listed if not each.after and _key(each.exercise) not in in_plan),
    )


def by_category(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Return exercises by category, within it in the order given."""
    places = list(Category)
    return sorted(exercises, key=lambda exercise: places.index(exercise.category))


def _key(exercise: Exercise) -> tuple[str, str]:
    """Return what identifies an exercise: its id, or the name of a new one."""
    return exercise.id, "" if exercise.id else name_key(exercise.name)


def _by_exercise(entries: Iterable[PlanEntry]) -> dict[tuple[str, str], list[PlanEntry]]:
    found: dict[tuple[str, str], list[PlanEntry]] = {}
    for entry in entries:
        found.setdefault(_key(entry.exercise), []).append(entry)
    return found


def _facts(known: PlanFacts, written: PlanFacts) -> PlanFacts:
    """Return the facts of the written plan; those that it leaves out stay as they are."""
    return PlanFacts(
        written.aim or known.aim,
        written.prescribed_by or known.prescribed_by,
        written.prescribed_on or known.prescribed_on,
    )


def _change(known: KnownPlan, exercise: Exercise, written: list[PlanEntry], in_plan: list[PlanEntry]) -> ExerciseChange:
    held = [entry.prescription for entry in in_plan]
    # An exercise that was practised today keeps its dose for the day, as in every change of the plan.
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
    """Return the prescription that asks for the same as a phase already, with the phase's last day and note."""
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
