"""The window of the tour: one page after the other, with a pane of made-up data on each."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import ContentSwitcher, Static

from backjournal.model.errors import JournalError
from backjournal.tui.core import messages
from backjournal.tui.core.earlier_keys import after_earlier_keys
from backjournal.tui.core.made_up import MadeUp
from backjournal.tui.core.title_bar import TabLine
from backjournal.tui.tour.pages import GO_ON, PAGES
from backjournal.tui.tour.panes import empty_pane, shown_in
from backjournal.tui.widgets.dialog import WINDOW_STYLES, Dialog
from backjournal.tui.widgets.key_line import KeyLine

_BANNER = "Tour: made-up data, your journal is not touched"


class Example(ContentSwitcher):
    """Panes to look at: they take neither keys nor clicks, and what they ask of the app does not reach it."""

    def check_message_enabled(self, message: Message) -> bool:
        """Stop what the panes say to the app, which would take it as about the person's journal."""
        return type(message).__module__ != messages.__name__ and super().check_message_enabled(message)


class TourWindow(Dialog[bool]):
    """Shows the pages of the tour until it is left with any key but those that turn the pages; True after the last one.

    `make` makes the data; it is called in a thread. The window is kept for the next time: panes are not made to be
    removed, as they may still have something to show.
    """

    CSS_PATH = [WINDOW_STYLES, WINDOW_STYLES.parents[1] / "panes.tcss"]
    DEFAULT_CSS = """
    TourWindow { background: $background; align: left top; }
    TourWindow #banner { dock: top; }
    TourWindow TabLine { height: 1; background: $panel; }
    TourWindow Example { height: 1fr; }
    TourWindow Example > Vertical { height: 1fr; }
    TourWindow Example *:disabled:can-focus { opacity: 1; }
    TourWindow #tour-text { height: auto; padding: 0 1; background: $surface; border-top: heavy $primary; }
    TourWindow.-first Example, TourWindow.-first TabLine { display: none; }
    TourWindow.-lowest #banner, TourWindow.-lowest TabLine { display: none; }
    TourWindow.-first #tour-text { height: 1fr; padding: 1 2; border-top: none; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(GO_ON), "turn(1)", "on", key_display="⏎ →"),
        Binding("left", "turn(-1)", "back", key_display="←"),
        Binding("escape", "dismiss", "leave"),
    ]
    place: var[int] = var(0)
    """The page that is shown, from 0."""
    data: var[MadeUp | None] = var(None)
    """None until it is made up."""
    trouble: var[str] = var("")
    """Why there is no data; empty unless making it has failed."""

    def __init__(self, make: Callable[[], MadeUp]) -> None:
        super().__init__(classes="-first")
        self._make = make
        self._is_over = False

    def compose(self) -> ComposeResult:
        yield Static(_BANNER, id="banner")
        yield TabLine(disabled=True)
        with Example(initial="making", disabled=True):
            yield Static("making it up …", id="making")
        yield Static(id="tour-text")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first page, and make the data up meanwhile."""
        self._show_text()
        self._make_up()

    def begin_again(self) -> None:
        """Go back to the first page, and make the data up if that has failed."""
        self.place = 0
        self._is_over = False
        if self.trouble:
            self.trouble = ""
            self._make_up()

    @work(exit_on_error=False, thread=True)
    def _make_up(self) -> None:
        try:
            data = self._make()
        except (JournalError, OSError) as error:
            self.app.call_from_thread(setattr, self, "trouble", str(error))
        else:
            self.app.call_from_thread(setattr, self, "data", data)

    def on_key(self, event: events.Key) -> None:
        """Leave with any key that does not turn the page."""
        if event.key not in (*GO_ON, "left"):
            event.stop()
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable turning back on the first page."""
        return parameters != (-1,) or self.place > 0

    def action_turn(self, step: int) -> None:
        """Go to the next page (1) or the one before (-1); after the last one the tour ends.

        Keys that were pressed too often by then are dropped: they would press what lies below, unseen.
        """
        if self.place + step < len(PAGES):
            self.place += step
        elif not self._is_over:
            self._is_over = True
            after_earlier_keys(self.app, lambda: self.dismiss(result=True))

    async def watch_place(self) -> None:
        """Show the page."""
        if self.is_mounted:
            self.set_class(self.place == 0, "-first")
            self.refresh_bindings()
            self._show_text()
            await self._show_pane()

    async def watch_data(self) -> None:
        """Show the pane of the page, once there is something in it."""
        await self._show_pane()

    def watch_trouble(self) -> None:
        """Say why the panes stay empty."""
        self._show_text()

    def _show_text(self) -> None:
        page = PAGES[self.place]
        place = f"  {self.place + 1} of {len(PAGES)}, made-up data"
        trouble = f"\n{self.trouble}: so there is nothing to see here." if self.trouble else ""
        text = Content.assemble(
            (page.title, "bold $text-primary"),
            (place, "$foreground-muted"),
            "\n\n" if not self.place else "\n",
            *_with_keys(page.text),
            (trouble, "$text-warning"),
        )
        self.query_one("#tour-text", Static).update(text)

    async def _show_pane(self) -> None:
        name, example = PAGES[self.place].pane, self.query_one(Example)
        if not name or self.data is None:
            return
        self.query_one(TabLine).pane = name
        if not example.query_children(f"#{name}"):
            await example.add_content(pane := empty_pane(name, self.data))
            for attribute, value in shown_in(name, self.data).items():
                setattr(pane, attribute, value)
        example.current = name


def _with_keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text with their styles: every other one is a key."""
    for place, part in enumerate(text.split("`")):
        yield part, "bold $text-accent" if place % 2 else ""
