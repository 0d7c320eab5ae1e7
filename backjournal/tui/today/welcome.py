"""What the Today pane shows while there has never been a plan."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Static

from backjournal.library.exercises import ASK_FIRST
from backjournal.tui.core.messages import ExerciseWanted, StarterWanted
from backjournal.tui.widgets.empty_pane import EmptyPane
from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import key_lines


class Welcome(EmptyPane):
    """Offers the starter plan, or to choose exercises."""

    def compose(self) -> ComposeResult:
        yield Static(
            Content.assemble(
                ("Welcome to your back journal\n\n", "bold $text-primary"),
                "Here you tick your exercises off, day by day. First it needs a plan:\n",
            )
        )
        yield Button("Take the gentle starter plan", variant="primary", id="starter", compact=True)
        yield Button("Choose exercises myself", id="choose", compact=True)
        yield Button("Look around first: a tour of one minute", action="app.tour", compact=True)
        yield Links(
            Content("\n").join(
                [
                    Content.styled(f"\n{ASK_FIRST}\n", "$text-warning"),
                    key_lines(
                        ("n", "write how your back is today"),
                        ("4", "the plan: add, change and stop exercises"),
                        ("?", "help for every pane"),
                    ),
                ]
            )
        )

    def on_mount(self) -> None:
        """Let the pane focus the first button."""
        self.query_ancestor(Pane).refocus()

    @on(Button.Pressed, "#starter")
    def _take_starter(self) -> None:
        self.post_message(StarterWanted())

    @on(Button.Pressed, "#choose")
    def _choose(self) -> None:
        self.post_message(ExerciseWanted())
