"""The record: all that the trends are computed from, read once and then looked at from every side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from backjournal.model.exercises import Exercise
from backjournal.model.flare_ups import FlareUp
from backjournal.model.measures import Measure, Result
from backjournal.model.prescriptions import Prescription
from backjournal.model.settings import Settings
from backjournal.plan.adherence import Adherence
from backjournal.plan.checklist import Checklist
from backjournal.trends.diary_days import DiaryDay


# Compared by identity and never written out: either would take longer over years of days than to look at them again.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Record:
    """A journal up to today.

    `diary` has the days with a check-in, `checklists` every day from the first of the plan to today, `adherence` the
    same days; all the oldest first. `measures` are the chosen ones; `results` has those of each measure by its id, the
    oldest first.
    """

    today: date
    settings: Settings = field(default_factory=Settings)
    diary: Mapping[date, DiaryDay] = field(default_factory=dict)
    flare_ups: tuple[FlareUp, ...] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    prescriptions: tuple[Prescription, ...] = ()
    checklists: Mapping[date, Checklist] = field(default_factory=dict)
    adherence: Mapping[date, Adherence] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    results: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)

    @property
    def earliest(self) -> date | None:
        """The first day with a check-in, a prescription, a flare-up or a result; None if there is none of them."""
        days = [*self.diary][:1]
        days += [prescription.first_day for prescription in self.prescriptions]
        days += [flare_up.first_day for flare_up in self.flare_ups]
        days += [results[0].day for results in self.results.values() if results]
        return min(days, default=None)
