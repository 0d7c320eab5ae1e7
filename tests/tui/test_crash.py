"""A mistake of the app itself: what is typed is kept, and one line names a report without a word of the diary."""

import stat
from pathlib import Path

import pytest
from textual.widgets import TextArea

from backjournal.exchange.crash_report import REPORTS
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import running
from tests.helpers.values import check_in

SECRET = "what nobody else may read"


def failing(store: Store, monkeypatch: pytest.MonkeyPatch) -> BackjournalApp:
    """Return an app that fails with a note in its error when help is asked for, and again while it ends."""
    store.diary.save(check_in(1, note=SECRET))
    app = BackjournalApp(store)

    def fail() -> None:
        note = store.diary.check_ins()[0].note
        raise ValueError(note)

    monkeypatch.setattr(app, "action_help", fail)
    return app


def reports(store: Store) -> list[Path]:
    return list(store.path.parent.glob(REPORTS))


async def test_a_crash_is_told_in_one_line_that_names_a_report(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = failing(store, monkeypatch)
    with pytest.raises(ValueError, match=SECRET):
        async with running(app) as person:
            await person.press("?")
    written = capsys.readouterr()
    (report,) = reports(store)
    (line,) = written.err.splitlines()
    assert line.startswith("backjournal stopped because of an error in the program: ValueError in test_crash.py, line ")
    assert line.endswith(
        f"What was shown as saved is saved. Please report it with {report}, which holds nothing that you wrote."
    )
    assert SECRET not in written.out + written.err
    assert app.return_code == 1


async def fail_twice(app: BackjournalApp) -> None:
    async with running(app) as person:
        for pump in (app, person.screen):
            pump.call_later(app.action_help)
        await person.look()


async def test_what_fails_after_a_crash_is_not_told_too(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = failing(store, monkeypatch)
    with pytest.raises(ValueError, match=SECRET):
        await fail_twice(app)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("backjournal stopped because of an error in the program: ValueError in test_crash.py, line ")


async def test_forms_that_are_broken_themselves_keep_no_report_back(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = failing(store, monkeypatch)

    def fail() -> None:
        raise KeyError

    monkeypatch.setattr(app, "keep_drafts", fail)
    with pytest.raises(ValueError, match=SECRET):
        async with running(app) as person:
            await person.press("?")
    (report,) = reports(store)
    assert f"Please report it with {report}, " in capsys.readouterr().err


async def test_the_report_says_where_and_holds_nothing_that_was_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match=SECRET):
            async with running(failing(store, monkeypatch)) as person:
                await person.press("?")
    (report,) = reports(store)
    text = report.read_text("utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert text.startswith("backjournal ")
    assert "\nValueError\n" in text
    assert ", in fail\n" in text
    assert "Python 3." in text
    assert SECRET not in text
    assert str(Path.home()) not in text
    assert str(Path(__file__).parents[2]) not in text


async def type_and_fail(app: BackjournalApp) -> None:
    async with running(app) as person:
        await person.press("n")
        person.screen.query_one("#note", TextArea).text = "typed just now"
        app.call_later(app.action_help)
        await person.look()


@pytest.mark.slow
async def test_what_is_typed_is_kept_at_a_crash(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = failing(store, monkeypatch)
    with pytest.raises(ValueError, match=SECRET):
        await type_and_fail(app)
    async with running(BackjournalApp(store)) as person:
        await person.press("n")
        assert person.screen.query_one("#note", TextArea).text == "typed just now"
