"""The checklist, the plan, the diary and the trends as JSON; of checklist and diary, the keys are the CSV's columns."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from backjournal.exchange.checklist_csv import checklist_row
from backjournal.exchange.diary_csv import diary_row
from backjournal.model.check_ins import CheckIn
from backjournal.trends.checklist import ChecklistItem
from backjournal.trends.plan import PlanEntry
from backjournal.trends.weeks import Span, Week


def today_json(items: Iterable[ChecklistItem], day: date, today: date) -> str:
    """Return a day's checklist as a JSON array with an object for each exercise."""
    return _array(checklist_row(item, day, today) for item in items)


def plan_json(entries: Iterable[PlanEntry]) -> str:
    """Return prescriptions as a JSON array; what the dose does not count is null, and so is a last day not set."""
    return _array(
        {
            "exercise": entry.exercise.name,
            "category": entry.exercise.category.value,
            "sides": entry.exercise.sides,
            "prescribed": str(entry.prescription.dose),
            "dose": asdict(entry.prescription.dose),
            "days": str(entry.prescription.schedule),
            "first_day": entry.prescription.first_day.isoformat(),
            "last_day": entry.prescription.last_day.isoformat() if entry.prescription.last_day else None,
            "how_to": entry.exercise.how_to,
            "caution": entry.exercise.caution,
            "library_dose": entry.exercise.library_dose,
        }
        for entry in entries
    )


def diary_json(check_ins: Iterable[CheckIn]) -> str:
    """Return check-ins as a JSON array, in the order given; a missing value is null, marks are arrays."""
    return _array(map(diary_row, check_ins))


def trends_json(weeks: Iterable[Week]) -> str:
    """Return weeks as a JSON array; a scale without values is null, `share` is the adherence from 0 to 1."""
    return _array(
        {
            "first_day": week.first_day.isoformat(),
            "last_day": week.last_day.isoformat(),
            "check_ins": week.check_ins,
            "pain": _span(week.pain),
            "mobility": _span(week.mobility),
            "flare_up_days": week.flare_up_days,
            "adherence": {**asdict(week.adherence), "share": week.adherence.share},
        }
        for week in weeks
    )


def _span(span: Span | None) -> dict[str, float] | None:
    return asdict(span) if span else None


def _array(rows: Iterable[Mapping[str, object]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=2)
