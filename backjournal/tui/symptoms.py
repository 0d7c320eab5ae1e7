"""The symptoms of a check-in, and the advice that cannot wait."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.model.text import split_words
from backjournal.red_flags import RedFlag, Urgency, advice, flags_of, red_flags, symptom
from backjournal.tui.key_line import KeyLine
from backjournal.tui.row_list import RowList, heading_row

_SIGNS = {Urgency.EMERGENCY: "!!", Urgency.URGENT: "!", Urgency.SOON: "·"}
_STYLES = {
    Urgency.EMERGENCY: "bold $text-error",
    Urgency.URGENT: "bold $text-warning",
    Urgency.SOON: "$foreground-muted",
}


def advice_content(flags: Iterable[RedFlag]) -> Content:
    """Return the advice for symptoms as text, the most urgent first; empty if there are none."""
    chosen = tuple(flags)
    parts = []
    for urgency in sorted({flag.urgency for flag in chosen}, reverse=True):
        told = advice(urgency)
        labels = [f"  • {flag.label}\n" for flag in chosen if flag.urgency is urgency]
        parts.append(
            Content.assemble(
                (f"{_SIGNS[urgency]} {told.title}\n", _STYLES[urgency]),
                *labels,
                f"{told.text}\n",
                (f"Source: {told.source}", "$foreground-muted"),
            )
        )
    return Content("\n\n").join(parts)


class AdviceScreen(ModalScreen[None]):
    """Says at once what to do about symptoms that should not wait."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", "I have read this")]

    def __init__(self, flags: tuple[RedFlag, ...]) -> None:
        super().__init__()
        self._flags = flags

    def compose(self) -> ComposeResult:
        emergency = any(flag.urgency is Urgency.EMERGENCY for flag in self._flags)
        with Vertical(classes="window alarm" if emergency else "window warning"):
            with VerticalScroll():
                yield Static(advice_content(self._flags))
            with Horizontal(classes="buttons"):
                yield Button("I have read this (enter)", variant="error", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Let enter close it."""
        self.query_one(Button).focus()

    def on_button_pressed(self) -> None:
        """Close."""
        self.dismiss()


class SymptomPicker(ModalScreen[tuple[str, ...]]):
    """A list of symptoms to tick, and a line for one's own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick"),
        Binding("ctrl+s,escape", "take", "take these", priority=True),
    ]

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        known = {flag.word for flag in red_flags()}
        self._ticked = {word for word in words if word in known}
        self._own = [word for word in words if word not in known]

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("Symptoms that are new or worse: space ticks", classes="window-title")
            yield RowList(*self._rows(), id="symptoms", compact=True)
            with Horizontal(classes="own-words"):
                yield Label("others ")
                yield Input(", ".join(self._own), "in your own words, separated by commas", compact=True)
            with Horizontal(classes="buttons"):
                yield Button("Take these (ctrl+s)", variant="primary", compact=True)
        yield KeyLine()

    def _rows(self) -> Iterable[Option]:
        urgency = None
        for flag in red_flags():
            if flag.urgency is not urgency:
                urgency = flag.urgency
                title = Content.styled(f"{_SIGNS[urgency]} {advice(urgency).title}", _STYLES[urgency])
                yield heading_row(title, urgency.name)
            yield Option(Content(f" {'[x]' if flag.word in self._ticked else '[ ]'} {flag.label}"), id=flag.word)

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Tick the highlighted symptom, or take the tick back."""
        rows = self.query_one(RowList)
        self._ticked ^= {rows.row_id}
        rows.show_rows(tuple(self._rows()))

    @on(Button.Pressed)
    @on(Input.Submitted)
    def action_take(self) -> None:
        """Close with the ticked symptoms and the own words."""
        ticked = tuple(flag.word for flag in red_flags() if flag.word in self._ticked)
        self.dismiss(tuple(dict.fromkeys(ticked + split_words(self.query_one(Input).value))))


class SymptomsField(Widget, can_focus=True):
    """The symptoms of a form; enter opens the list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "pick", "choose symptoms")]
    DEFAULT_CSS = """
    SymptomsField { height: auto; width: 1fr; }
    SymptomsField:focus { background: $surface-lighten-1; }
    """
    value: reactive[tuple[str, ...]] = reactive((), layout=True)

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.set_reactive(SymptomsField.value, words)

    def render(self) -> Content:
        """Draw the chosen symptoms, or how to choose some."""
        if self.value:
            return Content(", ".join(self.value))
        return Content.styled("none (enter opens the list)", "$foreground-muted")

    def on_click(self) -> None:
        """Open the list."""
        self.action_pick()

    @work
    async def action_pick(self) -> None:
        """Open the list; advice that cannot wait comes up as soon as it is left."""
        before = flags_of(symptom(word) for word in self.value)
        words = await self.app.push_screen_wait(SymptomPicker(self.value))
        self.value = words
        now = flags_of(symptom(word) for word in words)
        if any(flag.urgency >= Urgency.URGENT and flag not in before for flag in now):
            await self.app.push_screen_wait(AdviceScreen(now))
