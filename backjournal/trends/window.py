"""The window of the trends: the days that a person looks at."""

from datetime import date, timedelta
from typing import Self

from backjournal.model.dates import FIRST_DAY
from backjournal.model.frozen import dataclass, replace
from backjournal.model.weeks import WeekStarts
from backjournal.trends.record import Record

RANGES = (4, 12, 26, 52, None)
"""The numbers of weeks to choose from; None is everything."""


@dataclass(frozen=True, slots=True)
class Window:
    """A number of whole weeks, or the days from `first` to `last`."""

    weeks: int | None
    """How many whole weeks, up to the week of `last`; None is everything. Ignored if `first` is given."""

    last: date
    first: date | None = None
    """The first day of a window of single days; None for whole weeks."""

    def days(self, record: Record) -> tuple[date, date]:
        """Return the first and the last day, both included; the end of a whole week may lie after today.

        Whole weeks begin no earlier than the one in which the journal begins.
        """
        if self.first is not None:
            return self.first, self.last
        weeks = record.settings.weeks
        first = max(self.since(weeks), weeks.week_of(min(record.begins, self.last)))
        return first, weeks.last_of(weeks.week_of(self.last))

    def past_days(self, record: Record) -> tuple[date, date]:
        """Return the first and the last day up to today, for what is shown by day.

        Without a first day of its own, the window begins no earlier than the journal.
        """
        first, last = self.days(record)
        last = min(last, record.today)
        return (max(first, min(record.begins, last)) if self.first is None else first), last

    def is_clipped(self, record: Record) -> bool:
        """Return whether it asks for weeks before the journal began, which are not shown."""
        return (
            self.first is None and self.weeks is not None and self.since(record.settings.weeks) < self.days(record)[0]
        )

    def since(self, weeks: WeekStarts) -> date:
        """Return the first day, or `date.min` for everything."""
        if self.first is not None:
            return self.first
        return date.min if self.weeks is None else weeks.back(self.last, self.weeks - 1)

    def moved(self, step: int, today: date, begins: date = FIRST_DAY) -> Self:
        """Return the window moved by its length, or by 52 weeks if it shows everything.

        It never ends after today, nor before the day on which the journal begins, unless it does so already.
        """
        days = 7 * (self.weeks or 52) if self.first is None else (self.last - self.first).days + 1
        steps = max(step, -max(0, (self.last - begins).days // days))
        last = min(self.last + timedelta(days=steps * days), today)
        return replace(self, first=self.first and last - timedelta(days=days - 1), last=last)
