"""The actions of the Trends pane: the baseline is moved, the onset is told, and remarks are shown."""

import contextlib
from dataclasses import replace
from typing import Any

from textual import work

from backjournal.days import past_day
from backjournal.model.errors import JournalError
from backjournal.model.onset import parse_onset
from backjournal.tui.core.messages import AnswerLookedAt, BaselineWanted, OnsetWanted
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.trends import baseline_form, onset_form


class TrendsActions(Navigation):
    """Saves where the baseline begins and when the pain began, and shows each remark on the time course once."""

    @work(exit_on_error=False)
    async def on_baseline_wanted(self, _message: BaselineWanted) -> None:
        """Ask for the day from which to look for the baseline, and save it."""
        settings = self.store.settings.get()

        def save(answers: dict[str, Any]) -> None:
            day = past_day("baseline_from", answers["baseline_from"], self.today)
            self.store.settings.save(replace(self.store.settings.get(), baseline_from=day))

        if await self.push_screen_wait(baseline_form.BaselineForm(save, begins=settings.baseline_from)):
            self.read()

    @work(exit_on_error=False)
    async def on_onset_wanted(self, _message: OnsetWanted) -> None:
        """Ask when the back pain began, and save it."""
        settings = self.store.settings.get()

        def save(answers: dict[str, Any]) -> None:
            onset = parse_onset(answers["onset"], self.today) if answers["onset"].strip() else None
            self.store.settings.save(replace(self.store.settings.get(), onset=onset))

        if await self.push_screen_wait(onset_form.OnsetForm(save, onset=settings.onset)):
            self.remark = None
            self.read()

    def on_answer_looked_at(self, message: AnswerLookedAt) -> None:
        """Show the remark on the time course that is due, and store that it was shown."""
        from backjournal.trends.time_course import remark_due

        # If the journal cannot be written now, the remark is shown another time.
        with contextlib.suppress(JournalError):
            remark = remark_due(message.record, self.store.answers.all(), self.today)
            if remark:
                self.store.answers.save(remark.question, self.today)
                self.remark = remark
