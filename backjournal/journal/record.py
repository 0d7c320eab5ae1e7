"""Reading the record of a journal, from which all trends are computed; of one that was read before, only the changes.

What is read is fetched first and computed later, so that a transaction around the fetching keeps no writer waiting.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TypeVar

from backjournal.model.dates import Days
from backjournal.model.diary_values import SCALES
from backjournal.model.frozen import dataclass, replace
from backjournal.model.practices import Practice
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.plan.adherence import adherence_by_day
from backjournal.plan.checklist import checklists
from backjournal.plan.shared_checklists import shared
from backjournal.store.history import Mark, Touched
from backjournal.store.store import Store
from backjournal.trends.baseline import baseline_begins, first_weeks
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.record import ALWAYS, Record
from backjournal.trends.week_sum import WeekSum

_DAY = timedelta(days=1)
_SMALL = frozenset({"flare_ups", "exercises", "prescriptions", "measures", "results"})
"""The tables that are read as a whole."""

_READ = _SMALL | {"check_ins", "marks", "practices"}
"""All tables that a record is read from, but for the settings."""

_OfDay = TypeVar("_OfDay")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Kept:
    """A record with the place in the history up to which it is right."""

    record: Record
    mark: Mark


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fetched:
    """What was fetched for a record: all that is not among the days that are kept of the record before."""

    kept: Kept
    """The new record, but with the diary and the checklists of the one before."""

    diary: tuple[tuple[Days, Mapping[date, DiaryDay]], ...]
    """The spans of days whose diary was read, with what they have."""

    practices: tuple[tuple[Days, tuple[Practice, ...]], ...]
    """The spans of days whose checklists are to be made, with their practices from the beginning of the week on."""

    head: Mapping[date, DiaryDay]
    """The days of the diary before `record.since` that every record has."""

    is_same: bool = False
    """Whether the record is the one before, because nothing that it is read from has changed."""


def journal_record(store: Store, today: date, since: date = date.min) -> Record:
    """Return the record of a journal up to today: the whole, or one that has every day since one of them.

    Raises:
        JournalError: the journal cannot be read.
    """
    return renewed(fetch_record(store, today, since)).record


def fetch_record(store: Store, today: date, since: date, kept: Kept | None = None) -> Fetched:
    """Fetch what a record needs that has every day since a day, or since an earlier one if the kept record has that.

    Raises:
        JournalError: the journal cannot be read.
    """
    settings, mark = store.settings.get(), store.history.latest()
    touched = store.history.since(kept.mark) if kept and _goes_on(kept.record, settings, today) else None
    if kept is None or touched is None:
        before, touched = Record(today, since=date.max), Touched(_SMALL)
    else:
        before = kept.record
        if (
            not touched.tables & _READ
            and (today, settings) == (before.today, before.settings)
            and before.since <= since
        ):
            return Fetched(Kept(before, mark), (), (), {}, is_same=True)
    record = _with_small_tables(store, replace(before, today=today, settings=settings), touched)
    record = replace(record, since=_first_to_read(store, record, min(before.since, since)))
    older = [] if record.since == before.since else [(record.since, before.since - _DAY)]
    diary = [*older, *_within(touched.noted, before.since)]
    practices = [*_until(older, today), *_within(_changed_checklists(touched, before, record), before.since)]
    return Fetched(
        kept=Kept(record, mark),
        diary=tuple((span, store.diary_days.between(*span)) for span in diary),
        practices=tuple((span, _practices(store, record, span)) for span in practices),
        head={} if record.whole else _head(store, record),
    )


def renewed(fetched: Fetched) -> Kept:
    """Return the record that was fetched, computed only where it differs from the one that was kept."""
    if fetched.is_same:
        return fetched.kept
    record, diary = fetched.kept.record, fetched.kept.record.diary
    for span, days in fetched.diary:
        diary = _replaced(diary, span, days)
    lists, adherence = record.checklists, record.adherence
    for (first, last), practices in fetched.practices:
        begin, plan = max(first, _plan_begins(record)), (record.exercises, record.prescriptions)
        made = shared(checklists(begin, last, *plan, practices, record.settings.weeks) if begin <= last else {})
        lists = _replaced(lists, (first, last), made)
        adherence = _replaced(adherence, (first, last), adherence_by_day(made, record.today))
    if not record.whole:
        diary = {**fetched.head, **{day: noted for day, noted in diary.items() if day >= record.since}}
    changed = [span for span, _ in (*fetched.diary, *fetched.practices)]
    sums = _untouched(record.week_sums, changed, record.settings.weeks)
    made_anew = replace(record, diary=diary, checklists=lists, adherence=adherence, week_sums=sums)
    return replace(fetched.kept, record=made_anew)


def _untouched(sums: dict[date, WeekSum], changed: list[Days], weeks: WeekStarts) -> dict[date, WeekSum]:
    """Return the sums of the weeks of which no day has changed."""
    # Copied, because a view may be adding to them in another thread.
    return {
        first_day: week
        for first_day, week in sums.copy().items()
        if not any(first <= weeks.last_of(first_day) and first_day <= last for first, last in changed)
    }


def _goes_on(record: Record, settings: Settings, today: date) -> bool:
    return record.settings.weeks == settings.weeks and record.today <= today


def _with_small_tables(store: Store, record: Record, touched: Touched) -> Record:
    tables = touched.tables
    if tables & {"exercises", "prescriptions"}:
        record = replace(record, exercises=store.plan.exercises(), prescriptions=store.plan.prescriptions())
    if "flare_ups" in tables:
        record = replace(record, flare_ups=store.diary.flare_ups())
    if "measures" in tables:
        record = replace(record, measures=store.measures.chosen())
    # A measure that can be read again has its results again.
    again = tables & {"measures", "results"}
    return replace(record, results=store.measures.results_by_measure()) if again else record


def _first_to_read(store: Store, record: Record, since: date) -> date:
    """Return the first day of the week of a day, or `date.min` if nothing is older."""
    if since == date.min:
        return since
    first = record.settings.weeks.week_of(min(since, record.today - ALWAYS))
    return date.min if first <= min(_plan_begins(record), store.diary.first_day() or date.max) else first


def _plan_begins(record: Record) -> date:
    """Return the first day of the plan; `date.max` if there has never been one."""
    return min((prescription.first_day for prescription in record.prescriptions), default=date.max)


def _practices(store: Store, record: Record, span: Days) -> tuple[Practice, ...]:
    """Return the practices of a span, and of the days before it in its first week."""
    begin = max(span[0], _plan_begins(record))
    return store.practices.between(record.settings.weeks.week_of(begin), span[1]) if begin <= span[1] else ()


def _changed_checklists(touched: Touched, before: Record, record: Record) -> Days | None:
    """Return the days between which checklists have to be made again; None without any."""
    weeks, spans = record.settings.weeks, []
    if touched.practised:
        # A practice changes how often the rest of its week asks for the exercise.
        spans.append((touched.practised[0], weeks.last_of(weeks.week_of(touched.practised[1]))))
    if touched.plan_from and touched.plan_from <= weeks.last_of(weeks.week_of(record.today)):
        spans.append((weeks.week_of(touched.plan_from), record.today))
    if before.today < record.today:
        spans.append((before.today, record.today))
    if not spans:
        return None
    return min(first for first, _ in spans), min(max(last for _, last in spans), record.today)


def _within(span: Days | None, since: date) -> Iterator[Days]:
    if span and span[1] >= since:
        yield max(span[0], since), span[1]


def _until(spans: list[Days], today: date) -> Iterator[Days]:
    return ((first, min(last, today)) for first, last in spans if first <= today)


def _head(store: Store, record: Record) -> dict[date, DiaryDay]:
    """Return the days of the diary that a record has before those since which it has every day."""
    last, begin = record.since - _DAY, baseline_begins(record.settings)
    first = store.diary.first_day() or record.since
    spans = {(first, first)} if first <= last else set()
    for scale in SCALES:
        noted = store.diary_days.with_value(scale.name, begin, min(last, record.today))
        spans |= set(first_weeks(noted, record.settings.weeks))
    days = {day: noted for span in spans for day, noted in store.diary_days.between(*span).items()}
    return {day: days[day] for day in sorted(days)}


def _replaced(kept: Mapping[date, _OfDay], span: Days, days: Mapping[date, _OfDay]) -> dict[date, _OfDay]:
    """Return the days with those of a span replaced, in their order."""
    first, last = span
    return {
        **{day: of_day for day, of_day in kept.items() if day < first},
        **days,
        **{day: of_day for day, of_day in kept.items() if day > last},
    }
