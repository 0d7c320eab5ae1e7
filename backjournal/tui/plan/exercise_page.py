"""The page of an exercise: how to do it, its figures, and its doses over time."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from backjournal.library.drawings import positions
from backjournal.model.dates import short_day
from backjournal.model.exercises import Exercise
from backjournal.model.numbers import count, percent
from backjournal.model.prescriptions import Prescription
from backjournal.plan.history import ExerciseHistory
from backjournal.plan.progress import Readiness
from backjournal.plots.canvas import Palette
from backjournal.plots.exercise import exercise_chart
from backjournal.trends.plan_figures import ExerciseFigures
from backjournal.tui.widgets.chart import Chart, Drawing
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.exercise_detail import exercise_content
from backjournal.tui.widgets.exercise_drawing import ExerciseDrawing
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.words import joined


class ExercisePage(Dialog[None]):
    """Shows everything about one exercise; what is computed from its history is added by `show`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,i", "dismiss", "close", key_display="esc")]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label(self.exercise.name, classes="window-title", markup=False)
            with VerticalScroll():
                about = Static(exercise_content(self.exercise, named=False), id="about")
                drawing = ExerciseDrawing(positions(self.exercise.id))
                # On a low screen the drawing would hide that there is text.
                yield from (about, drawing) if self.has_class("-lowest") else (drawing, about)
                yield Static(id="came-of-it")
                yield Chart(id="exercise-chart")
                yield Static(id="doses")
        yield KeyLine()

    def show(self, figures: ExerciseFigures) -> None:
        """Show the figures, the chart and the doses, unless the page has been closed meanwhile."""
        if not self.is_attached or not self.query("#about"):  # while it is closed, it loses its parts first
            return
        history = figures.whole
        newest = next((each for each in reversed(history.doses) if each.first_day <= history.today), None)
        self.query_one("#about", Static).update(exercise_content(self.exercise, newest, named=False))
        self.query_one("#came-of-it", Static).update(_figures_content(figures))
        self.query_one("#doses", Static).update(_doses_content(history.doses, history.today))
        chart = self.query_one(Chart)
        chart.display = bool(history.workloads.days or history.pain_during)
        chart.draw_with = partial(_draw, history)


def _draw(history: ExerciseHistory, width: int, height: int, palette: Palette) -> Drawing:
    return Drawing(exercise_chart(history, width, height, palette))


def _figures_content(figures: ExerciseFigures) -> Content:
    history = figures.whole
    facts = {
        "adherence": _adherence(history),
        "skipped for pain": count(history.skipped_for_pain, "day") if history.skipped_for_pain else "",
        "score": _score(history),
        "in a row": _streak(history),
        "pain during": _pain(history),
        "larger dose": _readiness(figures.readiness),
    }
    width = max((len(label) for label, text in facts.items() if text), default=0)
    lines = [
        Content.assemble((f"{label:<{width}}  ", "$foreground-muted"), text) for label, text in facts.items() if text
    ]
    lines += [Content.styled(note, "$foreground-muted") for note in _notes(history)]
    return Content("\n").join([Content.styled("Since the first day", "bold $text-primary"), *lines])


def _adherence(history: ExerciseHistory) -> str:
    adherence = history.adherence
    if adherence.share is None:
        return ""
    excused = f", {count(adherence.excused, 'excused day')} not counted" if adherence.excused else ""
    return f"{percent(adherence.share)} of {count(adherence.counted, 'day')} asked for{excused}"


def _score(history: ExerciseHistory) -> str:
    return "" if history.score is None else f"{percent(history.score)}: how steadily you practise, the latest days most"


def _streak(history: ExerciseHistory) -> str:
    streak = history.streak
    if not streak.longest:
        return ""
    return f"{count(streak.now, 'day')} asked for, {streak.longest} the longest; excused days pause it"


def _pain(history: ExerciseHistory) -> str:
    pain = history.pain_during
    if pain is None:
        return ""
    spread = f", from {pain.low:g} to {pain.high:g}" if pain.n > 1 else ""
    return f"{pain.mean:.1f}, the mean of {count(pain.n, 'time')}{spread}"


def _readiness(readiness: Readiness | None) -> str:
    if readiness is None:
        return ""
    lacking = f"; {readiness.not_noted} more without a pain noted" if readiness.not_noted else ""
    return f"{readiness.times} of {readiness.needed} times in full, pain up to {readiness.pain_limit}{lacking}"


def _notes(history: ExerciseHistory) -> Iterable[str]:
    workloads = history.workloads
    if not workloads.days and history.pain_during is None:
        yield "Nothing practised yet: the plot begins with the first time."
    if workloads.days and any(each.dose.sides.in_turn != ("",) for each in history.doses):
        yield "The plot counts the amount of one side."
    if workloads.other_unit:
        yield f"Days with another unit are left out of the plot: {workloads.other_unit}"


def _doses_content(doses: Iterable[Prescription], today: date) -> Content:
    lines = [Content.styled("Doses over time", "bold $text-primary")]
    for each in reversed(tuple(doses)):
        prescribed = joined([str(each.dose), each.dose.sides.words, str(each.schedule)], ", ")
        lines.append(Content.assemble((prescribed, "bold"), (f"  {_days(each, today)}", "$foreground-muted")))
        if each.note and not each.in_force(today):
            lines.append(Content.styled(f"  {each.note}", "$foreground-muted"))
    return Content("\n").join(lines)


def _days(prescription: Prescription, today: date) -> str:
    first, last = prescription.first_day, prescription.last_day
    if last is None:
        return f"{'from' if first > today else 'since'} {short_day(first, with_year=True)}"
    return f"{short_day(first, with_year=True)} – {short_day(last, with_year=True)}"
