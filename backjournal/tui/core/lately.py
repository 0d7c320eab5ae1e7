"""What surrounds the day that Today shows: the two weeks up to it, its week, the day before it, and the plan's aim."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.plan.day_end import COMPARED, latest_values
from backjournal.plan.day_status import DayStatus, status_of_day
from backjournal.store.store import Store

LATELY_DAYS = 14
"""How many days up to the shown one have their pain and mobility told."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What surrounds a day; it is read after the first screen is shown."""

    day: date
    values: Mapping[str, tuple[float | None, ...]]
    """The mean pain and mobility of each of the last `LATELY_DAYS` days, oldest first; None where none was noted."""
    week: Mapping[date, DayStatus]
    """The status of each day of the week that the day lies in."""
    before: Mapping[str, float]
    """The latest pain and mobility of the day before."""
    aim: str = ""


def read_lately(store: Store, day: date, today: date) -> Lately:
    """Return what surrounds a day.

    Raises:
        JournalError: the journal cannot be read.
    """
    first, yesterday = day - timedelta(days=LATELY_DAYS - 1), day - timedelta(days=1)
    noted = {name: store.diary_days.values(name, first, day) for name in COMPARED}
    weeks = store.settings.get().weeks
    begins = weeks.week_of(day)
    lists = store.checklists(begins, weeks.last_of(begins))
    return Lately(
        day=day,
        values={name: tuple(map(means.get, days_between(first, day))) for name, means in noted.items()},
        week={each: status_of_day(items, day_is_over=each < today) for each, items in lists.items()},
        before=latest_values(store.diary.check_ins(yesterday, yesterday)),
        aim=store.plan.facts().aim,
    )
