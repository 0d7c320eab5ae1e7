"""Outcome measures and their results as JSON; the keys of a result are the columns of the CSV."""

from collections.abc import Iterable
from dataclasses import asdict

from backjournal.exchange.as_json import data_json
from backjournal.exchange.measure_lines import measures_since_start
from backjournal.exchange.measures_csv import result_row
from backjournal.model.measures import Measure, Result
from backjournal.model.text import shown_id
from backjournal.trends.answer import Subject
from backjournal.trends.due import due_day
from backjournal.trends.record import Record
from backjournal.views.answer_data import subject_data


def measures_json(record: Record) -> str:
    """Return the chosen measures as a JSON array, each with its latest result, when it is due, and its change."""
    return data_json(
        [_measure(record, measure) | _since_start(subject) for measure, subject in measures_since_start(record)]
    )


def results_json(measure: Measure, results: Iterable[Result]) -> str:
    """Return the results of a measure as a JSON array, in the order given; values are numbers, scores objects."""
    return data_json([_result(measure, result) for result in results])


def _measure(record: Record, measure: Measure) -> dict[str, object]:
    results = record.results.get(measure.id, ())
    due = due_day(measure, results, record.today)
    fields = asdict(measure)
    return {
        "measure": measure.name,
        **{key: fields[key] for key in ("unit", "low", "high", "better", "threshold", "parts", "every_weeks", "own")},
        "due": due.isoformat() if due else None,
        "results": len(results),
        "latest": _result(measure, results[-1]) if results else None,
    }


def _since_start(subject: Subject) -> dict[str, object]:
    data = subject_data(subject)
    return {"since_start": {key: data[key] for key in ("before", "after", "change", "noise", "verdict", "parts")}}


def _result(measure: Measure, result: Result) -> dict[str, object]:
    return {
        "id": shown_id(result.id),
        **result_row(measure, result),
        "value": result.value,
        "scores": [asdict(score) for score in result.scores if score.part],
    }
