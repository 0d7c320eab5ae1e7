"""What the graphs of the trends can show, and how it is called."""

from collections.abc import Mapping

from backjournal.graphs.views import View
from backjournal.trends.record import Record
from backjournal.trends.series import all_series
from backjournal.tui.trends_look import Look

_FIELDS = {View.CALENDAR: "of", View.COMPARE: "of", View.EXERCISE: "exercise_id", View.MEASURE: "measure_id"}


def chosen_field(view: View | None, *, second: bool = False) -> str:
    """Return which field of a choice says what a graph shows, or what against; empty if there is nothing to choose."""
    if second:
        return "against" if view is View.COMPARE else ""
    return _FIELDS.get(view, "") if view else ""


def subjects(record: Record, view: View) -> Mapping[str, str]:
    """Return what a graph can show, each with its name."""
    match view:
        case View.CALENDAR | View.COMPARE:
            return {series.key: series.label for series in all_series(record)}
        case View.EXERCISE:
            prescribed = dict.fromkeys(known.exercise_id for known in record.prescriptions)
            return {"": "all exercises", **{key: record.exercises[key].name for key in prescribed}}
        case View.MEASURE:
            return {measure.id: measure.name for measure in record.measures}
        case _:
            return {}


def told_subjects(record: Record, look: Look) -> Mapping[str, str]:
    """Return what is shown by the key that changes it."""
    choice, view = look.choice, look.graph
    if view is None or not chosen_field(view):
        return {}
    names = subjects(record, view)
    told = {"c": _name(names, getattr(choice, chosen_field(view)))}
    if view is View.COMPARE:
        told |= {"C": _name(names, choice.against), "k": "as points" if choice.scatter else "as lines"}
    return told


def _name(names: Mapping[str, str], value: str) -> str:
    return names.get(value) or next(iter(names.values()), "nothing to choose")
