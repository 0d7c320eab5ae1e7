"""The actions that change the settings."""

from dataclasses import replace
from typing import Any

from textual import work

from backjournal.tui.core.messages import PlanBegun
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.core import about_you_form, settings_form


class SettingsActions(Navigation):
    """Opens the forms of the settings, and saves what was entered."""

    @work(exit_on_error=False)
    async def action_settings(self) -> None:
        """Open the settings, and save what was changed."""
        before = self.store.settings.get()

        def save(answers: dict[str, Any]) -> None:
            self.store.settings.save(settings_form.settings_from(answers, self.store.settings.get(), self.today))

        if await self.push_screen_wait(settings_form.SettingsForm(save, settings=before)):
            self.look_for_changes()
            self.read()
            ahead = self.store.settings.get().weeks.begins_after(self.today)
            self.say(
                f"Settings saved. The first week of the new kind begins on {ahead}." if ahead else "Settings saved."
            )

    @work(exit_on_error=False)
    async def on_plan_begun(self, _message: PlanBegun) -> None:
        """Ask once about the person; whoever leaves the form is not asked again."""
        about = self.store.settings.get().about_you
        if about.context is not None:
            return

        def save(answers: dict[str, Any]) -> None:
            self._save_about_you(answers)

        if not await self.push_screen_wait(about_you_form.AboutYouForm(save, about=about)):
            self.attempt(lambda: self._save_about_you(None))

    def _save_about_you(self, answers: dict[str, Any] | None) -> None:
        settings = self.store.settings.get()
        about = about_you_form.about_you_from(answers) if answers else replace(settings.about_you, context=frozenset())
        self.store.settings.save(replace(settings, about_you=about))
