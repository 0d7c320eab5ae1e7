"""Experiments as JSON, without any result before their end."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from backjournal.days import days_between
from backjournal.exchange.as_json import data_json
from backjournal.exchange.experiments_csv import drawn_word
from backjournal.trends.experiment import ExperimentAnswer, Tried


def experiments_json(tried: Sequence[Tried], today: date) -> str:
    """Return experiments as a JSON array, the newest first; `tried` is oldest first."""
    return data_json([_experiment(each, today) for each in reversed(tried)])


def latest_json(tried: Sequence[Tried], today: date) -> str:
    """Return the newest experiment as a JSON object; null if there is none."""
    return data_json(_experiment(tried[-1], today) if tried else None)


def _experiment(tried: Tried, today: date) -> dict[str, object]:
    experiment = tried.experiment
    days = days_between(experiment.first_day, min(today, experiment.counted_until))
    return {
        "experiment": experiment.name,
        "judged_by": experiment.judged_by.csv_column,
        "unit": experiment.unit.value,
        "length": len(experiment.draw),
        "first_day": experiment.first_day.isoformat(),
        "last_day": experiment.last_day.isoformat(),
        "stopped": experiment.stopped.isoformat() if experiment.stopped else None,
        "draw": {day.isoformat(): drawn_word(experiment, day) for day in days},
        "not_kept": _days(experiment.not_kept),
        "noted": tried.noted,
        "answer": _answer(tried.answer) if tried.answer else None,
    }


def _answer(answer: ExperimentAnswer) -> dict[str, object]:
    low, high = answer.interval or (None, None)
    return {
        "with": asdict(answer.with_it) if answer.with_it else None,
        "without": asdict(answer.without) if answer.without else None,
        "difference": answer.difference,
        "low": low,
        "high": high,
        "p": answer.p,
        "draws": answer.draws,
        "days": answer.days,
        "kept": answer.kept,
    }


def _days(days: Iterable[date]) -> list[str]:
    return sorted(day.isoformat() for day in days)
