"""Draw the README's pictures of the real screens: `.venv/bin/python -m tests.tools.pictures`."""

import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from backjournal.demo import make_demo
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.widgets.one_at_a_time import GROUP
from tests.helpers.clock import ManualClock

FOLDER = Path(__file__).parents[2] / ".pictures"
NOW = datetime(2026, 11, 20, 8, 10, tzinfo=UTC)
PICTURES = {
    "today": ["down", "down"],
    "diary": ["2", "down"],
    "trends": ["3", "escape", "plus", *["less_than_sign"] * 6],
    "calendar": ["3", "escape", *["tab"] * 3],
    "answer": ["3", "escape", *["tab"] * 7],
    "goes-with": ["3", "escape", *["tab"] * 8],
    "measures": ["5"],
    "plan": ["4", "down"],
    "exercise": ["4", "down", "down", "enter"],
    "practice": [*["down"] * 7, "enter", "right"],
    "check-in": ["n", "4", "tab", "6", "tab", "7", "tab", "6", "tab"],
    "adherence": ["3", "escape", "tab", "tab"],
    "manual": ["question_mark", "m", *"noise"],
    "symptoms": ["n", *["tab"] * 8, "enter", "space"],
}
"""The keys that lead to each picture."""

IN_THREADS = {"record", "figures", "text", "exercise", GROUP}
"""The workers that read, compute and draw; the others wait for the person."""

SIZE = (100, 30)
TALL = {"exercise": (100, 46), "answer": (100, 46), "goes-with": (100, 46), "measures": (130, 40)}
"""The sizes of the terminal; what scrolls is shown whole."""


async def draw(name: str, keys: list[str], store: Store, theme: str, size: tuple[int, int] = SIZE) -> None:
    """Save one picture of the app on a journal."""
    app = BackjournalApp(store)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        for key in keys:
            await pilot.press(key)
            await _at_rest(app, pilot)
        drawn = app.export_screenshot(title="backjournal")
        # The reader's own monospaced font is enough: a picture downloads nothing.
        (FOLDER / f"{name}.svg").write_text(re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL), "utf-8")


async def _at_rest(app: BackjournalApp, pilot: Pilot[None]) -> None:
    """Wait for what is read, computed and drawn in threads, one after the other."""
    await pilot.pause()
    while working := [worker for worker in app.workers if worker.group in IN_THREADS and not worker.is_finished]:
        await app.workers.wait_for_complete(working)
        await pilot.pause()


def main() -> None:
    """Draw all pictures, the trends in a light theme as well."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "journal.db", ManualClock(NOW))
        make_demo(store, store.today())
        for name, keys in PICTURES.items():
            asyncio.run(draw(name, keys, store, "textual-dark", TALL.get(name, SIZE)))
        asyncio.run(draw("trends-light", PICTURES["trends"], store, "textual-light"))
        store.close()


if __name__ == "__main__":
    main()
