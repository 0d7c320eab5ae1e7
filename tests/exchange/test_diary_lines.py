"""The lines of the diary, which are made from rows, are those of its check-ins."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.exchange.diary_lines import day_heading, diary_lines, values_text
from backjournal.library.red_flags import advice, most_urgent
from backjournal.model.check_ins import CheckIn
from backjournal.model.facts import mark_facts, value_facts
from backjournal.store.store import Store
from tests.helpers.any_journal import fill
from tests.helpers.anything import check_ins
from tests.helpers.values import AT_EIGHT, TODAY, check_in_at


def printed(store: Store, first: date = date.min, last: date = date.max) -> list[str]:
    """Return the lines as the command prints them."""
    rows = store.diary_rows.between(first, last, newest_first=True)
    return diary_lines(rows, store.diary.signs(first, last), store.diary.flare_ups(), TODAY)


def lines_of(store: Store) -> list[str]:
    """Return the lines of the check-ins themselves, which the command does without."""
    lines: list[str] = []
    signs, flare_ups = store.diary.signs(date.min, date.max), store.diary.flare_ups()
    for day, of_day in groupby(store.diary.check_ins(), key=lambda check_in: check_in.day):
        lines += ["", day_heading(day, TODAY, flare_ups)]
        for check_in in of_day:
            lines += lines_of_one(check_in, signs.get(check_in.id, ()))
    return lines[1:]


def lines_of_one(check_in: CheckIn, signs: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of one check-in."""
    values = ", ".join(f"{fact.label} {fact.words}" for fact in value_facts(check_in))
    yield f"At {check_in.at:%H:%M}, check-in {check_in.id[:8]}: {values or 'no values'}."
    yield from (f"  {fact.label.capitalize()}: {fact.words}." for fact in mark_facts(check_in))
    if signs:
        yield f"  Advice: {advice(most_urgent(signs)).title}."
    if check_in.note:
        yield "  Note: " + check_in.note.replace("\n", "\n    ")


@pytest.mark.slow
@given(st.lists(check_ins(), min_size=1, max_size=4))
def test_the_lines_are_those_of_the_check_ins(any_store: Store, known: list[CheckIn]) -> None:
    for each in known:
        any_store.diary.save(each)
    assert printed(any_store) == lines_of(any_store)
    any_store.diary.delete(known[0])
    assert printed(any_store) == lines_of(any_store)


def test_the_lines_of_months_are_those_of_the_check_ins(store: Store) -> None:
    fill(store, Random(11))
    assert len(printed(store)) > 200
    assert any("flare-up" in line for line in printed(store))
    assert printed(store) == lines_of(store)


def test_check_ins_of_one_day_and_of_one_moment_come_newest_first(store: Store) -> None:
    for number, minutes in enumerate((5, 0, 5, 9)):
        store.diary.save(check_in_at(f"c{number}", AT_EIGHT + timedelta(minutes=minutes), TODAY, pain=number))
    assert [line.split()[3] for line in printed(store)[1:]] == ["c3:", "c2:", "c0:", "c1:"]
    assert printed(store) == lines_of(store)


@given(check_ins())
def test_the_values_of_a_check_in_in_one_line(known: CheckIn) -> None:
    assert values_text(known) == ", ".join(f"{fact.label} {fact.words}" for fact in value_facts(known))
