"""Experiments where the journal and their figures meet: starting one, what came of each, what one could show."""

from collections.abc import Mapping
from datetime import date, timedelta

from backjournal.journal.signs import journal_signs
from backjournal.model.diary_values import Kind, diary_value
from backjournal.model.errors import JournalError
from backjournal.model.experiments import Experiment, Unit, check_units
from backjournal.store.store import Store
from backjournal.trends.experiment import Reach, Tried, reach_of, try_out


def start_experiment(
    store: Store, name: str, value: str, unit: Unit, length: int, first_day: date, today: date
) -> Experiment:
    """Draw a new experiment and write it, unless a symptom stands that should not wait.

    Raises:
        InvalidValue: a value is not valid, or another experiment goes on; `field` says which.
        JournalError: a sign stands, or the journal cannot be written.
    """
    if journal_signs(store, today):
        raise JournalError("a symptom stands that should not wait: no experiment is started before a doctor has looked")
    return store.experiments.start(name, value, unit, length, first_day, today)


def tried_out(store: Store, today: date) -> tuple[Tried, ...]:
    """Return every experiment with its answer, or without one before its end; oldest first.

    Raises:
        JournalError: the journal cannot be read.
    """
    experiments = store.experiments.all()
    values = {name: values_of(store, name) for name in {each.value for each in experiments}}
    return tuple(try_out(each, values[each.value], today) for each in experiments)


def journal_reach(store: Store, value: str, unit: Unit, length: int, today: date) -> Reach:
    """Return what size of difference an experiment would see, told before it is started.

    Raises:
        InvalidValue: there is no experiment of that length; `field` is `length`.
        JournalError: the journal cannot be read.
    """
    check_units(unit, length)
    is_scale = diary_value(value).kind is Kind.SCALE
    return reach_of(values_of(store, value), unit, length, today, is_scale=is_scale)


def values_of(store: Store, name: str) -> Mapping[date, float]:
    """Return a number of the diary by the day that it tells of: what is noted of the night tells of the day before.

    Raises:
        JournalError: the journal cannot be read.
    """
    values = store.diary_days.values(name)
    before = timedelta(days=diary_value(name).of_the_night)
    return {day - before: value for day, value in values.items()}
