"""Which backups stay."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backjournal.store.backups import Backup, Kind
from backjournal.store.thinning import KEPT_BEFORE, over_limit, to_remove

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def backup(taken: datetime, kind: Kind = Kind.REGULAR, size: int = 1) -> Backup:
    """Return a backup of a moment."""
    return Backup(Path(f"{kind.value} {taken.isoformat()}"), taken, kind, "digest", size, 0)


def staying(backups: Iterable[Backup], now: datetime = NOW) -> list[str]:
    """Return the days and hours of the backups that stay, the oldest first."""
    known = sorted(backups, key=lambda each: each.order)
    removed = to_remove(known, now)
    return [f"{each.taken:%m-%d %H}" for each in known if each not in removed]


def hourly(first: datetime, last: datetime) -> list[Backup]:
    """Return backups made each third hour."""
    count = int((last - first) / timedelta(hours=3))
    return [backup(first + timedelta(hours=3 * number)) for number in range(count + 1)]


@pytest.mark.slow
def test_of_an_hourly_year_stay_two_days_twelve_days_ten_weeks_and_nine_months() -> None:
    assert staying(hourly(NOW - timedelta(days=370), NOW)) == [
        *("12-31 21", "01-31 21", "02-28 21", "03-31 21", "04-30 21", "05-31 21", "06-30 21", "07-31 21", "08-30 21"),
        *("09-06 21", "09-13 21", "09-20 21", "09-27 21", "10-04 21", "10-11 21", "10-18 21", "10-25 21", "11-01 21"),
        "11-07 21",  # the tenth week, whose Sunday is one of the twelve days
        *(f"11-{day:02} 21" for day in range(8, 20)),
        *(f"11-20 {hour:02}" for hour in range(0, 24, 3)),
        *(f"11-21 {hour:02}" for hour in range(0, 19, 3)),
    ]


def test_a_pause_takes_nothing_away() -> None:
    old = [backup(NOW - timedelta(days=1000 + number)) for number in range(12)]
    assert len(staying([*old, backup(NOW)])) == 13


@pytest.mark.slow
def test_what_is_dated_in_the_future_stays_and_counts_for_nothing() -> None:
    future = [backup(NOW + timedelta(days=20_000 + number)) for number in range(60)]
    own = hourly(NOW - timedelta(days=370), NOW)
    assert staying([*own, *future])[: -len(future)] == staying(own)
    assert len(staying(future)) == len(future)


def test_of_those_before_an_update_or_a_restore_the_newest_stay() -> None:
    for kind in (Kind.BEFORE_UPDATE, Kind.BEFORE_RESTORE):
        made = [backup(NOW - timedelta(minutes=number), kind) for number in range(20)]
        assert len(staying(made)) == KEPT_BEFORE
        assert staying(made)[-1] == f"{NOW:%m-%d %H}"
        future = [backup(NOW + timedelta(days=number + 1), kind) for number in range(20)]
        assert staying([*made, *future])[:KEPT_BEFORE] == staying(made), "those of a wrong clock take no place"


def test_a_damaged_backup_takes_no_place_and_is_not_removed() -> None:
    newer, older = backup(NOW - timedelta(days=5)), backup(NOW - timedelta(days=5, hours=1))
    oldest = backup(NOW - timedelta(days=5, hours=2))
    assert to_remove([newer, older, oldest], NOW) == (oldest, older)
    assert to_remove([newer, older, oldest], NOW, lambda each: each != newer) == (oldest,)


def test_what_is_sound_is_asked_only_if_something_goes() -> None:
    def never(_backup: Backup) -> bool:
        raise AssertionError

    assert to_remove(hourly(NOW - timedelta(days=1), NOW), NOW, never) == ()


def test_for_want_of_room_go_first_what_a_later_one_of_the_day_follows_then_the_oldest() -> None:
    own = [*hourly(NOW - timedelta(hours=6), NOW), *(backup(NOW - timedelta(days=number)) for number in (3, 2, 1))]
    future = backup(NOW + timedelta(days=999))
    gone = over_limit([*own, future], NOW, 1)
    assert [f"{each.taken:%m-%d %H}" for each in gone] == [
        "11-21 12",
        "11-21 15",
        "11-18 18",
        "11-19 18",
        "11-20 18",
        "08-16 18",
    ]
    assert over_limit(own, NOW, len(own)) == ()
    assert len(over_limit(own, NOW, len(own) - 1)) == 1


def test_what_may_be_of_another_journal_never_goes() -> None:
    old = [NOW - timedelta(days=number) for number in range(60)]
    others = [Backup(Path(f"{taken}"), taken, Kind.REGULAR, "", 1, 0, ours=False) for taken in old]
    assert to_remove(others, NOW) == ()
    assert over_limit([*others, backup(NOW)], NOW, 0) == ()
