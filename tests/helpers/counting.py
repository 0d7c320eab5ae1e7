"""Plans and practices written as signs, one for each day, for the tests of adherence, score and streak."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.weeks import MONDAY_WEEKS, WeekStarts
from backjournal.plan.checklist import Checklist, checklists
from backjournal.plan.history import ExerciseHistory, histories

MONDAY = date(2026, 11, 2)
"""Day 0 of the tests that count days."""

BIRD_DOG = Exercise("bird", "Bird-dog", Category.STABILIZATION)
FOUR_SETS = Dose(sets=4, repetitions=10)


def day(number: int) -> date:
    """Return a day by its number: 0 is a Monday, 6 a Sunday."""
    return MONDAY + timedelta(days=number)


def phase(schedule: str, first: int = 0, last: int | None = None, dose: Dose = FOUR_SETS) -> Prescription:
    """Return a prescription of the bird-dog between two days by their numbers."""
    last_day = None if last is None else day(last)
    return Prescription(f"from {first}", "bird", dose, Schedule.parse(schedule), day(first), last_day)


def practice(prescription: Prescription, on: date, sign: str, pain: int | None = None) -> Practice:
    """Return the practice that a sign stands for: ✓ done, ◐ two sets, – a flare-up, p pain, x no time."""
    status, amount, reason = {
        "✓": (Status.DONE, prescription.dose.target, ""),
        "◐": (Status.PARTIAL, 2, ""),
        "–": (Status.SKIPPED, 0, "flare-up"),
        "p": (Status.SKIPPED, 0, "pain"),
        "x": (Status.SKIPPED, 0, "no time"),
    }[sign]
    return Practice(prescription.id, on, status, amount, pain, reason)


def practices(plan: Sequence[Prescription], signs: str, pains: str = "") -> list[Practice]:
    """Return the practices that signs stand for from day 0 on, in the phase in force; pains are digits or a dot."""
    found = []
    for number, sign in enumerate(signs):
        in_force = next((known for known in plan if known.in_force(day(number))), plan[0])
        pain = pains[number : number + 1].strip(".")
        if sign != ".":
            found.append(practice(in_force, day(number), sign, int(pain) if pain else None))
    return found


@dataclass(frozen=True)
class Days:
    """A plan of the bird-dog and its practices; the last sign is of today."""

    plan: tuple[Prescription, ...]
    signs: str
    pains: str = ""
    weeks: WeekStarts = MONDAY_WEEKS

    @property
    def today(self) -> date:
        return day(len(self.signs) - 1)

    @property
    def checklists(self) -> dict[date, Checklist]:
        done = practices(self.plan, self.signs, self.pains)
        return checklists(day(0), self.today, {"bird": BIRD_DOG}, self.plan, done, self.weeks)

    @property
    def history(self) -> ExerciseHistory:
        return histories(self.checklists, self.plan, self.today)["bird"]
