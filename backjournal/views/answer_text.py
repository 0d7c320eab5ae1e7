"""The answer as sentences, as tables and as data for JSON."""

from datetime import timedelta

from backjournal.model.dates import short_day
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count
from backjournal.model.text import sentence
from backjournal.trends.answer import LATELY, Answer, Comparison, Subject
from backjournal.trends.baseline import FEWEST_DAYS as DAYS_OF_A_WEEK
from backjournal.trends.change import Mean, Verdict
from backjournal.trends.flare_up_figures import FlareUpFigures
from backjournal.trends.time_course import Remark
from backjournal.views.change_figures import ChangeFigures, figures_of
from backjournal.views.change_text import (
    days_text,
    difference_text,
    means_text,
    noise_text,
    threshold_text,
)
from backjournal.views.verdict_text import COMPARE_WITH_YOURSELF, reason_text, verdict_text

WORSENED_LINE = "A worsening that stays is a reason to ask your therapist."
"""Shown if a change is a worsening that counts."""

BY_KEY, BY_COMMAND = "The key b", "'backjournal settings baseline'"
"""What moves the baseline in the app, and on the command line."""

_NO_BASELINE = (
    f"No baseline yet: it is the first two weeks with pain noted on at least {DAYS_OF_A_WEEK} days each. "
    "{} says from which day on to look for them."
)
_BAD_DAYS = (
    "Journals often begin on bad days, and bad days pass by themselves: part of an improvement may be just that "
    "(Whitney and Von Korff 1992). {} moves the baseline."
)

FIRST_RESULT = "Where an outcome measure has no result in the baseline, its first one counts as its baseline."
"""Shown where outcome measures are compared since the start."""

_SINCE_START, _LATELY = "Since the start", "Last 4 weeks against the 4 before"
_LAST_WEEKS = "last 4 weeks"
_COLUMNS = ("change", "noise", "verdict", "threshold", "kind", "source")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A subject in a table."""

    cells: tuple[str, ...]
    """Subject, mean before (n), mean after (n), change, noise, verdict, threshold, its kind, its source."""

    verdict: Verdict
    words: str
    """The verdict; without enough values also what to note."""

    reason: str
    """What the verdict rests on; may be empty."""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A comparison as a table."""

    title: str
    days: str
    """A sentence that says which days are compared, or that there is no baseline yet."""

    note: str
    """The text below the table; may be empty."""

    header: tuple[str, ...]
    rows: tuple[AnswerRow, ...]
    """A row for each subject, followed by a row for each of its parts."""


def headline(answer: Answer) -> str:
    """Return a line with the verdict on the change of pain since the start, and then its means."""
    change = answer.since_start.subjects[0].change
    if change.before is None:
        return f"Pain {_SINCE_START.lower()}: too few days for a baseline yet"
    before, after = means_text(change)
    return f"{sentence(change.verdict)}: pain {before} → {after} {_SINCE_START.lower()}"


def answer_lines(answer: Answer) -> list[str]:
    """Return the answer in sentences worded for a screen reader, with a blank line between its parts."""
    lines = []
    for table, comparison in zip(answer_tables(answer), (answer.since_start, answer.lately), strict=True):
        lately = comparison is answer.lately
        lines += [f"{table.title}. {table.days}", *_subject_lines(comparison, lately=lately)]
        lines += [*filter(None, [table.note]), ""]
    lines += [each for each in (worsened_line(answer), flare_up_line(answer.flare_ups)) if each]
    return [*lines, remark_line(answer.remark)] if answer.remark else lines


def answer_tables(answer: Answer, moved_by: str = BY_COMMAND) -> tuple[AnswerTable, AnswerTable]:
    """Return the answer as two tables: since the start, and the last 4 weeks against the 4 before.

    `moved_by` is what moves the baseline: `BY_KEY` or `BY_COMMAND`.
    """
    return (
        _table(_SINCE_START, "baseline", answer.since_start, moved_by),
        _table(_LATELY, "4 weeks before", answer.lately),
    )


def subject_line(label: str, subject: Subject, *, lately: bool = False) -> str:
    """Return the change of a subject as a sentence that begins with the label: its means, its size, and the verdict."""
    change, counted = subject.change, subject.counted
    figures = figures_of(change)
    before = _mean_text(change.before, figures.before, counted)
    means = f"from {before} to {_mean_text(change.after, figures.after, counted)}"
    if change.after is None and counted == "result":
        means = f"from {before}, none after it in the last 4 weeks"
    if change.before is None and change.after is None:
        means = before
    size = f", {_size_text(figures)}" if change.difference is not None else ""
    reason = reason_text(subject)
    verdict = verdict_text(change, lately=lately) + (f"; {reason}" if reason else "")
    return f"{sentence(label)}: {means}{size}: {verdict}."


