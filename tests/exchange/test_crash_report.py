"""The report of a mistake of backjournal's own."""

import stat
from pathlib import Path

import pytest

from backjournal.cli.direct import directly
from backjournal.exchange.crash_report import REPORTS, faults_of, report_words, where, write_report
from backjournal.store.diary import Diary
from tests.helpers.commands import Commands, program

SECRET = "what nobody else may read"


def fault(number: int = 0) -> BaseException:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            note = f"{SECRET} {number}"
            raise RuntimeError(note) from error
    except RuntimeError as error:
        return error


@pytest.fixture
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of states that the system names; it is not made yet."""
    monkeypatch.setattr("platformdirs.user_state_path", lambda name, appauthor: tmp_path / "state" / name)
    return tmp_path / "state" / "backjournal"


def test_a_report_has_types_and_places_and_neither_messages_nor_values(tmp_path: Path) -> None:
    path = write_report(faults_of(fault()), tmp_path)
    assert path is not None
    text = path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "\nRuntimeError\n" in text
    assert "\nwhich came after KeyError\n" in text
    assert "tests/exchange/test_crash_report.py, line " in text
    assert SECRET not in text
    assert str(tmp_path) not in text


def test_the_same_mistake_has_one_report(tmp_path: Path) -> None:
    assert len({write_report(faults_of(fault(number)), tmp_path) for number in range(3)}) == 1
    assert len(list(tmp_path.glob(REPORTS))) == 1


def test_where_the_journal_has_no_folder_the_state_folder_takes_it(tmp_path: Path, state_folder: Path) -> None:
    for folder in (None, tmp_path / "not there"):
        path = write_report(faults_of(fault()), folder)
        assert path is not None
        assert path.parent == state_folder
    assert stat.S_IMODE(state_folder.stat().st_mode) == 0o700


def test_where_no_folder_takes_it_the_line_is_reported(tmp_path: Path, state_folder: Path) -> None:
    state_folder.parent.write_text("in the way")
    assert report_words(faults_of(fault()), None) == "please report this line"


def test_an_error_that_came_from_nowhere_is_told_too() -> None:
    assert where(faults_of(ValueError(SECRET))) == "ValueError"


def test_a_command_names_its_report(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    commands.output("log", "--pain", "4")
    monkeypatch.setattr(Diary, "check_ins", fail)
    message = commands.refusal("diary")
    (report,) = commands.journal.parent.glob(REPORTS)
    assert message.startswith("an error of backjournal itself (RuntimeError in diary.py, line ")
    assert message.endswith(f"please report it with {report}, which holds nothing that you wrote")
    text = report.read_text("utf-8")
    assert "\n  backjournal/cli/diary/diary.py, line " in text
    assert SECRET not in message + text


ANYWHERE = """
from backjournal.cli import direct, root
class Leaves:
    def __del__(self): raise ValueError("a secret")
def fail(*_):
    left = Leaves()
    raise ValueError("a secret")
direct.directly = fail
"""
"""Makes the program fail before it knows what it is asked for, and while it cleans up."""


@pytest.mark.parametrize(
    ("words", "function"), [(["status"], "status.print_status"), (["today"], "today.print_today"), ([], "app.open_app")]
)
def test_what_starts_without_click_tells_a_mistake_in_one_line(
    commands: Commands,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    function: str,
) -> None:
    def fail(_session: object) -> int:
        raise ValueError(SECRET)

    monkeypatch.setattr(f"backjournal.cli.{function}", fail)
    start = directly(words, {"BACKJOURNAL_FILE": str(commands.journal)})
    assert start is not None
    assert start() == 1
    (line,) = capsys.readouterr().err.splitlines()
    (report,) = commands.journal.parent.glob(REPORTS)
    assert SECRET not in line + report.read_text("utf-8")
    assert str(report) in line


def test_wherever_the_program_fails_it_prints_one_line(tmp_path: Path) -> None:
    result = program("diary", prelude=ANYWHERE, env={"XDG_STATE_HOME": str(tmp_path)})
    (report,) = tmp_path.rglob(REPORTS)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert str(report) in result.stderr
    assert "secret" not in result.stderr + report.read_text("utf-8")
