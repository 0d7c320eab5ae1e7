"""The contracts of the layers notice every import that they forbid, in files that nobody has listed too."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PLANTED = (
    # file, the import planted in it, what the report says of it
    ("tui/diary/pane.py", "backjournal.store.store", "backjournal.tui.diary.pane -> backjournal.store.store"),
    ("tui/diary/entries.py", "backjournal.tui.plan.pane", "backjournal.tui.diary.entries -> backjournal.tui.plan.pane"),
    ("tui/plan/new.py", "backjournal.journal.record", "backjournal.tui.plan.new -> backjournal.journal.record"),
    ("tui/widgets/new.py", "backjournal.tui.core.state", "backjournal.tui.widgets.new -> backjournal.tui.core.state"),
    ("tui/core/new.py", "backjournal.tui.today.pane", "backjournal.tui.core.new -> backjournal.tui.today.pane"),
    ("views/new.py", "plotext", "backjournal.views.new -> plotext"),
    ("exchange/new.py", "textual", "backjournal.exchange.new -> textual"),
    ("cli/new.py", "textual", "backjournal.cli.new -> textual"),
    ("trends/new.py", "rich", "backjournal.trends.new -> rich"),
    ("trends/weeks.py", "backjournal.store.store", "backjournal.trends.weeks -> backjournal.store.store"),
    ("plan/new.py", "backjournal.guidance.run", "backjournal.plan.new -> backjournal.guidance.run"),
    ("model/new.py", "backjournal.days", "backjournal.model.new -> backjournal.days"),
    ("tui/gadgets/__init__.py", "os", "gadgets"),
    ("extras/__init__.py", "os", "extras"),
)


def linted(package: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts on a copy of the package; they are read from the pyproject.toml beside it."""
    lint = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    command = [sys.executable, "-c", lint, "--no-cache"]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=package.parent, timeout=120)


@pytest.mark.slow
def test_every_planted_violation_is_noticed(tmp_path: Path) -> None:
    package = tmp_path / "backjournal"
    shutil.copytree(PROJECT / "backjournal", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    clean = linted(package)
    assert clean.returncode == 0, clean.stdout
    for name, imported, _ in PLANTED:
        file = package / name
        file.parent.mkdir(exist_ok=True)
        before = file.read_text("utf-8") if file.exists() else ""
        file.write_text(f"{before}\nimport {imported}\n", "utf-8")
    report = linted(package)
    assert report.returncode == 1
    assert [said for _, _, said in PLANTED if said not in report.stdout] == []
