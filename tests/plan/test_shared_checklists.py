"""Checklists whose equal items are one object say the same of each day."""

from datetime import timedelta

from backjournal.model.frozen import replace
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.model.weeks import WeekStarts
from backjournal.plan.checklist import checklists
from backjournal.plan.shared_checklists import shared
from tests.helpers.records import ago
from tests.helpers.values import BRIDGE, TODAY

PLAN = Prescription("p1", BRIDGE.exercise.id, BRIDGE.dose, Schedule.parse("daily"), ago(99))
DONE = Practice(PLAN.id, TODAY, Status.DONE, 2)
ALL_KINDS = [
    None,
    DONE,
    replace(DONE, pain_during=0),
    replace(DONE, pain_during=3),
    replace(DONE, amount=3),
    replace(DONE, status=Status.PARTIAL, amount=1),
    replace(DONE, note="slowly"),
    replace(DONE, sets=(SetDone(10),)),
    Practice(PLAN.id, TODAY, Status.SKIPPED, reason="rest"),
    Practice(PLAN.id, TODAY, Status.SKIPPED, reason="no time"),
]


def test_equal_items_are_one_object_and_say_what_was_done() -> None:
    done = {TODAY - timedelta(days): ALL_KINDS[days % len(ALL_KINDS)] for days in range(100)}
    practices = [replace(practice, day=day) for day, practice in done.items() if practice]
    lists = checklists(ago(99), TODAY, {BRIDGE.exercise.id: BRIDGE.exercise}, [PLAN], practices, WeekStarts())
    found = shared(lists)
    assert [*found] == [*lists]
    for day, (item,) in found.items():
        practice = done[day]
        assert item.practice == (practice.outcome if practice else None)
        assert replace(item, practice=None) == replace(lists[day][0], practice=None)
    assert len({id(listed) for listed in found.values()}) == len(ALL_KINDS)


def test_an_outcome_counts_as_its_practice_does() -> None:
    for practice in filter(None, ALL_KINDS):
        with_practice = checklists(
            TODAY, TODAY, {BRIDGE.exercise.id: BRIDGE.exercise}, [PLAN], [practice], WeekStarts()
        )[TODAY][0]
        alone = replace(with_practice, practice=practice.outcome)
        for name in ("progress", "share", "extra", "unfinished", "practised", "excused", "skipped_for_pain", "counts"):
            assert getattr(alone, name) == getattr(with_practice, name), (practice, name)
