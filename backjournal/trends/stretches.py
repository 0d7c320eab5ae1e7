"""The days of an exercise as a plot takes them: one by one, or so many joined that they fit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.prescriptions import Prescription
from backjournal.plan.history import ExerciseHistory, noted_pain
from backjournal.plan.workload import Unit, prescribed_amount

FEWEST_DAYS = 14
"""How many days a plot has at least, so that the first ones stand where they belong."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many days: the means of what was done on a day with practice and of the pain during it.

    `prescribed` is what the newest dose in force in it asks for on a day, if it counts the same unit.
    """

    first_day: date
    length: int
    done: float | None = None
    prescribed: int | None = None
    pain_during: float | None = None


def stretches(history: ExerciseHistory, most: int) -> tuple[Stretch, ...]:
    """Return the days of an exercise up to today, oldest first, without gaps: `most` at most.

    As soon as single days are too many, weeks are joined, and of these as many as it needs; the newest stretch is whole
    and ends today.
    """
    today, works = history.today, history.workloads
    done = {workload.day: workload.done for workload in works.days}
    pains = {
        day: pain for day, items in history.days.items() for item in items if (pain := noted_pain(item)) is not None
    }
    first = min([*done, *pains, today - timedelta(days=FEWEST_DAYS - 1)])
    days = (today - first).days + 1
    length = 1 if days <= most else -(-days // (7 * most)) * 7
    starts = range(-(-days // length) * length - 1, -1, -length)
    blocks = (
        tuple(days_between(today - timedelta(days=ago), today - timedelta(days=ago - length + 1))) for ago in starts
    )
    return tuple(
        Stretch(
            first_day=block[0],
            length=length,
            done=_mean(block, done),
            prescribed=_prescribed(history.doses, block, works.unit),
            pain_during=_mean(block, pains),
        )
        for block in blocks
    )


def _mean(days: tuple[date, ...], values: Mapping[date, float]) -> float | None:
    given = [values[day] for day in days if day in values]
    return sum(given) / len(given) if given else None


def _prescribed(doses: Iterable[Prescription], days: tuple[date, ...], unit: Unit | None) -> int | None:
    in_force = [each for each in doses if each.overlaps(days[0], days[-1])]
    if not in_force:
        return None
    amount, of_dose = prescribed_amount(in_force[-1].dose)
    return amount if of_dose is unit else None
