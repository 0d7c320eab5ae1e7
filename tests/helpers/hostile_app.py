"""The app in a terminal, led through every pane and every field with hostile texts: `JOURNAL TEXTS REPORT`.

The texts are a JSON list. The report is JSON as well: how many texts were pasted, and into which files' fields.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from unittest.mock import patch

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from backjournal.model.about_you import AboutYou
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.about_you_form import AboutYouForm
from backjournal.tui.core.manual_window import ManualWindow
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.note_input import NoteInput
from backjournal.tui.widgets.symptom_picker import SymptomPicker
from tests.helpers.app import at_rest, screen_text
from tests.helpers.clock import ManualClock

PANES = "12345"
VIEWS_SEEN = 20
"""How often the next view of the trends is gone to: more often than there are views."""

FORMS = (
    *("1 n", "1 s", "1 a", "1 f", "1 x", "1 comma", "1 E n", "1 W", "2 slash", "2 e", "3 r", "3 b", "3 o"),
    *("4 n", "4 n up up up up up up up up up up enter", "4 e", "4 a", "4 o"),
    *("5 enter", "5 down enter", "5 down down enter", "5 down down down enter", "5 a home enter"),
)
"""The keys that lead to every form and window with fields."""

PAGES = ("1 i", "1 e", "1 p", "2 enter", "4 i", "5 i", "5 r", "1 E", "1 question_mark", "3 c", "3 v", "3 k")
"""The keys that lead to every other window with words of the person."""


async def lead(app: BackjournalApp, pilot: Pilot[object], texts: list[str], report: Path) -> None:
    """Paste all texts, in turn into every field, and look at everything that the journal holds."""
    supply = iter(texts)
    into: set[str] = set()
    for pane in PANES:
        await pilot.press(pane)
        await through_pages(app, pilot)
    await pilot.press("3", *["tab"] * VIEWS_SEEN)
    for keys in PAGES:
        await pilot.press(*keys.split())
        await through_pages(app, pilot)
        await back(app, pilot)
    share = len(texts) // 60
    for keys in FORMS:
        await pilot.press(*keys.split())
        await paste_into_all(app, pilot, islice(supply, share * 3), into)
        await back(app, pilot)
    for screen in (SymptomPicker((), AboutYou()), AboutYouForm(lambda _: None, about=AboutYou()), ManualWindow()):
        app.push_screen(screen)
        await paste_into_all(app, pilot, islice(supply, share), into)
        await back(app, pilot)
    # What is left goes into the note of a check-in, which is saved, and into the search.
    await pilot.press("1", "n")
    await paste_into_all(app, pilot, supply, into)
    await pilot.press("ctrl+s", "2")
    report.write_text(json.dumps({"left": len(list(supply)), "into": sorted(into)}))  # noqa: ASYNC240
    app.exit()


async def through_pages(app: BackjournalApp, pilot: Pilot[object]) -> None:
    """Look at each page of what is shown, until nothing new comes."""
    known: set[str] = set()
    while (screen := screen_text(app)) not in known:
        known.add(screen)
        await pilot.press("pagedown")


async def paste_into_all(app: BackjournalApp, pilot: Pilot[object], texts: Iterator[str], into: set[str]) -> None:
    """Paste texts, in turn, into the fields of the window on top."""
    await at_rest(app)
    fields: list[Widget] = [*app.screen.query(LineInput), *app.screen.query(NoteInput)]
    shown = [each for each in fields if each.display and not each.disabled]
    into |= {f"{type(app.screen).__name__}.{each.id or ''}" for each in shown}
    for field, text in zip(cycle(shown), texts, strict=False):
        if isinstance(field, LineInput):
            field.value = ""
        elif isinstance(field, NoteInput):
            field.text = ""
        field.focus()
        field.post_message(events.Paste(text))
        await at_rest(app)


async def back(app: BackjournalApp, pilot: Pilot[object]) -> None:
    """Close all windows, without saving."""
    for _ in range(6):
        if len(app.screen_stack) == 1:
            break
        await pilot.press("escape")
        await at_rest(app)
        if type(app.screen).__name__ == "Confirm":
            await pilot.press("d")
            await at_rest(app)
    await pilot.press("escape")


def main(journal: str, texts: str, report: str) -> None:
    """Run the app on a journal, led as above."""
    with closing(Store.open(Path(journal), ManualClock())) as store:
        app = BackjournalApp(store)

        async def idle(*_seconds: float) -> None:
            await at_rest(app)

        # Textual would wait after each key, and ask every widget whether it is at rest.
        with (
            patch("textual.app.wait_for_idle", idle),
            patch("textual.pilot.wait_for_idle", idle),
            patch.object(Pilot, "_wait_for_screen", idle),
            # A field rings it for what it has no room for.
            patch.object(BackjournalApp, "bell"),
        ):
            app.run(auto_pilot=lambda pilot: lead(app, pilot, json.loads(Path(texts).read_text()), Path(report)))


if __name__ == "__main__":
    main(*sys.argv[1:])
