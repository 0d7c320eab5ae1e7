"""The days of experiments as rows and as CSV, from which every answer can be computed again."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from backjournal.days import days_between
from backjournal.exchange.cells import Cell, csv_bytes
from backjournal.model.experiments import Experiment

EXPERIMENTS_COLUMNS = ("experiment", "judged_by", "day", "pair", "drawn", "kept", "value")


def experiment_rows(
    experiment: Experiment, values: Mapping[date, float], first: date, last: date
) -> Iterator[dict[str, Cell]]:
    """Yield a row for each day of an experiment from first to last, by column; a stop ends them."""
    for day in days_between(max(first, experiment.first_day), min(last, experiment.counted_until)):
        yield {
            "experiment": experiment.name,
            "judged_by": experiment.judged_by.csv_column,
            "day": day.isoformat(),
            "pair": (day - experiment.first_day).days // (2 * experiment.unit.days) + 1,
            "drawn": drawn_word(experiment, day),
            "kept": "no" if day in experiment.not_kept else "yes",
            "value": values.get(day),
        }


def drawn_word(experiment: Experiment, day: date) -> str:
    """Return whether a day is drawn `with` what is tried or `without`."""
    return "with" if experiment.with_it(day) else "without"


def experiments_csv(rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """Return the days of experiments as CSV, in the order given."""
    return csv_bytes(EXPERIMENTS_COLUMNS, rows)
