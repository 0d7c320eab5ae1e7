"""A week looked back at: what was practised, pain and mobility against the week before, and what stood out."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.dates import Days
from backjournal.model.experiments import Experiment
from backjournal.model.flare_ups import FlareUp
from backjournal.model.frozen import dataclass
from backjournal.model.measures import Measure
from backjournal.plan.adherence import Adherence, summed
from backjournal.trends.answer import diary_change
from backjournal.trends.change import FEWEST_DAYS, Change
from backjournal.trends.due import is_due
from backjournal.trends.plan_events import PlanEvent, plan_events
from backjournal.trends.record import Record

SCALES_COMPARED = ("pain", "mobility")
"""The scales of the check-ins that are compared with the week before."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PainOfDays:
    """A pain, and the days of the week that had it."""

    pain: float
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The facts of one week."""

    week: Days
    today: date
    check_ins: int
    asked: int
    """On how many days exercises counted: those that were all excused are not among them."""

    practised: int
    """On how many of them something was practised."""

    excused: int
    """On how many days all that was asked for was excused."""

    adherence: Adherence
    changes: Mapping[str, Change]
    """The change from the week before of each scale in `SCALES_COMPARED`."""

    extremes: tuple[PainOfDays, PainOfDays] | None
    """The least and the most pain; None with too few days, or if all were alike."""

    flare_ups: tuple[FlareUp, ...]
    """Those that have a day in the week, oldest first."""

    events: tuple[PlanEvent, ...]
    """The changes of the plan, oldest first."""

    experiments: tuple[Experiment, ...]
    """Those that have a day in the week, oldest first."""

    due: tuple[Measure, ...]
    """The measures that are due today; empty for a week before the last one."""

    @property
    def last_day(self) -> date:
        """The last day of the week that has come."""
        return min(self.week[1], self.today)


def review_of(record: Record, experiments: Iterable[Experiment], day: date) -> Review:
    """Return the review of the week that a day lies in; days after today do not count.

    The record has every day since the week before.
    """
    weeks, today = record.settings.weeks, record.today
    first = weeks.week_of(day)
    week, before = (first, weeks.last_of(first)), (weeks.back(first, 1), first - _DAY)
    days = tuple(days_between(first, min(week[1], today)))
    adherence = [record.adherence[each] for each in days if each in record.adherence]
    return Review(
        week=week,
        today=today,
        check_ins=sum(record.diary[each].check_ins for each in days if each in record.diary),
        asked=sum(each.counted > 0 for each in adherence),
        practised=sum(each.practised > 0 for each in adherence),
        excused=sum(each.prescribed > 0 and not each.counted for each in adherence),
        adherence=summed(adherence),
        changes={name: diary_change(record, name, [before], week) for name in SCALES_COMPARED},
        extremes=_extremes(record, days),
        flare_ups=tuple(each for each in record.flare_ups if any(each.covers(day, today) for day in days)),
        events=tuple(each for each in plan_events(record.prescriptions, record.exercises) if each.day in days),
        experiments=tuple(each for each in experiments if any(map(each.covers, days))),
        due=_due(record) if week[1] >= weeks.week_of(today) - _DAY else (),
    )


def _extremes(record: Record, days: Iterable[date]) -> tuple[PainOfDays, PainOfDays] | None:
    noted = {day: pain for day in days if day in record.diary and (pain := record.diary[day].pain) is not None}
    if len(noted) < FEWEST_DAYS or len(set(noted.values())) == 1:
        return None

    def of(pain: float) -> PainOfDays:
        return PainOfDays(pain, tuple(day for day in noted if noted[day] == pain))

    return of(min(noted.values())), of(max(noted.values()))


def _due(record: Record) -> tuple[Measure, ...]:
    return tuple(each for each in record.measures if is_due(each, record.results.get(each.id, ()), record.today))
