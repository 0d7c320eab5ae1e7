"""The answer as data for JSON."""

from collections.abc import Sequence
from dataclasses import asdict

from backjournal.model.dates import Days
from backjournal.trends.answer import Answer, Comparison, Subject


def answer_data(answer: Answer) -> dict[str, object]:
    """Return the answer as data for JSON; a missing mean or figure is None."""
    flare_ups = answer.flare_ups
    goes_on_since = flare_ups.goes_on_since.isoformat() if flare_ups.goes_on_since else None
    return {
        "today": answer.today.isoformat(),
        "since_start": _comparison_data(answer.since_start),
        "last_4_weeks": _comparison_data(answer.lately),
        "flare_ups": {**asdict(flare_ups), "goes_on_since": goes_on_since},
        "remark": {"text": answer.remark.text, "source": answer.remark.source} if answer.remark else None,
    }


def subject_data(subject: Subject) -> dict[str, object]:
    """Return the change of a subject, with those of its parts, as data for JSON."""
    change = subject.change
    return {
        "subject": subject.label,
        "unit": subject.unit,
        "counted": f"{subject.counted}s",
        "before": asdict(change.before) if change.before else None,
        "after": asdict(change.after) if change.after else None,
        "baseline": _days_data(subject.baseline) or None,
        "change": change.difference,
        "noise": change.noise,
        "verdict": change.verdict.value,
        "threshold": asdict(change.threshold),
        "parts": [subject_data(part) for part in subject.parts],
    }


def _comparison_data(comparison: Comparison) -> dict[str, object]:
    return {
        "before": _days_data(comparison.before),
        "after": [day.isoformat() for day in comparison.after],
        "flare_up_days": {"before": comparison.flared[0], "after": comparison.flared[1]},
        "subjects": [subject_data(subject) for subject in comparison.subjects],
    }


def _days_data(weeks: Sequence[Days]) -> list[list[str]]:
    return [[day.isoformat() for day in days] for days in weeks]
