"""The window for choosing the symptoms of a check-in."""

from collections.abc import Iterable
from textwrap import wrap
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
from backjournal.tui.widgets.row_list import ChoiceRows, heading_row

_BOX_CELLS = len(" [ ] ")


class SymptomRows(ChoiceRows):
    """The symptoms under their urgency; `ticked` has the words of those that are ticked.

    What does not fit into a line goes on below the words, and not below the box.
    """

    def __init__(self, ticked: set[str]) -> None:
        self._ticked = ticked
        super().__init__(*self._rows(), id="symptoms", compact=True)

    def fit(self) -> None:
        """Show the rows as they are ticked now, in as many lines as the width asks for."""
        self.show_rows(tuple(self._rows(self.scrollable_content_region.width)))

    def _rows(self, width: int = 0) -> Iterable[Option]:
        urgency = None
        for flag in red_flags():
            if flag.urgency is not urgency:
                urgency = flag.urgency
                title = Content.styled(f"{SIGNS[urgency]} {advice(urgency).title}", STYLES[urgency])
                yield heading_row(title, urgency.name)
            lines = wrap(flag.label, width - _BOX_CELLS) if width > _BOX_CELLS else [flag.label]
            box = "[x]" if flag.word in self._ticked else "[ ]"
            below = "\n" + " " * _BOX_CELLS
            yield Option(Content(f" {box} {below.join(lines)}"), id=flag.word)


class SymptomPicker(Dialog[tuple[str, ...]]):
    """Asks for symptoms: a list to tick, and a line for other words; answers with the words of all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", key_display="space ⏎"),
        Binding("escape,ctrl+s", "take", "take these", priority=True, key_display="esc"),
    ]

    def __init__(self, words: tuple[str, ...], about: AboutYou) -> None:
        super().__init__()
        self._about = about
        known = {flag.word for flag in red_flags()}
        self._ticked = {word for word in words if word in known}
        self._own = [word for word in words if word not in known]

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label("Symptoms that are new or worse", classes="window-title")
            yield SymptomRows(self._ticked)
            with Horizontal(classes="own-words"):
                yield Label("others ")
                yield LineInput(", ".join(self._own), "in your own words, separated by commas", between=LIST)
            with Horizontal(classes="buttons"):
                yield Button("Take these (esc)", variant="primary", compact=True)
        yield KeyLine()

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Tick the highlighted symptom or take the tick back; show the advice at once if the symptom is urgent."""
        rows = self.query_one(SymptomRows)
        flag = next((flag for flag in red_flags() if flag.word == rows.row_id), None)
        if flag is None:
            return
        self._ticked ^= {flag.word}
        rows.fit()
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
