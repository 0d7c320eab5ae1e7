"""Remarks on how back pain usually goes, by how long ago it began; each is shown once when it applies."""

from collections.abc import Container
from datetime import date, timedelta

from backjournal.model.frozen import dataclass
from backjournal.trends.record import Record

CHRONIC_AFTER = timedelta(days=92)
"""Three months: pain that lasts longer is called chronic (WHO guideline 2023)."""

_LATELY = timedelta(days=28)
_ASKED_AFTER = timedelta(weeks=2)
_COURSE = "Menezes Costa 2012, CMAJ 184: E613"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the time course of back pain."""

    question: str
    """The key under which the journal stores that the remark was read."""

    text: str
    source: str = ""


ONSET_QUESTION = Remark(
    "onset",
    "When did this back pain begin? A year is enough; the answer can then say how such pain usually goes.",
)
"""Asked once, as long as the onset is not told."""

_RECENT = Remark(
    "time-course-recent",
    "New back pain usually eases most in its first 6 weeks. In 33 studies the average pain, on a scale of 0 to 10, was "
    "5.2 at first, 2.3 after 6 weeks and 1.2 after half a year. Yours may go another way.",
    _COURSE,
)
_CHRONIC = Remark(
    "time-course-chronic",
    "Pain of over 3 months is called chronic. It eases too, but less: in 33 studies the average pain, on a scale of "
    "0 to 10, was 5.1 at first, 3.3 after 6 weeks and 2.3 after a year. Yours may go another way.",
    f"WHO guideline 2023; {_COURSE}",
)


def remark_of(record: Record, today: date) -> Remark | None:
    """Return the remark for today, by the onset that the person told.

    None while no onset is told, while it is not told exactly enough to say whether 3 months have passed, and without
    pain above 0 in the last 4 weeks.
    """
    onset = record.settings.onset
    if onset is None or not _hurts(record, today):
        return None
    earliest, latest = onset.days
    if today - latest > CHRONIC_AFTER:
        return _CHRONIC
    return _RECENT if today - earliest <= CHRONIC_AFTER else None


def remark_due(record: Record, answers: Container[str], today: date) -> Remark | None:
    """Return the remark, or the question for the onset, to show unasked; None if there is none that was not read."""
    if record.settings.onset:
        remark = remark_of(record, today)
    else:
        begun = min(record.diary, default=today) <= today - _ASKED_AFTER
        remark = ONSET_QUESTION if begun and _hurts(record, today) else None
    return None if remark is None or remark.question in answers else remark


def _hurts(record: Record, today: date) -> bool:
    noted = (of_day.values for day, of_day in record.diary.items() if today - _LATELY < day <= today)
    return any(values.get(field, 0) > 0 for values in noted for field in ("pain", "worst_pain"))
