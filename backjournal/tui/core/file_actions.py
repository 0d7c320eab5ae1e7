"""The action that exports files."""

from asyncio import to_thread
from datetime import date
from pathlib import Path
from typing import Any

from textual import work

from backjournal.days import parse_day
from backjournal.model.errors import InvalidValue
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.core import export_form


class FileActions(Navigation):
    """Opens the form of an export, and writes what was asked for."""

    @work(exit_on_error=False)
    async def action_export(self) -> None:
        """Export the diary, the checklist or the measures as CSV, or the plan as TOML."""

        async def save(answers: dict[str, Any]) -> Path:
            days = _days(answers, self.today)
            path = export_form.path_from(answers)
            # Writing years of a diary takes a while, so it runs in a thread, with its own connection to the journal.
            return await to_thread(self._export, answers, path, *days)

        folder, kind = export_form.working_folder(), self.pane.EXPORT_KIND
        form = export_form.ExportForm(save, folder=folder, today=self.today, kind=kind)
        if written := await self.push_screen_wait(form):
            self.say(f"Written: {written.name}\nin {written.parent}")

    def _export(self, answers: dict[str, Any], path: Path, since: date | None, until: date | None) -> Path:
        from backjournal.exchange.export import write_apart, write_export

        with self.store.elsewhere() as store:
            kind, force = answers["what"], answers["force"]
            if kind != "plan":
                return write_export(store, kind, path, since, until, force=force, how_to_replace="tick Replace")
            from backjournal.exchange.plan_file import plan_file

            entries = store.plan.entries(self.today)
            if not entries:
                raise InvalidValue("what", "the plan is empty: there is nothing to export yet")
            data = plan_file(store.plan.facts(), entries)
            write_apart(store.path, path, data, force=force, how_to_replace="tick Replace")
            return path


def _days(answers: dict[str, Any], today: date) -> tuple[date | None, date | None]:
    since, until = (
        parse_day(answers[name], today, field=name) if answers[name].strip() else None for name in ("since", "until")
    )
    return since, until
