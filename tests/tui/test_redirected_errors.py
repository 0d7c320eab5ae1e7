"""Standard error that leads elsewhere, while Textual draws on it and afterwards."""

import os
import sys
from pathlib import Path

import pytest

from backjournal.tui.core.terminal import drawn_on_terminal


def test_errors_lead_to_the_terminal_only_while_the_app_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, shown = tmp_path / "errors.txt", tmp_path / "terminal.txt"
    with place.open("w") as errors, shown.open("w") as terminal:
        monkeypatch.setattr(sys, "__stderr__", errors)
        monkeypatch.setattr(sys, "__stdout__", terminal)
        with drawn_on_terminal():
            os.write(errors.fileno(), b"drawn")
        os.write(errors.fileno(), b"told afterwards")
    assert (shown.read_text(), place.read_text()) == ("drawn", "told afterwards")
