"""The form about the person: the emergency number, and what a doctor should know."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.library.red_flags import context_facts
from backjournal.model.about_you import AboutYou
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.tick import Tick


class AboutYouForm(FormScreen):
    """Asks once, when the plan begins, what the advice on a symptom has to know about the person."""

    FORM_TITLE = "Before you begin, asked once"

    def __init__(self, save: Save, *, about: AboutYou) -> None:
        super().__init__(save)
        self._about = about

    def fields(self) -> Iterable[Widget]:
        about = "All of it can be left out, stays in this journal, and can be changed later: , opens the settings."
        yield Static(Content.styled(about, "$foreground-muted"), classes="hint")
        yield from about_you_fields(self._about)


def about_you_fields(about: AboutYou) -> Iterable[Widget]:
    """Yield the fields that ask about the person."""
    once = "Tick what applies: a doctor should know it, and the advice on symptoms reminds you to say it."
    yield Static(Content(once), classes="hint")
    for fact in context_facts():
        yield Field(_field(fact.word), "", Tick(fact.label, value=fact.word in (about.context or ())))
    number = LineInput(about.emergency_number, "such as 112 or 911", id="emergency_number")
    yield Field("emergency_number", "Emergency no.", number)


def about_you_from(answers: Mapping[str, Any]) -> AboutYou:
    """Return what was entered about the person.

    Raises:
        InvalidValue: the number cannot be dialled.
    """
    context = frozenset(fact.word for fact in context_facts() if answers[_field(fact.word)])
    return AboutYou(answers["emergency_number"], context)


def _field(word: str) -> str:
    return f"context-{word.replace(' ', '-')}"
