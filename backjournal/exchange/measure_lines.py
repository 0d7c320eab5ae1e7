"""Outcome measures and their results in plain lines that a screen reader can read."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from backjournal.library.sources import where_to_look
from backjournal.model.dates import long_day
from backjournal.model.measure_words import EVERY_WORDS, range_words, value_text
from backjournal.model.measures import Measure, Result
from backjournal.model.numbers import count
from backjournal.model.text import short_id
from backjournal.trends.answer import DIARY_THRESHOLDS, Subject, answer_of
from backjournal.trends.due import due_day
from backjournal.trends.record import Record
from backjournal.views.answer_text import subject_line
from backjournal.views.change_text import threshold_line


def measure_lines(record: Record) -> list[str]:
    """Return the chosen measures, each with its latest result, when it is due, and its change since the start."""
    lines: list[str] = []
    for measure, subject in measures_since_start(record):
        results = record.results.get(measure.id, ())
        lines += [f"{measure.name}: {_latest(measure, results)}.", f"  {due_words(measure, results, record.today)}"]
        if results:
            lines.append(f"  {subject_line('since the start', subject)}")
            parts = subject.parts if subject.change.difference is not None else ()
            lines += [f"  {subject_line(f'since the start, {part.label}', part)}" for part in parts]
    return lines


def measures_since_start(record: Record) -> list[tuple[Measure, Subject]]:
    """Return the chosen measures, each with its change since the start."""
    subjects = answer_of(record).since_start.subjects
    return list(zip(record.measures, subjects[len(DIARY_THRESHOLDS) :], strict=True))


def due_words(measure: Measure, results: Sequence[Result], today: date) -> str:
    """Return when a measure is due, such as `Due since Friday 20 November 2026, every week.`.

    `results` are all results of the measure, oldest first.
    """
    day = due_day(measure, results, today)
    if day is None:
        return "Never asked for."
    when = "today" if day == today else f"since {long_day(day)}" if day < today else f"on {long_day(day)}"
    return f"Due {when}, {EVERY_WORDS[measure.every_weeks]}."


def result_line(measure: Measure, result: Result) -> str:
    """Return a result in one line, with the short id that `edit` and `delete` take."""
    value, parts = value_text(measure, result.value), score_words(result)
    readout = [f"{value}, the mean of {parts[0]}", *parts[1:]] if parts else [value]
    note = [f"note: {' '.join(result.note.split())}"] if result.note else []
    return f"{long_day(result.day)}, result {short_id(result.id)}: {'; '.join(readout + note)}"


def score_words(result: Result) -> tuple[str, ...]:
    """Return each part of a result with its value, such as `left side 31`; empty if it has no parts."""
    return tuple(f"{score.part} {score.value:g}" for score in result.scores if score.part)


def about_lines(measure: Measure) -> list[str]:
    """Return the description of a measure: how to take it, its meaningful change, its source, how often it is due."""
    texts = {"How to": measure.how_to, "Watch for": measure.caution, "Values": "; ".join(measure.parts)}
    lines = [_headline(measure), *(f"{label}: {text}" for label, text in texts.items() if text)]
    return [*lines, *_meaning(measure), f"How often: {EVERY_WORDS[measure.every_weeks]}."]


def library_lines(measures: Iterable[Measure], chosen: Collection[str]) -> list[str]:
    """Return measures with range, direction, threshold and source; `chosen` holds the ids of the chosen ones."""
    lines: list[str] = []
    for measure in measures:
        lines.append(_headline(measure, "; chosen" if measure.id in chosen else ""))
        lines += [f"  {line}" for line in _meaning(measure)]
    return lines


def _meaning(measure: Measure) -> list[str]:
    """Return the meaningful change of a measure, and its sources with where to look them up."""
    look = where_to_look(f"{measure.source} {measure.threshold.source}")
    sources = {"Source": f"{measure.source}." if measure.source else "", "Where to look": look}
    return [threshold_line(measure), *(f"{label}: {text}" for label, text in sources.items() if text)]


def _headline(measure: Measure, more: str = "") -> str:
    return f"{measure.name}: {range_words(measure)}{more}."


def _latest(measure: Measure, results: Sequence[Result]) -> str:
    if not results:
        return "no result yet"
    latest = results[-1]
    return f"{value_text(measure, latest.value)} on {long_day(latest.day)}, {count(len(results), 'result')}"
