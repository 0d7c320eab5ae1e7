"""Two years of use, day by day: which backups stay is compared with a table, and every one that stays is restored."""

import random
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from backjournal.store.backups import Backup, Kind, backups_of
from backjournal.store.difference import difference
from backjournal.store.restoring import restore
from backjournal.store.store import Store
from backjournal.store.thinning import to_remove
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.values import check_in_at
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

FIRST = date(2025, 1, 6)


def expected(days: set[date], today: date) -> set[date]:
    """Return the days of which a backup stays, found by looking at each day, week and month one after the other."""
    stay = {day for day in days if day >= today - timedelta(days=1)}
    older = sorted(days - stay, reverse=True)
    for period, most in (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9)):
        seen: list[str] = []
        for day in older:
            if day.strftime(period) not in seen and len(seen) < most:
                seen.append(day.strftime(period))
                stay.add(day)
        older = [day for day in older if day.strftime(period) not in seen]
    return stay


def uses(seed: int, days: int) -> list[date]:
    """Return days of use with pauses of up to two months."""
    chance, day, found = random.Random(seed), FIRST, []
    while day < FIRST + timedelta(days=days):
        found.append(day)
        pause = chance.choice([1] * 12 + [2, 3, 9] + [60 * (len(found) % 7 == 0) + 1])
        day += timedelta(days=pause)
    return found


def test_what_stays_is_what_the_table_says(cases: Cases) -> None:
    chance, compared = random.Random(9), 0
    for seed in range(cases(10, 100)):
        kept: list[Backup] = []
        known: set[date] = set()
        for day in uses(seed, 730):
            for number in range(chance.randint(1, 4)):
                taken = datetime.combine(day, time(8 + 3 * number), BERLIN)
                path = Path(taken.isoformat())
                kept.append(Backup(path, taken, Kind.REGULAR, digest="d", size=1, written=0))
            now = datetime.combine(day, time(23), BERLIN)
            gone = to_remove(kept, now)
            kept = [backup for backup in kept if backup not in gone]
            known = expected(known | {day}, day)
            assert {backup.day for backup in kept} == known
            before_yesterday = [backup.day for backup in kept if backup.day < day - timedelta(days=1)]
            assert len(before_yesterday) == len(set(before_yesterday)), "one of each earlier day"
            assert len(before_yesterday) <= 12 + 10 + 9
            compared += 1
    print(f"thinning: {compared:,} days compared with the table")  # noqa: T201


def test_every_backup_that_stays_restores(tmp_path: Path, cases: Cases) -> None:
    clock, journal = ManualClock(), tmp_path / "journal.db"
    states: dict[Path, int] = {}
    with closing(Store.open(journal, clock)) as store:
        for number, day in enumerate(uses(1, cases(300, 730)), 1):
            clock.set(datetime.combine(day, time(9), BERLIN))
            store.diary.save(check_in_at(f"c{number}", clock.now(), day, pain=number % 11))
            made = store.back_up()
            assert made is not None
            states[made.path] = number
    kept = backups_of(journal, BERLIN)
    assert 20 < len(kept) <= 2 + 12 + 10 + 9
    for backup in kept:
        restore(journal, backup.path, clock.now())
        assert difference(journal, backup.path).nothing
        with closing(Store.open(journal, clock)) as store:
            store.check(thoroughly=True)
            assert len(store.diary.check_ins()) == states[backup.path]
    print(f"restored: {len(kept)} of {len(kept)} backups that stayed of {len(states)}")  # noqa: T201
