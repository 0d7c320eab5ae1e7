"""The answer as sentences, as tables and as data for JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from backjournal.model.dates import Days
from backjournal.model.numbers import count
from backjournal.model.text import sentence
from backjournal.trends.answer import Answer, Comparison, Subject
from backjournal.trends.baseline import FEWEST_DAYS as DAYS_OF_A_WEEK
from backjournal.trends.change import FEWEST_DAYS, Change, Mean, Verdict
from backjournal.trends.flare_up_figures import FlareUpFigures
from backjournal.trends.time_course import Remark
from backjournal.views.change_text import difference_text, mean_text, percent_of, size_of, threshold_text

COMPARE_WITH_YOURSELF = "compare with yourself"
"""Shown in place of a threshold where none is published."""

WORSENED_LINE = "A worsening that stays is a reason to ask your therapist."
"""Shown if a change is a meaningful worsening."""

NO_BASELINE = f"No baseline yet: it is the first two weeks with check-ins on at least {DAYS_OF_A_WEEK} days each."

FIRST_RESULT = "Where an outcome measure has no result in the baseline, its first one counts as its baseline."
"""Shown where outcome measures are compared since the start."""

_SINCE_START, _LATELY = "Since the start", "Last 4 weeks against the 4 before"
_COLUMNS = ("last 4 weeks", "change", "verdict", "meaningful is", "source")


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A comparison as a table."""

    title: str
    days: str
    """A sentence that says which days are compared, or that there is no baseline yet."""

    note: str
    """The text below the table; may be empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """A row for each subject, followed by a row for each of its parts.

    The cells: subject, mean before (n), mean after (n), change, verdict, threshold, source.
    """


def headline(answer: Answer) -> str:
    """Return a line with the change of pain since the start and its verdict."""
    if not answer.since_start.before:
        return f"Pain {_SINCE_START.lower()}: too few days for a baseline yet"
    change = answer.since_start.subjects[0].change
    return f"Pain {_SINCE_START.lower()}: {mean_text(change.before)} → {mean_text(change.after)}: {change.verdict}"


def answer_lines(answer: Answer) -> list[str]:
    """Return the answer in sentences worded for a screen reader, with a blank line between its parts."""
    lines = []
    for table, comparison in zip(answer_tables(answer), (answer.since_start, answer.lately), strict=True):
        lines += [f"{table.title}. {table.days}", *_subject_lines(comparison), *filter(None, [table.note]), ""]
    lines += [each for each in (worsened_line(answer), flare_up_line(answer.flare_ups)) if each]
    return [*lines, remark_line(answer.remark)] if answer.remark else lines


def answer_tables(answer: Answer) -> tuple[AnswerTable, AnswerTable]:
    """Return the answer as two tables: since the start, and the last 4 weeks against the 4 before."""
    return (
        _table(_SINCE_START, "baseline", answer.since_start, FIRST_RESULT),
        _table(_LATELY, "4 weeks before", answer.lately),
    )


def answer_data(answer: Answer) -> dict[str, object]:
    """Return the answer as data for JSON; a missing mean or figure is None."""
    flare_ups = answer.flare_ups
    goes_on_since = flare_ups.goes_on_since.isoformat() if flare_ups.goes_on_since else None
    return {
        "today": answer.today.isoformat(),
        "since_start": _comparison_data(answer.since_start),
        "last_4_weeks": _comparison_data(answer.lately),
        "flare_ups": {**asdict(flare_ups), "goes_on_since": goes_on_since},
        "remark": {"text": answer.remark.text, "source": answer.remark.source} if answer.remark else None,
    }


def subject_line(label: str, subject: Subject) -> str:
    """Return the change of a subject as a sentence that begins with the label: its means, its size, and the verdict."""
    change, counted = subject.change, subject.counted
    means = f"from {_mean_text(change.before, counted)} to {_mean_text(change.after, counted)}"
    if change.after is None and counted == "result":
        means = f"from {_mean_text(change.before, counted)}, none after it in the last 4 weeks"
    if change.before is None and change.after is None:
        means = _mean_text(None, counted)
    size = f", {_size_text(change)}" if change.difference is not None else ""
    return f"{sentence(label)}: {means}{size}: {_verdict_with_threshold(subject)}."


def subject_data(subject: Subject) -> dict[str, object]:
    """Return the change of a subject, with those of its parts, as data for JSON."""
    change = subject.change
    return {
        "subject": subject.label,
        "unit": subject.unit,
        "counted": f"{subject.counted}s",
        "before": asdict(change.before) if change.before else None,
        "after": asdict(change.after) if change.after else None,
        "change": change.difference,
        "verdict": change.verdict.value,
        "threshold": asdict(change.threshold),
        "parts": [subject_data(part) for part in subject.parts],
    }


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict; without enough values also how many it needs, without a threshold also what to do instead."""
    match verdict:
        case Verdict.TOO_FEW:
            return f"{verdict}, it takes {FEWEST_DAYS} on each side"
        case Verdict.TOO_FEW_RESULTS:
            return f"{verdict}, it takes one on each side"
        case Verdict.UNKNOWN:
            return f"{verdict}, {COMPARE_WITH_YOURSELF}"
        case _:
            return verdict.value


