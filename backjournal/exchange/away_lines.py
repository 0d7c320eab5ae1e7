"""Days without an entry in plain lines: what was asked for on each, and what was answered."""

from collections.abc import Iterable, Sequence
from datetime import date

from backjournal.exchange.checklist_csv import checklist_row
from backjournal.model.dates import long_day
from backjournal.model.numbers import count
from backjournal.plan.away import WHAT_COUNTS, DayAnswers, Gap, answer_words, asked_words

EARLIER = "earlier"
"""What the days of a long gap are called together that are not listed one by one."""


def gap_lines(gap: Gap) -> list[str]:
    """Return what was asked for on each day of a gap, the newest last, and how to answer."""
    together = [f"{_earlier_days(gap)}: {EARLIER}, answered together."] if gap.earlier else []
    days = [f"{long_day(day)}: {asked_words(gap.days[day])}." for day in gap.shown]
    several = f"several days, {EARLIER}, or all" if gap.earlier else "several days, or all"
    how = f"--done DAY, --excused DAY --reason travel and --open DAY answer; DAY may be {several}."
    return [f"{gap}.", *together, *days, f"{WHAT_COUNTS} {how}"]


def answered_lines(gap: Gap, answers: DayAnswers) -> list[str]:
    """Return what was answered about each day of a gap."""
    days = [f"{long_day(day)}: {answer_words(answers.get(day))}." for day in gap.shown]
    return [*_earlier_answers(gap, answers), *days]


def gap_rows(gap: Gap, today: date) -> Iterable[dict[str, object]]:
    """Return what was asked for as rows with the columns of the checklist's CSV, oldest first."""
    return ({**checklist_row(item, day, today)} for day, items in gap.days.items() for item in items)


def _earlier_answers(gap: Gap, answers: DayAnswers) -> Sequence[str]:
    if not gap.earlier:
        return ()
    # They are answered together or one by one by their dates.
    found = {answers.get(day) for day in gap.earlier}
    words = answer_words(found.pop()) if len(found) == 1 else "answered in part"
    return (f"{_earlier_days(gap)}: {words}.",)


def _earlier_days(gap: Gap) -> str:
    first, last = gap.earlier[0], gap.earlier[-1]
    if first == last:
        return long_day(first)
    return f"{count(len(gap.earlier), 'day')} from {long_day(first)} to {long_day(last)}"
