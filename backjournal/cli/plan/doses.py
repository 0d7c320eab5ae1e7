"""The options of a dose, its sides and its schedule, and the doses that they make."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from backjournal.model.doses import Dose, Sides, parse_number
from backjournal.model.frozen import replace

Numbers = Mapping[str, int | None]
"""The numbers of a dose that were typed, by the field of `Dose`; None removes a number."""

_OPTIONS = (
    ("--sets", "sets", "How often the repetitions come."),
    ("--repetitions", "repetitions", "How many times in a set."),
    ("--hold", "hold_seconds", "How many seconds each repetition is held."),
    ("--rest", "rest_seconds", "How many seconds of rest between the sets; of one set, between its repetitions."),
    ("--breaths", "breaths", "How many breaths, instead of repetitions."),
    ("--minutes", "minutes", "How many minutes, instead of sets and repetitions."),
    ("--distance", "distance_m", "How far, such as 800m or 1.5km, instead of sets and repetitions."),
    ("--times-a-day", "times_a_day", "How many times a day."),
)
_KINDS = {
    "repetitions": "repetitions",
    "hold_seconds": "repetitions",
    "breaths": "breaths",
    "minutes": "minutes",
    "distance_m": "distance_m",
}
"""The kind of dose that has a field; a typed field of another kind replaces the whole dose."""

_ONCE = {"sets": 1, "times_a_day": 1}
"""The values of the fields that cannot be None, when their number is removed."""

_SIDES = (Sides.EACH, Sides.BOTH, Sides.LEFT, Sides.RIGHT)

days_option = click.option(
    "--days",
    metavar="SCHEDULE",
    help="The days: daily, mon-fri, 'mon wed fri', 'every other day', 'every 3 days', or '3 a week' on any days.",
)
until_option = click.option("--until", "last_day", metavar="D", help="The last day.")
note_option = click.option("--note", metavar="TEXT", help="What the therapist said of it.")


def dose_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a dose, under the names of its fields."""
    command = sides_option("Each side in turn, both together, or one alone.")(command)
    for name, field, text in reversed(_OPTIONS):
        command = click.option(name, field, metavar="N", help=text)(command)
    return command


def sides_option(text: str, *, choices: tuple[Sides, ...] = _SIDES) -> Callable[..., Any]:
    """Return the option `--sides` with its help text."""
    return click.option("--sides", type=click.Choice([side.value for side in choices]), help=text)


def typed_numbers(typed: Mapping[str, str | None]) -> dict[str, int | None]:
    """Parse the numbers of a dose that were typed, by field; an empty text is None.

    Raises:
        InvalidValue: a text is no whole number, or out of range.
    """
    return {field: parse_number(field, text) for field, text in typed.items() if text is not None}


def new_dose(numbers: Numbers, sides: Sides) -> Dose:
    """Return a dose of these numbers alone.

    Raises:
        InvalidValue: they do not make a valid dose.
    """
    given: dict[str, Any] = {field: number for field, number in numbers.items() if number is not None}
    return Dose(**given, sides=sides)


def changed_dose(dose: Dose, numbers: Numbers, sides: Sides) -> Dose:
    """Return a dose with these sides and these numbers changed; numbers of another kind replace the whole dose.

    Raises:
        InvalidValue: they do not make a valid dose.
    """
    of_dose = {kind for field, kind in _KINDS.items() if getattr(dose, field) is not None}
    typed = {_KINDS[field] for field, number in numbers.items() if field in _KINDS and number is not None}
    if typed - of_dose:
        return new_dose(numbers, sides)
    given: dict[str, Any] = {field: number or _ONCE.get(field) for field, number in numbers.items()}
    return replace(dose, **given, sides=sides)
