"""The review of a week as JSON; what is not noted is null."""

from dataclasses import asdict

from backjournal.exchange.as_json import data_json
from backjournal.trends.change import Change, Mean, Verdict
from backjournal.trends.review import Review


def review_json(review: Review) -> str:
    """Return a review as a JSON object."""
    first, last = review.week
    return data_json(
        {
            "first_day": first.isoformat(),
            "last_day": last.isoformat(),
            "check_ins": review.check_ins,
            "days": {"asked": review.asked, "practised": review.practised, "excused": review.excused},
            "adherence": {**asdict(review.adherence), "share": review.adherence.share},
            **{name: _change(change) for name, change in review.changes.items()},
            "least_and_most_pain": [
                {"pain": each.pain, "days": [day.isoformat() for day in each.days]} for each in review.extremes or ()
            ],
            "flare_ups": [
                {
                    "first_day": each.first_day.isoformat(),
                    "last_day": each.last_day.isoformat() if each.last_day else None,
                }
                for each in review.flare_ups
            ],
            "plan": [{"day": event.day.isoformat(), "what": event.what} for event in review.events],
            "experiments": [each.name for each in review.experiments],
            "due": [measure.name for measure in review.due],
        }
    )


def _change(change: Change) -> dict[str, object]:
    """Return a change with its verdict, which is null where too few days are noted."""
    too_few = change.verdict is Verdict.TOO_FEW
    return {
        "week_before": _mean(change.before),
        "week": _mean(change.after),
        "verdict": None if too_few else change.verdict.value,
        "noise": change.noise,
    }


def _mean(mean: Mean | None) -> dict[str, float] | None:
    return asdict(mean) if mean else None
