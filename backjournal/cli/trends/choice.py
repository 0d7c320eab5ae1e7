"""The options of the `trends` command, checked and turned into a choice for a view."""

from collections.abc import Mapping
from typing import Any

from backjournal.cli.trends.names import find_exercise, find_measure, find_series
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import replace
from backjournal.trends.calendar import CHECK_INS, calendar_series
from backjournal.trends.record import Record
from backjournal.trends.series import all_series
from backjournal.trends.window import Window
from backjournal.views.catalog import VIEWS, View
from backjournal.views.choice import Choice
from backjournal.views.subjects import CALENDAR_SERIES, MEASURE, Subject

_RANGE_OPTIONS = ("weeks", "since", "until")


def check_asked(view: View, options: Mapping[str, Any]) -> None:
    """Refuse options that do not apply to a view.

    Raises:
        InvalidValue: such an option was given.
    """
    given = [name for name, value in options.items() if value not in (None, False)]
    for name in given:
        if name in _RANGE_OPTIONS:
            if not view.ranged:
                raise InvalidValue(name, f"the {view.key} has days of its own: leave --{name} out")
        elif name not in view.options:
            views = " and ".join(each.key for each in VIEWS if name in each.options)
            raise InvalidValue(name, f"--{name} is for {views}: leave it out of {view.key}")


def choice_of(record: Record, view: View, window: Window, options: Mapping[str, Any]) -> Choice:
    """Return the choice for a view, with the defaults of `Choice` for options that were not given.

    Raises:
        InvalidValue: a name matches nothing or several, or a series is compared with itself.
        JournalError: no exercise was ever prescribed, or no measure is chosen.
    """
    choice, subject = Choice(window, scatter=options["scatter"]), view.subject
    if view.compares:
        return _choose_series(record, choice, options["of"], options["against"])
    if subject is None or (options[subject.option] is None and subject is not MEASURE):
        return choice
    chosen: dict[str, Any] = {subject.field: _find(record, subject, options[subject.option])}
    return replace(choice, **chosen)


def _find(record: Record, subject: Subject, typed: str | None) -> str:
    if subject is MEASURE:
        return find_measure(record, typed)
    if subject is CALENDAR_SERIES:
        return find_series((*all_series(record), calendar_series(record, CHECK_INS)), typed or "")
    return find_exercise(record, typed or "")


def _choose_series(record: Record, choice: Choice, of: str | None, against: str | None) -> Choice:
    series = all_series(record)
    one = choice.of if of is None else find_series(series, of)
    # A series that was not given is pain, or mobility if the other one is pain.
    beside = choice.against if one == choice.of else choice.of
    other = beside if against is None else find_series(series, against)
    if of is None and one == other:
        one = choice.against
    if one == other:
        raise InvalidValue("against", f"{one} cannot be compared with itself: choose another series with --against")
    return replace(choice, of=one, against=other)
