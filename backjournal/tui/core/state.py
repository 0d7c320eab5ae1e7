"""What the panes show, read from the store: one immutable value for each pane."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from backjournal.journal.practice_session import stopwatch_items
from backjournal.model.check_ins import CheckIn
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.model.prescriptions import PlanFacts
from backjournal.plan.checklist import Checklist, ChecklistItem
from backjournal.plan.entries import PlanEntry
from backjournal.store.answers import EASING
from backjournal.store.store import Store
from backjournal.tui.widgets.signs import STRIP_DAYS, sign_of


@dataclass(frozen=True, slots=True)
class DayState:
    """The day that the Today pane shows; `strips` holds each exercise's last days as signs.

    `timed` tells of the exercises with a stopwatch, by id, whether it runs; today also of one of an earlier day.
    `offers_easing` tells that a flare-up is open today and it was not yet chosen what is kept of the exercises.
    """

    today: date
    day: date
    items: tuple[ChecklistItem, ...] = ()
    strips: Mapping[str, str] = field(default_factory=dict)
    check_ins: tuple[CheckIn, ...] = ()
    latest: CheckIn | None = None
    flare_up: FlareUp | None = None
    plan_begins: date | None = None
    offers_easing: bool = False
    timed: Mapping[str, bool] = field(default_factory=dict)

    @property
    def new_journal(self) -> bool:
        """Tell whether there has never been a plan."""
        return self.plan_begins is None


@dataclass(frozen=True, slots=True)
class DiaryState:
    """The check-ins that the Diary pane shows, newest first; `more` tells that older ones wait."""

    today: date
    check_ins: tuple[CheckIn, ...] = ()
    flare_ups: tuple[FlareUp, ...] = ()
    search: str = ""
    more: bool = False

    def in_flare_up(self, day: date) -> bool:
        """Tell whether a day belongs to a flare-up."""
        return flare_up_on(self.flare_ups, day, self.today) is not None


@dataclass(frozen=True, slots=True)
class PlanState:
    """The prescriptions in force today or later, in the order of the plan, and what is said of the plan."""

    today: date
    entries: tuple[PlanEntry, ...] = ()
    facts: PlanFacts = field(default_factory=PlanFacts)


def read_day(store: Store, day: date, today: date) -> DayState:
    """Return what the Today pane shows for a day."""
    first = day - timedelta(days=STRIP_DAYS - 1)
    days, prescriptions = store.checklists(first, day), store.plan.prescriptions()
    flare_up = flare_up_on(store.diary.flare_ups(), day, today)
    latest = store.diary.check_ins(last=day, limit=1)
    return DayState(
        today=today,
        day=day,
        items=days[day],
        strips=_strips(days),
        check_ins=store.diary.check_ins(day, day),
        latest=latest[0] if latest else None,
        flare_up=flare_up,
        timed=_timed(store, day, today),
        offers_easing=day == today and flare_up is not None and store.answers.all().get(EASING) != today,
        plan_begins=min((prescription.first_day for prescription in prescriptions), default=None),
    )


def read_diary(store: Store, today: date, search: str, limit: int) -> DiaryState:
    """Return what the Diary pane shows: the newest check-ins that a search finds."""
    found = store.diary.check_ins(search=search, limit=limit + 1)
    return DiaryState(today, found[:limit], store.diary.flare_ups(), search, len(found) > limit)


def read_plan(store: Store, today: date) -> PlanState:
    """Return what the Plan pane shows at once, by category and within it in the order of the plan."""
    return PlanState(today, store.plan.entries(today), store.plan.facts())


def _timed(store: Store, day: date, today: date) -> Mapping[str, bool]:
    running = {stopwatch.prescription_id for stopwatch in store.stopwatches.all() if stopwatch.running_since}
    return {
        exercise_id: item.prescription.id in running
        for exercise_id, (item, started) in stopwatch_items(store).items()
        if day in {started, today}
    }


def _strips(days: Mapping[date, Checklist]) -> Mapping[str, str]:
    """Return the days of each exercise as signs, the last one as it stands."""
    last = max(days)
    strips = dict.fromkeys((item.exercise.id for items in days.values() for item in items), "")
    for day, items in days.items():
        by_exercise = {item.exercise.id: item for item in items}
        for exercise_id in strips:
            strips[exercise_id] += sign_of(by_exercise.get(exercise_id), day_is_over=day < last)
    return strips
