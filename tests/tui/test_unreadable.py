"""The app on a journal with a row that cannot be read: everything else is shown, and it is told once."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import running
from tests.helpers.clock import ManualClock
from tests.helpers.unreadable import BY_DAMAGE, BY_OTHERS, Bad, spoil


@pytest.mark.slow
@pytest.mark.parametrize(
    "bad",
    [
        BY_OTHERS["moment as a number"],
        BY_OTHERS["exercise without a name"],
        BY_OTHERS["week that begins on no weekday"],
        BY_OTHERS["note that is no text"],
        BY_DAMAGE["result on no day"],
    ],
)
async def test_every_pane_shows_the_rest_and_the_row_is_told_once(full: Path, journal: Path, bad: Bad) -> None:
    journal.parent.mkdir(mode=0o700)
    shutil.copy(full, journal)
    spoil(journal, bad)
    with closing(Store.open(journal, ManualClock())) as store:
        async with running(BackjournalApp(store)) as person:
            assert "Bridge" in person.text
            for key in "234512":
                await person.press(key)
                await person.look()
            assert "Note: note 1" in person.text or "note 1" in person.text
            told = [notice for notice in person.notices if "of the journal cannot be read" in notice]
            assert len(told) == len(set(told)) >= 1
            assert any(bad.id in notice and bad.why in notice for notice in told)
