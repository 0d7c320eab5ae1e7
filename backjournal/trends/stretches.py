"""The days of an exercise for a plot: one by one, or joined into stretches of several weeks so that they fit."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.frozen import dataclass
from backjournal.model.prescriptions import Prescription
from backjournal.plan.history import ExerciseHistory, noted_pain
from backjournal.plan.workload import Unit, prescribed_amount
from backjournal.trends.blocks import block_size, blocks

FEWEST_DAYS = 14
"""The fewest days that a plot covers, so that the first days of an exercise are not spread over its whole width."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One point of the plot: a single day, or several whole weeks joined."""

    first_day: date
    length: int
    """The number of days: 1, or a multiple of 7."""

    done: float | None = None
    """The mean amount done on a day with practice, in the unit of the newest dose; None without a practice."""

    prescribed: int | None = None
    """The amount a day of the newest dose in force in the stretch; None without a dose, or if its unit is another."""

    pain_during: float | None = None
    """The mean pain during the exercise, 0 to 10; None if it was not noted."""


def stretches(history: ExerciseHistory, most: int) -> tuple[Stretch, ...]:
    """Return the days of an exercise up to today as at most `most` stretches, oldest first and without gaps.

    If there are more days than `most`, each stretch has as few whole weeks as possible. All have the same length, and
    the newest ends today.
    """
    today, workloads = history.today, history.workloads
    done = {workload.day: workload.done for workload in workloads.days}
    pains = {
        day: pain for day, items in history.days.items() for item in items if (pain := noted_pain(item)) is not None
    }
    first = min([*done, *pains, today - timedelta(days=FEWEST_DAYS - 1)])
    days = (today - first).days + 1
    length = 1 if days <= most else 7 * block_size(-(-days // 7), most)
    # The oldest stretch is as long as the others, even if it begins before the first day.
    shown = -(-days // length) * length
    known = tuple(days_between(today - timedelta(days=shown - 1), today))
    return tuple(
        Stretch(
            first_day=block[0],
            length=length,
            done=_mean(block, done),
            prescribed=_prescribed(history.doses, block, workloads.unit),
            pain_during=_mean(block, pains),
        )
        for block in (known[part] for part in blocks(shown, length))
    )


def _mean(days: tuple[date, ...], values: Mapping[date, float]) -> float | None:
    present = [values[day] for day in days if day in values]
    return sum(present) / len(present) if present else None


def _prescribed(doses: Iterable[Prescription], days: tuple[date, ...], unit: Unit | None) -> int | None:
    in_force = [each for each in doses if each.overlaps(days[0], days[-1])]
    if not in_force:
        return None
    amount, dose_unit = prescribed_amount(in_force[-1].dose)
    return amount if dose_unit is unit else None
