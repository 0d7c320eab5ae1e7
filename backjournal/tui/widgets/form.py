"""The base class of all forms: saving, showing an error below its field, drafts, and asking before closing."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, ClassVar, Protocol, runtime_checkable

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Label

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.text import clean_line
from backjournal.tui.widgets.answers import answer_of, put_answer
from backjournal.tui.widgets.confirm import Confirm, Leave
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine

DRAFT_SECONDS = 1.0
"""How often a form saves its draft."""


Save = Callable[[dict[str, Any]], Any]
"""Saves the answers of a form, given by field name; may be async.

Raises an InvalidValue whose `field` names the wrong field, or another JournalError.
"""


class Draft(Protocol):
    """Stores what is typed into a form until the form is saved or discarded, so that a crash loses nothing."""

    answers: Mapping[str, Any]
    """What was typed before, when the same form was cut off; empty for a new draft."""

    def keep(self, answers: Mapping[str, Any]) -> None:
        """Store the answers, in place of those before."""

    def drop(self) -> None:
        """Delete the stored answers."""

    def leave(self) -> None:
        """Leave the stored answers to the next form that is about the same."""


@runtime_checkable
class KeepsDrafts(Protocol):
    """An app that stores the drafts of its forms."""

    def draft(self, form: str, title: str) -> Draft:
        """Return the draft of a form, which an earlier one may have left; `title` is how the person knows the form."""


class Field(Horizontal):
    """A labelled control of a form, with room below it for an error message.

    `label` is its name on the screen. `blank` is the answer that says nothing yet, such as the proposed day, where that
    is not an empty one. `problem` is the error message that is shown, or empty.
    """

    DEFAULT_CSS = """
    Field { height: auto; }
    Field .label { width: 15; color: $foreground-muted; text-align: right; padding-right: 2; }
    Field .label.-current { color: $foreground; text-style: bold; }
    """

    def __init__(self, name: str, label: str, control: Widget, *, blank: Any = None) -> None:
        super().__init__(name=name, id=f"field-{name}")
        self.label = label
        self.control = control
        self._blank = blank
        self.problem = ""

    def compose(self) -> ComposeResult:
        yield Label(self.label, classes="label", markup=False)
        yield self.control

    @property
    def is_filled(self) -> bool:
        """Whether the person has given an answer."""
        answer = answer_of(self.control)
        return answer not in (None, "", ()) if self._blank is None else answer != self._blank

    def on_click(self, event: events.Click) -> None:
        """Focus the control when its label is clicked."""
        if self.query_one(".label").region.contains_point(event.screen_offset):
            self.control.focus()

    def on_descendant_focus(self) -> None:
        """Highlight the label while the control has the focus."""
        self.query_one(".label").add_class("-current")

    def on_descendant_blur(self) -> None:
        """Remove the highlight of the label."""
        self.query_one(".label").remove_class("-current")

    async def refuse(self, message: str) -> None:
        """Show what is wrong with the value, and focus the control."""
        self.problem = message
        label = Label(f"✗ {clean_line(message)}", classes="problem", markup=False)
        assert isinstance(self.parent, Fields)
        await self.parent.mount(label, after=self)
        self.control.focus()
        # The message has no position until the screen has been laid out again.
        self.call_after_refresh(label.scroll_visible, animate=False)


class Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields of a form, scrolled to the focused one; the arrows move between fields instead of scrolling."""


