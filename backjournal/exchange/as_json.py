"""The journal as JSON; the keys of the checklist and of the diary are the columns of their CSV."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, timedelta

from backjournal.exchange.checklist_csv import checklist_row
from backjournal.exchange.diary_csv import diary_row
from backjournal.library.sources import where_to_look
from backjournal.model.check_ins import CheckIn
from backjournal.model.prescriptions import Prescription
from backjournal.model.text import without_controls
from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.entries import PlanEntry
from backjournal.plan.history import DAYS_SHOWN
from backjournal.plan.span import Span
from backjournal.trends.plan_figures import ExerciseFigures


def today_json(items: Iterable[ChecklistItem], day: date, today: date) -> str:
    """Return a day's checklist as a JSON array with an object for each exercise."""
    return _array(checklist_row(item, day, today) for item in items)


def plan_json(entries: Iterable[PlanEntry], figures: Mapping[str, ExerciseFigures]) -> str:
    """Return prescriptions as a JSON array, each with the figures of its exercise.

    `figures` are by the exercise's id. Numbers that a dose does not have, a last day that is not set and figures that
    cannot be computed are null.
    """
    return _array(_prescription(entry) | _figures(figures[entry.exercise.id]) for entry in entries)


def diary_json(check_ins: Iterable[CheckIn]) -> str:
    """Return check-ins as a JSON array, in the order given; a missing value is null, marks are arrays."""
    return _array(map(diary_row, check_ins))


def data_json(data: object) -> str:
    """Return figures as JSON; `data` consists of lists and mappings."""
    return without_controls(json.dumps(data, ensure_ascii=False, indent=2))


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
        "where_to_look": where_to_look(exercise.library_dose),
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
        "skipped_for_pain": whole.skipped_for_pain,
        "score": whole.score,
        "streak": asdict(whole.streak),
        "pain_during": _span(whole.pain_during),
        "last_four_weeks": {
            "adherence": _adherence(lately.adherence),
            "skipped_for_pain": lately.skipped_for_pain,
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
