"""What a view shows of a record that reaches only as far back as the view looks is what it shows of the whole one."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.journal.record import journal_record
from backjournal.store.store import Store
from backjournal.trends.answer import answer_of, measure_since_start
from backjournal.trends.record import Record
from backjournal.trends.time_course import remark_due
from backjournal.trends.window import RANGES, Window
from backjournal.views.answer_text import headline
from backjournal.views.catalog import VIEWS, View
from backjournal.views.choice import Choice
from tests.helpers.any_journal import fill, journal_from
from tests.helpers.records import ago
from tests.helpers.values import AT_EIGHT, TODAY, check_in_at

WINDOWS = [
    *(Window(weeks, TODAY) for weeks in RANGES),
    Window(12, ago(50)),
    Window(None, ago(120)),
    Window(12, TODAY, ago(20)),
    Window(12, ago(100), ago(130)),
]


def shown(record: Record, view: View, window: Window) -> object:
    """Return all that a view shows of a record, with what is told around it."""
    figures = view.compute(record, Choice(window, exercise_id="", measure_id=""))
    around = window.days(record), record.earliest, remark_due(record, (), TODAY), headline(answer_of(record))
    changes = [measure_since_start(record, each) for each in record.measures]
    return figures.data(), figures.lines(), figures.tables(), around, changes


@pytest.mark.slow
@given(seed=st.integers(0, 2**32), window=st.sampled_from(WINDOWS))
def test_every_view_shows_the_same_of_its_days_as_of_the_whole_journal(
    seed: int, window: Window, empty_journal: Path
) -> None:
    with journal_from(empty_journal) as store:
        fill(store, Random(seed))
        weeks, whole = store.settings.get().weeks, journal_record(store, TODAY)
        for view in VIEWS:
            part = journal_record(store, TODAY, view.since(window, weeks))
            assert part.since <= view.since(window, weeks)
            assert shown(part, view, window) == shown(whole, view, window), view.key


def test_the_days_before_those_of_the_view_are_not_read(store: Store) -> None:
    with store.changes.write("years"):
        for days in range(0, 3000, 2):
            store.diary.save(check_in_at(f"c{days}", AT_EIGHT - timedelta(days), ago(days), pain=days % 7))
    part = journal_record(store, TODAY, ago(84))
    assert part.since > ago(84 + 7)
    before = [day for day in part.diary if day < part.since]
    assert before == [ago(2998), *before[1:]]
    assert len(before) <= 8, "the first two weeks, which are the baseline"
    assert journal_record(store, TODAY).whole
    assert journal_record(store, TODAY, ago(2998)).whole, "nothing is older"


@pytest.mark.parametrize("view", [view.key for view in VIEWS])
def test_what_looks_at_everything_needs_the_whole_journal(view: str, store: Store) -> None:
    chosen = next(each for each in VIEWS if each.key == view)
    weeks = store.settings.get().weeks
    everything = chosen.since(Window(None, TODAY), weeks)
    assert everything == (date.min if chosen.ranged else TODAY - timedelta(7))
    assert (chosen.since(Window(12, TODAY), weeks) == date.min) is (view in ("calendar", "compare"))