def worsened_line(answer: Answer) -> str:
    """Return the advice on a meaningful worsening; empty if there is none."""
    subjects = answer.since_start.subjects + answer.lately.subjects
    changes = [each.change for subject in subjects for each in (subject, *subject.parts)]
    return WORSENED_LINE if any(change.verdict.worsens for change in changes) else ""


def flare_up_line(figures: FlareUpFigures) -> str:
    """Return the figures of the flare-ups as a sentence."""
    if figures.length is None:
        return "No flare-up noted."
    parts = [f"{count(figures.number, 'flare-up')}, {figures.lately or 'none'} begun in the last 12 weeks"]
    parts.append(f"median length {count(figures.length, 'day')} (n {figures.number})")
    if figures.between is not None:
        parts.append(f"median time between them {count(figures.between, 'day')} (n {figures.between_n})")
    if figures.goes_on_since:
        parts.append(f"one goes on since {figures.goes_on_since}: its days so far are counted")
    elif figures.since_last is not None:
        parts.append(f"the last one ended {_ago(figures.since_last)}")
    return "; ".join(parts) + "."


def remark_line(remark: Remark) -> str:
    """Return a remark with its source, if it has one."""
    return f"{remark.text} Source: {remark.source}." if remark.source else remark.text


def _days_line(before: str, comparison: Comparison, moved_by: str) -> str:
    if not comparison.before:
        return _NO_BASELINE.format(moved_by)
    first, last = comparison.after
    after = f"{days_text([(first, last)])} against" if first <= last else "No day yet after"
    return f"{after} the {before}, {days_text(comparison.before)}."


def _subject_lines(comparison: Comparison, *, lately: bool) -> list[str]:
    lines = []
    for subject in comparison.subjects:
        lines.append(subject_line(subject.label, subject, lately=lately))
        lines += [subject_line(f"{subject.label}, {part.label}", part, lately=lately) for part in subject.parts]
    return lines


def _mean_text(mean: Mean | None, figure: str, counted: str) -> str:
    return f"{figure} ({count(mean.n, counted)})" if mean else f"nothing noted (0 {counted}s)"


def _size_text(figures: ChangeFigures) -> str:
    if not figures.difference:
        return "no change"
    direction = "higher" if figures.difference > 0 else "lower"
    return f"{figures.size} {direction} ({figures.percent})" if figures.percent else f"{figures.size} {direction}"


def _after_name(comparison: Comparison) -> str:
    first, last = comparison.after
    if first > last:
        return "after it"
    return _LAST_WEEKS if last - first + timedelta(1) >= LATELY else f"since {short_day(first)}"


def _table_note(before: str, comparison: Comparison, moved_by: str) -> str:
    notes = []
    if moved_by and any(subject.counted == "result" for subject in comparison.subjects):
        notes.append(FIRST_RESULT)
    if comparison.before and any(comparison.flared):
        earlier, recent = (number or "none" for number in comparison.flared)
        after = _after_name(comparison)
        within = f"in the {after}" if after == _LAST_WEEKS else after
        notes.append(f"Days of a flare-up: {earlier} in the {before}, {recent} {within}.")
    if moved_by and comparison.before:
        notes.append(_BAD_DAYS.format(moved_by))
    return " ".join(notes)


def _table(title: str, before: str, comparison: Comparison, moved_by: str = "") -> AnswerTable:
    """Return the table of a comparison; without anything that moves its baseline it is that of the last weeks."""
    rows, lately = [], not moved_by
    for subject in comparison.subjects:
        rows.append(_row(subject.label, subject, lately=lately))
        rows += [_row(f"  {part.label}", part, lately=lately) for part in subject.parts]
    header = ("subject", before, _after_name(comparison), *_COLUMNS)
    days, note = _days_line(before, comparison, moved_by), _table_note(before, comparison, moved_by)
    return AnswerTable(title, days, note, header, tuple(rows))


def _row(label: str, subject: Subject, *, lately: bool) -> AnswerRow:
    change, threshold = subject.change, subject.change.threshold
    text = threshold_text(threshold, subject.unit)
    cells = (
        label,
        *means_text(change),
        difference_text(change),
        noise_text(change),
        change.verdict.value,
        text or COMPARE_WITH_YOURSELF,
        threshold.kind.value if text else "",
        threshold.source,
    )
    return AnswerRow(cells, change.verdict, verdict_text(change, lately=lately), reason_text(subject))


def _ago(days: int) -> str:
    return "today" if days == 0 else f"{count(days, 'day')} ago"
