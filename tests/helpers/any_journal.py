"""Journals of made-up months in a real file, and any changes of them; the last day is TODAY."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from backjournal.library.exercises import library
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import NUMBERS, Kind
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.marks import MarkKind
from backjournal.model.measures import Measure, Score
from backjournal.model.onset import Onset
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.records import ago, measure
from tests.helpers.values import AT_EIGHT, TODAY, check_in_at, mark

DAYS = 300
_EXERCISES = tuple(entry.exercise for entry in library()[:4])
_DOSES = (Dose(minutes=20), Dose(3, 10), Dose(2, breaths=3, times_a_day=2), Dose(distance_m=800))
_SCHEDULES = ("daily", "every other day", "mon thu", "3 a week", "5 a week")
_WORDS = {
    MarkKind.TRIGGER: ("stairs", "Stairs", "lifting"),
    MarkKind.RELIEF: ("heat",),
    MarkKind.MEDICINE: ("ibuprofen 400 mg", "ibuprofen 1 tablet", "Ibuprofen 200 mg"),
}
_MEASURES: tuple[Measure, ...] = (measure("peg-style"), measure("psfs", "lifting", "sitting", "stairs"))


@contextmanager
def journal_from(empty: Path) -> Iterator[Store]:
    """Open a copy of an empty journal, which is removed in the end."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        path.write_bytes(empty.read_bytes())
        store = Store.open(path, ManualClock(), device="d")
        try:
            yield store
        finally:
            store.close()


