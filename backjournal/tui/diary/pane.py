"""The Diary pane: the list of the check-ins, the search, and the highlighted check-in in full."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, OptionList, Static

from backjournal.library.own_words import signs_in
from backjournal.model.about_you import AboutYou
from backjournal.model.check_ins import CheckIn
from backjournal.model.facts import found_text
from backjournal.tui.core.messages import FlareUpWanted, Searched
from backjournal.tui.core.state import DiaryState
from backjournal.tui.diary.entries import DiaryEntries, column_names
from backjournal.tui.widgets.advice import advice_content
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.match import scroll_to_match
from backjournal.tui.widgets.page import Page
from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.steady import Links, Steady
from backjournal.tui.widgets.words import check_in_facts, check_in_line, key_lines, long_date, marked, press

HELP = """\
The check-ins, newest first. Pain: 0 none, 10 worst imaginable. Mobility: 0 cannot move, 10 moves freely.

– means that a value was not given: it stays missing, it is never taken for 0.

▲ marks the days of a flare-up, ! a check-in with a symptom that should not wait; the advice stays in the check-in.

/ searches the notes and marks, and says how many check-ins have every word. A deleted check-in comes back with u."""


class DiaryPane(Pane):
    """The list of the check-ins with the highlighted one beside or below it."""

    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", show=False, tooltip="read the check-in on a page of its own"),
        Binding("slash", "search", "search", key_display="/", tooltip="search the notes and marks"),
        Binding("f", "flare_up", "flare-up", tooltip="write down, change or end a flare-up"),
        Binding("escape", "leave_search", "leave search"),
    ]
    state: var[DiaryState | None] = var(None)

    def compose(self) -> ComposeResult:
        with Horizontal(id="search-line"):
            yield LineInput(placeholder="search the notes and marks; esc leaves", id="search")
            yield Static(id="found")
        with Horizontal(id="diary-body"):
            with Vertical(id="entries"):
                yield Steady(id="columns")
                yield DiaryEntries().data_bind(DiaryPane.state)
            with VerticalScroll(id="entry-detail", can_focus=False):
                yield Steady(id="entry-text")
        yield Links(
            Content.assemble(
                ("Your diary is empty\n\n", "bold $text-primary"),
                "A check-in tells how your back is at a moment: pain, mobility, sleep, what helped. ",
                "One number is enough, and it takes less than 15 seconds.\n\n",
                key_lines(("n", "write the first check-in"), ("f", "write down a flare-up"), ("?", "help")),
            ),
            id="diary-empty",
            classes="empty",
        )
        yield Links(id="nothing-found", classes="empty")

    def on_resize(self) -> None:
        """Fit the detail to the room, and the column headings to the list once its width is known."""
        self._show_detail()
        self.call_after_refresh(self._show_columns)

    def _show_columns(self) -> None:
        width = self.query_one(DiaryEntries).scrollable_content_region.width
        self.query_one("#columns", Steady).show(column_names(width))

    def step(self, step: int) -> None:
        """Go to the check-ins of the day before or after."""
        self.query_one(DiaryEntries).move_by_day(step)

    def go_to_today(self) -> None:
        """Highlight the newest check-in."""
        self.query_one(DiaryEntries).action_first()

    def focus_main(self) -> None:
        """Focus the list, or the pane if there is none."""
        if self.has_class("-new") or self.has_class("-nothing"):
            self.focus()
        else:
            self.query_one(DiaryEntries).focus()

    def watch_state(self, state: DiaryState | None) -> None:
        """Show the list, or why it is empty."""
        if state is None:
            return
        searching = bool(state.search)
        shown = self.classes
        self.set_class(searching or self.query_one("#search").has_focus, "-searching")
        self.set_class(not state.check_ins and not searching, "-new")
        self.set_class(not state.check_ins and searching, "-nothing")
        if self.classes != shown:
            self.call_after_refresh(self.refocus)
        self.query_one("#found", Static).update(_found(state))
        if self.has_class("-nothing"):
            self.query_one("#nothing-found", Links).show(
                Content.assemble(
                    f"Nothing in the diary has “{state.search}” in its note or marks.\n\n",
                    press("escape", "esc shows everything again."),
                )
            )
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        # Of the pane's state: the list follows it a moment later.
        row_id, check_ins = self.query_one(DiaryEntries).row_id, self.state.check_ins if self.state else ()
        check_in = next((each for each in check_ins if each.id == row_id), None)
        content = self._check_in_content(check_in) if check_in else Content("")
        detail, text = self.query_one("#entry-detail", VerticalScroll), self.query_one("#entry-text", Steady)
        text.show(content)
        detail.scroll_home(animate=False)
        if self._searched_for:
            # The room is known once the search has its line.
            self.call_after_refresh(scroll_to_match, detail, text)

    def _check_in_content(self, check_in: CheckIn) -> Content:
        compact = self.screen.has_class("-narrow")
        return check_in_content(check_in, self._about_you, self._searched_for, compact=compact)

    @property
    def _searched_for(self) -> str:
        return self.state.search if self.state else ""

    @property
    def _about_you(self) -> AboutYou:
        return self.state.about_you if self.state else AboutYou()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Show the highlighted check-in in full in a window."""
        check_in = self.query_one(DiaryEntries).check_in
        if check_in:
            self.app.push_screen(Page("Check-in", check_in_content(check_in, self._about_you, self._searched_for)))

    def action_flare_up(self) -> None:
        """Write down, change or end a flare-up, with the day of the highlighted check-in."""
        check_in = self.query_one(DiaryEntries).check_in
        if self.state:
            self.post_message(FlareUpWanted(check_in.day if check_in else self.state.today))

    def action_search(self) -> None:
        """Show the search and focus it."""
        self.add_class("-searching")
        self.query_one("#search", Input).focus()

    def action_leave_search(self) -> None:
        """Close the search and show all check-ins."""
        self.query_one("#search", Input).value = ""
        self.remove_class("-searching")
        self.focus_main()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable leaving the search only while there is one."""
        return action != "leave_search" or self.has_class("-searching")

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        self.post_message(Searched(event.value))

    @on(Input.Submitted, "#search")
    def _to_results(self) -> None:
        self.focus_main()


def _found(state: DiaryState) -> Content:
    """Return how many check-ins the search has found; empty while there is none."""
    if not state.is_searched:
        return Content("")
    if state.found is None:
        return Content(f"more than {found_text(len(state.check_ins), state.search)}")
    return Content(found_text(state.found, state.search))


def check_in_content(check_in: CheckIn, about: AboutYou, search: str = "", *, compact: bool = False) -> Content:
    """Return a check-in in full, with the advice for its symptoms first and what is searched for marked.

    `compact` takes fewer lines.
    """
    head = Content.assemble((long_date(check_in.day), "bold $text-primary"), (f"  {check_in.at:%H:%M}", "bold"))
    if check_in.at.date() != check_in.day:
        clock = f"  by the clock {long_date(check_in.at.date())}, UTC{check_in.at:%z}"
        head = Content.assemble(head, (clock, "$foreground-muted"))
    advised = advice_content(signs_in(check_in.marks, check_in.note), about)
    if compact:
        return Content("\n").join(part for part in (head, advised, check_in_line(check_in, search)) if part.plain)
    facts = check_in_facts(check_in, search)
    width = max((len(label) for label, _ in facts), default=0)
    lines = [Content.assemble((f"{label:<{width}}  ", "$foreground-muted"), value) for label, value in facts]
    parts = (advised, Content("\n").join([head, *lines]), marked(check_in.note, search))
    return Content("\n\n").join(part for part in parts if part.plain)
