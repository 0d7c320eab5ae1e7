"""The subjects that a person can choose for a view: a series, an exercise or an outcome measure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from backjournal.model.frozen import dataclass
from backjournal.trends.calendar import CALENDAR_KEYS, CHECK_INS, calendar_series
from backjournal.trends.record import Record
from backjournal.trends.series import MEDICINE, Series, all_series, series_of


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of thing that a person can choose for a view to show."""

    field: str
    """The field of `Choice` that holds its key or id."""

    option: str
    """The option of the command that chooses it, without hyphens."""

    names: Callable[[Record], Mapping[str, str]]
    """Returns all names to choose from, by key or id; it reads the whole record, so call it in a thread."""

    label: Callable[[Record, str], str]
    """Returns the name of the one with a key or id, without one of the first; empty if there is nothing to choose."""


def calendar_choices(record: Record) -> Sequence[Series]:
    """Return the series that the calendar can show, the usual ones first."""
    first = {key: calendar_series(record, key) for key in CALENDAR_KEYS}
    return [*first.values(), *(series for series in all_series(record) if series.key not in first)]


def _exercise_names(record: Record) -> Mapping[str, str]:
    prescribed = dict.fromkeys(prescription.exercise_id for prescription in record.prescriptions)
    return {"": "all exercises", **{key: record.exercises[key].name for key in prescribed}}


def _measure_names(record: Record) -> Mapping[str, str]:
    return {measure.id: _label(measure.name, noted=bool(record.results.get(measure.id))) for measure in record.measures}


def _first_or(names: Callable[[Record], Mapping[str, str]], record: Record, key: str) -> str:
    known = names(record)
    return known.get(key or next(iter(known)), key) if known else ""


def _series_names(series: Iterable[Series]) -> Mapping[str, str]:
    return {each.key: _series_label(each) for each in series}


def _series_label(series: Series) -> str:
    # A medicine may have a series for each of several units.
    name = series.full_label if series.key.startswith(MEDICINE) else series.label
    return _label(name, noted=bool(series.days))


def _label_of_key(record: Record, key: str) -> str:
    """Return the label of a series, without making the others."""
    series = calendar_series(record, key) if key == CHECK_INS else series_of(record, key)
    return _series_label(series) if series else key


def _label(name: str, *, noted: bool) -> str:
    return name if noted else f"{name} (nothing noted)"


SERIES = Subject("of", "of", lambda record: _series_names(all_series(record)), _label_of_key)
"""A series of values by day."""

CALENDAR_SERIES = Subject("of", "of", lambda record: _series_names(calendar_choices(record)), _label_of_key)
"""A series of values by day, which may also be the number of check-ins."""

EXERCISE = Subject("exercise_id", "exercise", _exercise_names, partial(_first_or, _exercise_names))
"""An exercise that is or was in the plan, or all of them."""

MEASURE = Subject("measure_id", "measure", _measure_names, partial(_first_or, _measure_names))
"""An outcome measure that is chosen."""
