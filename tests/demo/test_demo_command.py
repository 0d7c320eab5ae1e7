"""The demo command: the app on a throw-away journal with made-up data."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from backjournal.cli import app
from backjournal.cli.root import root
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock


class _Terminal:
    """A stand-in for `sys` in a terminal."""

    class _Stream:
        def isatty(self) -> bool:
            return True

    stdin = stdout = _Stream()


def test_the_command_shows_a_throw_away_journal(
    tmp_path: Path, journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, str, int]] = []

    def run(store: Store, banner: str = "") -> int:
        seen.append((store.path.parent.stat().st_mode & 0o777, banner, len(store.diary.check_ins())))
        assert store.path.parent.parent == tmp_path
        return 4

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(app, "sys", _Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("backjournal.tui.app.run", run)
    result = CliRunner().invoke(root, ["--journal", str(journal), "demo"], obj=clock)
    assert result.exit_code == 4
    ((mode, banner, check_ins),) = seen
    assert (mode, banner) == (0o700, "Demo: made-up data, nothing is kept")
    assert check_ins > 150
    assert list(tmp_path.iterdir()) == []


APP_THAT_WAITS = """
import sys, types
from backjournal.cli import app
def run(store, banner=''):
    print(store.path.parent, flush=True)
    sys.stdin.readline()
    return 0
sys.modules['backjournal.tui.app'] = types.SimpleNamespace(run=run)
app.need_terminal = lambda: None
sys.argv = ['backjournal', 'demo']
from backjournal.cli import main
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "number",
    [
        None,
        signal.SIGTERM,
        pytest.param(signal.SIGHUP, marks=pytest.mark.slow),
        pytest.param(signal.SIGINT, marks=pytest.mark.slow),
    ],
)
def test_nothing_is_left_behind_on_any_exit(tmp_path: Path, number: signal.Signals | None) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", APP_THAT_WAITS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"TMPDIR": str(tmp_path), "TERM": "xterm"},
    )
    assert program.stdout is not None
    folder = Path(program.stdout.readline().strip())
    assert (folder / "journal.db").exists()
    if number is not None:
        program.send_signal(number)
    _, errors = program.communicate("\n", timeout=30)
    left_with = {None: 0, signal.SIGINT: 1}.get(number, 128 + (number or 0))
    assert program.returncode == left_with
    assert "Traceback" not in errors
    assert list(tmp_path.iterdir()) == []
