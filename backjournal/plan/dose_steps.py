"""The next larger and smaller doses of an exercise."""

from dataclasses import replace

from backjournal.model.doses import LIMITS, Dose
from backjournal.plan.workload import Unit, prescribed_amount

LARGER_STEPS = (1, 2)
"""How many more repetitions may be suggested (NHS inform: start at 5 and add 1–2 every few days)."""


def larger_doses(dose: Dose) -> tuple[Dose, ...]:
    """Return the dose with 1 and with 2 more repetitions or breaths, or sets of a single hold, within the limits.

    Minutes and distances have none, because no source says how much more to suggest.
    """
    return tuple(larger for step in LARGER_STEPS for larger in _stepped(dose, step))


def smaller_doses(dose: Dose, before: Dose | None) -> tuple[Dose, ...]:
    """Return the previous dose if it was smaller, otherwise the dose with one repetition less; none below 1."""
    return (before,) if before and _is_smaller(before, dose) else _stepped(dose, -1)


def _stepped(dose: Dose, step: int) -> tuple[Dose, ...]:
    if not dose.in_sets:
        return ()
    field = "repetitions" if dose.repetitions is not None else "breaths" if dose.breaths is not None else "sets"
    number = getattr(dose, field) + step
    return (replace(dose, **{field: number}),) if 1 <= number <= LIMITS[field].high else ()


def _is_smaller(one: Dose, other: Dose) -> bool:
    """Return whether one dose asks for less on a day than another; doses in different units do not compare."""
    (amount, unit), (other_amount, other_unit) = _whole_amount(one), _whole_amount(other)
    return unit == other_unit and amount < other_amount


def _whole_amount(dose: Dose) -> tuple[int, tuple[Unit, bool]]:
    """Return the amount of a dose on a day, multiplied by hold and sides, and its unit with whether holds count in."""
    amount, unit = prescribed_amount(dose)
    held = dose.hold_seconds if unit is not Unit.SECONDS_HELD else None
    return amount * (held or 1) * len(dose.sides.in_turn), (unit, held is not None)
