"""What the app does when it meets a mistake of its own: keep what is typed, write a report, end with one line."""

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import constants

from backjournal.model.text import sentence
from backjournal.tui.core.crash_console import CrashConsole, ErrorConsole
from backjournal.tui.core.terminal import InTerminal
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.widgets import form

if TYPE_CHECKING:
    from backjournal.exchange.crash_report import Fault


class CrashTold(InTerminal):
    """Tells a crash in one line, which names the report of it; Textual restores the terminal before."""

    def __init__(self, journal: Path) -> None:
        super().__init__()
        self._folder = journal.parent
        # Textual renders the traceback of a crashed app with the one console, before it prints it on the other.
        self.console = CrashConsole(color_system=constants.COLOR_SYSTEM, file=self.console.file, tell=self._tell)
        self.error_console = ErrorConsole()

    def keep_drafts(self) -> None:
        """Store what is typed into the forms that are open."""
        for screen in self.screen_stack:
            if isinstance(screen, form.FormScreen):
                screen.keep_draft()

    def _tell(self, faults: "Sequence[Fault]") -> str:
        with contextlib.suppress(Exception):  # the forms may be what is broken
            self.keep_drafts()
        from backjournal.exchange.crash_report import report_words, where

        told = sentence(report_words(faults, self._folder))
        where_it_was = f"backjournal stopped because of an error in the program: {where(faults)}."
        return f"{where_it_was} What was shown as saved is saved. {told}."

    def _print_error_renderables(self) -> None:
        # One line is enough: what fails while the app ends is a consequence, and Textual's advice is for developers.
        del self._exit_renderables[1:]
        super()._print_error_renderables()
