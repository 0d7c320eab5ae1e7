"""Steps: the next larger and smaller doses of an exercise."""

from dataclasses import replace

from backjournal.model.doses import LIMITS, Dose
from backjournal.plan.workload import Unit, prescribed_amount

LARGER_STEPS = (1, 2)
"""How many repetitions more may be suggested (NHS inform: start at 5 and add 1–2 every few days)."""


def larger_doses(dose: Dose) -> tuple[Dose, ...]:
    """Return the dose with 1 and 2 repetitions or breaths more, or sets of a hold, as far as a dose goes.

    There are none of minutes and distances: no source says how much more of them.
    """
    return tuple(larger for step in LARGER_STEPS for larger in _stepped(dose, step))


def smaller_doses(dose: Dose, before: Dose | None) -> tuple[Dose, ...]:
    """Return the dose before this one if it was smaller, else this one with a repetition less; none below 1."""
    return (before,) if before and _is_smaller(before, dose) else _stepped(dose, -1)


def _stepped(dose: Dose, step: int) -> tuple[Dose, ...]:
    if not dose.in_sets:
        return ()
    field = "repetitions" if dose.repetitions is not None else "breaths" if dose.breaths is not None else "sets"
    number = getattr(dose, field) + step
    return (replace(dose, **{field: number}),) if 1 <= number <= LIMITS[field].high else ()


def _is_smaller(one: Dose, other: Dose) -> bool:
    """Tell whether one dose asks for less on a day than another; doses that count something else do not compare."""
    (amount, what), (amount_of_other, what_of_other) = _whole_amount(one), _whole_amount(other)
    return what == what_of_other and amount < amount_of_other


def _whole_amount(dose: Dose) -> tuple[int, tuple[Unit, bool]]:
    """Return what a dose asks for on a day with holds and sides counted in, and what is counted."""
    amount, unit = prescribed_amount(dose)
    held = dose.hold_seconds if unit is not Unit.SECONDS_HELD else None
    return amount * (held or 1) * len(dose.sides.in_turn), (unit, held is not None)
