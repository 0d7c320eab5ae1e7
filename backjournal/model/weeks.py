"""The weeks of a journal: on which weekday they begin, and since when."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Self

from backjournal.model.dates import Days
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass, replace

_MONDAY, _SUNDAY = 0, 6
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekStarts:
    """The weekdays on which the weeks begin, so that setting another one leaves all earlier weeks as they were.

    A weekday that is set begins a week where it first comes; the week before it ends there, shorter than 7 days.
    """

    first: int = _MONDAY
    """The weekday before any change: 0 for Monday, 6 for Sunday."""

    changes: tuple[tuple[date, int], ...] = ()
    """The weekdays that were set later, each with the first day of its first week; oldest first."""

    def __post_init__(self) -> None:
        """Refuse other weekdays than Monday and Sunday, and a change whose first day is another weekday.

        Raises:
            InvalidValue: a weekday is not accepted.
        """
        if not {self.first, *(weekday for _, weekday in self.changes)} <= {_MONDAY, _SUNDAY}:
            raise InvalidValue("week_starts_on", "a week starts on monday or sunday")
        if any(begins.weekday() != weekday for begins, weekday in self.changes):
            raise InvalidValue("week_starts_on", "a week cannot start on another weekday than was set")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` has written, or the weekday alone.

        Raises:
            InvalidValue: a weekday is not accepted.
            ValueError: the text has another form.
        """
        first, *changes = text.split()
        pairs = (change.split("=") for change in changes)
        return cls(int(first), tuple((date.fromisoformat(begins), int(weekday)) for begins, weekday in pairs))

    @property
    def newest(self) -> int:
        """The weekday that was set last: 0 for Monday, 6 for Sunday."""
        return self.changes[-1][1] if self.changes else self.first

    def begins_after(self, today: date) -> date | None:
        """Return the first day of the first week that begins on the newest weekday; None if it is not ahead."""
        return self.changes[-1][0] if self.changes and self.changes[-1][0] > today else None

    def changed(self, weekday: int, today: date) -> Self:
        """Return the weeks with another first weekday from its next occurrence on, which may be today.

        A change that would begin today or later is taken back by it, so that setting it back leaves no trace.

        Raises:
            InvalidValue: the weekday is not accepted.
        """
        kept = replace(self, changes=tuple(change for change in self.changes if change[0] < today))
        if weekday == kept.newest:
            return kept
        begins = today + timedelta(days=(weekday - today.weekday()) % 7)
        return replace(kept, changes=(*kept.changes, (begins, weekday)))

    def week_of(self, day: date) -> date:
        """Return the first day of the week that a day lies in."""
        weekday = next((weekday for begins, weekday in reversed(self.changes) if begins <= day), self.first)
        return day - timedelta(days=(day.weekday() - weekday) % 7)

    def last_of(self, first_day: date) -> date:
        """Return the last day of the week that begins on a day."""
        cuts = (begins for begins, _ in self.changes if begins > first_day)
        return min(first_day + _WEEK, next(cuts, date.max)) - _DAY

    def between(self, first: date, last: date) -> Iterator[Days]:
        """Yield the first and the last day of every week that touches first to last, the oldest first."""
        begin = self.week_of(first)
        while begin <= last:
            end = self.last_of(begin)
            yield begin, end
            begin = end + _DAY

    def back(self, day: date, number: int) -> date:
        """Return the first day of the week that lies a number of weeks before that of a day."""
        begin = self.week_of(day)
        for _ in range(number):
            begin = self.week_of(begin - _DAY)
        return begin

    def __str__(self) -> str:
        return " ".join([str(self.first), *(f"{begins}={weekday}" for begins, weekday in self.changes)])


MONDAY_WEEKS = WeekStarts()
"""Weeks that have always begun on Monday."""
