"""A verdict as text: what it says, what it rests on, and what to do where there are too few values."""

from backjournal.model.measures import ThresholdKind
from backjournal.trends.answer import Subject
from backjournal.trends.baseline import FEWEST_DAYS as DAYS_OF_A_WEEK
from backjournal.trends.change import FEWEST_DAYS, Change, Verdict
from backjournal.views.change_text import days_text, noise_text, threshold_reason

COMPARE_WITH_YOURSELF = "compare with yourself"
"""Shown in place of a threshold where none is published."""

SINGLE_RESULTS = "rests on single results"


def verdict_text(change: Change, *, lately: bool = False) -> str:
    """Return the verdict on a change; without enough values also what to note.

    `lately` is whether the last 4 weeks are compared with the 4 before, and not with the baseline.
    """
    match change.verdict:
        case Verdict.TOO_FEW:
            return f"{change.verdict}: {_what_to_note(change, lately=lately)}"
        case Verdict.TOO_FEW_RESULTS:
            return f"{change.verdict}, it takes one on each side"
        case Verdict.UNKNOWN:
            return f"{change.verdict}, {COMPARE_WITH_YOURSELF}"
        case _:
            return change.verdict.value


def reason_text(subject: Subject) -> str:
    """Return what a verdict rests on: threshold, noise, single results, the subject's own baseline; may be empty."""
    change, parts = subject.change, []
    if change.verdict.compared:
        parts += [threshold_reason(change.threshold, subject.unit), *filter(None, [worsening_note(change)])]
    if change.noise is not None:
        parts.append(f"noise {noise_text(change)}")
    if change.verdict.compared and change.before and change.after and min(change.before.n, change.after.n) == 1:
        parts.append(SINGLE_RESULTS)
    if subject.baseline:
        parts.append(f"its baseline is {days_text(subject.baseline)}")
    text = "; ".join(parts)
    return f"{text}. {change.threshold.beside.rstrip('.')}" if parts and change.threshold.beside else text


def worsening_note(change: Change) -> str:
    """Return what to know of the threshold of a worsening: those that people call worthwhile are of improvements."""
    if change.verdict is not Verdict.WORSENED or change.threshold.kind is not ThresholdKind.MIC:
        return ""
    return "such thresholds were made from improvements, for a worsening they are a rule of thumb"


def _what_to_note(change: Change, *, lately: bool) -> str:
    if lately:
        if change.after is None or change.after.n < FEWEST_DAYS:
            return f"note it on {FEWEST_DAYS} days in 4 weeks"
        return "go on noting it, the 4 weeks before have too few"
    if change.before is None:
        return f"note it on {DAYS_OF_A_WEEK} days a week, for two weeks"
    return f"note it on {FEWEST_DAYS} days after the baseline"
