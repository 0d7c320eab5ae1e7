"""The made-up results of outcome measures: questions on the past week, own activities, and physical tests."""

import math
from collections.abc import Iterator
from random import Random

from backjournal.demo.diarist import FLARE_UP, HOLIDAY, LAST, Diarist
from backjournal.library.measures import measure_library
from backjournal.model.frozen import dataclass, replace
from backjournal.model.measures import Measure, MeasureKind, Result, Score
from backjournal.store.store import Store

_ACTIVITIES = ("Sitting through a meeting", "Carrying the shopping home", "Putting on my socks")


@dataclass(frozen=True, slots=True)
class _Course:
    """How the results of a measure develop over the 26 weeks."""

    measure: str
    """The measure's id."""

    every_weeks: int
    days_ago: int
    """Days from the latest result to today."""

    values: tuple[tuple[float, float], ...]
    """The expected values of each part on the first day and today."""


_COURSES = (
    _Course("peg-style", 1, 7, ((6.4, 2.4), (6.0, 1.6), (6.6, 1.9))),
    _Course("psfs", 2, 5, ((3.2, 7.4), (2.6, 6.8), (4.1, 8.6))),
    _Course("chair-stand", 4, 8, ((9, 14),)),
    _Course("side-bridge", 4, 8, ((14, 38), (11, 35))),
)
"""The first measure is due today."""

_SETBACK = 0.4
"""The share of the recovery that is lost during the flare-up."""


def measure_all(store: Store, diarist: Diarist) -> None:
    """Choose the measures and write down their results.

    Raises:
        JournalError: the journal cannot be written.
    """
    shipped = {measure.id: measure for measure in measure_library()}
    for course in _COURSES:
        measure = replace(shipped[course.measure], every_weeks=course.every_weeks)
        if measure.kind is MeasureKind.ACTIVITIES:
            measure = replace(measure, parts=_ACTIVITIES)
        store.measures.choose(measure)
        for result in _results(store, diarist, measure, course):
            store.measures.save(result)


def _results(store: Store, diarist: Diarist, measure: Measure, course: _Course) -> Iterator[Result]:
    random, step = Random(course.measure), 7 * course.every_weeks  # noqa: S311 - made-up data, no secret
    for number in range((LAST - course.days_ago) % step, LAST, step):
        ease = diarist.ease(number) - (_SETBACK if number in FLARE_UP else 0)
        values = [random.gauss(begins + (ends - begins) * ease, 0.5) for begins, ends in course.values]
        scores = (
            Score(round(min(max(value, measure.low), measure.high or math.inf)), part)
            for value, part in zip(values, measure.parts or ("",), strict=True)
        )
        if number not in HOLIDAY:
            yield store.measures.new_result(measure, diarist.day(number), tuple(scores))
