"""What is typed into the forms and not saved: kept as drafts, offered again, and kept at once when the app is ended."""

import asyncio
import signal
import sys

from backjournal.store.drafts import Draft, Drafts
from backjournal.tui.core.earlier_keys import after_earlier_keys
from backjournal.tui.core.record_cache import RecordCache

NEW_CHECK_IN = "CheckInForm"
"""The form whose drafts are of check-ins that are not in the journal yet."""

SECONDS_TO_READ = 10


class FormDrafts(RecordCache):
    """Gives each form its draft, says what waits to be taken up again, and keeps all when a signal ends the app.

    A form takes up the draft of an earlier one that is about the same, of this app or of another that was cut off.
    """

    def draft(self, form: str, title: str) -> Draft:
        """Return the draft of a form, which an earlier one may have left; `title` is how the person knows the form."""
        return Drafts(self.store.path, self.store.new_id).draft(form, title)

    def tell_drafts(self) -> None:
        """Say what was typed and not saved when an app was cut off."""
        waiting = Drafts(self.store.path, self.store.new_id).waiting()
        new = sum(kept.form == NEW_CHECK_IN for kept in waiting)
        others = dict.fromkeys(kept.title for kept in waiting if kept.form != NEW_CHECK_IN)
        said = []
        if new:
            said.append(
                "A check-in was typed and not saved: n takes it up again."
                if new == 1
                else f"{new} check-ins were typed and not saved: n takes them up again, one after the other."
            )
        if others:
            said.append(f"Typed and not saved: {', '.join(others)}. It is there again when you open the same form.")
        if said:
            self.clear_notifications()
            self.notify("\n".join(said), timeout=SECONDS_TO_READ, markup=False)

    def end_on_signals(self) -> None:
        """Make the app end cleanly when it is terminated or its terminal is closed, with all that is typed kept."""
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._end, 128 + number)

    def _end(self, status: int) -> None:
        # At once, as the system may grant no more time; and again when the keys that were pressed before have arrived.
        self.keep_drafts()
        self.call_later(after_earlier_keys, self, lambda: self._keep_and_exit(status))

    def _keep_and_exit(self, status: int) -> None:
        self.keep_drafts()
        self.exit(None, status)
