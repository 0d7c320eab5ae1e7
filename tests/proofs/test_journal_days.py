"""The journal day in every quarter of an hour of 15 years in seven time zones, and a clock that is set anyhow."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest

from backjournal.days import fix_offset, journal_day
from backjournal.model.check_ins import CheckIn
from backjournal.model.practices import Practice, Status
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

ZONES = (
    "Europe/Berlin",
    "America/Sao_Paulo",  # midnight itself came twice
    "America/St_Johns",  # a clock change one minute after midnight
    "Pacific/Apia",  # crossed the date line: had no 30 December 2011
    "Africa/Casablanca",  # four changes a year
    "Australia/Lord_Howe",  # changes by half an hour
    "Antarctica/Casey",  # three hours at once
)
STARTS = (time(4), time(0), time(2, 30))
QUARTER = 15 * 60
BEGINS, ENDS = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2011, 2026))
DAY = 24 * 60 * 60


def near_changes(zone: ZoneInfo) -> Iterator[int]:
    """Yield the quarters of an hour within two days of each change of the clocks."""
    noons = range(BEGINS, ENDS, DAY)
    for before, after in pairwise(noons):
        offsets = {datetime.fromtimestamp(second, zone).utcoffset() for second in (before, after)}
        if len(offsets) > 1:
            yield from range(before - 2 * DAY, after + 2 * DAY, QUARTER)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("starts", STARTS, ids=str)
def test_days_go_on_one_by_one_and_never_back(zone: str, starts: time, cases: Cases) -> None:
    of_zone, begin_of_day = ZoneInfo(zone), timedelta(hours=starts.hour, minutes=starts.minute)
    seconds = range(BEGINS, ENDS, QUARTER) if cases(0, 1) else near_changes(of_zone)
    before, wall_day, steps = 0, date.min, Counter[int]()
    day = date.min
    for second in seconds:
        moment = datetime.fromtimestamp(second, of_zone)
        if second - before != QUARTER:
            wall_day = day = date.min
        found = journal_day(moment, starts)
        # A second computation: the date of the wall clock that begins later, and days never go back.
        wall_day = max(wall_day, (moment.replace(tzinfo=None) - begin_of_day).date())
        assert found == wall_day
        steps[0 if day == date.min else (found - day).days] += 1
        before, day = second, found
    assert set(steps) == {0, 1, 2} if (zone, starts) == ("Pacific/Apia", time(0)) else {0, 1}, "no day is left out"


@pytest.mark.parametrize("zone", ZONES)
def test_what_is_written_around_a_change_of_the_clocks_is_there_once(zone: str, store: Store, cases: Cases) -> None:
    starts, of_zone = store.settings.get().day_starts_at, ZoneInfo(zone)
    seconds = [*dict.fromkeys(near_changes(of_zone))][:: cases(40, 4)]
    written = {}
    with store.changes.write("all"):
        for second in Random(8).sample(seconds, len(seconds)):
            moment = datetime.fromtimestamp(second, of_zone)
            at = fix_offset(moment)
            written[f"c{second}"] = CheckIn(f"c{second}", at, journal_day(moment, starts), {"pain": second % 11})
            store.diary.save(written[f"c{second}"])
    read = store.diary.check_ins()
    assert {each.id: each for each in read} == written
    assert len(read) == len(written)
    assert [each.at.timestamp() for each in read] == sorted(seconds, reverse=True), (
        "the newest first, whatever the clock"
    )
    by_day = [store.diary.check_ins(day, day) for day in sorted({each.day for each in read})]
    assert sum(map(len, by_day)) == len(written)


def test_a_clock_set_anyhow_loses_and_doubles_nothing(store: Store, clock: ManualClock, cases: Cases) -> None:
    known = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY - timedelta(days=400))
    chance, written, ticked = Random(8), {}, {}
    for number in range(cases(150, 1500)):
        _set_anyhow(clock, chance)
        now, today = clock.now(), store.today()
        written[f"c{number}"] = CheckIn(f"c{number}", fix_offset(now), today, {"pain": number % 11})
        store.diary.save(written[f"c{number}"])
        if number % 3 == 0:
            ticked[today] = Practice(known.id, today, Status.PARTIAL, 1, note=f"tick {number}")
            store.practices.save(ticked[today], f"tick {number}")
        assert len(store.diary.check_ins(today, today)) == sum(each.day == today for each in written.values())
    assert {each.id: each for each in store.diary.check_ins()} == written
    assert len(store.diary.check_ins()) == len(written)
    practices = store.practices.between(date.min, date.max)
    assert {each.day: each for each in practices} == ticked
    assert len(practices) == len(ticked)
    newest_first = [each.at.timestamp() for each in store.diary.check_ins(TODAY, TODAY)]
    assert newest_first == sorted(newest_first, reverse=True)
    for number in reversed(range(len(written))):
        assert number % 3 or store.changes.undo() == f"tick {number}", "what was done last is undone first"
        assert str(store.changes.undo()).startswith("check-in of")
    assert store.diary.check_ins() == ()


def _set_anyhow(clock: ManualClock, chance: Random) -> None:
    """Let time pass, set the clock back or forward, or travel over the date line."""
    what = chance.randrange(4)
    if what == 0:
        clock.advance(timedelta(minutes=chance.randrange(600)))
    elif what == 1:
        clock.set(clock.now() - timedelta(minutes=chance.randrange(2000)))
    elif what == 2:
        clock.set(clock.now() + timedelta(days=chance.choice((-30, -1, 1, 30))))
    else:
        zone = ZoneInfo(chance.choice(("Pacific/Auckland", "Pacific/Honolulu", "Europe/Berlin")))
        clock.set(clock.now().astimezone(zone))
