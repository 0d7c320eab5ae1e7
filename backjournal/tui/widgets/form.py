"""What all forms share: saving, refusing a value beside its field, and asking before typed things are left."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Label, TextArea

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.text import clean_line
from backjournal.tui.widgets.confirm import Confirm, Leave
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.scale import Scale
from backjournal.tui.widgets.symptoms import SymptomsField
from backjournal.tui.widgets.tick import Tick

DRAFT_SECONDS = 1.0
"""How often a form keeps what is typed into it, if it keeps a draft."""


Save = Callable[[dict[str, Any]], Any]
"""Takes the answers of a form by field name; may be async; raises what is wrong with them."""


class Draft(Protocol):
    """Keeps what is typed into a form until it is saved or discarded."""

    def read(self) -> dict[str, Any] | None:
        """Return what was kept, if there is something."""

    def keep(self, answers: Mapping[str, Any]) -> None:
        """Keep the answers."""

    def drop(self) -> None:
        """Let the answers go."""


class Field(Horizontal):
    """A labelled control, under which a line says what is wrong with it; `problem` is empty while nothing is."""

    DEFAULT_CSS = """
    Field { height: auto; }
    Field .label { width: 15; color: $foreground-muted; text-align: right; padding-right: 2; }
    Field .label.-current { color: $foreground; text-style: bold; }
    """

    def __init__(self, name: str, label: str, control: Widget) -> None:
        super().__init__(name=name, id=f"field-{name}")
        self._label = label
        self.control = control
        self.problem = ""

    def compose(self) -> ComposeResult:
        yield Label(self._label, classes="label", markup=False)
        yield self.control

    def on_descendant_focus(self) -> None:
        """Mark the label of the field that has the keys."""
        self.query_one(".label").add_class("-current")

    def on_descendant_blur(self) -> None:
        """Take the mark away."""
        self.query_one(".label").remove_class("-current")

    async def refuse(self, message: str) -> None:
        """Say what is wrong with the value, and go to it."""
        self.problem = message
        told = Label(f"✗ {clean_line(message)}", classes="problem", markup=False)
        assert isinstance(self.parent, Fields)
        await self.parent.mount(told, after=self)
        self.control.focus()
        # The message has its place only when the screen is laid out anew.
        self.call_after_refresh(told.scroll_visible, animate=False)


class Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields of a form, which scroll with the focus: the arrows go from field to field."""


class FormScreen(Dialog[Any]):
    """A form in a window; `save` gets the answers by field name and raises what is wrong with them.

    It is dismissed with what `save` returned, True if that was nothing; with None when it is left.
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

    def __init__(self, save: Save, draft: Draft | None = None) -> None:
        super().__init__()
        self._save = save
        self._draft = draft
        self._at_start: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}

    def fields(self) -> Iterable[Widget]:
        """Give the fields of the form, and whatever stands between them."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label(self.FORM_TITLE, classes="window-title", markup=False)
            with Fields():
                yield from self.fields()
            yield Label("", classes="form-hint", markup=False)
            yield Label("", classes="form-problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(self.SAVE_LABEL, variant="primary", id="save", compact=True)
                yield Button("Leave (esc)", id="leave", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Remember what stands in the form at the start, and take up what was typed but never saved."""
        self.app.clear_notifications()
        self._at_start = self._kept = self.answers()
        if self._draft:
            self._take_up(self._draft.read() or {})
            self.set_interval(DRAFT_SECONDS, self.keep_draft)

    def _take_up(self, draft: dict[str, Any]) -> None:
        fields = {field.name: field for field in self.query(Field)}
        for name in draft.keys() & fields.keys():
            if not fields[name].control.disabled:
                put_answer(fields[name].control, draft[name])
        if draft:
            self._tell(".form-hint", "This was typed before and not saved: ctrl+s saves, esc leaves.")

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    def keep_draft(self) -> None:
        """Keep what is typed in the draft, if it has changed."""
        answers = self.answers()
        if self._draft and answers != self._kept:
            self._draft.keep(answers)
            self._kept = answers

    def _close(self, saved: Any) -> None:
        if self._draft:
            self._draft.drop()
        self.dismiss(saved)

    def answers(self) -> dict[str, Any]:
        """Return what stands in the fields, by field name."""
        return {field.name or "": answer_of(field.control) for field in self.query(Field)}

    @property
    def changed(self) -> bool:
        """Tell whether something was typed that is not saved."""
        return self.answers() != self._at_start

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save and close, or say what is wrong and stay."""
        # After the keys that were typed before and still wait for their field.
        (self.focused or self).call_later(self._save_answers)

    async def _save_answers(self) -> None:
        await self.query(".problem").remove()
        for field in self.query(Field):
            field.problem = ""
        self._say("")
        try:
            saved = self._save(self.answers())
            if isinstance(saved, Awaitable):
                saved = await saved
        except InvalidValue as error:
            for field in self.query(Field):
                if field.name == error.field:
                    await field.refuse(str(error))
                    return
            self._say(f"✗ {error}")
        except JournalError as error:
            self._say(f"✗ {error}")
        else:
            self._close(True if saved is None else saved)

    def _say(self, problem: str) -> None:
        self._tell(".form-problem", problem)

    def _tell(self, place: str, text: str) -> None:
        line = self.query_one(place, Label)
        line.update(Content(text))
        line.display = bool(text)
        self.set_class(any(line.display for line in self.query(".form-hint, .form-problem")), "-told")

    @on(Button.Pressed, "#leave")
    @work
    async def action_leave(self) -> None:
        """Close the form; ask first if something was typed."""
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


def answer_of(control: Widget) -> Any:
    """Return what stands in a control."""
    if isinstance(control, TextArea):
        return control.text
    return getattr(control, "value", None)


def put_answer(control: Widget, answer: Any) -> None:
    """Put an answer into a control, as `answer_of` gave it and JSON kept it; one that does not fit is left out."""
    if isinstance(control, TextArea):
        control.text = str(answer)
    elif isinstance(control, Input):
        control.value = str(answer)
    elif isinstance(control, Tick):
        control.value = bool(answer)
    elif isinstance(control, Scale) and (answer is None or answer in range(11)):
        control.value = answer
    elif isinstance(control, SymptomsField):
        control.value = tuple(map(str, answer))
