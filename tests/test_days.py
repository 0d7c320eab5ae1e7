"""The journal day, weeks, and the words for them."""

import os
import subprocess
import sys
import time as system_time
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backjournal.days import (
    LocalZone,
    SystemClock,
    days_between,
    edited_moment,
    fix_offset,
    journal_day,
    moment_of,
    past_moment,
)
from backjournal.model.errors import InvalidValue
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.values import check_in_at

FOUR = time(4)
TODAY = date(2026, 11, 21)  # a Saturday
ZONES = [
    ZoneInfo(name)
    for name in (
        "Africa/Cairo",
        "Africa/Casablanca",
        "Africa/Monrovia",
        "America/Havana",
        "America/New_York",
        "America/Nuuk",
        "America/Sao_Paulo",
        "America/Scoresbysund",
        "America/St_Johns",
        "Antarctica/Casey",
        "Antarctica/Troll",
        "Antarctica/Vostok",
        "Asia/Gaza",
        "Asia/Kathmandu",
        "Asia/Tehran",
        "Australia/Lord_Howe",
        "Europe/Berlin",
        "Europe/Dublin",
        "Pacific/Apia",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
        "UTC",
    )
]
seconds = st.integers(0, int(datetime(2038, 1, 1, tzinfo=UTC).timestamp()))
day_starts = st.integers(0, 12 * 60).map(lambda minutes: time(minutes // 60, minutes % 60))
zones = st.sampled_from(ZONES)


def clock_changes(zone: ZoneInfo) -> list[int]:
    """Return the seconds since 1970 at which a zone's offset changes, to the minute, as far as 2037."""

    def offset(second: int) -> timedelta | None:
        return datetime.fromtimestamp(second, zone).utcoffset()

    changes = []
    step = 7 * 86_400
    for start in range(0, int(datetime(2038, 1, 1, tzinfo=UTC).timestamp()), step):
        low, high = start, start + step
        if offset(low) == offset(high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(middle) == offset(low) else (low, middle)
        changes.append(high)
    return changes


CHANGES = {zone: clock_changes(zone) for zone in ZONES}
near_a_change = st.sampled_from([(zone, change) for zone, changes in CHANGES.items() for change in changes])


def local(text: str, zone: str = "Europe/Berlin", fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)


@pytest.mark.parametrize(
    ("moment", "starts", "day"),
    [
        (local("2026-11-21 09:30"), FOUR, "2026-11-21"),
        (local("2026-11-21 04:00"), FOUR, "2026-11-21"),
        (local("2026-11-21 03:59:59"), FOUR, "2026-11-20"),
        (local("2026-11-21 00:00"), time(0), "2026-11-21"),
        (local("2026-11-21 11:59"), time(12), "2026-11-20"),
        (local("2026-01-01 01:00"), FOUR, "2025-12-31"),
        # Spring: 02:00 becomes 03:00, so 04:00 comes three elapsed hours after midnight.
        (local("2026-03-29 03:59"), FOUR, "2026-03-28"),
        (local("2026-03-29 04:00"), FOUR, "2026-03-29"),
        # Autumn: 03:00 becomes 02:00; the day that began at 02:30 continues through the second 02:00.
        (local("2026-10-25 02:15"), time(2, 30), "2026-10-24"),
        (local("2026-10-25 02:45"), time(2, 30), "2026-10-25"),
        (local("2026-10-25 02:15", fold=1), time(2, 30), "2026-10-25"),
        (local("2026-10-25 03:59"), FOUR, "2026-10-24"),
        # Midnight itself comes twice: 00:00 becomes 23:00 of the evening before.
        (local("2018-02-17 23:30", "America/Sao_Paulo", 1), FOUR, "2018-02-17"),
        (local("2018-02-17 23:30", "America/Sao_Paulo", 1), time(0), "2018-02-17"),
        # 00:01 becomes 23:01: the new day has begun already.
        (local("2009-11-01 00:00:30", "America/St_Johns"), time(0), "2009-11-01"),
        (local("2009-10-31 23:30", "America/St_Johns", 1), time(0), "2009-11-01"),
        (local("2009-10-31 23:30", "America/St_Johns", 0), time(0), "2009-10-31"),
        # Three hours back across midnight.
        (local("2010-03-05 01:30", "Antarctica/Casey"), time(1), "2010-03-05"),
        (local("2010-03-04 23:30", "Antarctica/Casey", 1), time(1), "2010-03-05"),
        # Samoa had no 30 December 2011.
        (local("2011-12-31 00:30", "Pacific/Apia"), FOUR, "2011-12-30"),
        (local("2011-12-31 05:00", "Pacific/Apia"), FOUR, "2011-12-31"),
    ],
)
def test_the_journal_day_of_a_moment(moment: datetime, starts: time, day: str) -> None:
    assert journal_day(moment, starts) == date.fromisoformat(day)


def test_the_journal_day_is_computed_on_the_wall_clock_not_by_elapsed_hours() -> None:
    moment = local("2026-03-29 04:30")
    four_hours_ago = (moment.astimezone(UTC) - timedelta(hours=4)).astimezone(BERLIN)
    assert four_hours_ago.date() == date(2026, 3, 28)
    assert journal_day(moment, FOUR) == date(2026, 3, 29)


@given(zones, seconds, st.integers(0, 3 * 86_400), day_starts)
@example(ZoneInfo("America/St_Johns"), 1257042630, 60, time(0))
def test_the_journal_day_never_runs_backwards(zone: ZoneInfo, start: int, passed: int, starts: time) -> None:
    earlier, later = (datetime.fromtimestamp(second, zone) for second in (start, start + passed))
    assert journal_day(earlier, starts) <= journal_day(later, starts)


@given(near_a_change, st.integers(-86_400, 86_400), st.integers(0, 6 * 3600), day_starts)
def test_the_journal_day_never_runs_backwards_around_clock_changes(
    change: tuple[ZoneInfo, int], away: int, passed: int, starts: time
) -> None:
    zone, second = change
    earlier, later = (datetime.fromtimestamp(max(0, second + away + more), zone) for more in (0, passed))
    assert journal_day(earlier, starts) <= journal_day(later, starts)


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_the_journal_day_never_runs_backwards_at_any_clock_change(zone: ZoneInfo) -> None:
    for change in CHANGES[zone]:
        around = [datetime.fromtimestamp(second, zone) for second in range(change - 86_400, change + 86_400, 300)]
        for starts in [time(hour, minute) for hour in (0, 1, 2, 3) for minute in (0, 1, 30)] + [FOUR, time(12)]:
            days = [journal_day(moment, starts) for moment in around]
            assert days == sorted(days), (change, starts)


@given(near_a_change, st.integers(-2, 2), st.times().map(lambda at: at.replace(microsecond=0)), day_starts)
def test_the_moment_of_a_time_lies_in_its_journal_day(
    change: tuple[ZoneInfo, int], away: int, at: time, starts: time
) -> None:
    zone, second = change
    day = datetime.fromtimestamp(second, zone).date() + timedelta(days=away)
    moment = moment_of(day, at, zone, starts)
    assert journal_day(moment, starts) == day
    assert moment.time() == at
    assert isinstance(moment.tzinfo, timezone)


@given(zones, seconds, day_starts)
def test_a_real_moment_is_found_again_by_its_day_and_time(zone: ZoneInfo, second: int, starts: time) -> None:
    moment = datetime.fromtimestamp(second, zone)
    if moment.fold == 0:
        assert moment_of(journal_day(moment, starts), moment.time(), zone, starts) == moment


def test_a_moment_that_has_come_is_taken_and_another_is_refused_at_its_field() -> None:
    now = datetime(2026, 11, 21, 9, 30, tzinfo=BERLIN)
    assert past_moment(TODAY, time(9, 30), now, FOUR).isoformat() == "2026-11-21T09:30:00+01:00"
    assert past_moment(TODAY - timedelta(days=1), time(2), now, FOUR).isoformat() == "2026-11-21T02:00:00+01:00"
    for day, at, field in (
        (TODAY, time(9, 31), "time"),
        (TODAY, time(2), "time"),
        (TODAY + timedelta(days=1), time(8), "day"),
    ):
        with pytest.raises(InvalidValue, match="has not come yet") as refusal:
            past_moment(day, at, now, FOUR)
        assert refusal.value.field == field


def test_an_edited_check_in_keeps_its_seconds_until_it_is_moved_and_its_offset_always() -> None:
    now = datetime(2026, 11, 21, 9, 30, tzinfo=BERLIN)
    before = check_in_at("c", datetime.fromisoformat("2026-11-20T08:05:30+05:30"), TODAY - timedelta(days=1), pain=4)

    def edited(day: date, at: time) -> str:
        return edited_moment(before, day, at, now, FOUR).isoformat()

    assert edited(before.day, time(8, 5)) == "2026-11-20T08:05:30+05:30"
    assert edited(before.day, time(7)) == "2026-11-20T07:00:00+05:30"
    assert edited(before.day - timedelta(days=1), time(8, 5)) == "2026-11-19T08:05:00+05:30"
    # 13:59 over there was 09:29 here.
    assert edited(TODAY, time(13, 59)) == "2026-11-21T13:59:00+05:30"
    with pytest.raises(InvalidValue, match="has not come yet"):
        edited(TODAY, time(14, 1))


def test_a_fixed_offset_keeps_the_moment_to_the_second() -> None:
    fixed = fix_offset(local("2026-10-25 02:30:15.5", fold=1))
    assert fixed.isoformat() == "2026-10-25T02:30:15+01:00"
    assert isinstance(fixed.tzinfo, timezone)


def test_days_between_includes_both_ends() -> None:
    assert list(days_between(TODAY, TODAY)) == [TODAY]
    assert len(list(days_between(date(2024, 2, 1), date(2024, 3, 1)))) == 30
    assert list(days_between(TODAY, TODAY - timedelta(days=1))) == []


@pytest.fixture
def system_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Return a function that sets the system's time zone, which is restored after the test."""
    yield monkeypatch
    monkeypatch.undo()
    system_time.tzset()


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Gaza"])
def test_the_local_zone_follows_the_system_through_clock_changes(system_zone: pytest.MonkeyPatch, name: str) -> None:
    system_zone.setenv("TZ", name)
    system_time.tzset()
    zone = ZoneInfo(name)
    for change in [change for change in CHANGES[zone] if change > 946_684_800]:
        for second in (change - 3600, change - 1, change, change + 1799, change + 3600):
            here, known = (datetime.fromtimestamp(second, place) for place in (LocalZone(), zone))
            assert here.isoformat() == known.isoformat()
            assert here.fold == known.fold
            assert journal_day(here, time(0)) == journal_day(known, time(0))


def test_the_system_clock_tells_the_time_of_the_zone_it_is_set_to() -> None:
    code = "from backjournal.days import SystemClock; now = SystemClock().now(); print(now.utcoffset(), now.tzname())"
    run = [sys.executable, "-c", code]
    result = subprocess.run(run, env={**os.environ, "TZ": "Asia/Kathmandu"}, capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["5:45:00", "+0545"]
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)


def test_the_clock_of_the_tests_advances_by_elapsed_time() -> None:
    clock = ManualClock(local("2026-10-25 01:30"))
    clock.advance(timedelta(hours=2))
    assert clock.now().isoformat() == "2026-10-25T02:30:00+01:00"
