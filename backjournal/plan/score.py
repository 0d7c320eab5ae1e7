"""The score: one number that a practice raises, a miss lowers a little, and an excused day leaves unchanged.

After the published formula of Loop Habit Tracker: s' = s·m + v·(1−m), m = 0.5^(√frequency / 13). With daily practice
it is halfway after 13 days. Loop updates the score on every day, with the share of the days before; here it is updated
only on days that count, with the share of that day.
"""

from collections.abc import Iterable
from math import sqrt

from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import ChecklistItem

DAYS_TO_HALF = 13
"""After how many days of daily practice the score is halfway."""


def score_of(items: Iterable[ChecklistItem]) -> float | None:
    """Return the score of one exercise from 0 to 1; None if no day counted.

    `items` are ordered by day, without those still open. Each one updates the score with the share practised and the
    frequency of its schedule; one that does not count, or is excused, leaves the score unchanged.
    """
    counted = (item for item in items if item.counts and not item.excused)
    return _score((item.share, item.prescription.schedule.frequency) for item in counted)


def plan_score(adherences: Iterable[Adherence]) -> float | None:
    """Return the score of the plan from 0 to 1, given the adherence of its days in order; None if no day counted.

    Each day updates the score like a daily exercise; a day on which nothing counts leaves it unchanged.
    """
    shares = (adherence.share for adherence in adherences)
    return _score((share, 1) for share in shares if share is not None)


def _score(days: Iterable[tuple[float, float]]) -> float | None:
    score, counted = 0.0, False
    for share, frequency in days:
        kept = 0.5 ** (sqrt(frequency) / DAYS_TO_HALF)
        score, counted = score * kept + share * (1 - kept), True
    return score if counted else None