class FormScreen(Dialog[Any]):
    """A form in a window; subclasses yield its fields, and `save` is called with the answers.

    `about` is the id of what the form is about, such as the check-in to edit; empty if there is only one such form.
    What is typed is kept as a draft, which the next form about the same takes up if this one is cut off.

    After saving, it is dismissed with what `save` returned, or with True if that was None. When the person closes it
    without saving, it is dismissed with None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save", priority=True),
        Binding("escape", "leave", "leave"),
        Binding("tab", "app.focus_next", "next field", priority=True),
        Binding("up", "app.focus_previous", "field before", show=False),
        Binding("down,enter", "app.focus_next", "next field", show=False),
    ]
    FORM_TITLE = "Form"
    SAVE_LABEL = "Save (ctrl+s)"

    def __init__(self, save: Save, about: str = "") -> None:
        super().__init__()
        self._save = save
        self._about_id = about
        self._draft: Draft | None = None
        self._initial: dict[str, Any] = {}
        self._drafted: dict[str, Any] = {}

    def fields(self) -> Iterable[Widget]:
        """Yield the fields of the form, and any texts between them."""
        raise NotImplementedError

    def above(self) -> Iterable[Widget]:
        """Yield what stays above the fields while they scroll; most forms have nothing there."""
        return ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label(self.FORM_TITLE, classes="window-title", markup=False)
            yield from self.above()
            with Fields():
                yield from self.fields()
            yield Label("", classes="form-hint", markup=False)
            yield Label("", classes="form-problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(self.SAVE_LABEL, variant="primary", id="save", compact=True)
                yield Button("Leave (esc)", id="leave", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Remember the first answers, to notice changes, and restore the draft if there is one."""
        self.app.clear_notifications()
        self._initial = self._drafted = self.answers()
        if isinstance(self.app, KeepsDrafts):
            self._draft = self.app.draft(f"{type(self).__name__} {self._about_id}".strip(), self.FORM_TITLE)
            self._restore(self._draft.answers)
            self.set_interval(DRAFT_SECONDS, self.keep_draft)

    def on_unmount(self) -> None:
        """Leave the draft to another form if the app is ended while this one is open."""
        if self._draft:
            self._draft.leave()

    def _restore(self, draft: Mapping[str, Any]) -> None:
        fields = {field.name: field for field in self.query(Field)}
        for name in draft.keys() & fields.keys():
            if not fields[name].control.disabled:
                put_answer(fields[name].control, draft[name])
        if draft:
            self._show_line(".form-hint", "This was typed before and not saved: ctrl+s saves, esc leaves.")

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    def keep_draft(self) -> None:
        """Save the draft if the answers have changed since it was last saved."""
        answers = self.answers()
        # When the app ends, the fields are removed before the timer of the form is stopped.
        if self._draft and answers != self._drafted and answers.keys() == self._initial.keys():
            self._draft.keep(answers)
            self._drafted = answers

    def _close(self, saved: Any) -> None:
        if self._draft:
            self._draft.drop()
            self._draft = None
        self.dismiss(saved)

    def answers(self) -> dict[str, Any]:
        """Return the values of the controls, by field name."""
        return {field.name or "": answer_of(field.control) for field in self.query(Field)}

    @property
    def changed(self) -> bool:
        """Whether the form has unsaved changes."""
        return self.answers() != self._initial

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save and close the form, or show what is wrong with the answers."""
        # Keys that were typed before are still queued for their field, and must arrive there first.
        (self.focused or self).call_later(self._save_answers)

    async def _save_answers(self) -> None:
        await self.query(".problem").remove()
        for field in self.query(Field):
            field.problem = ""
        self._show_problem("")
        try:
            saved = self._save(self.answers())
            if isinstance(saved, Awaitable):
                saved = await saved
        except InvalidValue as error:
            for field in self.query(Field):
                if field.name == error.field:
                    self.reveal(field)
                    await field.refuse(str(error))
                    return
            self._show_problem(f"✗ {error}")
        except JournalError as error:
            self._show_problem(f"✗ {error}")
        else:
            self._close(True if saved is None else saved)

    def reveal(self, field: Field) -> None:
        """Make sure that a field can be seen; a form that hides fields replaces this."""

    def _show_problem(self, problem: str) -> None:
        self._show_line(".form-problem", problem)

    def _show_line(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Label)
        line.update(Content(text))
        line.display = bool(text)
        self.set_class(any(line.display for line in self.query(".form-hint, .form-problem")), "-with-message")

    @on(Button.Pressed, "#leave")
    @work
    async def action_leave(self) -> None:
        """Close the form without saving; if it has unsaved changes, ask first."""
        if not self.is_active:
            return
        if self.changed:
            answer = await self.app.push_screen_wait(Confirm())
            if answer is Leave.STAY:
                return
            if answer is Leave.SAVE:
                self.action_save()
                return
        self._close(None)
