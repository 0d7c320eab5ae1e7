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
    """Return what is shown, by the key that changes it; it reads the whole record, so call it in a thread."""
    if view.subject is None:
        return {}
    names = view.subject.names(record)
    if not names:
        return {"5": "choose a measure"}
    chosen = getattr(choice, view.subject.field) or next(iter(names))
    labels = {"c": names.get(chosen, chosen)}
    if view.compares:
        labels |= {"C": names.get(choice.against, choice.against), "k": "points" if choice.scatter else "lines"}
    return labels
