"""Experiments for tests to start from, and a journal in which one has left its mark."""

from datetime import date, timedelta
from typing import Any

from backjournal.model.experiments import Experiment, Unit
from backjournal.store.store import Store
from tests.helpers.values import AT_EIGHT, TODAY, check_in_at

ON_FIRST, ON_SECOND = (True, False), (False, True)
FIRST = date(2026, 11, 2)


def experiment(pairs: int = 7, **changes: Any) -> Experiment:
    """Return an experiment of some pairs of days from Monday 2 November 2026, in turn with it first and second."""
    draw = tuple(drawn for number in range(pairs) for drawn in (ON_SECOND if number % 2 else ON_FIRST))
    values: dict[str, Any] = {
        "id": "e1",
        "name": "heat",
        "value": "pain",
        "unit": Unit.DAYS,
        "first_day": FIRST,
        "draw": draw,
    }
    return Experiment(**(values | changes))


def put(store: Store, *experiments: Experiment) -> Store:
    """Write experiments as they are, whenever they begin."""
    with store.changes.write(""):
        for each in experiments:
            store.experiments._put(each)
    return store


def noted(store: Store, of: Experiment, with_it: int = 3, without: int = 5) -> Store:
    """Write a check-in on each day of an experiment up to today, with a pain for each side."""
    with store.changes.write(""):
        for number in range(of.days):
            day = of.first_day + timedelta(days=number)
            if day <= TODAY:
                pain = with_it if of.with_it(day) else without
                at = AT_EIGHT + (day - TODAY)
                store.diary.save(check_in_at(f"day{number}", at, day, pain=pain))
    return store
