"""The record of the journal, kept until the journal changes, and what is computed of it for the panes."""

from textual import work
from textual.reactive import reactive
from textual.timer import Timer
from textual.worker import get_current_worker

from backjournal.journal.record import journal_record
from backjournal.model.errors import JournalError
from backjournal.store.store import Store
from backjournal.trends.plan_figures import PlanFigures, record_figures
from backjournal.trends.record import Record
from backjournal.trends.time_course import Remark
from backjournal.tui.core.notices import Notices

AGAIN_SECONDS = 2
"""After how long a record that could not be read is asked for again."""


class RecordCache(Notices):
    """Reads the record in a thread when a pane that needs it is looked at, and anew when the journal has changed."""

    record: reactive[Record | None] = reactive(None)
    plan_figures: reactive[PlanFigures | None] = reactive(None)
    remark: reactive[Remark | None] = reactive(None)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.today = store.today()
        self._state_read: object = None
        self._is_current = False
        self._again: Timer | None = None
        self._figures_wanted = False
        self._figures_of: Record | None = None

    def look_at_record(self, *, figures: bool = False) -> None:
        """Read the record, unless the one that is kept or on its way holds; with the figures of the plan, or not."""
        self._figures_wanted = figures
        try:
            state = (self.store.changes.stamp(), self.today)
        except JournalError as error:
            self._could_not_read(str(error))
            return
        if state != self._state_read:
            self._state_read, self._is_current = state, False
            self._read_record(state)
        else:
            self._compute_figures()

    @work(exit_on_error=False, thread=True, exclusive=True, group="record")
    def _read_record(self, state: object) -> None:
        worker, today = get_current_worker(), self.today
        try:
            with self.store.snapshot() as store:
                record = journal_record(store, today)
        except JournalError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._could_not_read, str(error))
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._keep, state, record)

    def _could_not_read(self, problem: str) -> None:
        self._state_read = None
        self.report(problem)
        if self._again:
            self._again.stop()
        self._again = self.set_timer(AGAIN_SECONDS, self._read_again)

    def _read_again(self) -> None:
        if self._state_read is None:
            self.look_at_record(figures=self._figures_wanted)

    def _keep(self, state: object, record: Record) -> None:
        if state == self._state_read:
            self._is_current = True
            self.record = record
            self._compute_figures()

    def _compute_figures(self) -> None:
        if self.record and self._is_current and self._figures_wanted and self._figures_of is not self.record:
            self._figures_of = self.record
            self._compute_in_thread(self.record)

    @work(exit_on_error=False, thread=True, exclusive=True, group="figures", description="the figures of the plan")
    def _compute_in_thread(self, record: Record) -> None:
        worker, figures = get_current_worker(), record_figures(record)
        if not worker.is_cancelled:
            self.call_from_thread(self._show_figures, figures)

    def _show_figures(self, figures: PlanFigures) -> None:
        self.plan_figures = figures
