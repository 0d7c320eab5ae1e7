"""The advice on symptoms that should not wait, as text and as a dialog."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from backjournal.library.red_flags import RedFlag, Urgency, advice, red_flags, tell_them
from backjournal.model.about_you import AboutYou
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine

SIGNS = {Urgency.EMERGENCY: "!!", Urgency.URGENT: "!", Urgency.SOON: "·"}
"""The sign that marks each urgency, so that it can be recognized without colour."""
STYLES = {
    Urgency.EMERGENCY: "bold $text-error",
    Urgency.URGENT: "bold $text-warning",
    Urgency.SOON: "$foreground-muted",
}


def advice_content(flags: Iterable[RedFlag], about: AboutYou) -> Content:
    """Return the advice for symptoms as text, the most urgent first; empty if there are no symptoms."""
    chosen = tuple(flags)
    parts = []
    for urgency in sorted({flag.urgency for flag in chosen}, reverse=True):
        advised = advice(urgency, about.emergency_number)
        labels = [f"  • {flag.label}\n" for flag in chosen if flag.urgency is urgency]
        parts.append(
            Content.assemble(
                (f"{SIGNS[urgency]} {advised.title}\n", STYLES[urgency]),
                *labels,
                f"{advised.text}\n",
                (f"Source: {advised.source}", "$foreground-muted"),
            )
        )
    also = tell_them(about)
    if also and any(flag.urgency >= Urgency.URGENT for flag in chosen):
        parts.append(Content(also))
    return Content("\n\n").join(parts)


def symptoms_content(about: AboutYou) -> Content:
    """Return every symptom to watch for by its urgency, with what to do."""
    return advice_content(red_flags(), about)


class AdviceScreen(Dialog[None]):
    """Shows what to do about symptoms that should not wait; `typed` are own words that may mean one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", "I have read this")]

    def __init__(self, flags: tuple[RedFlag, ...], about: AboutYou, typed: str = "") -> None:
        super().__init__()
        self._flags = flags
        self._about = about
        self._typed = typed

    def compose(self) -> ComposeResult:
        emergency = any(flag.urgency is Urgency.EMERGENCY for flag in self._flags)
        with Vertical(classes="window alarm" if emergency else "window warning"):
            with VerticalScroll():
                if self._typed:
                    yield Static(
                        Content(f"“{self._typed}” may mean one of these. Tick what is new or worse for you.\n")
                    )
                yield Static(advice_content(self._flags, self._about))
            with Horizontal(classes="buttons"):
                yield Button("I have read this (enter)", variant="error", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it; enter closes the dialog."""
        self.query_one(VerticalScroll).focus()

    def on_button_pressed(self) -> None:
        """Close the dialog."""
        self.dismiss()
