"""The window about strong pain during a practice: what to do, what to look for, and whether to pause the exercise."""

from datetime import timedelta
from enum import Enum, auto
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Label, Static

from backjournal.days import Clock
from backjournal.plan.strong_pain import StrongPain
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine

_READ_WITHIN = timedelta(seconds=1)
"""How long enter may still be one that was typed after the digit of the pain."""


class AfterPain(Enum):
    """What the person does after strong pain."""

    STOP = auto()
    """They stop for today."""

    GO_ON = auto()
    """They go on with the next exercise."""

    PAUSE = auto()
    """They pause the exercise, and stop for today."""


class StrongPainDialog(Dialog[AfterPain]):
    """Says what to do about strong pain; `after` is the name of the exercise that would come next, or empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer('STOP')", "stop for today"),
        Binding("enter", "enter", "stop for today", show=False),
        Binding("p", "answer('PAUSE')", "pause this exercise"),
        Binding("g", "answer('GO_ON')", "go on with the next"),
        Binding("exclamation_mark", "app.signs", "symptoms", key_display="!"),
    ]

    def __init__(self, strong: StrongPain, clock: Clock, after: str = "") -> None:
        super().__init__()
        self._strong = strong
        self._clock = clock
        self._opened = clock.now()
        self._after = after

    def compose(self) -> ComposeResult:
        strong = self._strong
        texts = [
            Content.styled(strong.what_to_do, "bold"),
            Content.assemble(strong.what_to_look_for, (" !", "bold $text-accent"), " lists what should not wait."),
            *([Content(strong.again)] if strong.again else []),
            Content.styled(strong.why, "$foreground-muted"),
        ]
        with Vertical(classes="window warning"):
            yield Label(strong.title, classes="window-title", markup=False)
            with VerticalScroll():
                yield Static(Content("\n\n").join(texts), classes="hint")
            with Horizontal(classes="buttons"):
                yield Button("Stop for today (enter)" if strong.today else "Close (enter)", id="STOP", compact=True)
                if strong.again:
                    yield Button("Pause it (p)", id="PAUSE", compact=True)
                if self._after:
                    yield Button(f"Go on with {self._after} (g)", id="GO_ON", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it."""
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to pause only after strong pain twice in a row, and to go on only if something comes next."""
        if parameters == ("PAUSE",):
            return bool(self._strong.again)
        return parameters != ("GO_ON",) or bool(self._after)

    def action_enter(self) -> None:
        """Stop for today, unless the key belongs to what was typed before: that would close the window unread."""
        if self._clock.now() - self._opened >= _READ_WITHIN:
            self.action_answer("STOP")

    def action_answer(self, name: str) -> None:
        """Close with an answer."""
        self.dismiss(AfterPain[name])

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(AfterPain[event.button.id or "STOP"])
