"""What the app tells of what happened and what went wrong; of a mistake of its own nothing that the person wrote."""

import traceback
from pathlib import Path

from textual.app import App
from textual.worker import WorkerFailed

from backjournal.model.errors import JournalError


class Notices(App[None]):
    """Tells what happened, each problem with the journal once."""

    def __init__(self) -> None:
        super().__init__()
        self._problem = ""

    def say(self, message: str) -> None:
        """Tell shortly what happened, in the place of what was told before."""
        self.clear_notifications()
        self.notify(message, timeout=3, markup=False)

    def report(self, problem: str) -> None:
        """Tell what is wrong with the journal, once."""
        if problem != self._problem:
            self._problem = problem
            self.notify(problem, title="The journal", severity="error", timeout=15, markup=False)

    def all_is_well(self) -> None:
        """Tell a problem again if it comes back."""
        self._problem = ""

    def _handle_exception(self, error: Exception) -> None:
        # A form that cannot be opened, as the journal is locked or unreadable, is no mistake of the app.
        if isinstance(error, WorkerFailed) and isinstance(error.error, JournalError):
            # Somebody asked for it, perhaps again: it is said each time.
            self.all_is_well()
            self.report(str(error.error))
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual would print the traceback with all values, and with them what the person wrote.
        self.bell()
        error = self._exception
        frames = traceback.extract_tb(error.__traceback__) if error else []
        place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
        self._exit_renderables.append(
            f"backjournal stopped because of a mistake of its own: {type(error).__name__}{place}. "
            "What was shown as saved is saved."
        )
        self._close_messages_no_wait()
