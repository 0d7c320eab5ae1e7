"""The window for choosing the symptoms of a check-in."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label, OptionList
from textual.widgets.option_list import Option

from backjournal.library.own_words import may_mean
from backjournal.library.red_flags import Urgency, advice, flags_of, red_flags, symptom
from backjournal.model.about_you import AboutYou
from backjournal.model.text import split_words
from backjournal.tui.widgets.advice import SIGNS, STYLES, AdviceScreen
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.line_input import LIST, LineInput
from backjournal.tui.widgets.row_list import ChoiceRows, RowList, heading_row


class SymptomPicker(Dialog[tuple[str, ...]]):
    """Asks for symptoms: a list to tick, and a line for other words; answers with the words of all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick"),
        Binding("ctrl+s,escape", "take", "take these", priority=True, key_display="ctrl+s esc"),
    ]

    def __init__(self, words: tuple[str, ...], about: AboutYou) -> None:
        super().__init__()
        self._about = about
        known = {flag.word for flag in red_flags()}
        self._ticked = {word for word in words if word in known}
        self._own = [word for word in words if word not in known]

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("Symptoms that are new or worse: space ticks", classes="window-title")
            yield ChoiceRows(*self._rows(), id="symptoms", compact=True)
            with Horizontal(classes="own-words"):
                yield Label("others ")
                yield LineInput(", ".join(self._own), "in your own words, separated by commas", between=LIST)
            with Horizontal(classes="buttons"):
                yield Button("Take these (ctrl+s)", variant="primary", compact=True)
        yield KeyLine()

    def _rows(self) -> Iterable[Option]:
        urgency = None
        for flag in red_flags():
            if flag.urgency is not urgency:
                urgency = flag.urgency
                title = Content.styled(f"{SIGNS[urgency]} {advice(urgency).title}", STYLES[urgency])
                yield heading_row(title, urgency.name)
            yield Option(Content(f" {'[x]' if flag.word in self._ticked else '[ ]'} {flag.label}"), id=flag.word)

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Tick the highlighted symptom or take the tick back; show the advice at once if the symptom is urgent."""
        rows = self.query_one(RowList)
        flag = next((flag for flag in red_flags() if flag.word == rows.row_id), None)
        if flag is None:
            return
        self._ticked ^= {flag.word}
        rows.show_rows(tuple(self._rows()))
        if flag.word in self._ticked and flag.urgency >= Urgency.URGENT:
            self.app.push_screen(AdviceScreen((flag,), self._about))

    @on(Button.Pressed)
    @on(Input.Submitted)
    def action_take(self) -> None:
        """Close with the ticked symptoms and the typed words; first show the advice if a typed one is urgent."""
        ticked = tuple(flag.word for flag in red_flags() if flag.word in self._ticked)
        own = split_words(self.query_one(Input).value)
        words = tuple(dict.fromkeys(ticked + own))
        fresh = [word for word in own if word not in self._own]
        typed = flags_of(symptom(word) for word in fresh)
        if any(flag.urgency >= Urgency.URGENT for flag in typed):
            self.app.push_screen(AdviceScreen(typed, self._about), lambda _: self._close(words))
            return
        meant = {flag.word for word in fresh for flag in may_mean(word)} - self._ticked
        if meant:
            # Asked once for each word: whoever takes them again has read it.
            self._own = list(own)
            self.app.push_screen(
                AdviceScreen(tuple(flag for flag in red_flags() if flag.word in meant), self._about, ", ".join(fresh))
            )
        else:
            self.dismiss(words)

    def _close(self, words: tuple[str, ...]) -> None:
        self.dismiss(words)
