"""Every figure of the answer, computed a second time from exact fractions and the figures of evidence.md."""

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
    baseline = expected_baseline(record)
    started = [day for first, last in baseline or () for day in all_days(first, last)]
    month, before = set(all_days(ago(27), TODAY)), set(all_days(ago(55), ago(28)))
    rest = {day for day in month if not started or day > started[-1]}
    flared = {ago(number) for number in range(200) if any(each.covers(ago(number), TODAY) for each in record.flare_ups)}
    assert answer.since_start.flared == (len(flared & set(started)), len(flared & rest))
    assert answer.lately.flared == (len(flared & before), len(flared & month))
    for field, label in (("pain", "pain"), ("worst_pain", "worst pain"), ("mobility", "mobility")):
        noted = [(day, of_day.values[field]) for day, of_day in record.diary.items() if field in of_day.values]
        check(named(answer.since_start, label), noted, set(started), rest, fewest=3)
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
    assert change.verdict.value == expected_verdict(subject, was, is_now)


def expected_verdict(subject: Subject, was: Fraction, is_now: Fraction) -> str:
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
    return f"meaningful {better}" if enough else "within noise"


def starts(noted: Noted, started: list[date], month: set[date]) -> tuple[set[date], set[date]]:
    """Return the days of a measure's start, and the recent ones after it."""
    inside = any(day in started for day, _ in noted)
    first_later = [day for day, _ in noted if not started or day >= started[0]][:1]
    first = set(started) if inside or not first_later else set(first_later)
    return first, {day for day in month if not first or day > max(first)}


def exact(value: float) -> Fraction:
    """Return the fraction, in sixths at most, that a number of the random records stands for."""
    return Fraction(value).limit_denominator(6)


def all_days(first: date, last: date) -> Iterable[date]:
    """Return each day from first to last."""
    return [first + timedelta(number) for number in range((last - first).days + 1)]
