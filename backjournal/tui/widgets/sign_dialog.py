"""The window about signs that stand: the advice on them, and what the person answers."""

from enum import Enum, auto
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from backjournal.library.red_flags import Urgency
from backjournal.plan.signs import StandingSign, urgency_of
from backjournal.tui.widgets.advice import advice_content
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.words import long_date


class SignAnswer(Enum):
    """What the person says about signs that stand."""

    SEEN = auto()
    """A doctor has looked at them."""

    GONE = auto()
    PRACTISE = auto()
    """They stand, and the person practises all the same."""


class SignDialog(Dialog[SignAnswer | None]):
    """Shows the advice on signs that stand, and asks what became of them; None leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close"),
        Binding("d", "answer('SEEN')", "a doctor has looked at it"),
        Binding("g", "answer('GONE')", "it is gone"),
        Binding("y", "answer('PRACTISE')", "practise all the same"),
    ]

    def __init__(self, signs: tuple[StandingSign, ...], *, before_practice: bool = False) -> None:
        super().__init__()
        self._signs = signs
        self._before_practice = before_practice

    def compose(self) -> ComposeResult:
        emergency = urgency_of(self._signs) is Urgency.EMERGENCY
        with Vertical(classes="window alarm" if emergency else "window warning"):
            with VerticalScroll():
                yield Static(self._content())
            with Horizontal(classes="buttons"):
                yield Button(
                    "Do not practise (esc)" if self._before_practice else "Close (esc)", id="close", compact=True
                )
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the button that changes nothing."""
        self.query_one(Button).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to practise only before a practice."""
        return parameters != ("PRACTISE",) or self._before_practice

    def action_answer(self, name: str) -> None:
        """Close with an answer."""
        self.dismiss(SignAnswer[name])

    @on(Button.Pressed)
    def _leave(self) -> None:
        self.dismiss(None)

    def _content(self) -> Content:
        noted = "\n".join(f"Noted on {long_date(sign.noted)}: {sign.flag.word}." for sign in self._signs)
        ask = "While it stands, a practice asks first, and no larger dose is suggested."
        again = [f"It was looked at on {long_date(sign.seen)}: is it still there?" for sign in self._signs if sign.seen]
        parts = [advice_content(sign.flag for sign in self._signs), Content(noted), *map(Content, again[:1])]
        return Content("\n\n").join([*parts, Content.styled(ask, "$foreground-muted")])