def worsened_line(answer: Answer) -> str:
    """Return the advice on a meaningful worsening; empty if there is none."""
    subjects = answer.since_start.subjects + answer.lately.subjects
    changes = [each.change for subject in subjects for each in (subject, *subject.parts)]
    return WORSENED_LINE if any(change.verdict is Verdict.WORSENED for change in changes) else ""


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
    """Return a remark with its source."""
    return f"{remark.text} Source: {remark.source}."


def _days_line(before: str, comparison: Comparison) -> str:
    if not comparison.before:
        return NO_BASELINE
    first, last = comparison.after
    earlier = " and ".join(map(_days_text, _joined(comparison.before)))
    after = f"{_days_text((first, last))} against" if first <= last else "No day yet after"
    return f"{after} the {before}, {earlier}."


def _joined(weeks: Sequence[Days]) -> list[Days]:
    """Return two weeks as one range of days if the second begins on the day after the first."""
    if len(weeks) == 2 and (weeks[1][0] - weeks[0][1]).days == 1:
        return [(weeks[0][0], weeks[1][1])]
    return list(weeks)


def _days_text(days: Days) -> str:
    return f"{days[0]} to {days[1]}"


def _subject_lines(comparison: Comparison) -> list[str]:
    lines = []
    for subject in comparison.subjects:
        lines.append(subject_line(subject.label, subject))
        lines += [subject_line(f"{subject.label}, {part.label}", part) for part in subject.parts]
    return lines


def _mean_text(mean: Mean | None, counted: str) -> str:
    return f"{mean.mean:.1f} ({count(mean.n, counted)})" if mean else f"nothing noted (0 {counted}s)"


def _size_text(change: Change) -> str:
    size, percent = size_of(change), percent_of(change)
    if not float(size):
        return "no change"
    direction = "higher" if (change.difference or 0) > 0 else "lower"
    return f"{size} {direction} ({percent})" if percent else f"{size} {direction}"


def _verdict_with_threshold(subject: Subject) -> str:
    change, verdict = subject.change, verdict_text(subject.change.verdict)
    if change.verdict not in (Verdict.IMPROVED, Verdict.WORSENED, Verdict.NOISE):
        return verdict
    meaningful = threshold_text(change.threshold, subject.unit)
    return f"{verdict}; meaningful is {meaningful} (source: {change.threshold.source})"


def _table_note(before: str, comparison: Comparison, note_on_results: str) -> str:
    with_results = any(subject.counted == "result" for subject in comparison.subjects)
    notes = [note_on_results] if note_on_results and with_results else []
    if comparison.before and any(comparison.flared):
        earlier, recent = (number or "none" for number in comparison.flared)
        notes.append(f"Days of a flare-up: {earlier} in the {before}, {recent} in the last 4 weeks.")
    return " ".join(notes)


def _table(title: str, before: str, comparison: Comparison, note_on_results: str = "") -> AnswerTable:
    rows = []
    for subject in comparison.subjects:
        rows.append(_row(subject.label, subject))
        rows += [_row(f"  {part.label}", part) for part in subject.parts]
    note = _table_note(before, comparison, note_on_results)
    return AnswerTable(title, _days_line(before, comparison), note, ("subject", before, *_COLUMNS), tuple(rows))


def _row(label: str, subject: Subject) -> tuple[str, ...]:
    change = subject.change
    return (
        label,
        mean_text(change.before),
        mean_text(change.after),
        difference_text(change),
        change.verdict.value,
        threshold_text(change.threshold, subject.unit) or COMPARE_WITH_YOURSELF,
        change.threshold.source,
    )


def _ago(days: int) -> str:
    return "today" if days == 0 else f"{count(days, 'day')} ago"


def _comparison_data(comparison: Comparison) -> dict[str, object]:
    return {
        "before": [[day.isoformat() for day in days] for days in comparison.before],
        "after": [day.isoformat() for day in comparison.after],
        "flare_up_days": {"before": comparison.flared[0], "after": comparison.flared[1]},
        "subjects": [subject_data(subject) for subject in comparison.subjects],
    }
