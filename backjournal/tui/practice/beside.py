"""What stands beside the large number of a guided practice: which side it is, and the drawing of the exercise."""

from textual.app import ComposeResult
from textual.containers import Vertical

from backjournal.guidance.steps import Kind, Step
from backjournal.library.drawings import MOST_ROWS, positions
from backjournal.model.doses import Sides
from backjournal.tui.widgets.block_text import BlockText
from backjournal.tui.widgets.exercise_drawing import ExerciseDrawing

_COLOURS = {"left": "$text-secondary", "right": "$text-warning"}
_KEEPS_FREE = 48
"""How many columns of the terminal are for the number, the word above it, and the margins."""
_ROWS_BELOW_SIDE = 12
"""How many rows the drawing may have below the word for the side."""


class Beside(Vertical):
    """The side in large letters, if the dose has sides, and below it the drawing of that side, where there is room."""

    def __init__(self, exercise_id: str, sides: Sides) -> None:
        super().__init__()
        self._drawn = positions(exercise_id)
        self._has_sides = sides is not Sides.BOTH

    def compose(self) -> ComposeResult:
        if self._has_sides:
            yield BlockText(id="practice-side")
        yield ExerciseDrawing(self._drawn, _ROWS_BELOW_SIDE if self._has_sides else MOST_ROWS, _KEEPS_FREE)

    def show(self, step: Step) -> None:
        """Show the side of a step, but for a rest, and stress the position that the step is spent in."""
        side = "" if step.kind is Kind.REST else step.side
        for large in self.query(BlockText):
            large.show(_COLOURS.get(side, ""), side)
        drawing = self.query_one(ExerciseDrawing)
        drawing.positions = tuple(each.mirrored() for each in self._drawn) if step.side == "left" else self._drawn
        drawing.present = int(step.is_move)
