"""Adherence: the checklist of a day, the share that was practised of it, and the same share computed a second time."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import EXCUSES, Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.adherence import Adherence, adherence_by_day, adherence_of, summed
from backjournal.plan.checklist import Checklist, ChecklistItem, checklists

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 20)
EXERCISES = {
    "walk": Exercise("walk", "Walking", Category.AEROBIC),
    "bird": Exercise("bird", "Bird-dog", Category.STABILIZATION),
    "knee": Exercise("knee", "Knee to chest", Category.STRETCHING),
}


def prescription(  # the dose is 4 sets, so that a share is easy to compute
    id_: str,
    exercise: str = "bird",
    first: date = MONDAY,
    last: date | None = None,
    schedule: str = "daily",
    position: int = 0,
) -> Prescription:
    return Prescription(id_, exercise, Dose(sets=4, repetitions=10), Schedule.parse(schedule), first, last, position)


def practice(id_: str, status: Status = Status.DONE, amount: int = 0, reason: str = "", day: date = MONDAY) -> Practice:
    return Practice(id_, day, status, amount, reason=reason)


def item(given_practice: Practice | None) -> ChecklistItem:
    return ChecklistItem(EXERCISES["bird"], prescription("a"), given_practice)


def skipped(reason: str) -> ChecklistItem:
    return item(practice("a", Status.SKIPPED, reason=reason))


def checklist(day: date, plan: Iterable[Prescription], done: Iterable[Practice] = ()) -> Checklist:
    return checklists(day, day, EXERCISES, plan, done, MONDAY_WEEKS)[day]


def adherence(
    first: date, last: date, today: date, plan: Iterable[Prescription], done: Iterable[Practice]
) -> dict[date, Adherence]:
    return adherence_by_day(checklists(first, last, EXERCISES, plan, done, MONDAY_WEEKS), today)


DONE = item(practice("a"))
OPEN = item(None)
HALF = item(practice("a", Status.PARTIAL, 2))


@pytest.mark.parametrize(
    ("checked", "share", "progress", "excused"),
    [
        (OPEN, 0.0, "", False),
        (DONE, 1.0, "", False),
        (HALF, 0.5, "2 of 4", False),
        (item(practice("a", Status.PARTIAL, 9)), 1.0, "9 of 4", False),
        (skipped("no time"), 0.0, "", False),
        (skipped("the cat"), 0.0, "", False),
        *((skipped(reason), 0.0, "", True) for reason in EXCUSES),
    ],
)
def test_an_item_has_its_share(checked: ChecklistItem, share: float, progress: str, excused: bool) -> None:
    assert (checked.share, checked.progress, checked.excused) == (share, progress, excused)


def test_a_checklist_goes_by_category_and_then_by_the_order_of_the_plan() -> None:
    plan = [
        prescription("late", "bird", position=2),
        prescription("early", "bird", position=1),
        prescription("walk", "walk", position=0),
        prescription("knee", "knee", position=9),
    ]
    items = checklist(MONDAY, plan, [practice("early")])
    assert [one.prescription.id for one in items] == ["knee", "walk", "early", "late"]
    assert [one.practice for one in items] == [None, None, practice("early"), None]


@pytest.mark.parametrize(
    ("plan", "day", "asked"),
    [
        (prescription("a"), MONDAY - timedelta(1), False),
        (prescription("a"), MONDAY, True),
        (prescription("a", last=MONDAY), MONDAY, True),
        (prescription("a", last=MONDAY), MONDAY + timedelta(1), False),
        (prescription("a", schedule="tue fri"), MONDAY, False),
        (prescription("a", schedule="tue fri"), MONDAY + timedelta(1), True),
    ],
)
def test_a_checklist_holds_what_the_plan_asks_for_on_the_day(plan: Prescription, day: date, asked: bool) -> None:
    assert len(checklist(day, [plan])) == asked


def test_what_was_practised_beyond_the_plan_is_on_the_checklist_of_its_day_only() -> None:
    plan, done = [prescription("a", schedule="tue")], [practice("a")]
    assert [one.practice for one in checklist(MONDAY, plan, done)] == done
    assert checklist(MONDAY + timedelta(2), plan, done) == ()


def test_a_skip_on_a_day_that_is_not_asked_for_misses_nothing() -> None:
    plan, no_time = [prescription("a", schedule="tue")], practice("a", Status.SKIPPED, reason="no time")
    assert adherence_of(checklist(MONDAY, plan, [no_time])) == Adherence()


@pytest.mark.parametrize(
    ("items", "expected", "share"),
    [
        ([], Adherence(), None),
        ([OPEN], Adherence(1, 0.0), 0.0),
        ([DONE, OPEN], Adherence(2, 1.0), 0.5),
        ([DONE, HALF], Adherence(2, 1.5), 0.75),
        ([DONE, skipped("flare-up")], Adherence(2, 1.0, 1), 1.0),
        ([DONE, skipped("no time")], Adherence(2, 1.0), 0.5),
        ([skipped("rest"), skipped("travel")], Adherence(2, 0.0, 2), None),
    ],
)
def test_excused_exercises_leave_the_denominator(
    items: list[ChecklistItem], expected: Adherence, share: float | None
) -> None:
    assert adherence_of(items) == expected
    assert expected.share == share


def test_what_is_still_open_today_does_not_count_yet() -> None:
    items = [DONE, OPEN, skipped("no time"), skipped("rest")]
    assert adherence_of(items, day_is_over=False) == Adherence(3, 1.0, 1)
    assert adherence_of([OPEN], day_is_over=False).share is None


def test_the_past_misses_what_is_open_and_today_waits_for_it() -> None:
    found = adherence(TODAY - timedelta(1), TODAY + timedelta(9), TODAY, [prescription("a")], [])
    assert found == {TODAY - timedelta(1): Adherence(1, 0.0), TODAY: Adherence()}


def test_a_changed_dose_leaves_the_past_as_it_was() -> None:
    old = prescription("old", last=MONDAY)
    new = Prescription("new", "bird", Dose(sets=8, repetitions=10), Schedule(), MONDAY + timedelta(1))
    half = [practice(id_, Status.PARTIAL, 2, day=day) for id_, day in (("old", MONDAY), ("new", MONDAY + timedelta(1)))]
    found = adherence(MONDAY, MONDAY + timedelta(1), TODAY, [old, new], half)
    assert [of_day.practised for of_day in found.values()] == [0.5, 0.25]


def test_days_are_added_up_by_exercises_and_not_by_shares() -> None:
    together = summed([Adherence(1, 1.0), Adherence(9, 0.0), Adherence(2, 0.0, 2)])
    assert together == Adherence(12, 1.0, 2)
    assert (together.share, together.counted) == (0.1, 10)
    assert summed([]) == Adherence()


PLAN = (
    prescription("a", "walk", MONDAY - timedelta(3), schedule="mon wed fri"),
    prescription("b", "bird", MONDAY, MONDAY + timedelta(2)),
    prescription("c", "knee", MONDAY + timedelta(1), schedule="tue sat"),
)
DAYS = [MONDAY + timedelta(number) for number in range(-5, 10)]


@st.composite
def practices(draw: st.DrawFn) -> list[Practice]:
    keys = draw(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(DAYS)), unique=True))
    return [draw(practices_of(id_, day)) for id_, day in keys]


def practices_of(id_: str, day: date) -> st.SearchStrategy[Practice]:
    return st.one_of(
        st.just(practice(id_, day=day)),
        st.integers(0, 6).map(lambda amount: practice(id_, Status.PARTIAL, amount, day=day)),
        st.sampled_from([*EXCUSES, "no time"]).map(
            lambda reason: practice(id_, Status.SKIPPED, reason=reason, day=day)
        ),
    )


def second_computation(day: date, today: date, done: list[Practice]) -> tuple[int, float]:
    """Compute the numerator and the denominator of a day from the words of the definition."""
    counted, practised = 0, 0.0
    for one in PLAN:
        found = [row for row in done if row.prescription_id == one.id and row.day == day]
        due = one.first_day <= day <= (one.last_day or day) and day.weekday() in one.schedule.weekdays
        if not found:
            counted += due and day < today
        elif found[0].reason not in EXCUSES:
            counted += due or found[0].status is not Status.SKIPPED
            # What is done of what was not asked for counts whole.
            part = min(found[0].amount / 4, 1.0) if due else 1.0
            practised += {"done": 1.0, "partial": part, "skipped": 0.0}[found[0].status]
    return counted, practised


@given(practices(), st.sampled_from(DAYS))
def test_every_day_agrees_with_a_second_computation(done: list[Practice], today: date) -> None:
    found = adherence(DAYS[0], DAYS[-1], today, PLAN, done)
    assert list(found) == [day for day in DAYS if day <= today]
    for day, of_day in found.items():
        counted, practised = second_computation(day, today, done)
        assert of_day.counted == counted
        assert of_day.practised == pytest.approx(practised)
        assert of_day.share == (pytest.approx(practised / counted) if counted else None)


@given(practices())
def test_a_share_lies_between_nothing_and_everything(done: list[Practice]) -> None:
    share = summed(adherence(DAYS[0], DAYS[-1], TODAY, PLAN, done).values()).share
    assert share is None or 0 <= share <= 1


@given(practices(), st.sampled_from(EXCUSES))
def test_pausing_for_a_reason_never_lowers_the_share(done: list[Practice], reason: str) -> None:
    before = summed(adherence(DAYS[0], DAYS[-1], TODAY, PLAN, done).values())
    kept = [row for row in done if row.day != MONDAY or row.status is not Status.SKIPPED]
    open_ids = {one.id for one in PLAN if one.asks_on(MONDAY)} - {
        row.prescription_id for row in kept if row.day == MONDAY
    }
    paused = [*kept, *(practice(id_, Status.SKIPPED, reason=reason) for id_ in open_ids)]
    after = summed(adherence(DAYS[0], DAYS[-1], TODAY, PLAN, paused).values())
    if before.share is not None and after.share is not None:
        assert after.share >= before.share
