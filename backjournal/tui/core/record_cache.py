"""A cache of the record (what the trends are computed from), and the plan's figures that are computed from it."""

import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING

from textual import work
from textual.reactive import var
from textual.timer import Timer
from textual.worker import get_current_worker

from backjournal.journal.record import Kept, fetch_record, renewed
from backjournal.model.errors import JournalError, LockedJournal
from backjournal.store.store import Store
from backjournal.tui.core.long_lived import long_lived
from backjournal.tui.core.notices import Notices

if TYPE_CHECKING:
    from backjournal.trends.plan_figures import PlanFigures
    from backjournal.trends.record import Record
    from backjournal.trends.time_course import Remark

RECENT = timedelta(weeks=13)
"""How far back the record reaches that is read first: enough for the view that is shown at first, over 12 weeks."""

STEP = timedelta(weeks=104)
"""How much further back it reaches with each following transaction: few enough days that no writer has to wait."""

AGAIN_SECONDS = 2
"""How long to wait before reading the record again after it could not be read."""


class RecordCache(Notices):
    """Reads the record in a thread when a pane first needs it, and again when the journal or the day has changed.

    The last months are there at once, the years before them soon after. Later only what has changed is read. The panes
    bind to the reactive attributes; while a newer record is being read, they hold the one before.
    """

    record: var["Record | None"] = var(None)
    """None until the record has been read for the first time."""
    plan_figures: var["PlanFigures | None"] = var(None)
    """The figures of the plan, computed from `record`; None until a pane has asked for them."""
    remark: var["Remark | None"] = var(None)
    """A remark on the time course for the Trends pane; None if none is to be shown."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.path)
        self.store = store
        self.today = store.today()
        # The state of the journal and the day that the record was last requested for; None after a failure.
        self._requested_state: object = None
        # The latest record that was read, from which the next one is made.
        self._kept: Kept | None = None
        # Whether the whole record of that state has arrived.
        self._is_current = False
        self._retry_timer: Timer | None = None
        self._figures_wanted = False
        # The record that the figures were last computed from.
        self._figures_record: Record | None = None

    def look_at_record(self, *, figures: bool = False) -> None:
        """Read the record in a thread if the journal or the day has changed since it was last read.

        With `figures` the figures of the plan are computed from it too. If the journal cannot be read, the error is
        reported and the record is read again later.
        """
        self._figures_wanted = figures
        try:
            state = (self.store.changes.stamp(), self.today)
        except JournalError as error:
            self._retry_later(error)
            return
        if state != self._requested_state:
            self._requested_state, self._is_current = state, False
            self._read_record(state)
        else:
            self._compute_figures()

    @work(exit_on_error=False, thread=True, exclusive=True, group="record")
    def _read_record(self, state: object) -> None:
        from backjournal.trends.weeks import add_up_weeks

        worker, today = get_current_worker(), self.today
        since = first = today - RECENT
        try:
            while True:
                # Once the whole record is there, what is read is little.
                with contextlib.nullcontext() if self._kept and self._kept.record.whole else long_lived():
                    with self.store.reading() as store:
                        fetched = fetch_record(store, today, since, self._kept)
                    self._kept = kept = renewed(fetched)
                    add_up_weeks(kept.record)
                if worker.is_cancelled:
                    return
                if kept.record.whole or since == first:
                    self.call_from_thread(self._store_record, state, kept.record)
                if kept.record.whole:
                    return
                since = kept.record.since - STEP
        except JournalError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._retry_later, error)

    def _retry_later(self, error: JournalError) -> None:
        self._requested_state = None
        if not isinstance(error, LockedJournal):  # most locks last a moment only
            self.report(str(error))
        if self._retry_timer:
            self._retry_timer.stop()
        self._retry_timer = self.set_timer(AGAIN_SECONDS, self._retry)

    def _retry(self) -> None:
        if self._requested_state is None:
            self.look_at_record(figures=self._figures_wanted)

    def _store_record(self, state: object, record: "Record") -> None:
        if state == self._requested_state:
            self._is_current = record.whole
            self.record = record
            self._compute_figures()

    def _compute_figures(self) -> None:
        if self.record and self._is_current and self._figures_wanted and self._figures_record is not self.record:
            self._figures_record = self.record
            self._compute_figures_in_thread(self.record)

    @work(exit_on_error=False, thread=True, exclusive=True, group="figures", description="the figures of the plan")
    def _compute_figures_in_thread(self, record: "Record") -> None:
        from backjournal.trends.plan_figures import record_figures

        worker, figures = get_current_worker(), record_figures(record)
        if not worker.is_cancelled:
            self.call_from_thread(self._show_figures, figures)

    def _show_figures(self, figures: "PlanFigures") -> None:
        self.plan_figures = figures
