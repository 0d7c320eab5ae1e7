"""The dialog that asks which exercise of the plan is practised as an extra."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.plan.checklist import Checklist, ChecklistItem
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Extra:
    """The exercise that is practised as an extra."""

    item: ChecklistItem
    guided: bool
    """Whether the person wants to be guided through it; otherwise it is ticked as done."""


class ExtraDialog(Dialog[Extra | None]):
    """Asks for one of the exercises that the day does not ask for; only with `guided` it offers guidance."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose(True)", "practise", priority=True),
        Binding("space", "choose(False)", "done"),
        Binding("escape", "dismiss", "back"),
    ]

    def __init__(self, extras: Checklist, *, guided: bool) -> None:
        super().__init__()
        self._extras = extras
        self._guided = guided

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label("In the plan, and not asked for on this day", classes="window-title")
            yield RowList(*map(_row, self._extras), compact=True)
            hint = "What you do as an extra counts as practised, and lowers nothing."
            yield Static(Content.styled(hint, "$foreground-muted"), classes="hint")
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer guidance only where it is possible."""
        return self._guided or (action, parameters) != ("choose", (True,))

    def action_choose(self, guided: bool) -> None:
        """Answer with the highlighted exercise."""
        rows = self.query_one(RowList)
        item = next(item for item in self._extras if item.prescription.id == rows.row_id)
        self.dismiss(Extra(item, guided))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        # With guidance, enter is answered above: a click on a row never begins a practice.
        if not self._guided:
            self.action_choose(False)


def _row(item: ChecklistItem) -> Option:
    dose = (f"  {item.prescription.dose}, {item.prescription.schedule}", "$foreground-muted")
    return Option(Content.assemble(f"  {item.exercise.name}", dose), id=item.prescription.id)
