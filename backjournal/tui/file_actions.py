"""What the app does with files and settings."""

from pathlib import Path
from typing import Any

from textual import work

from backjournal.days import parse_day
from backjournal.exchange.atomic import write_whole
from backjournal.exchange.export import export_csv
from backjournal.model.errors import InvalidValue
from backjournal.tui.base import JournalApp
from backjournal.tui.export_form import ExportForm
from backjournal.tui.settings_form import SettingsForm, settings_from


class FileActions(JournalApp):
    """Exports, and the settings."""

    @work
    async def action_export(self) -> None:
        """Export the diary or the checklist as CSV."""
        written: list[Path] = []

        def save(answers: dict[str, Any]) -> None:
            written.append(self._export(answers))

        form = ExportForm(save, folder=Path.cwd(), today=self.today, kind=self.export_kind())
        if await self.push_screen_wait(form):
            self.say(f"Written: {written[0]}")

    def export_kind(self) -> str:
        """Return which export fits the pane that is shown."""
        raise NotImplementedError

    def _export(self, answers: dict[str, Any]) -> Path:
        if not answers["file"].strip():
            raise InvalidValue("file", "give the file a name")
        days = {}
        for name in ("since", "until"):
            try:
                days[name] = parse_day(answers[name], self.today) if answers[name].strip() else None
            except InvalidValue as error:
                raise InvalidValue(name, str(error)) from None
        path = Path(answers["file"].strip()).expanduser()
        write_whole(path, export_csv(self.store, answers["what"], days["since"], days["until"]), answers["force"])
        return path

    @work
    async def action_settings(self) -> None:
        """Change when a day and a week begin."""
        before = self.store.settings.get()

        def save(answers: dict[str, Any]) -> None:
            self.store.settings.save(settings_from(answers, self.store.settings.get()))

        if await self.push_screen_wait(SettingsForm(save, settings=before)):
            self.look_for_changes()
            self.read()
            self.say("Settings saved.")
