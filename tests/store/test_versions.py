"""Every version of a row can be told, with what made it."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from backjournal.model.errors import JournalError
from backjournal.model.marks import MarkKind
from backjournal.store.store import Store
from backjournal.store.versions import Step, Version
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY, check_in, mark

HIP, SOFA = mark(MarkKind.LOCATION, "hip"), mark(MarkKind.TRIGGER, "sofa")
FIRST = check_in(1, pain=3, note="first", marks=(HIP, SOFA))


def told(version: Version) -> tuple[Step, bool, int, str, list[str]]:
    words = [each["word"] for each in version.marks]
    return version.step, version.undone, version.row["pain"], version.row["note"], words


def test_each_version_is_the_row_as_it_was_with_its_marks(store: Store, clock: ManualClock) -> None:
    store.diary.save(FIRST)
    clock.advance(timedelta(hours=1))
    store.diary.save(replace(FIRST, values={"pain": 5}, note="anew", marks=(SOFA,)))
    store.diary.delete(FIRST)
    store.diary.save(replace(FIRST, note="third"))
    store.diary.save(check_in(2, pain=9, marks=(HIP,)))
    versions = store.versions.of("check_ins", "c1")
    assert [told(version) for version in versions] == [
        (Step.WRITTEN, False, 3, "first", ["hip", "sofa"]),
        (Step.CHANGED, False, 5, "anew", ["sofa"]),
        (Step.DELETED, False, 5, "anew", []),
        (Step.BROUGHT_BACK, False, 3, "third", ["hip", "sofa"]),
    ]
    assert [version.at for version in versions[1:]] == [clock.now().astimezone(UTC)] * 3
    assert versions[1].at - versions[0].at == timedelta(hours=1)


def test_what_was_undone_and_made_again_says_so(store: Store) -> None:
    store.diary.save(FIRST)
    store.diary.save(replace(FIRST, values={"pain": 5}, marks=(HIP,)))
    for _ in range(2):
        store.changes.undo()
    for _ in range(2):
        store.changes.redo()
    store.changes.undo()
    versions = store.versions.of("check_ins", "c1")
    assert [(version.step, version.undone, version.row["pain"]) for version in versions] == [
        (Step.WRITTEN, False, 3),
        (Step.CHANGED, True, 5),
        (Step.UNDONE, False, 3),
        (Step.UNDONE, False, 3),
        (Step.DONE_AGAIN, False, 3),
        (Step.DONE_AGAIN, False, 5),
        (Step.UNDONE, False, 3),
    ]
    assert [bool(version.row["deleted"]) for version in versions] == [False, False, False, True, False, False, False]


def test_the_latest_version_is_the_row_of_today(store: Store) -> None:
    known = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY)
    store.plan.change(known, replace(known, note="slowly"), TODAY)
    store.plan.stop(known if not store.plan.prescriptions() else store.plan.prescriptions()[0], TODAY)
    latest = store.versions.of("prescriptions", known.id)[-1]
    assert latest.row == store._db.first("SELECT * FROM prescriptions WHERE id = ?", [known.id])
    assert [row["id"] for row in store.versions.prescriptions_of(BRIDGE.exercise.id)] == [known.id]
    assert store.versions.parents("prescriptions", latest.row)["exercises"]["name"] == "Bridge"


def test_a_row_that_is_gone_is_refused_in_one_line(store: Store) -> None:
    with pytest.raises(JournalError, match="not in the journal any more"):
        store.versions.of("check_ins", "nobody")
