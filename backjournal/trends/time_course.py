"""What is known of how back pain changes with time, told once when it is of use."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.trends.record import Record

_SOURCE = "the articles on physical therapy that this journal is founded on"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the time course with its source; under `question` it is kept that it was read."""

    question: str
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
    """Return what there is to say: from 14 to 28 days after the first noted day, and again after 12 weeks."""
    first = _first_noted(record)
    if first is None:
        return None
    since = today - first
    if timedelta(weeks=2) <= since <= timedelta(weeks=4):
        return _FIRST_WEEKS
    return _CHRONIC if since > timedelta(weeks=12) else None


def remark_due(record: Record, answers: Container[str], today: date) -> Remark | None:
    """Return the remark that is to be shown by itself, None if there is none or its question was answered already."""
    remark = remark_of(record, today)
    return None if remark is None or remark.question in answers else remark


def _first_noted(record: Record) -> date | None:
    """Return the first day with a check-in or a practice: what was entered of older times is no start."""
    practised = (day for day, items in record.checklists.items() if any(item.practice for item in items))
    days = [*record.diary][:1]
    days += [first for first in [next(practised, None)] if first]
    return min(days, default=None)
