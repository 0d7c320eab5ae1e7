"""What the app says of what happened and of what went wrong."""

from textual import constants
from textual.app import App
from textual.worker import Worker, WorkerState

from backjournal.model.errors import JournalError
from backjournal.tui.core.crash_console import CrashConsole


class Notices(App[None]):
    """Says what happened, and each problem with the journal once."""

    def __init__(self) -> None:
        super().__init__()
        self._problem = ""
        # The one that Textual renders a traceback with, at the end of an app that crashed.
        self.console = CrashConsole(color_system=constants.COLOR_SYSTEM, file=self.console.file)

    def say(self, message: str) -> None:
        """Say shortly what happened, in the place of what was said before."""
        self.clear_notifications()
        self.notify(message, timeout=3, markup=False)

    def report(self, problem: str) -> None:
        """Say what is wrong with the journal, once."""
        if problem != self._problem:
            self._problem = problem
            self.notify(problem, title="The journal", severity="error", timeout=15, markup=False)

    def all_is_well(self) -> None:
        """Let a problem be said again if it comes back."""
        self._problem = ""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report a journal that is locked or unreadable; any other error of a worker ends the app."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        if not isinstance(error, JournalError):
            raise error
        # Somebody asked for it, perhaps again: it is said each time.
        self.all_is_well()
        self.report(str(error))
