"""The short notices that the app shows about what happened and what went wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.message import Message
from textual.worker import Worker, WorkerState

from backjournal.model.errors import JournalError
from backjournal.store.paths import with_journal
from backjournal.tui.core.crash import CrashTold

if TYPE_CHECKING:
    from textual.actions import ActionParseResult


class Notices(CrashTold):
    """Shows notices, and each problem with the journal only once, although it is met again with every read."""

    def __init__(self, journal: Path) -> None:
        super().__init__(journal)
        self._problem = ""
        self._journal = journal

    def say(self, message: str, seconds: float = 3) -> None:
        """Show a short notice of what happened, in place of the notices before it."""
        self.clear_notifications()
        self.notify(message, timeout=seconds, markup=False)

    def report(self, problem: str) -> None:
        """Show what is wrong with the journal, unless it was the last problem reported."""
        if problem != self._problem:
            self._problem = problem
            self.notify(
                with_journal(problem, self._journal), title="The journal", severity="error", timeout=15, markup=False
            )

    def all_is_well(self) -> None:
        """Forget the last problem, so that it is reported again if it comes back."""
        self._problem = ""

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Perform the action of a key; a journal that is locked or unreadable just then is reported."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except JournalError as error:
            self._report_of_key(error)
            return True

    async def _dispatch_message(self, message: Message) -> None:
        # The same for what the panes ask for by their messages: to Textual every error is the end of the app.
        try:
            await super()._dispatch_message(message)
        except JournalError as error:
            self._report_of_key(error)

    def _report_of_key(self, error: JournalError) -> None:
        """Report a problem each time that a key meets it."""
        self.all_is_well()
        self.report(str(error))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report a journal that a worker found locked or unreadable; raise any other error, which ends the app."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        if not isinstance(error, JournalError):
            raise error
        # Such a worker runs because of a key.
        self._report_of_key(error)
