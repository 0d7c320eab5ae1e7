"""What the command of the trends is asked to show."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backjournal.cli.trends.names import find_exercise, find_measure, find_series
from backjournal.model.errors import InvalidValue
from backjournal.trends.calendar import CHECK_INS, calendar_series
from backjournal.trends.record import Record
from backjournal.trends.series import all_series
from backjournal.trends.window import Window
from backjournal.views.catalog import VIEWS, View
from backjournal.views.choice import Choice
from backjournal.views.subjects import CALENDAR_SERIES, MEASURE, Subject

_OF_THE_RANGE = ("weeks", "since", "until")


def check_asked(view: View, asked: Mapping[str, Any]) -> None:
    """Refuse options that mean nothing to a view.

    Raises:
        InvalidValue: such a one was given.
    """
    given = [name for name, value in asked.items() if value not in (None, False)]
    for name in given:
        if name in _OF_THE_RANGE:
            if not view.ranged:
                raise InvalidValue(name, f"the {view.key} has days of its own: leave --{name} out")
        elif name not in view.options:
            takers = " and ".join(each.key for each in VIEWS if name in each.options)
            raise InvalidValue(name, f"--{name} is for {takers}: leave it out of {view.key}")


def choice_of(record: Record, view: View, window: Window, asked: Mapping[str, Any]) -> Choice:
    """Return what a view shows; what was not asked for is pain, mobility, or the first there is.

    Raises:
        InvalidValue: a name means nothing or several, or a series is compared with itself.
        JournalError: there is no exercise or measure at all.
    """
    choice, subject = Choice(window, scatter=asked["scatter"]), view.subject
    if view.compares:
        return _compared(record, choice, asked["of"], asked["against"])
    if subject is None or (asked[subject.option] is None and subject is not MEASURE):
        return choice
    chosen: dict[str, Any] = {subject.field: _found(record, subject, asked[subject.option])}
    return replace(choice, **chosen)


def _found(record: Record, subject: Subject, typed: str | None) -> str:
    if subject is MEASURE:
        return find_measure(record, typed)
    if subject is CALENDAR_SERIES:
        return find_series((*all_series(record), calendar_series(record, CHECK_INS)), typed or "")
    return find_exercise(record, typed or "")


def _compared(record: Record, choice: Choice, of: str | None, against: str | None) -> Choice:
    series = all_series(record)
    one = choice.of if of is None else find_series(series, of)
    # Whichever was not asked for is pain, beside pain it is mobility.
    beside = choice.against if one == choice.of else choice.of
    other = beside if against is None else find_series(series, against)
    if of is None and one == other:
        one = choice.against
    if one == other:
        raise InvalidValue("against", f"{one} cannot be compared with itself: choose another series with --against")
    return replace(choice, of=one, against=other)
