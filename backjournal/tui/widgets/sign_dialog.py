"""The window about signs that stand: the advice on them, and what the person answers about each."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.library.red_flags import Urgency
from backjournal.model.about_you import AboutYou
from backjournal.plan.signs import StandingSign, urgency_of
from backjournal.tui.widgets.advice import SIGNS, STYLES, advice_content
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import RowList
from backjournal.tui.widgets.words import long_date


class SignAnswer(Enum):
    """What the person says about a sign that stands."""

    SEEN = auto()
    """A doctor has looked at it."""

    GONE = auto()
    PRACTISE = auto()
    """It stands, and the person practises all the same."""


class SignDialog(Dialog[tuple[SignAnswer, StandingSign] | None]):
    """Shows the advice on signs that stand, and asks what became of one; None leaves everything as it is.

    Several are listed, the most urgent first, with the advice on the highlighted one below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", key_display="esc"),
        Binding("enter", "dismiss", "close", show=False, priority=True),  # the list would take it
        Binding("d", "answer('SEEN')", "seen by a doctor", tooltip="a doctor has looked at it"),
        Binding("g", "answer('GONE')", "gone", tooltip="it is gone"),
        Binding("y", "answer('PRACTISE')", "practise anyway"),
    ]

    def __init__(self, signs: tuple[StandingSign, ...], about: AboutYou, *, before_practice: bool = False) -> None:
        super().__init__()
        self._signs = signs
        self._about = about
        self._before_practice = before_practice

    def compose(self) -> ComposeResult:
        emergency = urgency_of(self._signs) is Urgency.EMERGENCY
        with Vertical(classes="window alarm" if emergency else "window warning"):
            yield RowList(*self._rows(), id="signs", compact=True)
            with VerticalScroll():
                yield Static(id="sign-advice")
            with Horizontal(classes="buttons"):
                yield Button(
                    "Do not practise (esc)" if self._before_practice else "Close (esc)", id="close", compact=True
                )
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the list of several signs, or the text of one, so that the arrows scroll it."""
        rows = self.query_one(RowList)
        rows.display = len(self._signs) > 1
        rows.highlighted = 0
        (rows if rows.display else self.query_one(VerticalScroll)).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to practise only before a practice."""
        return parameters != ("PRACTISE",) or self._before_practice

    def action_answer(self, name: str) -> None:
        """Close with an answer about the highlighted sign."""
        self.dismiss((SignAnswer[name], self._sign))

    @on(Button.Pressed)
    def _leave(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _show_advice(self) -> None:
        self.query_one("#sign-advice", Static).update(self._content(self._sign))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @property
    def _sign(self) -> StandingSign:
        return self._signs[self.query_one(RowList).highlighted or 0]

    def _rows(self) -> Iterable[Option]:
        for sign in self._signs:
            mark = (f" {SIGNS[sign.flag.urgency]:<2} ", STYLES[sign.flag.urgency])
            yield Option(Content.assemble(mark, sign.flag.word), id=sign.flag.word)

    def _content(self, sign: StandingSign) -> Content:
        noted = f"Noted on {long_date(sign.noted)}: {sign.flag.word}."
        again = f"It was looked at on {long_date(sign.seen)}: is it still there?" if sign.seen else ""
        ask = "Until you answer, you are asked before each practice, and no larger dose is suggested."
        parts = (advice_content([sign.flag], self._about), Content(noted), Content(again))
        shown = (part for part in parts if part.plain)
        return Content("\n\n").join([*shown, Content.styled(ask, "$foreground-muted")])
