"""The benchmark's journals: years of made-up data, made once and kept in the user's cache folder."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from platformdirs import user_cache_path

import backjournal
from backjournal.days import SystemClock, days_between
from backjournal.demo import DAYS, make_demo
from backjournal.library.exercises import library
from backjournal.library.measures import measure_library
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.measures import MeasureKind, Score
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.values import check_in_at

CHECKLIST = ("Knee rolls", "Knee to chest", "Pelvic tilt")
"""The exercises at the top of today's checklist."""

_ONCE = ("exercises", "measures", "plan_facts")
"""The tables whose rows all half years share."""

_AT = "strftime('%Y-%m-%dT%H:%M:%SZ', at, :moved)"
_MOVED: dict[str, Mapping[str, str]] = {
    "prescriptions": {
        "id": "of_copy(id, :number)",
        "first_day": "date(first_day, :moved)",
        "last_day": "date(last_day, :moved)",
        "position": "position - 100 * :number",
    },
    "practices": {
        "id": "of_copy(prescription_id, :number) || '/' || date(day, :moved)",
        "prescription_id": "of_copy(prescription_id, :number)",
        "day": "date(day, :moved)",
    },
    "check_ins": {"id": "of_copy(id, :number)", "at": _AT, "day": "date(day, :moved)"},
    "marks": {
        "id": "of_copy(check_in_id, :number) || '/' || position",
        "check_in_id": "of_copy(check_in_id, :number)",
    },
    "flare_ups": {
        "id": "of_copy(id, :number)",
        "first_day": "date(first_day, :moved)",
        "last_day": "date(last_day, :moved)",
    },
    "results": {"id": "of_copy(id, :number)", "day": "date(day, :moved)"},
}
"""The tables whose rows each half year has for itself, with the columns that differ, in the words of SQL."""


def kept_journal(years: int, *, remake: bool = False) -> Path:
    """Return the kept journal of so many years up to today; it is made if there is none, and older ones are removed.

    It must be copied before it is used.
    """
    folder = user_cache_path("backjournal") / "benchmark"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{years}y {_key()}.db"
    if remake or not path.exists():
        for older in folder.glob(f"{years}y *.db*"):
            older.unlink()
        draft = path.with_suffix(f".{os.getpid()}")
        make_journal(draft, years).replace(path)
    return path


def make_journal(path: Path, years: int) -> Path:
    """Fill a new journal with years of made-up data up to today: each year about 800 check-ins and 2,460 practices.

    Two half years are written by the program itself: the last one, and one before it, which is copied into the past
    as often as needed. So the work grows with the years and no faster.
    """
    with tempfile.TemporaryDirectory() as folder:
        now = _make_half_year(Path(folder) / "now.db", 0)
        before = _make_half_year(Path(folder) / "before.db", 1)
        with closing(Store.open(path, SystemClock())):
            pass
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.create_function("of_copy", 2, _id_of_copy, deterministic=True)
            db.execute("ATTACH ? AS now", [str(now)])
            db.execute("ATTACH ? AS before", [str(before)])
            db.execute("BEGIN")
            db.execute("INSERT INTO changes (rev, label) VALUES ('made up', '')")
            for source in ("now", "before"):
                for table in _ONCE:
                    db.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM {source}.{table} ORDER BY rowid")
            for number in reversed(range(2 * years - 1)):
                _copy(db, "before", number)
            _copy(db, "now", 0)
            db.execute("COMMIT")
    return path


def _make_half_year(path: Path, number: int) -> Path:
    """Write the half year that ended so many half years ago, each with a plan of its own."""
    with closing(Store.open(path, SystemClock())) as store, store.changes.write(""):
        last = store.today() - timedelta(days=number * DAYS)
        make_demo(store, last)
        days = tuple(days_between(last - timedelta(days=DAYS - 1), last if number else last - timedelta(days=1)))
        for add in (_add_check_ins, _add_practices, _add_results):
            add(store, days)
        for prescription in store.plan.prescriptions() if number else ():
            if prescription.last_day is None or prescription.last_day > last:
                store.plan.stop(prescription, last + timedelta(days=1))
    return path


def _copy(db: sqlite3.Connection, source: str, number: int) -> None:
    """Copy a half year, moved into the past by so many half years."""
    values = {"number": number, "moved": f"-{number * DAYS} days"}
    for table, moved in _MOVED.items():
        columns = [row[1] for row in db.execute(f"PRAGMA main.table_info({table})")]
        chosen = ", ".join(moved.get(column, column) for column in columns)
        rows = f"SELECT {chosen} FROM {source}.{table} WHERE NOT deleted ORDER BY rowid"
        db.execute(f"INSERT INTO main.{table} ({', '.join(columns)}) {rows}", values)


def _id_of_copy(row_id: str, number: int) -> str:
    """Return an id for the copy of a row, which looks like those that the program gives."""
    return hashlib.blake2s(f"{row_id} {number}".encode(), digest_size=16).hexdigest()


def _key() -> str:
    """Return what a kept journal must agree with: today, and the code that made it, with the schema."""
    package = Path(backjournal.__file__).parent
    sources = (*sorted((package / "demo").glob("*.py")), package / "store" / "schema.py", Path(__file__))
    code = hashlib.blake2s(b"".join(source.read_bytes() for source in sources), digest_size=6)
    return f"{SystemClock().now():%Y-%m-%d} {code.hexdigest()}"


def _add_check_ins(store: Store, days: Sequence[date]) -> None:
    """Save a check-in at noon of each day."""
    for number, day in enumerate(days):
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        marks = (Mark(MarkKind.TRIGGER, "lunch break"), Mark(MarkKind.MEDICINE, "ibuprofen", "400 mg"))
        chosen = marks[: number % 3]
        store.diary.save(check_in_at(store.new_id(), at, day, pain=number % 8, mobility=9 - number % 7, marks=chosen))


def _add_practices(store: Store, days: Sequence[date]) -> None:
    """Practise two more exercises on each day."""
    known = store.plan.exercises()
    for one in [each for each in library() if each.exercise.id not in known][:2]:
        prescription = store.plan.prescribe(one.exercise, one.dose, Schedule(), days[0])
        for number, day in enumerate(days):
            store.practices.save(Practice(prescription.id, day, Status.DONE, one.dose.target, number % 5), "made up")


def _add_results(store: Store, days: Sequence[date]) -> None:
    """Choose one more measure, and save a result of it every week."""
    measure = next(each for each in measure_library() if each.kind is MeasureKind.NUMBER)
    store.measures.choose(measure)
    for number, day in enumerate(days[::7]):
        store.measures.save(store.measures.new_result(measure, day, (Score(20 - number % 9),)))
