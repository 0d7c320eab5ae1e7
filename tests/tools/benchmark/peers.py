"""Programs that the app is measured beside: how they are found and set up. None of them is a dependency."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.helpers.terminal import environment

HOW_TO_INSTALL = """\
peers: kanban-tui and jrnl are measured beside the app where they are found, without being dependencies of it.
Install them into an environment of their own and put its folder on the PATH, before the others:
  python3 -m venv ~/peers && ~/peers/bin/pip install kanban-tui jrnl
  PATH="$PATH:$HOME/peers/bin" .venv/bin/python -m tests.tools.benchmark"""

TASKS = ("Knee rolls", "Pelvic tilt")
"""The tasks on the board of kanban-tui."""

_JRNL = """\
journals:
  default: {folder}/jrnl.txt
colors: {{body: none, date: none, tags: none, title: none}}
"""


def beside(name: str) -> Path:
    """Return the path of a script in the folder `beside`."""
    return Path(__file__).parent / "beside" / f"{name}.py"


def found(program: str) -> str | None:
    """Return the path of a program, in the environment of this one or on the PATH; None if there is none."""
    own = Path(sys.executable).parent
    return shutil.which(program, path=own) or shutil.which(program)


def kanban_board(program: str, folder: Path) -> None:
    """Give kanban-tui a board with tasks in a folder, unless it has one."""
    if not (folder / "kanban_tui").exists():
        for words in (("board", "create", "Plan"), *(("task", "create", task) for task in TASKS)):
            subprocess.run([program, *words], check=True, capture_output=True, env=in_folder(folder))


def jrnl_entry(program: str, folder: Path) -> list[str]:
    """Return the command that writes an entry with jrnl, with its settings and journal in a folder."""
    settings = folder / "jrnl.yaml"
    if not settings.exists():
        settings.write_text(_JRNL.format(folder=folder), "utf-8")
    return [program, "--config-file", str(settings), "pain 4"]


def in_folder(folder: Path) -> Mapping[str, str]:
    """Return an environment in which a program keeps its settings and data in a folder."""
    return environment() | dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(folder))
