"""The actions of the Trends pane: the baseline is moved, and remarks are shown."""

import contextlib
from dataclasses import replace
from typing import Any

from textual import work

from backjournal.days import past_day
from backjournal.model.errors import JournalError
from backjournal.trends.time_course import remark_due
from backjournal.tui.core.messages import BaselineWanted, TrendsLookedAt
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.trends.baseline_form import BaselineForm


class TrendsActions(Navigation):
    """Saves where the baseline begins, and shows each remark on the time course once."""

    @work(exit_on_error=False)
    async def on_baseline_wanted(self, _message: BaselineWanted) -> None:
        """Ask for the day from which to look for the baseline, and save it."""
        settings = self.store.settings.get()

        def save(answers: dict[str, Any]) -> None:
            day = past_day("baseline_from", answers["baseline_from"], self.today)
            self.store.settings.save(replace(self.store.settings.get(), baseline_from=day))

        if await self.push_screen_wait(BaselineForm(save, begins=settings.baseline_from)):
            self.read()

    def on_trends_looked_at(self, message: TrendsLookedAt) -> None:
        """Show the remark on the time course that is due, and store that it was shown."""
        # If the journal cannot be written now, the remark is shown another time.
        with contextlib.suppress(JournalError):
            remark = remark_due(message.record, self.store.answers.all(), self.today)
            if remark:
                self.store.answers.save(remark.question, self.today)
                self.remark = remark
