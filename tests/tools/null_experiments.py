"""How often an experiment sees what is there, and what is not: `.venv/bin/python -m tests.tools.null_experiments [N]`.

Made-up journals in which nothing makes a difference show how often an interval excludes 0 all the same; with one or two
points added on the days with what is tried, how often it does so rightly, and with as many points as the person is told
beforehand, how often those are seen. Pain has a mean of 4 and a spread of 1.6, is rounded to whole points from 0 to 10,
and noted on 9 of 10 days; each day resembles the one before by the autocorrelation.
"""

import math
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import partial
from random import Random

from backjournal.model.experiments import Experiment, Unit, draw_by_chance
from backjournal.trends.experiment import ExperimentAnswer, answer_of, reach_of

JOURNALS = 1000
FIRST = date(2026, 3, 2)
LENGTHS = ((Unit.DAYS, 14), (Unit.DAYS, 28), (Unit.WEEKS, 6), (Unit.WEEKS, 12))
LIKENESS = (0.0, 0.5, 0.8)
EFFECTS = (0.0, 1.0, 2.0)
MEAN, SPREAD, NOTED, BEFORE = 4, 1.6, 0.9, 91
"""Of the pain, how many of the days have it, and how many days were noted before the experiment."""


def made_up(unit: Unit, length: int, likeness: float, effect: float, seed: int) -> tuple[Experiment, dict[date, float]]:
    """Return an experiment and the pain of its days, and of those before it, with an effect on the days with it."""
    random = Random(f"{unit} {length} {likeness} {seed}")
    experiment = Experiment("made-up", "heat", "pain", unit, FIRST, draw_by_chance(length, random))
    values, luck = {}, random.gauss(0, 1)
    for number in range(-BEFORE, experiment.days):
        day = FIRST + timedelta(days=number)
        added = effect if number >= 0 and experiment.with_it(day) else 0
        if random.random() < NOTED:
            values[day] = float(max(0, min(10, round(MEAN + SPREAD * luck + added))))
        luck = likeness * luck + math.sqrt(1 - likeness**2) * random.gauss(0, 1)
    return experiment, values


def answered(unit: Unit, length: int, likeness: float, effect: float, seed: int) -> ExperimentAnswer:
    """Return the answer of a made-up experiment."""
    experiment, values = made_up(unit, length, likeness, effect, seed)
    return answer_of(experiment, values)


def is_clear(unit: Unit, length: int, likeness: float, effect: float, seed: int) -> bool:
    """Return whether the interval of a made-up experiment excludes 0."""
    return answered(unit, length, likeness, effect, seed).is_clear


def told(unit: Unit, length: int, likeness: float, seed: int) -> float | None:
    """Return the size that a person would be told beforehand."""
    _, values = made_up(unit, length, likeness, 0, seed)
    return reach_of(_before(values), unit, length, FIRST, is_scale=True).size


def told_is_seen(unit: Unit, length: int, likeness: float, seed: int) -> bool:
    """Return whether a difference of the size that a person would be told beforehand is seen."""
    size = told(unit, length, likeness, seed)
    return size is not None and is_clear(unit, length, likeness, -size, seed)


def _before(values: Mapping[date, float]) -> dict[date, float]:
    return {day: value for day, value in values.items() if day < FIRST}


def report(journals: int) -> Iterator[str]:
    """Return a row of a table for each length and likeness."""
    yield f"interval excludes 0, in {journals} journals each"
    yield "| length | autocorrelation | no effect | 1 point | 2 points | told beforehand | seen |"
    with ProcessPoolExecutor() as workers:
        for unit, length in LENGTHS:
            for likeness in LIKENESS:
                seeds, rates = range(journals), []
                for effect in EFFECTS:
                    clear = workers.map(partial(is_clear, unit, length, likeness, effect), seeds, chunksize=50)
                    rates.append(f"{sum(clear) / journals:.1%}")
                sizes = [told(unit, length, likeness, seed) for seed in seeds]
                known = sorted(size for size in sizes if size is not None)
                seen = workers.map(partial(told_is_seen, unit, length, likeness), seeds, chunksize=50)
                size = f"{known[len(known) // 2]:.1f} points" if known else "nothing"
                row = [f"{length} {unit}", f"{likeness:g}", *rates, size, f"{sum(seen) / journals:.1%}"]
                yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    for line in report(int(sys.argv[1]) if len(sys.argv) > 1 else JOURNALS):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
