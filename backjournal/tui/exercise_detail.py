"""How to do an exercise, and its last two weeks."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.tui.state import STRIP_DAYS
from backjournal.tui.words import joined


class ExerciseDetail(VerticalScroll, can_focus=False):
    """The text beside the list."""

    def compose(self) -> ComposeResult:
        yield Static(id="exercise-text")

    def show(self, content: Content) -> None:
        """Show the text from its beginning."""
        self.query_one(Static).update(content)
        self.scroll_home(animate=False)


def exercise_content(exercise: Exercise, prescription: Prescription | None = None, strip: str = "") -> Content:
    """Return what there is to know about an exercise, with its dose and its last two weeks."""
    lines = [
        Content.styled(exercise.name, "bold $text-primary"),
        Content.styled(joined([exercise.category, "each side" if exercise.sides else ""]), "$foreground-muted"),
    ]
    if prescription:
        lines.append(Content.assemble((str(prescription.dose), "bold"), f"  {prescription.schedule}"))
    if strip.strip():
        lines.append(Content.assemble((f"last {STRIP_DAYS} days ", "$foreground-muted"), f"{strip[:7]} {strip[7:]}"))
    paragraphs = [
        Content(exercise.how_to),
        Content.assemble(("Watch for: ", "bold"), exercise.caution) if exercise.caution else Content(""),
        Content(exercise.dose_note),
        Content.styled(f"Dose: {exercise.source}", "$foreground-muted") if exercise.source else Content(""),
    ]
    told = [paragraph for paragraph in paragraphs if paragraph.plain]
    return Content("\n").join([*lines, Content(""), Content("\n\n").join(told)])
