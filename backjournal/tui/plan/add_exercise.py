"""The dialog for choosing an exercise to add to the plan."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.library.exercises import LibraryExercise, library, search_library
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.exercise_detail import exercise_content
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.row_list import FoundRows

OWN = "own"
"""The id of the row for an exercise that is not in the library."""


class AddExercise(Dialog[LibraryExercise | str]):
    """Shows the library, filtered by what is typed.

    It answers with the chosen exercise, or with the typed text as the name of a new exercise that the person defines
    themselves. `in_plan` has the ids of the exercises that cannot be chosen, as they are in the plan already.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back"),
        Binding("down", "cursor(1)", "down", show=False, priority=True),
        Binding("up", "cursor(-1)", "up", show=False, priority=True),
        Binding("enter", "take", "add", priority=True),
    ]

    def __init__(self, in_plan: frozenset[str]) -> None:
        super().__init__()
        self._in_plan = in_plan

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("Add an exercise", classes="window-title")
            yield LineInput(placeholder="type to search: name, category, or a word of the how-to")
            with Horizontal():
                yield FoundRows(id="library", compact=True)
                with VerticalScroll(can_focus=False):
                    yield Static(id="library-detail")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the whole library."""
        self._show("")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, search: str) -> None:
        own = Option(Content.styled(" An exercise of my own …", "bold $text-accent"), id=OWN)
        options = [own, *(self._option(entry) for entry in search_library(search))]
        choices = self.query_one("#library", OptionList)
        choices.set_options(options)
        library_rows = (index for index, option in enumerate(options) if index and not option.disabled)
        choices.highlighted = next(library_rows, 0)

    def _option(self, entry: LibraryExercise) -> Option:
        in_plan = entry.exercise.id in self._in_plan
        name = Content.assemble(f" {entry.exercise.name}", ("  in the plan" if in_plan else "", "$foreground-muted"))
        return Option(name, id=entry.exercise.id, disabled=in_plan)

    @on(OptionList.OptionHighlighted)
    def _show_detail(self, event: OptionList.OptionHighlighted) -> None:
        entry = next((entry for entry in library() if entry.exercise.id == event.option_id), None)
        detail = self.query_one("#library-detail", Static)
        if entry is None:
            detail.update("Give it a name, a category, a how-to and a dose, as you were shown it.")
        else:
            start = Content.assemble("Starts from ", (str(entry.dose), "bold"), f", {entry.schedule}")
            detail.update(Content("\n\n").join([exercise_content(entry.exercise), start]))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_id)

    def action_cursor(self, step: int) -> None:
        """Move the highlight of the list while the search keeps the focus."""
        choices = self.query_one("#library", OptionList)
        if step > 0:
            choices.action_cursor_down()
        else:
            choices.action_cursor_up()

    def action_take(self) -> None:
        """Answer with the highlighted exercise."""
        option = self.query_one("#library", OptionList).highlighted_option
        if option:
            self._take(option.id)

    def _take(self, chosen: str | None) -> None:
        entries = {entry.exercise.id: entry for entry in library()}
        self.dismiss(entries.get(chosen or "", self.query_one(Input).value.strip()))
