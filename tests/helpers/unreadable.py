"""A small journal with rows in every table, and what other programs and damage make of one of them."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from backjournal.days import Clock
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose
from backjournal.model.marks import MarkKind
from backjournal.model.measures import Score
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import PlanFacts
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.model.settings import Settings
from backjournal.model.stopwatches import Stopwatch
from backjournal.store.store import Store
from tests.helpers.experiments import experiment, put
from tests.helpers.records import measure
from tests.helpers.values import AT_EIGHT, BIRD_DOG, BRIDGE, TODAY, WALKING, check_in_at, mark

BEGIN = date(2026, 11, 2)


def fill_every_table(journal: Path, clock: Clock) -> Path:
    """Write a journal that has some of everything that a person can write, in the weeks up to TODAY."""
    numbers = iter(range(1000))
    with closing(Store.open(journal, clock, device="d", new_id=lambda: f"id{next(numbers)}")) as store:
        store.settings.save(Settings(baseline_from=BEGIN))
        bridge = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, BEGIN)
        store.plan.prescribe(BIRD_DOG.exercise, BIRD_DOG.dose, Schedule.parse("3 a week"), BEGIN)
        walking = store.plan.prescribe(WALKING.exercise, Dose(minutes=20), Schedule(), BEGIN)
        store.plan.save_facts(PlanFacts("walk the dog", "Dr Weiss", BEGIN))
        for number in range(20):
            day, at = TODAY - timedelta(days=number), AT_EIGHT - timedelta(days=number)
            store.diary.save(_check_in(f"c{number}", at, day, number))
            sets = (SetDone(10, 3, ""),) * 2
            practice = Practice(bridge.id, day, Status.DONE, 2, number % 5, "", "slowly", sets)
            store.practices.save(practice, f"tick {number}")
        store.diary.start_flare_up(BEGIN, BEGIN + timedelta(days=3))
        store.diary.start_flare_up(BEGIN + timedelta(days=9), BEGIN + timedelta(days=10))
        for key in ("oswestry-style", "peg-style"):
            chosen = measure(key) if key == "peg-style" else measure("psfs", "lifting", "sitting", "stairs")
            store.measures.choose(chosen)
            for weeks in range(2):
                scores = tuple(Score(float(weeks + 3), part) for part in chosen.parts or ("",))
                store.measures.save(store.measures.new_result(chosen, TODAY - timedelta(weeks=weeks), scores, "ok"))
        put(store, experiment())
        store.stopwatches.save(Stopwatch(walking.id, TODAY, 60, AT_EIGHT))
        store.answers.save("flare-up", TODAY)
    return journal


def _check_in(row_id: str, at: "object", day: date, number: int) -> CheckIn:
    marks = (mark(MarkKind.LOCATION, "lower back"), mark(MarkKind.MEDICINE, "ibuprofen 400 mg"))
    return check_in_at(row_id, at, day, pain=number % 8, sleep_hours=7.5, note=f"note {number}", marks=marks)  # type: ignore[arg-type]


class Bad(NamedTuple):
    """What is done to a row, so that it cannot be read."""

    change: str
    """In SQL."""

    table: str
    id: str
    why: str
    """Part of what is said of it."""


BY_OTHERS = {
    "moment as a number": Bad(
        "UPDATE check_ins SET at = '2461373.5' WHERE id = 'c3'", "check_ins", "c3", "at is no moment: '2461373.5'"
    ),
    "moment without an offset": Bad(
        "UPDATE check_ins SET at = '2026-11-18 07:00' WHERE id = 'c3'", "check_ins", "c3", "at has no offset from UTC"
    ),
    "moment of another day": Bad(
        "UPDATE check_ins SET at = '2026-11-01T07:00:00Z' WHERE id = 'c3'", "check_ins", "c3", "does not lie in the day"
    ),
    "worst pain below the pain": Bad(
        "UPDATE check_ins SET worst_pain = 1 WHERE id = 'c3'", "check_ins", "c3", "worst pain 1 is below pain 3"
    ),
    "note that is no text": Bad(
        "UPDATE check_ins SET note = CAST(x'66fc72' AS TEXT) WHERE id = 'c3'", "check_ins", "c3", "note has bytes that"
    ),
    "year 9999": Bad(
        "UPDATE check_ins SET day = '9999-12-31', at = '9999-12-31T07:00:00Z' WHERE id = 'c3'",
        "check_ins",
        "c3",
        "check the year",
    ),
    "year 1": Bad(
        "UPDATE check_ins SET day = '0001-01-01', at = '0001-01-01T07:00:00Z' WHERE id = 'c3'", "check_ins", "c3", ""
    ),
    "empty check-in": Bad(
        "UPDATE check_ins SET pain = NULL, sleep_hours = NULL, note = '' WHERE id = 'c3';"
        " UPDATE marks SET deleted = 1 WHERE check_in_id = 'c3'",
        "check_ins",
        "c3",
        "nothing is filled in",
    ),
    "mark of a bell": Bad(
        "UPDATE marks SET word = char(7) WHERE id = 'c3/0'", "marks", "c3/0", "a word has 1 to 80 characters"
    ),
    "mark that is no text": Bad(
        "UPDATE marks SET word = CAST(x'fc' AS TEXT) WHERE id = 'c3/0'", "marks", "c3/0", "word has bytes that"
    ),
    "garbled sets": Bad(
        "UPDATE practices SET sets = '[{' WHERE day = '2026-11-18'", "practices", "id0/2026-11-18", "'[{' is no set"
    ),
    "practice in the year 9999": Bad(
        "UPDATE practices SET day = '9999-12-31' WHERE day = '2026-11-18'",
        "practices",
        "id0/2026-11-18",
        "check the year",
    ),
    "garbled schedule": Bad(
        "UPDATE prescriptions SET schedule = '{\"every\": ' WHERE id = 'id1'", "prescriptions", "id1", "is no schedule"
    ),
    "prescription of the year 1": Bad(
        "UPDATE prescriptions SET first_day = '0001-01-01' WHERE id = 'id1'", "prescriptions", "id1", "check the year"
    ),
    "dose of too many kinds": Bad(
        "UPDATE prescriptions SET minutes = 5, distance_m = 7 WHERE id = 'id1'", "prescriptions", "id1", ""
    ),
    "exercise without a name": Bad(
        "UPDATE exercises SET name = char(7) WHERE id = 'bird-dog'", "exercises", "bird-dog", "an exercise needs a name"
    ),
    "flare-up in the year 9999": Bad(
        "UPDATE flare_ups SET first_day = '9999-01-01', last_day = NULL WHERE id = 'id3'", "flare_ups", "id3", "check"
    ),
    "garbled scores": Bad("UPDATE results SET scores = '{}' WHERE id = 'id5'", "results", "id5", "no sense: '{}'"),
    "own measure without a range": Bad(
        "UPDATE measures SET own = 1, name = char(27) WHERE id = 'psfs'", "measures", "psfs", "the name of a measure"
    ),
    "experiment of another length": Bad(
        "UPDATE experiments SET draw = '0110'", "experiments", "e1", "an experiment has 14 to 28 days"
    ),
    "experiment without its days": Bad(
        "UPDATE experiments SET not_kept = 'never'", "experiments", "e1", "makes no sense"
    ),
    "answer in the year 9999": Bad("UPDATE answers SET day = '9999-12-31'", "answers", "flare-up", "check the year"),
    "week that begins on no weekday": Bad(
        "UPDATE settings SET value = 'noday' WHERE id = 'week_starts_on'", "settings", "week_starts_on", "default"
    ),
    "baseline from no day": Bad(
        "UPDATE settings SET value = 'soon' WHERE id = 'baseline_from'", "settings", "baseline_from", "its default"
    ),
    "day that begins never": Bad(
        "UPDATE settings SET value = '25:00' WHERE id = 'day_starts_at'", "settings", "day_starts_at", "its default"
    ),
    "pain limit without a number": Bad(
        "UPDATE settings SET value = 'x' WHERE id = 'pain_limit'", "settings", "pain_limit", "its default counts"
    ),
}
"""What other programs can write, past the checks of the tables."""

BY_DAMAGE = {
    "practice of no status": Bad(
        "UPDATE practices SET status = 'dane' WHERE day = '2026-11-18'", "practices", "id0/2026-11-18", "'dane'"
    ),
    "check-in at noon": Bad("UPDATE check_ins SET at = 'noon' WHERE id = 'c3'", "check_ins", "c3", "'noon'"),
    "check-in at 27 o'clock": Bad(
        "UPDATE check_ins SET at = day || 'T27:00:00Z' WHERE id = 'c3'", "check_ins", "c3", "at is no moment"
    ),
    "check-in two days from UTC": Bad("UPDATE check_ins SET utc_offset = 2880 WHERE id = 'c3'", "check_ins", "c3", ""),
    "check-in of 31 November": Bad(
        "UPDATE check_ins SET day = '2026-11-31', at = '2026-11-31T07:00:00Z' WHERE id = 'c3'", "check_ins", "c3", "-31"
    ),
    "check-in of pain 200": Bad("UPDATE check_ins SET pain = 200 WHERE id = 'c3'", "check_ins", "c3", "200"),
    "mark of no kind": Bad("UPDATE marks SET kind = 'locatiom' WHERE id = 'c3/0'", "marks", "c3/0", "'locatiom'"),
    "flare-up on no day": Bad(
        "UPDATE flare_ups SET first_day = '2026-11-61' WHERE id = 'id3'", "flare_ups", "id3", "first_day is no day"
    ),
    "exercise of no category": Bad(
        "UPDATE exercises SET category = 'yoga' WHERE id = 'bird-dog'", "exercises", "bird-dog", "'yoga'"
    ),
    "prescription of no side": Bad(
        "UPDATE prescriptions SET sides = 'middle' WHERE id = 'id1'", "prescriptions", "id1", "'middle'"
    ),
    "measure better neither way": Bad(
        "UPDATE measures SET better = 'hogher' WHERE id = 'psfs'", "measures", "psfs", "'hogher'"
    ),
    "result on no day": Bad("UPDATE results SET day = '2026-11-61' WHERE id = 'id5'", "results", "id5", "day is no"),
    "stopwatch since never": Bad(
        "UPDATE stopwatches SET running_since = 'soon'", "stopwatches", "id2/2026-11-21", "running_since is no moment"
    ),
    "answer on no day": Bad("UPDATE answers SET day = '2026-11-61'", "answers", "flare-up", "day is no day"),
    "plan since no day": Bad(
        "UPDATE plan_facts SET prescribed_on = '2026-11-61'", "plan_facts", "plan", "prescribed_on is no day"
    ),
}
"""What the tables refuse, but a damaged disk can make."""


def spoil(journal: Path, bad: Bad) -> None:
    """Do to a row what makes it unreadable."""
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.executescript(bad.change)
        assert other.total_changes
