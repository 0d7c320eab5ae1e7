"""The record: everything that the trends are computed from, read once from the journal."""

from collections.abc import Mapping
from datetime import date, timedelta

from backjournal.model.exercises import Exercise
from backjournal.model.flare_ups import FlareUp
from backjournal.model.frozen import dataclass, field
from backjournal.model.measures import Measure, Result
from backjournal.model.prescriptions import Prescription
from backjournal.model.settings import Settings
from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import Checklist
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.week_sum import WeekSum

ALWAYS = timedelta(weeks=8)
"""How far back from today every record reaches at least: the answer compares the last 4 weeks with the 4 before."""


# Compared by identity and without a repr: with years of days, either would take longer than computing again.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Record:
    """The content of a journal up to today: all of it, or that of the days since one of them.

    The days before that one can be many, and most views show none of them. Of these a record has only what the views
    look back to: the first day with a check-in, and the weeks of the baselines.
    """

    today: date
    settings: Settings = field(default_factory=Settings)
    diary: Mapping[date, DiaryDay] = field(default_factory=dict)
    """The days with a check-in, oldest first."""

    flare_ups: tuple[FlareUp, ...] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    """By id."""

    prescriptions: tuple[Prescription, ...] = ()
    checklists: Mapping[date, Checklist] = field(default_factory=dict)
    """Every day from the first of the plan, or from `since`, to today, oldest first."""

    adherence: Mapping[date, Adherence] = field(default_factory=dict)
    """The same days as `checklists`, oldest first."""

    measures: tuple[Measure, ...] = ()
    """The measures that the person has chosen."""

    results: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)
    """By the id of the measure, oldest first."""

    since: date = date.min
    """The day from which on it has every day; `date.min` if it has the whole journal."""

    week_sums: dict[date, WeekSum] = field(default_factory=dict)
    """What the days of a week come to, by its first day: of the weeks that were looked at, so that years of days need
    not be added up each time."""

    @property
    def whole(self) -> bool:
        """Whether it has the whole journal."""
        return self.since == date.min

    @property
    def earliest(self) -> date | None:
        """The first day with a check-in, a prescription, a flare-up or a result; None for an empty record."""
        days = [*self.diary][:1]
        days += [prescription.first_day for prescription in self.prescriptions]
        days += [flare_up.first_day for flare_up in self.flare_ups]
        days += [results[0].day for results in self.results.values() if results]
        return min(days, default=None)

    @property
    def begins(self) -> date:
        """The day on which the journal begins: its earliest one, or today if nothing is older."""
        return min(self.earliest or self.today, self.today)
