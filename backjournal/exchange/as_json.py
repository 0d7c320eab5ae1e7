"""What the journal holds as JSON; of the checklist, the diary and results, the keys are the CSV's columns."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, timedelta

from backjournal.exchange.checklist_csv import checklist_row
from backjournal.exchange.diary_csv import diary_row
from backjournal.exchange.measure_lines import measures_since_start
from backjournal.exchange.measures_csv import result_row
from backjournal.model.check_ins import CheckIn
from backjournal.model.measures import Measure, Result
from backjournal.model.prescriptions import Prescription
from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.entries import PlanEntry
from backjournal.plan.history import DAYS_SHOWN
from backjournal.plan.span import Span
from backjournal.trends.answer import Subject
from backjournal.trends.answer_text import subject_data
from backjournal.trends.due import due_day
from backjournal.trends.plan_figures import ExerciseFigures
from backjournal.trends.record import Record


def today_json(items: Iterable[ChecklistItem], day: date, today: date) -> str:
    """Return a day's checklist as a JSON array with an object for each exercise."""
    return _array(checklist_row(item, day, today) for item in items)


def plan_json(entries: Iterable[PlanEntry], figures: Mapping[str, ExerciseFigures]) -> str:
    """Return prescriptions as a JSON array, each with the figures of its exercise, which are given by its id.

    What the dose does not count is null, and so are a last day not set and a figure that does not exist.
    """
    return _array(_prescription(entry) | _figures(figures[entry.exercise.id]) for entry in entries)


def diary_json(check_ins: Iterable[CheckIn]) -> str:
    """Return check-ins as a JSON array, in the order given; a missing value is null, marks are arrays."""
    return _array(map(diary_row, check_ins))


def measures_json(record: Record) -> str:
    """Return the chosen measures as a JSON array, each with its latest result, when it is due, and its change."""
    return _array(
        _measure(record, measure) | _since_start(subject) for measure, subject in measures_since_start(record)
    )


def results_json(measure: Measure, results: Iterable[Result]) -> str:
    """Return the results of a measure as a JSON array, in the order given; values are numbers, scores objects."""
    return _array(_result(measure, result) for result in results)


def data_json(data: object) -> str:
    """Return the figures of a graph or a text, lists and mappings, as JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def _measure(record: Record, measure: Measure) -> dict[str, object]:
    results = record.results.get(measure.id, ())
    due = due_day(measure, results, record.today)
    told = asdict(measure)
    return {
        "measure": measure.name,
        **{key: told[key] for key in ("unit", "low", "high", "better", "threshold", "parts", "every_weeks", "own")},
        "due": due.isoformat() if due else None,
        "results": len(results),
        "latest": _result(measure, results[-1]) if results else None,
    }


def _since_start(subject: Subject) -> dict[str, object]:
    data = subject_data(subject)
    return {"since_start": {key: data[key] for key in ("before", "after", "change", "verdict", "parts")}}


def _result(measure: Measure, result: Result) -> dict[str, object]:
    return {
        "id": result.id,
        **result_row(measure, result),
        "value": result.value,
        "scores": [asdict(score) for score in result.scores if score.part],
    }


def _prescription(entry: PlanEntry) -> dict[str, object]:
    exercise, prescription = entry.exercise, entry.prescription
    return {
        "exercise": exercise.name,
        "category": exercise.category.value,
        "sides": exercise.sides,
        "gentle": exercise.gentle,
        **_dose(prescription),
        "dose": asdict(prescription.dose),
        "note": prescription.note,
        "how_to": exercise.how_to,
        "caution": exercise.caution,
        "library_dose": exercise.library_dose,
    }


def _dose(prescription: Prescription) -> dict[str, object]:
    return {
        "prescribed": str(prescription.dose),
        "days": str(prescription.schedule),
        "first_day": prescription.first_day.isoformat(),
        "last_day": prescription.last_day.isoformat() if prescription.last_day else None,
    }


def _figures(figures: ExerciseFigures) -> dict[str, object]:
    whole, lately = figures.whole, figures.lately
    first = whole.today - timedelta(days=DAYS_SHOWN - 1)
    return {
        "adherence": _adherence(whole.adherence),
        "score": whole.score,
        "streak": asdict(whole.streak),
        "pain_during": _span(whole.pain_during),
        "last_four_weeks": {
            "adherence": _adherence(lately.adherence),
            "pain_during": _span(lately.pain_during),
            "days": {(first + timedelta(days=number)).isoformat(): day for number, day in enumerate(whole.last_days)},
        },
        "readiness": asdict(figures.readiness) if figures.readiness else None,
        "doses": [_dose(prescription) for prescription in whole.doses],
    }


def _adherence(adherence: Adherence) -> dict[str, object]:
    return {**asdict(adherence), "share": adherence.share}


def _span(span: Span | None) -> dict[str, float] | None:
    return asdict(span) if span else None


def _array(rows: Iterable[Mapping[str, object]]) -> str:
    return data_json(list(rows))
