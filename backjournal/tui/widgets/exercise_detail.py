"""The description of an exercise: how to do it, its dose, and its last two weeks."""

from textual.content import Content

from backjournal.library.sources import where_to_look
from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.tui.widgets.scrolled_text import ScrolledText
from backjournal.tui.widgets.signs import STRIP_DAYS
from backjournal.tui.widgets.words import joined


class ExerciseDetail(ScrolledText):
    """The description of the highlighted exercise, beside or below the list."""

    def tell(self, exercise: Exercise, prescription: Prescription, strip: str = "", *, low: bool = False) -> None:
        """Show an exercise; in fewer lines on a narrow screen or with `low`, for little height."""
        compact = low or self.screen.has_class("-narrow")
        self.show(exercise_content(exercise, prescription, strip, compact=compact))


def exercise_content(
    exercise: Exercise,
    prescription: Prescription | None = None,
    strip: str = "",
    *,
    compact: bool = False,
    named: bool = True,
) -> Content:
    """Return the description of an exercise, with its dose and its last two weeks as signs.

    `strip` has a sign for each day, oldest first; it may be empty. `compact` takes fewer lines, and without `named`
    the name is left out.
    """
    sides = prescription.dose.sides.words if prescription else "each side" if exercise.sides else ""
    about = joined([exercise.category, sides, "gentle: stays in a flare-up" if exercise.gentle else ""])
    head = [Content.styled(exercise.name, "bold $text-primary")] if named else []
    head.append(Content.styled(about, "$foreground-muted"))
    if prescription:
        head.append(Content.assemble((str(prescription.dose), "bold"), f", {prescription.schedule}"))
    signs = Content.assemble((f"last {STRIP_DAYS} days ", "$foreground-muted"), f"{strip[:7]} {strip[7:]}")
    caution = Content.assemble(("Watch for: ", "bold"), exercise.caution)
    look = where_to_look(exercise.library_dose)
    sources = f"\nWhere to look: {look}" if look else ""
    library = Content.styled(f"From the library: {exercise.library_dose}{sources}", "$foreground-muted")
    note = Content.assemble(("Note: ", "bold"), prescription.note) if prescription else Content("")
    texts = [
        note if prescription and prescription.note else Content(""),
        Content(exercise.how_to),
        caution if exercise.caution else Content(""),
        library if exercise.library_dose else Content(""),
    ]
    top = [Content("  ").join(head)] if compact else head
    lines = [*top, *([signs] if strip.strip() else [])]
    paragraphs = [Content("\n").join(lines), *(paragraph for paragraph in texts if paragraph.plain)]
    return Content("\n" if compact else "\n\n").join(paragraphs)


def practice_content(exercise: Exercise, prescription: Prescription) -> Content:
    """Return the text to show while the exercise is practised, the most important first."""
    parts = [
        Content.assemble(("Note: ", "bold"), prescription.note) if prescription.note else Content(""),
        Content.styled("Stop if the pain gets worse or is new (NHS inform).", "$text-warning"),
        Content.assemble(("Watch for: ", "bold"), exercise.caution) if exercise.caution else Content(""),
        Content(exercise.how_to),
    ]
    return Content("\n").join(part for part in parts if part.plain)
