"""What the graphs of the trends can show, and how it is called."""

from collections.abc import Iterable, Mapping

from backjournal.trends.calendar import CALENDAR_KEYS, calendar_series
from backjournal.trends.record import Record
from backjournal.trends.series import Series, all_series
from backjournal.views.choice import Choice, View

_FIELDS = {View.CALENDAR: "of", View.COMPARE: "of", View.EXERCISE: "exercise_id", View.MEASURE: "measure_id"}


def chosen_field(view: View | None, *, second: bool = False) -> str:
    """Return which field of a choice says what a graph shows, or what against; empty if there is nothing to choose."""
    if second:
        return "against" if view is View.COMPARE else ""
    return _FIELDS.get(view, "") if view else ""


def subjects(record: Record, view: View) -> Mapping[str, str]:
    """Return what a graph can show, each with its name; whole-history work, for a thread."""
    match view:
        case View.CALENDAR:
            first = {key: calendar_series(record, key) for key in CALENDAR_KEYS}
            return _names([*first.values(), *(series for series in all_series(record) if series.key not in first)])
        case View.COMPARE:
            return _names(all_series(record))
        case View.EXERCISE:
            prescribed = dict.fromkeys(known.exercise_id for known in record.prescriptions)
            return {"": "all exercises", **{key: record.exercises[key].name for key in prescribed}}
        case View.MEASURE:
            return {
                measure.id: _name(measure.name, noted=bool(record.results.get(measure.id)))
                for measure in record.measures
            }
        case _:
            return {}


def told_subjects(record: Record, choice: Choice) -> Mapping[str, str]:
    """Return what is shown by the key that changes it; as `subjects`, for a thread."""
    if not chosen_field(choice.view):
        return {}
    names = subjects(record, choice.view)
    if not names:
        return {"5": "choose a measure"}
    chosen = getattr(choice, chosen_field(choice.view)) or next(iter(names))
    told = {"c": names.get(chosen, chosen)}
    if choice.view is View.COMPARE:
        told |= {"C": names.get(choice.against, choice.against), "k": "points" if choice.scatter else "lines"}
    return told


def _names(series: Iterable[Series]) -> Mapping[str, str]:
    return {each.key: _name(each.label, noted=bool(each.days)) for each in series}


def _name(name: str, *, noted: bool) -> str:
    return name if noted else f"{name} (nothing noted)"
