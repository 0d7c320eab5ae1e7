"""The made-up data: believable, of every kind that a journal holds, and the same each time."""

import itertools
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backjournal.days import days_between
from backjournal.demo import DAYS, make_demo
from backjournal.demo.check_ins import check_ins
from backjournal.demo.diarist import LAST, Diarist, diarist_until
from backjournal.journal.plan_figures import journal_suggestions
from backjournal.journal.record import journal_record
from backjournal.journal.signs import journal_signs
from backjournal.model.better import Better
from backjournal.model.check_ins import CheckIn
from backjournal.model.marks import MarkKind
from backjournal.model.practices import SKIP_REASONS, Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.settings import DEFAULT_PAIN_LIMIT
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.adherence import adherence_by_day, summed
from backjournal.plan.history import histories
from backjournal.plan.progress import Kind, suggestion_of
from backjournal.store.store import Store
from backjournal.trends.associations import find_associations
from backjournal.trends.due import is_due
from backjournal.trends.factors import FactorKind
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.user_actions import visible
from tests.helpers.values import TODAY

FIRST = TODAY - timedelta(days=DAYS - 1)


@contextmanager
def demo_on(day: date) -> Iterator[Store]:
    """Open a journal with the made-up data up to a day; it is the morning of that day."""
    clock = ManualClock(datetime.combine(day, time(9, 30), BERLIN))
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Store.open(Path(folder) / "journal.db", clock)) as store,
    ):
        make_demo(store, day)
        yield store


@pytest.fixture(scope="module")
def demo() -> Iterator[Store]:
    """Return a journal with the made-up data, which the tests only read."""
    with demo_on(TODAY) as store:
        yield store


def practised(store: Store) -> list[Practice]:
    """Return what was practised, in full or in part, by day."""
    return [known for known in store.practices.between(FIRST, TODAY) if known.status is not Status.SKIPPED]


def phases(store: Store, exercise_id: str) -> list[Prescription]:
    """Return the prescriptions of an exercise by day."""
    found = (known for known in store.plan.prescriptions() if known.exercise_id == exercise_id)
    return sorted(found, key=lambda known: known.first_day)


def week(store: Store, number: int) -> tuple[CheckIn, ...]:
    """Return the check-ins of a week, counted from 0."""
    first = FIRST + timedelta(weeks=number)
    return store.diary.check_ins(first, first + timedelta(days=6))


def mean_of(check_ins: tuple[CheckIn, ...], scale: str) -> float:
    """Return the mean of a scale."""
    values: list[int] = [value for check_in in check_ins if (value := getattr(check_in, scale)) is not None]
    return mean(values)


@pytest.mark.slow
def test_the_same_data_each_time(tmp_path: Path, clock: ManualClock) -> None:
    seen = []
    for name in ("once", "again"):
        with closing(Store.open(tmp_path / name, clock, new_id=map(str, itertools.count()).__next__)) as store:
            make_demo(store, TODAY)
            seen.append(visible(store))
    assert seen[0] == seen[1]


@pytest.mark.slow
def test_a_believable_recovery(demo: Store) -> None:
    start, end = week(demo, 0) + week(demo, 1), week(demo, 24) + week(demo, 25)
    assert mean_of(start, "pain") == pytest.approx(6.2, abs=0.6)
    assert mean_of(end, "pain") == pytest.approx(2.5, abs=0.6)
    assert mean_of(start, "mobility") == pytest.approx(4.2, abs=0.6)
    assert mean_of(end, "mobility") == pytest.approx(7.8, abs=0.6)
    medicines = [sum(bool(c.words(MarkKind.MEDICINE)) for c in found) for found in (start, end)]
    assert medicines[0] > medicines[1]


def test_one_flare_up_with_excused_skips(demo: Store) -> None:
    (flare_up,) = demo.diary.flare_ups()
    assert flare_up.last_day is not None
    assert flare_up.last_day - flare_up.first_day == timedelta(days=8)
    before, during = week(demo, 13), demo.diary.check_ins(flare_up.first_day, flare_up.last_day)
    assert mean_of(during, "pain") > mean_of(before, "pain") + 1
    gentle = {exercise.name for exercise in demo.plan.exercises().values() if exercise.gentle}
    assert gentle == {"Knee rolls", "Walking"}
    items = [
        item
        for listed in demo.checklists(flare_up.first_day, flare_up.last_day).values()
        for item in listed
        if item.due
    ]
    kept = [item for item in items if item.exercise.gentle]
    assert all(item.practice and item.practice.reason == "flare-up" for item in items if not item.exercise.gentle)
    assert sum(item.share > 0 for item in kept) > len(kept) / 2


