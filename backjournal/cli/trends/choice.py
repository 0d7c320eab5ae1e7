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
from backjournal.views.choice import Choice, View

ANSWER, GOES_WITH = "answer", "goes-with"
"""What is told in words, beside the graphs."""

_ALL_BUT_ANSWER = (*map(str, View), GOES_WITH)
_GOES_TO: Mapping[str, tuple[str, ...]] = {
    "of": (View.CALENDAR, View.COMPARE),
    "against": (View.COMPARE,),
    "scatter": (View.COMPARE,),
    "exercise": (View.EXERCISE,),
    "measure": (View.MEASURE,),
    "weeks": _ALL_BUT_ANSWER,
    "since": _ALL_BUT_ANSWER,
    "until": _ALL_BUT_ANSWER,
}


def check_asked(graph: str, asked: Mapping[str, Any]) -> None:
    """Refuse options that mean nothing to a graph or a text.

    Raises:
        InvalidValue: such a one was given.
    """
    for name, graphs in _GOES_TO.items():
        if asked[name] in (None, False) or graph in graphs:
            continue
        if graphs is _ALL_BUT_ANSWER:
            raise InvalidValue(name, f"the answer has days of its own: leave --{name} out")
        raise InvalidValue(name, f"--{name} is for {' and '.join(graphs)}: leave it out of {graph}")


def choice_of(record: Record, view: View, window: Window, asked: Mapping[str, Any]) -> Choice:
    """Return the graph and what it shows; what was not asked for is pain, mobility, or the first there is.

    Raises:
        InvalidValue: a name means nothing or several, or a series is compared with itself.
        JournalError: there is no exercise or measure at all.
    """
    choice = Choice(view, window, scatter=asked["scatter"])
    match view:
        case View.CALENDAR if asked["of"] is not None:
            series = (*all_series(record), calendar_series(record, CHECK_INS))
            return replace(choice, of=find_series(series, asked["of"]))
        case View.COMPARE:
            return _compared(record, choice, asked["of"], asked["against"])
        case View.EXERCISE if asked["exercise"] is not None:
            return replace(choice, exercise_id=find_exercise(record, asked["exercise"]))
        case View.MEASURE:
            return replace(choice, measure_id=find_measure(record, asked["measure"]))
        case _:
            return choice


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
