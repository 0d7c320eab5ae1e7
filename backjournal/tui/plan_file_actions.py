"""What the app does with a plan file: it shows what the file changes, and takes it whole or not at all."""

from asyncio import to_thread
from pathlib import Path
from typing import Any

from textual import work

from backjournal.plan.changes import PlanChanges, WrittenPlan, plan_changes
from backjournal.store.plan_import import known_plan, take_plan
from backjournal.tui.export_form import path_from
from backjournal.tui.messages import PlanFileWanted
from backjournal.tui.navigation import Navigation
from backjournal.tui.plan_file_form import PlanFileForm
from backjournal.tui.plan_preview import PlanPreview


class PlanFileActions(Navigation):
    """Takes plans in."""

    @work
    async def on_plan_file_wanted(self, _message: PlanFileWanted) -> None:
        """Ask for a plan file, show what it changes, and take it if that is wanted."""
        from backjournal.exchange.plan_change_lines import plan_change_lines
        from backjournal.exchange.plan_file_reading import read_plan

        today, opened = self.today, list[tuple[str, WrittenPlan, PlanChanges]]()

        async def read(answers: dict[str, Any]) -> None:
            path, known = path_from(answers), known_plan(self.store, today)
            written = await to_thread(read_plan, path, known)
            opened.append((path.name, written, plan_changes(written, known)))

        if not await self.push_screen_wait(PlanFileForm(read, folder=Path.cwd())):
            return
        name, written, changes = opened[-1]
        preview = PlanPreview(name, plan_change_lines(changes, today), nothing=changes.nothing)
        if await self.push_screen_wait(preview) and self.attempt(
            lambda: take_plan(self.store, written, changes, today)
        ):
            self.say("The plan is as in the file now. u takes it back.")
