"""The action that opens a plan file, shows what it changes, and takes it as a whole or not at all."""

from asyncio import to_thread
from typing import Any

from textual import work

from backjournal.plan.diff import PlanDiff, WrittenPlan, plan_diff
from backjournal.store.plan_import import known_plan, take_plan
from backjournal.tui.core.messages import PlanFileWanted
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.core import export_form
    from backjournal.tui.plan import file_form, file_preview


class PlanFileActions(Navigation):
    """Replaces the plan with that of a plan file."""

    @work(exit_on_error=False)
    async def on_plan_file_wanted(self, _message: PlanFileWanted) -> None:
        """Ask for a plan file, show what it changes, and take the plan if the person agrees."""
        from backjournal.exchange.plan_diff_lines import plan_diff_lines
        from backjournal.exchange.plan_file_reading import read_plan

        today = self.today

        async def read(answers: dict[str, Any]) -> tuple[str, WrittenPlan, PlanDiff]:
            path, known = export_form.path_from(answers), known_plan(self.store, today)
            written = await to_thread(read_plan, path, known)
            return path.name, written, plan_diff(written, known)

        opened = await self.push_screen_wait(file_form.PlanFileForm(read, folder=export_form.working_folder()))
        if not opened:
            return
        name, written, changes = opened
        preview = file_preview.PlanPreview(name, plan_diff_lines(changes, today), nothing=changes.nothing)
        if await self.push_screen_wait(preview):
            done = "The plan is as in the file now. u takes it back."
            self.attempt(lambda: take_plan(self.store, written, changes, today), done)
