"""What the app does about the trends."""

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
    """Moves the baseline, and remarks on the time course once."""

    @work(exit_on_error=False)
    async def on_baseline_wanted(self, _message: BaselineWanted) -> None:
        """Choose where the baseline begins."""
        before = self.store.settings.get()

        def save(answers: dict[str, Any]) -> None:
            day = past_day("baseline_from", answers["baseline_from"], self.today)
            self.store.settings.save(replace(self.store.settings.get(), baseline_from=day))

        if await self.push_screen_wait(BaselineForm(save, begins=before.baseline_from)):
            self.read()

    def on_trends_looked_at(self, message: TrendsLookedAt) -> None:
        """Show a remark on the time course that is due, and keep that it was shown."""
        # A journal that cannot be written now shows it another time.
        with contextlib.suppress(JournalError):
            remark = remark_due(message.record, self.store.answers.all(), self.today)
            if remark:
                self.store.answers.save(remark.question, self.today)
                self.remark = remark
