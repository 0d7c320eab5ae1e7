"""Hostile words through every pane and every field: the terminal gets no escape sequence but Textual's own."""

import json
import re
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import backjournal.tui
from backjournal.store.store import Store
from tests.helpers.app import seeded
from tests.helpers.clock import ManualClock
from tests.helpers.experiments import experiment, put
from tests.helpers.hostile import controls, hostile_texts, write_foreign
from tests.helpers.measures_app import measured
from tests.helpers.raw_output import raw_output
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

_COLOUR = r"[34]8;2;\d+;\d+;\d+"
OWN = re.compile(
    rf"\x1b(?:\[0m|\[(?:\d;)*{_COLOUR}(?:;{_COLOUR})?m|\[\d+;\d+H|\[\?\d+[hl]|\[\?\d+\$p|\[>\d+u|\[<u|\]22;[a-z-]+(?:\x07|\x1b\\))"
)
"""The sequences that Textual writes: colours, places, modes of the terminal, and the shape of the pointer."""

_WITH_FIELDS = re.compile(r"(?<![A-Za-z])(?:Line|Words|Number|Note)Input\(")


def test_hostile_texts_act_on_no_terminal(tmp_path: Path, cases: Cases) -> None:
    texts, journal = hostile_texts(cases(60, 10_000)), tmp_path / "journal.db"
    with closing(Store.open(journal, ManualClock())) as store:
        put(measured(seeded(store)), experiment())
        # The bell of a guided practice is no text.
        store.settings.save(replace(store.settings.get(), sound=False))
    write_foreign(journal, texts)
    given, report = tmp_path / "texts.json", tmp_path / "report.json"
    given.write_text(json.dumps(texts))
    written = raw_output(sys.executable, "-m", "tests.helpers.hostile_app", str(journal), str(given), str(report))
    assert list(controls(OWN.sub("", written.decode()))) == []
    led = json.loads(report.read_text())
    assert led["left"] == 0, "all of them were pasted"
    windows = {place.partition(".")[0] for place in led["into"]}
    assert windows == windows_with_fields()
    print(f"{len(texts)} texts into {len(led['into'])} fields of {len(windows)} windows, 0 sequences")  # noqa: T201


def windows_with_fields() -> set[str]:
    """Return the names of the windows whose files make fields; the search of the diary is on the screen itself."""
    sources = [path.read_text("utf-8") for path in Path(backjournal.tui.__file__).parent.rglob("*.py")]
    named = [re.search(r"^class (\w+)\((?:FormScreen|Dialog|Pane)\b", text, re.MULTILINE) for text in sources]
    found = {name[1] for name, text in zip(named, sources, strict=True) if name and _WITH_FIELDS.search(text)}
    return found - {"DiaryPane"} | {"ReadyScreen"}
