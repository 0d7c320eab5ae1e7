"""The line above the checklist that reminds of the experiment."""

from textual.reactive import var

from backjournal.tui.core.state import DayState
from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import press


class ExperimentLine(Links):
    """Says whether the day is with what is tried or without it; hidden on days without an experiment."""

    DEFAULT_CSS = "ExperimentLine { display: none; height: auto; padding: 0 1; }"
    state: var[DayState | None] = var(None)

    def watch_state(self, state: DayState | None) -> None:
        """Show the experiment of the day."""
        experiment = state.experiment if state else None
        self.display = experiment is not None
        if state and experiment:
            from backjournal.views.experiment_text import reminder

            line = reminder(experiment, state.day, state.today, paused=bool(state.signs))
            over = ": see the result" if state.day == state.today and experiment.is_over(state.today) else ""
            self.show(press("E", ("E", "bold $text-accent"), f" {line}{over}"))
