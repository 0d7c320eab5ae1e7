"""The record: everything that the trends are computed from, read once from the journal."""

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


# Compared by identity and without a repr: with years of days, either would take longer than computing again.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Record:
    """The content of a journal up to today."""

    today: date
    settings: Settings = field(default_factory=Settings)
    diary: Mapping[date, DiaryDay] = field(default_factory=dict)
    """The days with a check-in, oldest first."""

    flare_ups: tuple[FlareUp, ...] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    """By id."""

    prescriptions: tuple[Prescription, ...] = ()
    checklists: Mapping[date, Checklist] = field(default_factory=dict)
    """Every day from the first of the plan to today, oldest first."""

    adherence: Mapping[date, Adherence] = field(default_factory=dict)
    """The same days as `checklists`, oldest first."""

    measures: tuple[Measure, ...] = ()
    """The measures that the person has chosen."""

    results: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)
    """By the id of the measure, oldest first."""

    @property
    def earliest(self) -> date | None:
        """The first day with a check-in, a prescription, a flare-up or a result; None for an empty record."""
        days = [*self.diary][:1]
        days += [prescription.first_day for prescription in self.prescriptions]
        days += [flare_up.first_day for flare_up in self.flare_ups]
        days += [results[0].day for results in self.results.values() if results]
        return min(days, default=None)
