"""Builders of weeks, and the days around Monday 16 November 2026."""

from datetime import date, timedelta
from typing import Any

from backjournal.plan.span import Span
from backjournal.trends.weeks import Week

MONDAY = date(2026, 11, 16)
SUNDAY = date(2026, 11, 22)
TODAY = date(2026, 11, 21)


def spans(pain: Span | None = None, mobility: Span | None = None) -> dict[str, Span]:
    return {scale: span for scale, span in (("pain", pain), ("mobility", mobility)) if span}


def week_from(first_day: date, **values: Any) -> Week:
    return Week(first_day, first_day + timedelta(6), **values)
