"""Exports and settings in the app."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from textual.widgets import Input, Select

from backjournal.exchange.export import export_csv
from backjournal.exchange.plan_file import plan_file
from backjournal.model.about_you import AboutYou
from backjournal.model.flare_ups import FlareUp
from backjournal.model.onset import Onset
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.trends.figures import Figures
from tests.helpers.app import at_rest, running, seeded
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.measures_app import measured
from tests.helpers.values import TODAY


@pytest.mark.slow
async def test_an_export_is_written_and_never_over_a_file_that_is_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    diary, checklist = (tmp_path / f"backjournal-{kind}-2026-11-21.csv" for kind in ("diary", "checklist"))
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "x")
        assert person.screen.query_one("#file", Input).value == str(diary)
        await person.press("ctrl+s")
        await person.threads_done()
        rows = diary.read_bytes().decode("utf-8-sig").splitlines()
        assert rows[0].startswith("id,day,time,utc_offset,pain")
        assert len(rows) == 11
        assert person.notices == [f"Written: {diary.name}\nin {diary.parent}"]
        await person.press("x", "ctrl+s")
        await person.threads_done()
        assert f"{diary.name} exists already" in person.problems()["file"]
        await person.press("escape", "1", "x")
        assert person.screen.query_one("#file", Input).value == str(checklist)
        person.screen.query_one("#what", Select).value = "diary"
        await at_rest(person.app)
        assert person.screen.query_one("#file", Input).value == str(diary), "an unchanged name follows the kind"
        person.screen.query_one("#since", Input).value = "someday"
        await person.press("ctrl+s")
        await person.threads_done()
        assert "is not a day" in person.problems()["since"]
        person.screen.query_one("#since", Input).value = "2026-11-20"
        await person.to_field("force")
        await person.press("space", "ctrl+s")
        await person.threads_done()
        assert len(diary.read_bytes().decode("utf-8-sig").splitlines()) == 4
        await person.press("x")
        person.screen.query_one("#file", Input).value = str(tmp_path / "nowhere" / "file.csv")
        await person.press("ctrl+s")
        await person.threads_done()
        assert "does not exist" in person.problems()["file"]
        person.screen.query_one("#file", Input).value = " "
        await person.press("ctrl+s")
        await person.threads_done()
        assert "give the file a name" in person.problems()["file"]
        assert not checklist.exists()


@pytest.mark.slow
async def test_x_exports_in_each_pane_what_it_shows(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    measured(seeded(store))
    plan = plan_file(store.plan.facts(), store.plan.entries(TODAY))
    wanted = {kind: b"".join(export_csv(store, kind)) for kind in ("checklist", "diary", "measures")} | {"plan": plan}
    async with running(BackjournalApp(store)) as person:
        for key, kind in {"1": "checklist", "2": "diary", "3": "diary", "4": "plan", "5": "measures"}.items():
            await person.press(key)
            await person.threads_done()
            await person.press("x", "ctrl+s")
            await person.threads_done()
            assert taken_away(tmp_path, f"backjournal-{kind}-2026-11-21.*") == wanted[kind]


def taken_away(folder: Path, name: str) -> bytes:
    """Remove the only file of a name from a folder, and return what was in it."""
    (written,) = folder.glob(name)
    content = written.read_bytes()
    written.unlink()
    return content


@pytest.mark.slow
async def test_settings_move_the_day_and_the_week(store: Store, clock: ManualClock) -> None:
    clock.set(datetime(2026, 11, 21, 3, 0, tzinfo=BERLIN))
    store.diary.save_flare_up(FlareUp("older", date(2026, 1, 1), date(2026, 1, 2)))
    async with running(BackjournalApp(store)) as person:
        assert "Fri 20 Nov 2026" in person.text
        await person.press("comma")
        assert person.window == "SettingsForm"
        starts = person.screen.query_one("#day_starts_at", Input)
        starts.value = "noon"
        await person.press("ctrl+s")
        assert "is not a time of day" in person.problems()["day_starts_at"]
        starts.value = "12:01"
        await person.press("ctrl+s")
        assert "between 00:00 and 12:00" in person.problems()["day_starts_at"]
        starts.value = "02:30"
        person.screen.query_one(Select).value = 6
        onset = person.screen.query_one("#onset", Input)
        onset.value = "2030"
        await person.press("ctrl+s")
        assert "has not come yet" in person.problems()["onset"]
        onset.value = "2019"
        await person.press("ctrl+s")
        about = AboutYou(context=frozenset())
        assert store.settings.get() == Settings(
            time(2, 30), WeekStarts().changed(6, TODAY), onset=Onset("2019"), about_you=about
        )
        assert "begins on 2026-11-22" in person.notices[-1]
        assert "Sat 21 Nov 2026" in person.text
        assert person.app.day == TODAY
        await person.press("3")
        await person.threads_done()
        weeks = [date.fromisoformat(row[0]) for row in person.app.query_one(Figures).shown]
        assert [first_day.weekday() for first_day in weeks] == [0] * 12, "weeks that have begun keep their days"


async def test_an_export_begins_at_home_if_the_working_folder_is_gone(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    monkeypatch.setenv("HOME", str(tmp_path))
    async with running(BackjournalApp(store)) as person:
        gone.rmdir()
        await person.press("x")
        file = person.screen.query_one("#file", Input)
        assert Path(file.value).parent == tmp_path
        file.value = "~/mine.csv"
        await person.press("ctrl+s")
        await person.threads_done()
        assert (tmp_path / "mine.csv").exists()
