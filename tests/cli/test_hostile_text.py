"""What another program wrote into the journal acts on no terminal, whatever the column."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.exchange.as_json import data_json
from backjournal.model.text import shown_id
from backjournal.store.store import Store
from tests.helpers.app import seeded
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.experiments import experiment, put
from tests.helpers.hostile import controls, hostile_texts, write_foreign
from tests.helpers.measures_app import measured

READING = (
    *(["today"], ["today", "--json"], ["status"], ["diary"], ["diary", "--json"], ["diary", "--search", "n"]),
    *(["plan"], ["plan", "--json"], ["plan", "export"], ["measures"], ["measures", "--json"], ["experiment"]),
    *(["trends"], ["trends", "--plain"], ["trends", "goes-with"], ["trends", "exercises"], ["trends", "--json"]),
    *(
        ["export", "diary"],
        ["export", "checklist"],
        ["export", "measures"],
        ["export", "plan"],
        ["settings"],
        ["check"],
    ),
    *(["undo"], ["redo"], ["delete", "no-such"], ["done", "no-such"], ["measures", "record", "no-such", "1"]),
    *(["check"], ["symptoms"]),
)


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a journal whose words another program has written."""
    journal = tmp_path_factory.mktemp("wild") / "journal.db"
    with closing(Store.open(journal, ManualClock())) as store:
        put(measured(seeded(store)), experiment())
    write_foreign(journal, hostile_texts(500))
    return journal


@pytest.fixture
def among(wild: Path, journal: Path, clock: ManualClock) -> Commands:
    """Return the commands on a copy of that journal."""
    journal.parent.mkdir()
    shutil.copy(wild, journal)
    return Commands(journal, clock)


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_no_command_prints_what_acts_on_a_terminal(among: Commands, arguments: list[str]) -> None:
    result = among.run(*arguments)
    assert list(controls(result.output)) == []
    assert "Traceback" not in result.output


def test_a_check_in_with_a_wild_id_is_found_by_the_id_that_is_shown(among: Commands) -> None:
    with closing(Store.open(among.journal, among.clock)) as store:
        wanted = next(entry for entry in store.diary.check_ins() if shown_id(entry.id) != entry.id)
    shown = shown_id(wanted.id)
    assert shown in {row["id"] for row in among.json("diary", "--json")}
    among.output("delete", shown)
    assert shown not in {row["id"] for row in among.json("diary", "--json")}


def test_figures_as_json_hold_nothing_that_acts_on_a_terminal() -> None:
    assert data_json({"id": "a\x9b31mb\u202ec\ud800"}) == '{\n  "id": "a31mbc\ufffd"\n}'


def test_the_words_of_a_day_are_clean(among: Commands) -> None:
    with closing(Store.open(among.journal, among.clock)) as store:
        words = [word for day in store.diary_days.all().values() for _, word in day.marks]
    assert words
    assert list(controls("".join(words))) == []