def test_gaps_and_missed_days(demo: Store) -> None:
    practices = demo.practices.between(FIRST, TODAY)
    noted = {check_in.day for check_in in demo.diary.check_ins()} | {practice.day for practice in practices}
    days = "".join("x" if day in noted else " " for day in days_between(FIRST, TODAY))
    assert max(map(len, days.split("x"))) == 8
    assert {practice.status for practice in practices} == set(Status)


def test_a_plan_that_says_whose_it_is_and_what_for(demo: Store) -> None:
    facts = demo.plan.facts()
    assert facts.aim
    assert "physiotherapist" in facts.prescribed_by
    assert facts.prescribed_on == FIRST
    assert len({known.exercise_id for known in demo.plan.prescriptions() if known.note}) >= 3
    (own,) = (exercise for exercise in demo.plan.exercises().values() if not exercise.source)
    assert own.how_to
    assert own.caution


def test_schedules_doses_and_phases_of_every_kind(demo: Store) -> None:
    plan = demo.plan.prescriptions()
    schedules = {str(known.schedule) for known in plan}
    assert {"daily", "4 a week", "every other day", "mon wed fri"} <= schedules
    in_force = [known for known in plan if known.in_force(TODAY)]
    assert any(known.dose.rest_seconds for known in in_force)
    assert any(known.dose.times_a_day == 2 for known in in_force)
    assert [known.last_day for known in in_force if known.last_day] == [TODAY + timedelta(days=14)]
    (to_come,) = (known for known in plan if known.first_day > TODAY)
    assert (to_come.exercise_id, to_come.first_day.weekday()) == ("front-plank", 0)
    asked = {known.id: known for known in plan}
    assert all(asked[known.prescription_id].asks_on(known.day) for known in demo.practices.between(FIRST, TODAY))


def test_walks_no_more_often_than_asked_for(demo: Store) -> None:
    walks = {known.id for known in phases(demo, "walking")}
    weeks = Counter(MONDAY_WEEKS.week_of(known.day) for known in practised(demo) if known.prescription_id in walks)
    assert max(weeks.values()) == 4


def test_guided_on_most_days_with_less_and_less_pain_during(demo: Store) -> None:
    practices, sides = practised(demo), {known.id: known.dose.sides for known in demo.plan.prescriptions()}
    guided = [known for known in practices if known.sets]
    assert len(practices) * 0.6 < len(guided) < len(practices)
    assert all({each.side for each in known.sets} == set(sides[known.prescription_id].in_turn) for known in guided)
    assert sum(known.status is Status.PARTIAL for known in guided) > 20
    pains = [known.pain_during for known in practices if known.pain_during is not None]
    assert len(practices) * 0.6 < len(pains) < len(practices)
    assert mean(pains[:100]) > mean(pains[-100:]) + 2


def test_larger_doses_that_follow_the_rule_and_a_step_back_after_the_flare_up(demo: Store) -> None:
    lists, flare_ups = demo.checklists(FIRST, TODAY), demo.diary.flare_ups()
    pain = demo.diary_days.values("pain", FIRST, TODAY)
    for exercise_id, repetitions in (("bridge", [6, 8, 10]), ("bird-dog", [6, 8, 6, 8])):
        known = phases(demo, exercise_id)
        assert [prescription.dose.repetitions for prescription in known] == repetitions
        for before, after in itertools.pairwise(known):
            # On that day the dose had no end yet.
            so_far = [*(each for each in known if each.first_day < before.first_day), replace(before, last_day=None)]
            day = after.first_day - timedelta(days=1)
            history, until = (
                histories(lists, so_far, day)[exercise_id],
                {on: of for on, of in pain.items() if on <= day},
            )
            suggested = suggestion_of(history, flare_ups, day, DEFAULT_PAIN_LIMIT, until)
            if after.dose.repetitions == 6:
                assert flare_ups[0].covers(day, TODAY)
            else:
                assert suggested
                assert after.dose in suggested.doses


