"""The app: five panes, and the keys that work in all of them."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets import ContentSwitcher, Input, Static

from backjournal.store.store import Store
from backjournal.tui.core.backup_actions import BackupActions
from backjournal.tui.core.base import JournalApp
from backjournal.tui.core.earlier_keys import after_earlier_keys
from backjournal.tui.core.file_actions import FileActions
from backjournal.tui.core.settings_actions import SettingsActions
from backjournal.tui.core.terminal import drawn_on_terminal
from backjournal.tui.core.title_bar import PANES, TitleBar
from backjournal.tui.core.too_small import SMALLEST_HEIGHT, SMALLEST_WIDTH, TooSmall
from backjournal.tui.diary.actions import DiaryActions
from backjournal.tui.experiment.actions import ExperimentActions
from backjournal.tui.history.actions import HistoryActions
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.measures.actions import MeasureActions
from backjournal.tui.plan.actions import PlanActions
from backjournal.tui.plan.file_actions import PlanFileActions
from backjournal.tui.practice.actions import PracticeActions
from backjournal.tui.today.actions import TodayActions
from backjournal.tui.today.pane import TodayPane
from backjournal.tui.today.prompt_actions import PromptActions
from backjournal.tui.tour.actions import TourActions
from backjournal.tui.trends.actions import TrendsActions
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.ready_screen import ReadyScreen
from backjournal.tui.widgets.words import link, press

with lazy_imports():
    from backjournal.tui.away import actions as away_actions
    from backjournal.tui.core import manual_window
    from backjournal.tui.diary import pane as diary_pane
    from backjournal.tui.measures import pane as measures_pane
    from backjournal.tui.plan import pane as plan_pane
    from backjournal.tui.review import actions as review_actions
    from backjournal.tui.trends import pane as trends_pane
    from backjournal.tui.widgets import confirm, dialog, keys, page

_SWITCH_SECONDS = 0.0005
"""How long a thread that computes goes on while a key waits."""


class BackjournalApp(
    TodayActions,
    PracticeActions,
    PromptActions,
    DiaryActions,
    TrendsActions,
    PlanActions,
    PlanFileActions,
    MeasureActions,
    ExperimentActions,
    HistoryActions,
    FileActions,
    SettingsActions,
    BackupActions,
    TourActions,
):
    """The whole app: combines the actions of all panes, lays out the screen, and defines the common keys."""

    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {*JournalApp.COMMANDS, lambda: keys.ActionProvider}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-comfortable"), (130, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (20, "-low"), (28, "-tall"), (40, "-very-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before all others, so that digits typed right after it go into the form.
        Binding("n", "check_in", "check-in", priority=True, tooltip="write a check-in"),
        *(
            Binding(str(place), f"pane('{pane}')", name, show=False, tooltip=f"go to {name}")
            for place, (pane, name) in enumerate(PANES.items(), 1)
        ),
        Binding("m", "measure", "measure", show=False, tooltip="write down a result of a measure that is due"),
        Binding("f", "flare_up", "flare-up", show=False, tooltip="write down, change or end a flare-up"),
        Binding("E", "experiment", "experiment", show=False, tooltip="an experiment: start, see or stop one"),
        Binding("A", "away", "days away", show=False, tooltip="days without an entry: what was done on them"),
        Binding("W", "review", "week", show=False, tooltip="look back at the week that is over"),
        Binding("t", "today", "today", show=False, tooltip="go to today"),
        Binding("u", "undo", "undo"),
        Binding("U", "redo", "redo", show=False, tooltip="redo what was undone"),
        Binding("D", "bin", "bin", show=False, tooltip="the bin: what was deleted, to put it back"),
        Binding("x", "export", "export", show=False, tooltip="export as CSV, or the plan as a file"),
        Binding("B", "backups", "backups", show=False, tooltip="backups: list, make, restore"),
        Binding(
            "comma", "settings", "settings", show=False, key_display=",", tooltip="settings: day, week, sound, limit"
        ),
        Binding(
            "exclamation_mark", "signs", "signs", show=False, key_display="!", tooltip="symptoms that should not wait"
        ),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("q", "quit", "quit", show=False, tooltip="quit"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, priority=True, system=True),
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, system=True),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="top"):
            if self.banner:
                yield Static(self.banner, id="banner", markup=False)
            yield TitleBar().data_bind(state=JournalApp.day_state)
        with ContentSwitcher(initial="today", id="panes"):
            yield TodayPane(self.step_day, id="today").data_bind(
                JournalApp.suggestions,
                JournalApp.offers,
                JournalApp.lately,
                state=JournalApp.day_state,
                due=JournalApp.due_measures,
            )
        yield KeyLine()

    def later_panes(self) -> Mapping[str, Callable[[], Pane]]:
        """Return what makes the panes that are not shown at first, by their ids, in the order of their keys."""
        return {"diary": self._diary, "trends": self._trends, "plan": self._plan, "measures": self._measures}

    def _diary(self) -> Pane:
        return diary_pane.DiaryPane(id="diary").data_bind(state=JournalApp.diary_state)

    def _trends(self) -> Pane:
        return trends_pane.TrendsPane(self.today, id="trends").data_bind(JournalApp.record, JournalApp.remark)

    def _plan(self) -> Pane:
        return plan_pane.PlanPane(id="plan").data_bind(state=JournalApp.plan_state, figures=JournalApp.plan_figures)

    def _measures(self) -> Pane:
        return measures_pane.MeasuresPane(id="measures").data_bind(JournalApp.record, state=JournalApp.measures_state)

    def get_default_screen(self) -> Screen[object]:
        """Return the screen that the panes are on."""
        return ReadyScreen(id="_default")

    def on_mount(self) -> None:
        """Apply the saved theme, and make the app end cleanly on signals."""
        self.end_on_signals()
        theme = self.store.settings.get().theme
        if theme in self.available_themes:
            self.theme = theme
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def action_undo(self) -> None:
        """Undo the last change to the journal, in whichever pane it was made."""
        self._move_in_history("Undone", "undo", self.store.changes.undo)

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        self._move_in_history("Done again", "redo", self.store.changes.redo)

    def _move_in_history(self, what: str, verb: str, move: Callable[[], str | None]) -> None:
        before = self.standing()

        def told() -> str:
            label = move()
            said = f"{what}: {label}" if label else f"There is nothing left to {verb}."
            return self.with_changed_signs(said, before, "U" if verb == "undo" else "u")

        if said := self.attempt(told):
            self.say(said)

    def action_help(self) -> None:
        """Show the help of the pane and every key that works in it."""
        paragraphs = self.pane.HELP.split("\n\n")
        about = Content("\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs))
        panes = Content("  ").join(
            link(f"{place} {name}", f"screen.press('{place}')") for place, name in enumerate(PANES.values(), 1)
        )
        more = (link("ctrl+p finds any action", "screen.press('ctrl+p')"), ", ", press("m", "m opens the manual"), ".")
        help_content = Content("\n\n").join(
            [
                about,
                keys.keys_content(self, self.screen),
                panes,
                Content.assemble(*more),
            ]
        )
        title = f"Help: {PANES[self.pane.id or 'today']}"
        page.open_page(self, manual_window.HelpPage(title, help_content))

    def action_away(self) -> None:
        """Ask what was done on days without an entry."""
        self.run_worker(away_actions.fill_in_days(self), exit_on_error=False)

    def action_review(self) -> None:
        """Look back at the week that is over."""
        self.run_worker(review_actions.look_back(self), exit_on_error=False)

    def action_manual(self) -> None:
        """Open the manual."""
        self.push_screen(manual_window.ManualWindow())

    def get_key_display(self, binding: Binding) -> str:
        """Return the name of a key as the help and the notices write it: `ctrl+x` rather than `^x`."""
        return super().get_key_display(binding).replace("^", "ctrl+")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the palette on a terminal that is too small, and `n` where it is text or has another meaning."""
        if action == "check_in":
            free = len(self.screen_stack) == 1 and not isinstance(self.focused, Input)
            return free and not self.pane.TAKES_N
        return not (action == "command_palette" and isinstance(self.screen, TooSmall))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the commands that no key has; `ActionProvider` adds the actions of the keys to the palette."""
        yield from (command for command in super().get_system_commands(screen) if command.title == "Theme")
        yield SystemCommand("Manual", "what everything does, and how it counts", self.action_manual)
        yield SystemCommand("Tour", "what the panes are for: a minute, with made-up data", self.action_tour)

    async def action_quit(self) -> None:
        """Quit after what was typed has been taken, but first ask what to do with a form that has unsaved text."""
        after_earlier_keys(self, self._quit_or_ask)

    def _quit_or_ask(self) -> None:
        if isinstance(self.screen, confirm.Confirm):
            return
        for screen in self.screen_stack:
            if isinstance(screen, dialog.Dialog) and screen.changed:
                if screen.is_active:
                    self.call_later(screen.run_action, "leave")
                else:
                    self.say("A window below has unsaved changes: close this one first.")
                return
        self.exit()

    def on_resize(self, event: events.Resize) -> None:
        """Show `TooSmall` for as long as the terminal is too small."""
        small = event.size.width < SMALLEST_WIDTH or event.size.height < SMALLEST_HEIGHT
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def _keep_theme(self, theme: Theme) -> None:
        def keep() -> None:
            settings = self.store.settings.get()
            if theme.name != settings.theme:
                self.store.settings.save(replace(settings, theme=theme.name))

        self.attempt(keep)


def run(store: Store, banner: str = "", *, tour: bool = False) -> int:
    """Run the app on an open journal, with an optional banner, or the tour first; return the exit status."""
    # A key that reads and writes gives way to a computing thread again and again: Python would make it wait 5 ms each.
    sys.setswitchinterval(_SWITCH_SECONDS)
    with drawn_on_terminal():
        app = BackjournalApp(store, banner)
        app.begins_with_tour = tour
        app.run()
    return app.return_code or 0