def fill(store: Store, chance: Random) -> None:
    """Write made-up months: check-ins, a plan that changes, practices, flare-ups and results, all with gaps."""
    begins = chance.randrange(DAYS)
    with store.changes.write("months"):
        for number in range(chance.randrange(5)):
            write_any(store, chance, "prescribe", begins - number * 20)
        for days_ago in range(begins, -1, -1):
            if chance.random() < (0.2 if days_ago // 30 % 3 == 1 else 0.8):
                write_any(store, chance, "check in", days_ago)
            for _ in range(chance.randrange(4)):
                write_any(store, chance, "practise", days_ago)
        for _ in range(chance.randrange(25)):
            write_any(store, chance, chance.choice(["flare-up", "result", "result", "dose", "settings"]))


def write_any(store: Store, chance: Random, what: str, days_ago: int | None = None) -> None:
    """Make one change by its name; one that the journal refuses is left out."""
    day = ago(chance.randrange(DAYS) if days_ago is None else max(0, days_ago))
    with suppress(JournalError):
        CHANGES[what](store, chance, day)


def _check_in(store: Store, chance: Random, day: date) -> None:
    store.diary.save(_any_check_in(store.new_id(), chance, day))


def _any_check_in(row_id: str, chance: Random, day: date) -> CheckIn:
    values: dict[str, Any] = {
        value.name: chance.randint(0, 10) if value.kind is not Kind.HOURS else chance.randint(0, 16) / 2
        for value in NUMBERS
        if chance.random() < 0.6
    }
    if "worst_pain" in values:
        values["worst_pain"] = max(values["worst_pain"], values.get("pain", 0))
    marks = tuple(mark(kind, chance.choice(words)) for kind, words in _WORDS.items() if chance.random() < 0.4)
    at = AT_EIGHT - (TODAY - day) + timedelta(minutes=chance.randrange(600))
    return check_in_at(row_id, at, day, marks=marks, note="", **values)


def _edit(store: Store, chance: Random, day: date) -> None:
    if entries := store.diary.check_ins():
        moved = chance.choice([day, chance.choice(entries).day])
        store.diary.save(_any_check_in(chance.choice(entries).id, chance, moved))


def _delete(store: Store, chance: Random, _: date) -> None:
    if entries := store.diary.check_ins():
        store.diary.delete(chance.choice(entries))


def _practise(store: Store, chance: Random, day: date) -> None:
    in_force = [each for each in store.plan.prescriptions() if each.in_force(day)]
    if plan := in_force or store.plan.prescriptions()[: chance.choice((0, 0, 0, 9))]:
        chosen, status = chance.choice(plan), chance.choice([Status.DONE, *Status])
        amount = {Status.DONE: chosen.dose.target, Status.PARTIAL: 1, Status.SKIPPED: 0}[status]
        reason = chance.choice(["pain", "travel", "no time"]) if status is Status.SKIPPED else ""
        pain = None if reason else chance.choice([None, *range(11)])
        store.practices.save(Practice(chosen.id, day, status, amount, pain, reason), "practise")


def _clear(store: Store, chance: Random, day: date) -> None:
    if found := store.practices.between(day, TODAY):
        store.practices.clear(chance.choice(found).prescription_id, chance.choice(found).day, "clear")


def _prescribe(store: Store, chance: Random, day: date) -> None:
    last = chance.choice([None, day + timedelta(days=chance.randrange(90))])
    schedule = Schedule.parse(chance.choice(_SCHEDULES))
    store.plan.prescribe(chance.choice(_EXERCISES), chance.choice(_DOSES), schedule, day, last)


def _dose(store: Store, chance: Random, day: date) -> None:
    if plan := store.plan.prescriptions():
        known = chance.choice(plan)
        schedule = Schedule.parse(chance.choice(_SCHEDULES))
        store.plan.change(known, replace(known, dose=chance.choice(_DOSES), schedule=schedule), day)


def _stop(store: Store, chance: Random, day: date) -> None:
    if plan := store.plan.prescriptions():
        store.plan.stop(chance.choice(plan), day)


def _reorder(store: Store, chance: Random, _: date) -> None:
    ids = [each.id for each in store.plan.prescriptions()]
    chance.shuffle(ids)
    store.plan.reorder(ids)


def _keep_gentle(store: Store, chance: Random, _: date) -> None:
    if exercises := [*store.plan.exercises().values()]:
        store.plan.keep_gentle(chance.choice(exercises), gentle=chance.random() < 0.5)


def _flare_up(store: Store, chance: Random, day: date) -> None:
    store.diary.start_flare_up(day, chance.choice([None, min(TODAY, day + timedelta(days=chance.randrange(9)))]))


def _result(store: Store, chance: Random, day: date) -> None:
    chosen = chance.choice(_MEASURES)
    store.measures.choose(chosen)
    scores = tuple(Score(chance.randint(0, 10), part) for part in chosen.parts)
    store.measures.save(store.measures.new_result(chosen, day, scores))


def _stop_measure(store: Store, chance: Random, _: date) -> None:
    if chosen := store.measures.chosen():
        store.measures.stop(chance.choice(chosen))


def _settings(store: Store, chance: Random, day: date) -> None:
    settings = store.settings.get()
    store.settings.save(
        chance.choice(
            [
                replace(settings, baseline_from=chance.choice([None, day])),
                replace(settings, weeks=settings.weeks.changed(chance.choice((0, 6)), day)),
                replace(settings, onset=chance.choice([None, Onset("2019"), Onset("2026-09")])),
            ]
        )
    )


def _undo(store: Store, chance: Random, _: date) -> None:
    for _time in range(chance.randrange(1, 4)):
        store.changes.undo()


def _redo(store: Store, _: Random, __: date) -> None:
    store.changes.redo()


CHANGES: dict[str, Callable[[Store, Random, date], None]] = {
    "check in": _check_in,
    "edit": _edit,
    "delete": _delete,
    "practise": _practise,
    "clear": _clear,
    "prescribe": _prescribe,
    "dose": _dose,
    "stop": _stop,
    "reorder": _reorder,
    "keep gentle": _keep_gentle,
    "flare-up": _flare_up,
    "result": _result,
    "stop a measure": _stop_measure,
    "settings": _settings,
    "undo": _undo,
    "redo": _redo,
}
"""The changes by name; each is given a day, which it may use."""