def test_why_something_was_skipped_once_in_own_words(demo: Store) -> None:
    reasons = {known.reason for known in demo.practices.between(FIRST, TODAY) if known.reason}
    assert len(reasons - set(SKIP_REASONS)) == 1
    assert {"flare-up", "rest", "travel", "no time"} <= reasons


def test_nothing_lies_in_the_future_or_can_be_undone(demo: Store) -> None:
    assert all(check_in.at <= demo.clock.now() for check_in in demo.diary.check_ins())
    assert demo.diary.check_ins(TODAY, TODAY)
    assert demo.changes.undo() is None


def test_measures_of_several_kinds_that_get_better_one_of_them_due(demo: Store) -> None:
    results = {
        measure.id: [r for r in demo.measures.results() if r.measure_id == measure.id]
        for measure in demo.measures.chosen()
    }
    chosen = {measure.id: measure for measure in demo.measures.chosen()}
    assert {key: (chosen[key].every_weeks, len(of_one)) for key, of_one in results.items()} == {
        "peg-style": (1, 24),
        "psfs": (2, 13),
        "chair-stand": (4, 7),
        "side-bridge": (4, 7),
    }
    assert [key for key, of_one in results.items() if is_due(chosen[key], of_one, TODAY)] == ["peg-style"]
    assert len(chosen["psfs"].parts) == 3
    for key, of_one in results.items():
        better = of_one[-1].value - of_one[0].value
        assert better < -3 if chosen[key].better is Better.LOWER else better > 3
        assert {tuple(score.part for score in result.scores) for result in of_one} == {chosen[key].parts or ("",)}
    flare_up = demo.diary.flare_ups()[0]
    before, during = (
        [r.value for r in results["peg-style"] if flare_up.covers(r.day + timedelta(weeks=weeks), TODAY)]
        for weeks in (1, 0)
    )
    assert during[0] > before[0] + 1


def test_worse_days_have_long_sitting_noted(demo: Store) -> None:
    found = find_associations(journal_record(demo, TODAY), (FIRST, TODAY))
    assert (found.noted[0].factor.kind, found.noted[0].factor.word) == (FactorKind.TRIGGER, "long sitting")
    assert found.noted[0].points > 1
    assert "long sitting" not in [finding.contrast.factor.word for finding in found.standing_out], "over the next day"


@pytest.mark.slow
@settings(max_examples=2)
@given(day=st.dates(date(1970, 1, 1), date(2190, 1, 1)))
@example(day=TODAY)
@example(day=date(2026, 3, 29))
@example(day=date(2027, 2, 1))
@example(day=date(2028, 2, 29))
@example(day=date(2026, 12, 30))
@example(day=date(2026, 12, 31))
@example(day=date(2027, 1, 1))
def test_today_is_half_done_with_one_larger_dose_to_ask_about_on_any_day(day: date) -> None:
    with demo_on(day) as store:
        assert [(key, known.kind) for key, known in journal_suggestions(store, day).items()] == [
            ("bird-dog", Kind.LARGER)
        ]
        today = {item.exercise.id: item for item in store.checklist(day)}
        words = [
            contrast.factor.word for contrast in find_associations(journal_record(store, day), (date.min, day)).noted
        ]
        assert "long sitting" in words[:3]
        assert today["knee-to-chest"].progress == "1 of 2"
        assert today["walking"].left
        assert today["bird-dog"].practice is None
        assert {item.practice.status for item in today.values() if item.practice} == {Status.DONE, Status.PARTIAL}
        shares = adherence_by_day(store.checklists(day - timedelta(days=DAYS - 1), day), day)
        share = summed(shares.values()).share
        assert share is not None
        assert 0.6 <= share <= 0.9


def test_no_check_in_is_later_than_now(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Diarist, "chance", lambda *_: True)
    diarist = diarist_until(TODAY)
    assert [each.at.hour for each in check_ins(diarist, LAST - 1, 4, store)] == [7, 20]
    assert [each.at.hour for each in check_ins(diarist, LAST, 4, store)] == [7], "it is half past nine"


def test_no_sign_stands(demo: Store) -> None:
    assert journal_signs(demo, TODAY) == ()
