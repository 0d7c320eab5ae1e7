"""The signs that show the status of an exercise on a day as one character."""

from collections.abc import Sequence

from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.day_status import DayStatus, day_status_of

SIGNS = {
    DayStatus.DONE: "✓",
    DayStatus.PARTIAL: "◐",
    DayStatus.SKIPPED: "–",
    DayStatus.OPEN: "○",
    DayStatus.MISSED: "·",
    DayStatus.NOT_ASKED: " ",
}

STRIP_DAYS = 14
"""How many days of an exercise are shown beside it as signs."""

LEGEND = "✓ done, ◐ done in part, – skipped, ○ open, · missed, a blank: not asked for"
"""What the signs mean, in one line."""


def sign_of(item: ChecklistItem | None, *, day_is_over: bool = False) -> str:
    """Return the sign of an exercise on a day; None means that the plan did not ask for it on that day."""
    return SIGNS[day_status_of(item, day_is_over=day_is_over)]


def signs_of(days: Sequence[DayStatus]) -> str:
    """Return a sign for each day, with a blank after every seven."""
    return " ".join("".join(SIGNS[day] for day in days[start : start + 7]) for start in range(0, len(days), 7))
