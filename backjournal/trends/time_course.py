"""Remarks on how back pain usually changes over time, each shown once when it applies."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.trends.record import Record

_SOURCE = "the articles on physical therapy that this journal is founded on"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the time course of back pain."""

    question: str
    """The key under which the journal stores that the remark was read."""

    text: str
    source: str = _SOURCE


_FIRST_WEEKS = Remark(
    "time-course-first-weeks",
    "Many people, though not all, notice improvement within 2 to 4 weeks. Consistency is what decides.",
)
_CHRONIC = Remark(
    "time-course-chronic",
    "Pain that goes on for over 12 weeks, called chronic, takes longer to improve. "
    "Consistency is what decides; prolonged rest makes it worse.",
)


def remark_of(record: Record, today: date) -> Remark | None:
    """Return the remark for today: one from 14 to 28 days after the first noted day, another after 12 weeks."""
    first = _first_noted(record)
    if first is None:
        return None
    since = today - first
    if timedelta(weeks=2) <= since <= timedelta(weeks=4):
        return _FIRST_WEEKS
    return _CHRONIC if since > timedelta(weeks=12) else None


def remark_due(record: Record, answers: Container[str], today: date) -> Remark | None:
    """Return the remark to show unasked; None if there is none, or its question was answered already."""
    remark = remark_of(record, today)
    return None if remark is None or remark.question in answers else remark


def _first_noted(record: Record) -> date | None:
    """Return the first day with a check-in or a practice, as other entries may be about times before the journal."""
    practised = (day for day, items in record.checklists.items() if any(item.practice for item in items))
    days = [*record.diary][:1]
    days += [first for first in [next(practised, None)] if first]
    return min(days, default=None)
