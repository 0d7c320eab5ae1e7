"""The next larger and smaller doses of an exercise."""

from backjournal.model.doses import LIMITS, Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import replace
from backjournal.plan.workload import Unit, prescribed_amount

LARGER_STEPS = (1, 2)
"""How many more repetitions may be suggested (NHS inform: start at 5 and add 1–2 every few days)."""

OF_TEN = 10
"""A hold, minutes and a distance change by one part in so many: our own rule of thumb."""

TOPS = {"repetitions": 15, "breaths": 15, "hold_seconds": 60}
"""How much a set has before another set is suggested in place of more of it: our own rule of thumb."""


def larger_doses(dose: Dose, aim: Dose | None = None) -> tuple[Dose, ...]:
    """Return the doses that may be suggested next, the smaller step first; none that is twice as much, or past the aim.

    A set gets 1 or 2 repetitions or breaths more, or a longer hold; once it is at its top, a set is added and the sets
    get shorter, so that the whole grows by little. Minutes and distances grow by a tenth.
    """
    field = _growing(dose)
    number: int = getattr(dose, field)
    ceiling = min(TOPS.get(field, LIMITS[field].high), _most(number, dose, aim))
    steps = LARGER_STEPS if field in {"repetitions", "breaths"} else (_tenth(number),)
    numbers = dict.fromkeys(min(number + step, ceiling) for step in steps)
    longer = [larger for each in numbers if number < each < 2 * number for larger in _with(dose, **{field: each})]
    return tuple(longer) or _another_set(dose, field, aim)


def smaller_doses(dose: Dose, before: Dose | None) -> tuple[Dose, ...]:
    """Return the previous dose if it was smaller, otherwise the dose one step back; none if there is no smaller one.

    A step back is a repetition or a breath, a tenth of a hold, of minutes or of a distance, or else a set less.
    """
    if before and _is_smaller(before, dose):
        return (before,)
    field = _growing(dose)
    number: int = getattr(dose, field)
    step = 1 if field in {"repetitions", "breaths"} else _tenth(number)
    return _with(dose, **{field: number - step}) or _with(dose, sets=dose.sets - 1)


def source_of_step(dose: Dose, larger: Dose) -> str:
    """Return the source of the step from a dose to a larger one, in short."""
    if larger.sets > dose.sets:
        top = f"{TOPS['repetitions']} repetitions or is held for {TOPS['hold_seconds']} seconds"
        return f"our own rule of thumb: another set once a set has {top}"
    if _growing(dose) in {"repetitions", "breaths"}:
        return "NHS inform: add 1–2 repetitions every few days"
    return "our own rule of thumb: about 10 % more"


def _growing(dose: Dose) -> str:
    """Return the name of the number that grows from dose to dose."""
    if dose.hold_seconds is not None and dose.repetitions in {None, 1}:
        return "hold_seconds"
    return next(name for name in ("minutes", "distance_m", "breaths", "repetitions") if getattr(dose, name) is not None)


def _tenth(number: int) -> int:
    return max(1, round(number / OF_TEN))


def _most(number: int, dose: Dose, aim: Dose | None) -> int:
    """Return up to which value a number of a dose may grow without passing the aim of the day."""
    amount, unit = prescribed_amount(dose)
    of_aim, unit_of_aim = prescribed_amount(aim) if aim else (0, None)
    return number * of_aim // amount if unit is unit_of_aim else 2 * number


def _another_set(dose: Dose, field: str, aim: Dose | None) -> tuple[Dose, ...]:
    """Return the dose with a set more, in which the sets are as long as they must be for the whole to grow."""
    if not dose.in_sets:
        return ()
    whole: int = dose.sets * getattr(dose, field)
    each = whole // (dose.sets + 1) + 1
    most = min(2 * whole - 1, _most(whole, dose, aim))
    return _with(dose, sets=dose.sets + 1, **{field: each}) if (dose.sets + 1) * each <= most else ()


def _with(dose: Dose, **numbers: int) -> tuple[Dose, ...]:
    """Return the dose with other numbers; none if the model refuses them."""
    try:
        return (replace(dose, **numbers),)  # type: ignore[arg-type]  # the names of all these numbers are of whole ones
    except InvalidValue:
        return ()


def _is_smaller(one: Dose, other: Dose) -> bool:
    """Return whether one dose asks for less on a day than another; doses in different units do not compare."""
    (amount, unit), (other_amount, other_unit) = _whole_amount(one), _whole_amount(other)
    return unit == other_unit and amount < other_amount


def _whole_amount(dose: Dose) -> tuple[int, tuple[Unit, bool]]:
    """Return the amount of a dose on a day, multiplied by hold and sides, and its unit with whether holds count in."""
    amount, unit = prescribed_amount(dose)
    held = dose.hold_seconds if unit is not Unit.SECONDS_HELD else None
    return amount * (held or 1) * len(dose.sides.in_turn), (unit, held is not None)
