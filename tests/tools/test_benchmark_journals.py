"""The benchmark's journals: as many half years as asked for, which the program takes for its own, kept for a day."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.days import SystemClock
from backjournal.demo import DAYS
from backjournal.store.store import Store
from tests.tools.benchmark import journals
from tests.tools.benchmark.journals import CHECKLIST, kept_journal, make_journal

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a journal of two years."""
    path = make_journal(tmp_path_factory.mktemp("journals") / "journal.db", 2)
    with closing(Store.open(path, SystemClock())) as store:
        yield store


def test_each_half_year_has_as_much_as_the_others(two_years: Store) -> None:
    today = two_years.today()
    ends = [today - timedelta(days=number * DAYS) for number in range(5)]
    spans = [(end - timedelta(days=DAYS - 1), end) for end in ends]
    now, *earlier, before = [two_years.diary.check_ins(*span) for span in spans]
    assert not before
    assert len(now) in {len(earlier[0]) - 1, len(earlier[0]), len(earlier[0]) - 2}  # today is not over
    assert [len(each) for each in earlier] == [len(earlier[0])] * 3
    assert [each.note for each in earlier[0]] == [each.note for each in earlier[2]]
    assert len(two_years.practices.between(*spans[1])) == len(two_years.practices.between(*spans[3])) > 1200


def test_an_old_half_year_leaves_nothing_in_the_plan_of_today(two_years: Store) -> None:
    names = [item.exercise.name for item in two_years.checklist(two_years.today())]
    assert set(CHECKLIST) <= set(names)
    assert len(names) == len(set(names))


def test_a_journal_is_made_once_and_again_when_it_is_out_of_date(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[int] = []

    def make(path: Path, years: int) -> Path:
        made.append(years)
        path.write_text("a journal")
        return path

    monkeypatch.setattr(journals, "user_cache_path", lambda _: tmp_path)
    monkeypatch.setattr(journals, "make_journal", make)
    first = kept_journal(1)
    assert kept_journal(1) == first
    kept_journal(10)
    assert made == [1, 10]
    kept_journal(1, remake=True)
    assert made == [1, 10, 1]
    monkeypatch.setattr(journals, "_key", lambda: "another day")
    assert kept_journal(1) != first
    assert made == [1, 10, 1, 1]
    assert not first.exists()
