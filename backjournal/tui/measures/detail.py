"""The description of a measure and of its results, as text."""

from collections.abc import Sequence

from textual.content import Content

from backjournal.library.sources import where_to_look
from backjournal.model.measure_words import EVERY_WORDS, range_words, value_text
from backjournal.model.measures import Measure, MeasureKind, Result
from backjournal.model.text import sentence
from backjournal.trends.change import Change, Verdict
from backjournal.tui.core.measures_state import MeasureEntry
from backjournal.tui.widgets.words import joined, long_date
from backjournal.views.change_text import difference_text, means_text, threshold_line
from backjournal.views.verdict_text import worsening_note


def measure_content(
    entry: MeasureEntry,
    change: Change | None = None,
    *,
    compact: bool = False,
    named: bool = True,
    most: int | None = None,
) -> Content:
    """Return the description of a measure, its results, and its change since the start.

    `compact` takes fewer lines, without `named` the name is left out, and of the results the newest `most` are shown.
    """
    measure = entry.measure
    interval = f"asked for {EVERY_WORDS[measure.every_weeks]}" if measure.every_weeks else "never asked for"
    about = Content.styled(joined([range_words(measure), interval]), "$foreground-muted")
    head = Content("  " if compact else "\n").join([_name(measure), about] if named else [about])
    # The numbered questions stand above the results that refer to them; without results, in the instructions.
    numbered = _numbered(measure) if entry.results else []
    results = Content("\n").join([*numbered, results_content(measure, entry.results, most)])
    meaning = Content("\n").join([Content(threshold_line(measure)), *_change_lines(change)])
    how = _how_to(measure, numbered=not entry.results)
    parts = [head, meaning, results, how] if compact or entry.results else [head, meaning, how, results]
    return Content("\n" if compact else "\n\n").join(part for part in parts if part.plain)


def about_measure(measure: Measure) -> Content:
    """Return the description of a measure for somebody who may choose it."""
    about = Content.styled(range_words(measure), "$foreground-muted")
    often = f"Offered: {EVERY_WORDS[measure.every_weeks]}." if measure.every_weeks else ""
    parts = [
        Content("\n").join([_name(measure), about]),
        Content(threshold_line(measure)),
        _how_to(measure),
        Content.styled(often, "$foreground-muted"),
    ]
    return Content("\n\n").join(part for part in parts if part.plain)


def results_content(measure: Measure, results: Sequence[Result], most: int | None = None) -> Content:
    """Return the results, one in each line, newest first; if there are more than `most`, the others are counted."""
    if not results:
        return Content.styled("No result yet: enter writes the first one down.", "$foreground-muted")
    lines = [result_line(measure, result) for result in results[::-1][:most]]
    if older := len(results) - len(lines):
        lines.append(Content.styled(f"… and {older} older: r lists all", "$foreground-muted"))
    return Content("\n").join(lines)


def result_line(measure: Measure, result: Result) -> Content:
    """Return a result in one line: its day, its value, the scores of its parts, and its note."""
    return Content.assemble(
        (f"{long_date(result.day):<15}  ", "$foreground-muted"),
        (value_text(measure, result.value), "bold"),
        f"  {_parts(measure, result)}".rstrip(),
        (f"  {' '.join(result.note.split())}" if result.note else "", "$foreground-muted"),
    )


def change_words(change: Change) -> str:
    """Return a change since the start in a few words: both means with their n, and the verdict."""
    if change.difference is None:
        return f"since the start: {change.verdict}"
    return f"since the start {' → '.join(means_text(change))}: {change.verdict}"


def _change_lines(change: Change | None) -> list[Content]:
    if change is None or change.difference is None:
        return []
    text = f"Since the start: {' → '.join(means_text(change))}, {difference_text(change)}"
    # The line before says already that no threshold is known.
    verdict = "" if change.verdict is Verdict.UNKNOWN else f": {change.verdict}"
    note = worsening_note(change)
    return [Content.assemble(text, (f"{verdict}.", "bold"), f" {sentence(note)}." if note else "")]


def _name(measure: Measure) -> Content:
    return Content.styled(measure.name, "bold $text-primary")


def _numbered(measure: Measure) -> list[Content]:
    """Return the questions or activities with their numbers, a line for each."""
    questions = measure.parts if measure.kind in (MeasureKind.QUESTIONS, MeasureKind.ACTIVITIES) else ()
    return [Content(f"  {place}  {part}") for place, part in enumerate(questions, 1)]


def _how_to(measure: Measure, *, numbered: bool = True) -> Content:
    look = where_to_look(f"{measure.source} {measure.threshold.source}")
    parts = [
        Content(measure.how_to),
        Content("\n").join(_numbered(measure) if numbered else []),
        Content.assemble(("Watch for: ", "bold"), measure.caution) if measure.caution else Content(""),
        Content.styled(f"Source: {measure.source}." if measure.source else "", "$foreground-muted"),
        Content.styled(f"Where to look: {look}" if look else "", "$foreground-muted"),
    ]
    return Content("\n").join(part for part in parts if part.plain)


def _parts(measure: Measure, result: Result) -> str:
    """Return the scores of the parts, in their order.

    They have names where these are short (holds), or where the parts of the measure have changed since the result.
    """
    if len(result.scores) < 2:
        return ""
    now = tuple(score.part for score in result.scores) == measure.parts
    named = measure.kind is MeasureKind.HOLD or not now
    return ", ".join(f"{score.part} {score.value:g}" if named else f"{score.value:g}" for score in result.scores)
