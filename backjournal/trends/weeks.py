"""The weeks of the journal: scales, flare-ups, adherence and changes of the plan; gaps remain visible."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from backjournal.days import days_between
from backjournal.model.dates import Days
from backjournal.model.diary_values import SCALES
from backjournal.model.frozen import dataclass, field
from backjournal.plan.adherence import Adherence, summed
from backjournal.plan.span import Span
from backjournal.plan.tally import Tally, tallied, tally_of
from backjournal.trends.blocks import block_size, blocks
from backjournal.trends.flare_up_days import flare_up_days
from backjournal.trends.plan_events import PlanEvent, plan_events
from backjournal.trends.record import Record
from backjournal.trends.week_sum import WeekSum, scale_spans


@dataclass(frozen=True, slots=True)
class Week:
    """One week, or several that `merged` has joined."""

    first_day: date
    last_day: date
    """Included."""

    check_ins: int = 0
    """How many check-ins its days have."""

    spans: Mapping[str, Span] = field(default_factory=dict)
    """The scales of the check-ins by field, without the scales that have no value."""

    flare_up_days: int = 0
    """How many of its days belong to a flare-up."""

    adherence: Adherence = field(default_factory=Adherence)
    tally: Tally = field(default_factory=Tally)
    events: tuple[PlanEvent, ...] = ()
    """The changes of the plan, oldest first."""

    length: int = 1
    """How many weeks it consists of; 1 unless `merged` has joined several."""

    @property
    def pain(self) -> Span | None:
        """The pain of its days; None if not noted."""
        return self.spans.get("pain")

    @property
    def mobility(self) -> Span | None:
        """The mobility of its days; None if not noted."""
        return self.spans.get("mobility")


# Cached because two graphs are drawn from the same weeks.
@lru_cache(maxsize=1)
def weeks(record: Record, first: date, last: date) -> tuple[Week, ...]:
    """Return every whole week that touches first to last, the oldest first; days after today do not count.

    A week in which nothing was noted is included, with no spans.
    """
    starts = record.settings.weeks
    whole = tuple(starts.between(first, last))
    flared = flare_up_days(record.flare_ups, whole[0][0], min(whole[-1][1], record.today))
    events: dict[date, list[PlanEvent]] = {}
    for event in plan_events(record.prescriptions, record.exercises):
        events.setdefault(starts.week_of(event.day), []).append(event)
    return tuple(_week(record, days, flared, events.get(days[0], ())) for days in whole)


def add_up_weeks(record: Record) -> None:
    """Add up the days of every week that a record has, so that the weeks are there at once when they are looked at."""
    earliest = record.earliest
    if earliest:
        for whole in record.settings.weeks.between(max(earliest, record.since), record.today):
            _sum(record, whole)


def merged(weeks: Sequence[Week], most: int) -> tuple[Week, ...]:
    """Join neighbouring weeks into equal blocks, so that at most `most` (1 or more) remain.

    Only the oldest block may have fewer weeks than the others. Means are weighted by their number of days.
    """
    size = block_size(len(weeks), most)
    return tuple(weeks) if size == 1 else tuple(_joined(weeks[block]) for block in blocks(len(weeks), size))


def in_several_years(weeks: Sequence[Week]) -> bool:
    """Return whether the weeks begin in more than one year, so that labels need the year."""
    return bool(weeks) and weeks[0].first_day.year != weeks[-1].first_day.year


def _week(record: Record, whole: Days, flared: frozenset[date], events: Iterable[PlanEvent]) -> Week:
    first_day, last_day = whole
    of_days = _sum(record, whole)
    return Week(
        first_day=first_day,
        last_day=last_day,
        check_ins=of_days.check_ins,
        spans=of_days.spans,
        flare_up_days=sum(day in flared for day in days_between(first_day, last_day)) if flared else 0,
        adherence=of_days.adherence,
        tally=of_days.tally,
        events=tuple(event for event in events if event.day <= record.today),
    )


def _sum(record: Record, whole: Days) -> WeekSum:
    """Return what the days of a week come to, and keep it with the record if that has all of its days."""
    first_day, last_day = whole
    kept = record.week_sums.get(first_day)
    if kept is not None:
        return kept
    today, days = record.today, tuple(days_between(first_day, min(last_day, record.today)))
    noted = [record.diary[day] for day in days if day in record.diary]
    found = WeekSum(
        check_ins=sum(day.check_ins for day in noted),
        spans=scale_spans(noted),
        adherence=summed(record.adherence[day] for day in days if day in record.adherence),
        tally=tallied(
            tally_of(record.checklists[day], day_is_over=day < today) for day in days if day in record.checklists
        ),
    )
    if first_day >= record.since:
        record.week_sums[first_day] = found
    return found


def _joined(weeks: Sequence[Week]) -> Week:
    names = [scale.name for scale in SCALES]
    spans = {name: [week.spans[name] for week in weeks if name in week.spans] for name in names}
    return Week(
        first_day=weeks[0].first_day,
        last_day=weeks[-1].last_day,
        check_ins=sum(week.check_ins for week in weeks),
        spans={name: _joined_span(parts) for name, parts in spans.items() if parts},
        flare_up_days=sum(week.flare_up_days for week in weeks),
        adherence=summed(week.adherence for week in weeks),
        tally=tallied(week.tally for week in weeks),
        events=tuple(event for week in weeks for event in week.events),
        length=sum(week.length for week in weeks),
    )


def _joined_span(spans: Sequence[Span]) -> Span:
    n = sum(span.n for span in spans)
    return Span(
        n=n,
        mean=sum(span.mean * span.n for span in spans) / n,
        low=min(span.low for span in spans),
        high=max(span.high for span in spans),
    )
