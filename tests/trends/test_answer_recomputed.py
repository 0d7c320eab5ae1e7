"""Every figure of the answer, computed a second time from exact fractions and the figures of evidence.md."""

import math
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from backjournal.trends.answer import Subject, answer_of
from backjournal.trends.record import Record
from tests.helpers.records import RANDOM_RECORDS, ago
from tests.helpers.values import TODAY
from tests.trends.test_answer import PEG, PSFS, named, subject_of
from tests.trends.test_baseline import expected_baseline


@given(RANDOM_RECORDS)
def test_every_figure_of_any_answer_is_computed_alike_from_fractions(record: Record) -> None:
    answer = answer_of(record)
    fields = {"pain": "pain", "worst_pain": "worst pain", "mobility": "mobility"}
    starting = {field: days_of(expected_baseline(record, field)) for field in fields}
    started = next(filter(None, starting.values()), [])
    month, before = set(all_days(ago(27), TODAY)), set(all_days(ago(55), ago(28)))
    rest = {day for day in month if not started or day > started[-1]}
    flared = {ago(number) for number in range(200) if any(each.covers(ago(number), TODAY) for each in record.flare_ups)}
    assert answer.since_start.flared == (len(flared & set(started)), len(flared & rest))
    assert answer.lately.flared == (len(flared & before), len(flared & month))
    for field, label in fields.items():
        noted = [(day, of_day.values[field]) for day, of_day in record.diary.items() if field in of_day.values]
        own = starting[field]
        since_start = named(answer.since_start, label)
        assert days_of(since_start.baseline) == ([] if own == started else own)
        check(since_start, noted, set(own), {day for day in month if not own or day > own[-1]}, fewest=3)
        check(named(answer.lately, label), noted, before, month, fewest=3)
    for of in record.measures:
        found = record.results[of.id]
        wholes = [(result.day, sum(score.value for score in result.scores) / 3) for result in found]
        check(subject_of(answer.since_start, of), wholes, *starts(wholes, started, month), fewest=1)
        check(subject_of(answer.lately, of), wholes, before, month, fewest=1)
        for number, part in enumerate(subject_of(answer.since_start, of).parts):
            scores = [(result.day, result.scores[number].value) for result in found]
            check(part, scores, *starts(scores, started, month), fewest=1)
            check(subject_of(answer.lately, of).parts[number], scores, before, month, fewest=1)


Noted = list[tuple[date, float]]


def check(subject: Subject, noted: Noted, before: set[date], after: set[date], fewest: int) -> None:
    """Compare every figure of a subject with the exact fractions of the days on each side."""
    first, second = (
        [exact(value) for day, value in noted if value is not None and day in days] for days in (before, after)
    )
    change = subject.change
    for mean, values in ((change.before, first), (change.after, second)):
        assert (mean.n if mean else 0) == len(values)
        assert mean is None or mean.mean == pytest.approx(float(sum(values) / len(values)))
    if min(len(first), len(second)) < fewest:
        assert change.verdict.value == ("too few days" if fewest == 3 else "too few results")
        return
    was, is_now = (sum(values, Fraction()) / len(values) for values in (first, second))
    assert change.difference == pytest.approx(float(is_now - was))
    error = expected_error(first, second, of_days=fewest == 3)
    assert change.error == (None if error is None else pytest.approx(error))
    assert change.verdict.value == expected_verdict(subject, was, is_now, error)


def expected_error(first: list[Fraction], second: list[Fraction], *, of_days: bool) -> float | None:
    """Compute the standard error of a difference: each n counts as n (1 − r) / (1 + r) independent values."""
    n = len(first) + len(second)
    if min(len(first), len(second)) < 3:
        return None
    around = [[value - sum(values, Fraction()) / len(values) for value in values] for values in (first, second)]
    squares = sum((value**2 for values in around for value in values), Fraction())
    pairs = [values[place - 1] * values[place] for values in around for place in range(1, len(values))]
    r = Fraction(0)
    if squares and of_days:
        r = Fraction(9, 10)
        if n > 8:
            shown = sum(pairs, Fraction()) / (n - 2) / (squares / n)
            r = min(max((shown + Fraction(2, n)) / (1 - Fraction(8, n)), Fraction(0)), r)
    free = max(n - 2 * (1 + r) / (1 - r), Fraction(n, 4))
    effective = [len(values) * (1 - r) / (1 + r) for values in (first, second)]
    return math.sqrt(squares / free * (1 / effective[0] + 1 / effective[1]))


def expected_verdict(subject: Subject, was: Fraction, is_now: Fraction, error: float | None) -> str:
    """Judge a change by the figures of evidence.md, which are repeated here."""
    moved = abs(is_now - was)
    match subject.label:
        case "mobility":
            return "no threshold is known"
        case "pain" | "worst pain":
            enough = moved >= 2 or moved >= max(Fraction(1), was * Fraction(3, 10))
        case _:
            enough = moved >= {PEG.name: 1, PSFS.name: 2}.get(subject.label, 3)
    higher_is_better = subject.label not in ("pain", "worst pain", PEG.name)
    better = "improvement" if (is_now > was) is higher_is_better else "worsening"
    if enough and error is not None and float(moved) < 2 * error - 1e-9:
        return "could be noise"
    kind = "meaningful" if subject.label in ("pain", "worst pain", PEG.name) else "detectable"
    return f"{kind} {better}" if enough else "below the threshold"


def starts(noted: Noted, started: list[date], month: set[date]) -> tuple[set[date], set[date]]:
    """Return the days of a measure's start, and the recent ones after it."""
    inside = any(day in started for day, _ in noted)
    first_later = [day for day, _ in noted if not started or day >= started[0]][:1]
    first = set(started) if inside or not first_later else set(first_later)
    return first, {day for day in month if not first or day > max(first)}


def days_of(weeks: Iterable[tuple[date, date]] | None) -> list[date]:
    """Return the days of some weeks."""
    return [day for first, last in weeks or () for day in all_days(first, last)]


def exact(value: float) -> Fraction:
    """Return the fraction, in sixths at most, that a number of the random records stands for."""
    return Fraction(value).limit_denominator(6)


def all_days(first: date, last: date) -> Iterable[date]:
    """Return each day from first to last."""
    return [first + timedelta(number) for number in range((last - first).days + 1)]
