"""The README and the pages for developers agree with the project."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.tools.manual import PAGES, written

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    """Return the text under a heading."""
    return re.split(rf"^## {re.escape(title)}$", README, flags=re.MULTILINE)[1].split("\n## ")[0]


def first_cells(table: str) -> list[str]:
    """Return the texts in backquotes in the first column of a section's tables."""
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    return [word for row in rows for word in re.findall(r"`([^`]+)`", row)]


def test_continuous_integration_calls_the_documented_line() -> None:
    line = re.findall(r"^python3 -m venv .*pytest$", section("Test"), flags=re.MULTILINE)
    assert len(line) == 1
    assert line[0] in (PROJECT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_packages_are_those_of_the_program_from_the_top_layer_down() -> None:
    documented = [name.removesuffix("/").removesuffix(".py") for name in first_cells(section("For developers"))]
    contract = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    layers = [layer.split(" | ") for layer in contract["layers"]]
    level = {room: number for number, rooms in enumerate(layers) for room in rooms}
    assert set(documented) == set(level) - {"__main__"}
    assert documented == sorted(documented, key=level.__getitem__)


@pytest.mark.parametrize("page", ["README.md", ".github/CONTRIBUTING.md", ".github/ARCHITECTURE.md"])
def test_the_files_that_are_named_are_there(page: str) -> None:
    text = (PROJECT / page).read_text("utf-8")
    text = text.partition("## For developers")[2] or text
    files = re.findall(r"`((?:[\w.]+/)*\w+\.(?:py|toml|tcss))`", text)
    assert len(files) > 10
    known = [
        path.relative_to(PROJECT).as_posix() for top in ("backjournal", "tests") for path in (PROJECT / top).rglob("*")
    ]
    assert [file for file in files if not any(f"/{path}".endswith(f"/{file}") for path in known)] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"\]\((\.pictures/[^)]+)\)", README)
    assert len(pictures) >= 6
    assert all((PROJECT / picture).is_file() for picture in pictures)


@pytest.mark.parametrize("page", [path.relative_to(PROJECT).as_posix() for path in PAGES])
def test_no_part_from_the_program_is_out_of_date(page: str) -> None:
    text = (PROJECT / page).read_text("utf-8")
    assert written(text) == text, "python -m tests.tools.manual writes it anew"


def test_every_link_leads_to_a_file() -> None:
    for page in (PROJECT / "README.md", *(PROJECT / ".github").glob("*.md")):
        targets = re.findall(r"\]\(([^)#:]+)[#)]", page.read_text("utf-8"))
        assert [target for target in targets if not (page.parent / target).is_file()] == []
