"""What a view shows, and the keys that change it."""

from collections.abc import Mapping

from backjournal.trends.record import Record
from backjournal.views.catalog import View
from backjournal.views.choice import Choice


def chosen_field(view: View, *, second: bool = False) -> str:
    """Return the field of `Choice` for the first or second subject of a view; empty if there is nothing to choose."""
    if second:
        return "against" if view.compares else ""
    return view.subject.field if view.subject else ""


def subject_labels(record: Record, view: View, choice: Choice) -> Mapping[str, str]:
    """Return what is shown, by the key that changes it; it may read the whole record, so call it in a thread."""
    if view.subject is None:
        return {}
    label = view.subject.label(record, getattr(choice, view.subject.field))
    if not label:
        return {"5": "choose a measure"}
    if not view.compares:
        return {"c": label}
    against = view.subject.label(record, choice.against)
    return {"c": label, "C": against, "k": "points" if choice.scatter else "lines"}
