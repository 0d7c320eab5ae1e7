"""The state of the Today, Diary and Plan panes: one immutable object for each pane, read from the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from backjournal.journal.practice_session import stopwatch_items
from backjournal.journal.signs import journal_signs
from backjournal.library.red_flags import Urgency, most_urgent
from backjournal.model.about_you import AboutYou
from backjournal.model.check_ins import CheckIn
from backjournal.model.experiments import Experiment, told_on
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.model.prescriptions import PlanFacts
from backjournal.plan.checklist import Checklist, ChecklistItem
from backjournal.plan.entries import PlanEntry
from backjournal.plan.signs import StandingSign
from backjournal.store.answers import EASING
from backjournal.store.store import Store
from backjournal.tui.widgets.signs import STRIP_DAYS, sign_of


@dataclass(frozen=True, slots=True)
class DayState:
    """What the Today pane shows: one day of the journal."""

    today: date
    day: date
    """The day that is shown: today or an earlier day."""
    items: tuple[ChecklistItem, ...] = ()
    extras: Checklist = ()
    """The exercises of the plan that the day does not ask for, and that were not practised on it."""
    strips: Mapping[str, str] = field(default_factory=dict)
    """By the id of the exercise, one sign for each of the last `STRIP_DAYS` days up to `day`, oldest first."""
    check_ins: tuple[CheckIn, ...] = ()
    """The check-ins of `day`, newest first."""
    latest: CheckIn | None = None
    """The newest check-in on `day` or before; None if there is none."""
    flare_up: FlareUp | None = None
    """The flare-up that covers `day`; None if there is none."""
    plan_begins: date | None = None
    """The first day of the first prescription; None if there has never been one."""
    offers_easing: bool = False
    """Whether today is shown, lies in a flare-up, and the person has not yet chosen which exercises to keep."""
    timed: Mapping[str, bool] = field(default_factory=dict)
    """By the id of each exercise with a stopwatch, whether it runs; today also those started on an earlier day."""
    signs: tuple[StandingSign, ...] = ()
    """The signs that stand today, the most urgent first."""
    experiment: Experiment | None = None
    """The experiment to tell of on `day`; None if there is none."""

    @property
    def new_journal(self) -> bool:
        """Whether there has never been a plan."""
        return self.plan_begins is None

    def sign_of(self, item: ChecklistItem) -> str:
        """Return the sign of an exercise on the day."""
        return sign_of(item, day_is_over=self.day < self.today)

    def item(self, prescription_id: str) -> ChecklistItem | None:
        """Return the item of a prescription; None if the day does not list it."""
        return next((item for item in self.items if item.prescription.id == prescription_id), None)


@dataclass(frozen=True, slots=True)
class DiaryState:
    """What the Diary pane shows: the newest check-ins that match the search."""

    today: date
    check_ins: tuple[CheckIn, ...] = ()
    """Newest first."""
    flare_ups: tuple[FlareUp, ...] = ()
    search: str = ""
    """The text that is searched for; empty if all check-ins are shown."""
    more: bool = False
    """Whether there are older check-ins that are not loaded yet."""
    found: int | None = None
    """How many check-ins match the search; None while there are more that were not counted yet."""
    about_you: AboutYou = field(default_factory=AboutYou)
    urgencies: Mapping[str, Urgency] = field(default_factory=dict)
    """How urgent the most urgent sign of a check-in is, by its id, of those that have one."""

    @property
    def is_searched(self) -> bool:
        """Whether the search has a word."""
        return bool(self.search.strip())

    def in_flare_up(self, day: date) -> bool:
        """Return whether a day belongs to a flare-up."""
        return flare_up_on(self.flare_ups, day, self.today) is not None


@dataclass(frozen=True, slots=True)
class PlanState:
    """What the Plan pane shows, apart from the figures of the plan."""

    today: date
    entries: tuple[PlanEntry, ...] = ()
    """The prescriptions in force today or later, by category and within it in the order of the plan."""
    facts: PlanFacts = field(default_factory=PlanFacts)


def read_day(store: Store, day: date, today: date) -> DayState:
    """Return the state of the Today pane for a day."""
    first = day - timedelta(days=STRIP_DAYS - 1)
    days, check_ins = store.checklists(first, day), store.diary.check_ins(day, day)
    flare_up = flare_up_on(store.diary.flare_ups(), day, today)
    latest = check_ins or store.diary.check_ins(last=day, limit=1)
    return DayState(
        today=today,
        day=day,
        items=days[day],
        extras=store.extras(day, days[day]),
        strips=_strips(days, today),
        check_ins=check_ins,
        latest=latest[0] if latest else None,
        flare_up=flare_up,
        timed=_timed(store, day, today),
        signs=journal_signs(store, today),
        experiment=told_on(store.experiments.all(), day, today),
        offers_easing=day == today and flare_up is not None and store.answers.all().get(EASING) != today,
        plan_begins=store.plan.begins(),
    )


def with_item(state: DayState, item: ChecklistItem) -> DayState:
    """Return the state of a day with one of its items renewed, where only the practice of that item has changed."""
    items = tuple(item if each.prescription.id == item.prescription.id else each for each in state.items)
    exercise_id = item.exercise.id
    shown = {each.exercise.id: each for each in items}[exercise_id]
    strip = state.strips[exercise_id][:-1] + state.sign_of(shown)
    return replace(state, items=items, strips={**state.strips, exercise_id: strip})


def read_diary(store: Store, today: date, search: str, limit: int) -> DiaryState:
    """Return the state of the Diary pane: the newest `limit` check-ins that match the search."""
    found = store.diary.check_ins(search=search, limit=limit + 1)
    more = len(found) > limit
    return DiaryState(
        today,
        found[:limit],
        flare_ups=store.diary.flare_ups(),
        search=search,
        more=more,
        found=None if more else len(found),
        about_you=store.settings.get().about_you,
        urgencies=_urgencies(store, found),
    )


def _urgencies(store: Store, newest_first: Sequence[CheckIn]) -> Mapping[str, Urgency]:
    # Read rather than heard again: hearing the notes of a hundred check-ins takes longer than all else of a search.
    if not newest_first:
        return {}
    signs = store.diary.signs(newest_first[-1].day, newest_first[0].day)
    return {row_id: most_urgent(words) for row_id, words in signs.items()}


def read_plan(store: Store, today: date) -> PlanState:
    """Return the state of the Plan pane."""
    return PlanState(today, store.plan.entries(today), store.plan.facts())


def _timed(store: Store, day: date, today: date) -> Mapping[str, bool]:
    items = stopwatch_items(store)
    running = {one.prescription_id for one in store.stopwatches.all() if one.running_since} if items else ()
    return {
        exercise_id: item.prescription.id in running
        for exercise_id, (item, started) in items.items()
        if day in {started, today}
    }


def _strips(days: Mapping[date, Checklist], today: date) -> Mapping[str, str]:
    """Return, for each exercise by its id, a sign for each day."""
    strips = dict.fromkeys((item.exercise.id for items in days.values() for item in items), "")
    for day, items in days.items():
        by_exercise = {item.exercise.id: item for item in items}
        for exercise_id in strips:
            strips[exercise_id] += sign_of(by_exercise.get(exercise_id), day_is_over=day < today)
    return strips
