"""What a person can choose a view to show: a series, an exercise or an outcome measure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from backjournal.trends.calendar import CALENDAR_KEYS, calendar_series
from backjournal.trends.record import Record
from backjournal.trends.series import Series, all_series


@dataclass(frozen=True, slots=True)
class Subject:
    """One kind of thing that views show."""

    field: str
    """The field of a `Choice` that names it."""

    option: str
    """The option of the command that names it, without its hyphens."""

    names: Callable[[Record], Mapping[str, str]]
    """Returns all that can be chosen, each with its name; works through the whole record, so for a thread."""


def calendar_choices(record: Record) -> Sequence[Series]:
    """Return the series that the calendar can show, the most usual first."""
    first = {key: calendar_series(record, key) for key in CALENDAR_KEYS}
    return [*first.values(), *(series for series in all_series(record) if series.key not in first)]


def _exercise_names(record: Record) -> Mapping[str, str]:
    prescribed = dict.fromkeys(known.exercise_id for known in record.prescriptions)
    return {"": "all exercises", **{key: record.exercises[key].name for key in prescribed}}


def _measure_names(record: Record) -> Mapping[str, str]:
    return {measure.id: _name(measure.name, noted=bool(record.results.get(measure.id))) for measure in record.measures}


def _series_names(series: Iterable[Series]) -> Mapping[str, str]:
    return {each.key: _name(each.label, noted=bool(each.days)) for each in series}


def _name(name: str, *, noted: bool) -> str:
    return name if noted else f"{name} (nothing noted)"


SERIES = Subject("of", "of", lambda record: _series_names(all_series(record)))
"""A series of values by day."""

CALENDAR_SERIES = Subject("of", "of", lambda record: _series_names(calendar_choices(record)))
"""A series of values by day, the number of check-ins among them."""

EXERCISE = Subject("exercise_id", "exercise", _exercise_names)
"""An exercise that is or was in the plan, or all of them."""

MEASURE = Subject("measure_id", "measure", _measure_names)
"""An outcome measure that is chosen."""
