"""What the panes show in the tour: a made-up journal, read and thrown away at once."""

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from backjournal.days import Clock
from backjournal.model.frozen import dataclass
from backjournal.model.measures import Measure
from backjournal.tui.core.lately import Lately, read_lately
from backjournal.tui.core.measures_state import MeasuresState, read_due, read_measures
from backjournal.tui.core.state import DayState, DiaryState, PlanState, read_day, read_diary, read_plan

if TYPE_CHECKING:
    from backjournal.trends.plan_figures import PlanFigures
    from backjournal.trends.record import Record

_CHECK_INS = 50
"""How many check-ins are shown: more than fit on a screen."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MadeUp:
    """The states of all panes on the last day of the made-up journal."""

    day: DayState
    lately: Lately
    due: tuple[Measure, ...]
    diary: DiaryState
    record: "Record"
    plan: PlanState
    figures: "PlanFigures"
    measures: MeasuresState


def made_up(clock: Clock) -> MadeUp:
    """Make the journal of the demo in a folder of its own, and return what the panes show of it; call it in a thread.

    Raises:
        JournalError: it cannot be written or read.
        OSError: there is no room for the folder.
    """
    from backjournal.demo import make_demo
    from backjournal.journal.plan_figures import journal_figures
    from backjournal.journal.record import journal_record
    from backjournal.store.store import Store

    with (
        tempfile.TemporaryDirectory(prefix="backjournal-tour-") as folder,
        contextlib.closing(Store.open(Path(folder) / "journal.db", clock)) as store,
    ):
        today = store.today()
        make_demo(store, today)
        return MadeUp(
            day=read_day(store, today, today),
            lately=read_lately(store, today, today),
            due=read_due(store, today),
            diary=read_diary(store, today, "", _CHECK_INS),
            record=journal_record(store, today),
            plan=read_plan(store, today),
            figures=journal_figures(store, today),
            measures=read_measures(store, today),
        )
