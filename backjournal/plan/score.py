"""The score: one figure that a practice raises, a miss lowers a little, and a pause leaves alone.

After the published formula of Loop Habit Tracker: s' = s·m + v·(1−m), m = 0.5^(√frequency / 13). Of daily practice it
is halfway after 13 days. Loop takes the step on every day, with the share of the days before; here it is taken on the
days that count, with the share of that day.
"""

from collections.abc import Iterable
from math import sqrt

from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import ChecklistItem

DAYS_TO_HALF = 13


def score_of(items: Iterable[ChecklistItem]) -> float | None:
    """Return the score of one exercise from 0 to 1, over its items in the order of days; None if no day counted.

    The share practised moves it, with the frequency of the schedule in force. A day that does not count, or is excused,
    leaves it as it is; so does one that is still open, which the caller leaves out.
    """
    counted = (item for item in items if item.counts and not item.excused)
    return _score((item.share, item.prescription.schedule.frequency) for item in counted)


def plan_score(adherences: Iterable[Adherence]) -> float | None:
    """Return the score of the plan from 0 to 1, over its days in their order; None if no day counted.

    The adherence of a day moves it, as in a daily exercise; a day on which nothing counts leaves it as it is.
    """
    shares = (adherence.share for adherence in adherences)
    return _score((share, 1) for share in shares if share is not None)


def _score(days: Iterable[tuple[float, float]]) -> float | None:
    score, counted = 0.0, False
    for share, frequency in days:
        kept = 0.5 ** (sqrt(frequency) / DAYS_TO_HALF)
        score, counted = score * kept + share * (1 - kept), True
    return score if counted else None
