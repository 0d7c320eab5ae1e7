"""The table of the diary's values: every row is stored, read back, asked for, exported, shown and drawn."""

import csv
import io
import json
import sqlite3

import pytest

from backjournal.cli.root import root
from backjournal.demo import make_demo
from backjournal.exchange.diary_lines import check_in_line
from backjournal.exchange.export import export_csv
from backjournal.model.diary_values import DIARY_VALUES, NUMBERS, DiaryValue, Kind
from backjournal.model.errors import InvalidValue
from backjournal.model.marks import Mark, MarkKind
from backjournal.store.store import Store
from backjournal.trends.record import Record
from backjournal.trends.series import all_series
from backjournal.tui.app import BackjournalApp
from backjournal.tui.widgets.form import Field
from backjournal.tui.widgets.words import check_in_line as shown_line
from tests.helpers.app import COMFORTABLE, running
from tests.helpers.commands import Commands
from tests.helpers.values import TODAY, check_in, diary_day

EACH = pytest.mark.parametrize("value", DIARY_VALUES, ids=lambda value: value.name)
EACH_NUMBER = pytest.mark.parametrize("value", NUMBERS, ids=lambda value: value.name)
NOT_VALUES = {"id", "rev", "deleted", "at", "utc_offset", "day", "signs"}
"""Columns of a check-in that hold its identity, its time, and what was heard in it."""


def a_check_in(value: DiaryValue, number: float = 7) -> tuple[dict[str, object], str]:
    """Return the arguments of a check-in with this value only, and the value as CSV writes it."""
    if value.is_number:
        return {value.name: number}, f"{number:g}"
    if value.kind is Kind.TEXT:
        return {value.name: "rain"}, "rain"
    return {"marks": (Mark(MarkKind(value.name), "cold"),)}, "cold"


@EACH
def test_a_value_is_stored_read_back_exported_and_shown(value: DiaryValue, store: Store) -> None:
    given, written = a_check_in(value)
    known = check_in(1, **given)
    store.diary.save(known)
    (found,) = store.diary.check_ins()
    assert found == known
    (row,) = csv.DictReader(io.StringIO(b"".join(export_csv(store, "diary")).decode("utf-8-sig")))
    assert row[value.csv_column] == written
    assert f"{value.label}" in check_in_line(found)
    assert written in shown_line(found).plain


@pytest.mark.slow
@EACH
def test_a_value_is_written_changed_and_taken_away_on_the_command_line(value: DiaryValue, fresh: Commands) -> None:
    option, (typed, other) = f"--{value.option}", ("7", "3") if value.is_number else ("cold", "warm")
    fresh.output("log", "--note", "kept", "--where", "kept", option, typed)

    def kept() -> object:
        (row,) = json.loads(fresh.output("diary", "--json"))
        return row[value.csv_column]

    (row,) = json.loads(fresh.output("diary", "--json"))
    assert typed in str(kept())
    fresh.output("edit", row["id"], option, other)
    assert other in str(kept())
    fresh.output("edit", row["id"], option, "")
    assert kept() in (None, [], "")


def test_the_columns_of_the_table_are_the_values(store: Store) -> None:
    with sqlite3.connect(store.path) as db:
        columns = {row[1] for row in db.execute("PRAGMA table_info(check_ins)")}
    words = {value.name for value in DIARY_VALUES if value.kind is Kind.WORDS}
    assert columns - NOT_VALUES == {value.name for value in DIARY_VALUES} - words
    assert words == set(MarkKind)


@EACH_NUMBER
def test_a_number_is_a_day_a_series_and_a_choice_of_the_trends(
    value: DiaryValue, store: Store, fresh: Commands
) -> None:
    store.diary.save(check_in(1, **{value.name: 8}))
    store.diary.save(check_in(2, **{value.name: 5}))
    noted = store.diary_days.all()[TODAY]
    assert noted.values == {value.name: 8 if value.day_is_highest else 6.5}
    record = Record(TODAY, diary={TODAY: diary_day(TODAY, **{value.name: 8})})
    (series,) = [series for series in all_series(record) if series.key == value.key]
    assert (series.key, series.days, series.better) == (value.key, {TODAY: 8}, value.better)
    fresh.output("log", f"--{value.option}", "7")
    of_day = "Sat 8" if value.day_is_highest else "Sat 6.7"
    assert of_day in fresh.output("trends", "calendar", "--of", value.key, "--plain")


@EACH_NUMBER
def test_a_number_is_refused_beyond_its_ends(value: DiaryValue) -> None:
    for number in (-1, value.high + 1, float("nan")):
        with pytest.raises(InvalidValue, match=f"{value.label}: .* is not between 0 and {value.high}") as refusal:
            check_in(1, **{value.name: number})
        assert refusal.value.field == value.name


async def test_the_form_asks_for_every_value(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("n")
        asked = [field.name or "" for field in person.screen.query(Field)]
        assert asked[:5] == ["pain", "worst_pain", "mobility", "mood", "note"]
        assert sorted(asked) == sorted([*(value.name for value in DIARY_VALUES), "flare_up", "day", "time"])


def test_the_made_up_person_gives_every_value(store: Store) -> None:
    make_demo(store, TODAY)
    given = {name for noted in store.diary_days.all().values() for name in noted.values}
    assert given == {value.name for value in NUMBERS}


def test_names_columns_and_options_are_unique_and_the_help_has_them_all() -> None:
    for names in (
        [value.name for value in DIARY_VALUES],
        [value.csv_column for value in DIARY_VALUES],
        [value.option for value in DIARY_VALUES],
        [value.key for value in DIARY_VALUES],
    ):
        assert len(set(names)) == len(names)
    for command in ("log", "edit"):
        options = {option.name for option in root.commands[command].params}
        assert {value.name for value in DIARY_VALUES} <= options
