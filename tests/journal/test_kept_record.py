"""A record of which only the changes are read again is the one that is read afresh."""

from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backjournal.journal.record import Kept, fetch_record, journal_record, renewed
from backjournal.store.store import Store
from backjournal.trends.record import Record
from tests.helpers.any_journal import CHANGES, DAYS, fill, journal_from, write_any
from tests.helpers.records import ago
from tests.helpers.values import TODAY

STEPS = st.lists(
    st.tuples(
        st.lists(st.sampled_from([*CHANGES]), min_size=1, max_size=3),
        st.sampled_from([0, 0, 0, 1, 9]),
        st.sampled_from([TODAY, ago(60), ago(150), ago(DAYS), date.min]),
    ),
    max_size=8,
)
"""Changes by name, how many days pass after them, and the day since which the record is wanted."""


def content(record: Record) -> dict[str, Any]:
    """Return the fields of a record, with its days in their order."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: [*value.items()] if isinstance(value, dict) else value for name, value in values.items()}


def read(store: Store, today: date, since: date, kept: Kept | None = None) -> Kept:
    return renewed(fetch_record(store, today, since, kept))


@given(seed=st.integers(0, 2**32), steps=STEPS)
def test_after_any_changes_the_kept_days_are_those_read_afresh(
    seed: int, steps: list[tuple[list[str], int, date]], empty_journal: Path
) -> None:
    chance, today, kept = Random(seed), TODAY, None
    with journal_from(empty_journal) as store:
        fill(store, chance)
        for changes, days, since in steps:
            for change in changes:
                write_any(store, chance, change)
            today += timedelta(days=days)
            kept = read(store, today, since, kept)
            assert content(kept.record) == content(journal_record(store, today, kept.record.since))
