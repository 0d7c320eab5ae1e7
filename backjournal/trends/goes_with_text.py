"""What goes with better and worse days, in words, as a table and as data."""

from math import isfinite

from backjournal.model.numbers import count
from backjournal.trends.factors import FactorKind
from backjournal.trends.goes_with import FEWEST_DAYS, Finding, GoesWith

HEADER = ("Factor", "With (days)", "Without (days)", "Difference", "95 % interval", "Verdict")
"""The columns of the table."""

STANDS_OUT, COULD_BE_CHANCE = "more than chance would often give", "could well be chance"

HOW = (
    "Each day is compared with the four weeks around it, so that the slow course of your pain does not count; the "
    "difference may not be that of the two means. For the chance, the weeks are dealt into two heaps at random, "
    "thousands of times: it is how often the heaps disagree. All that were tried together count (Benjamini and "
    "Hochberg 1995). None of this tells what brings what about."
)
"""How it was reckoned."""

BECAUSE_OF_PAIN = (
    "A relief, a medicine or a location is often written down because a day is bad: higher pain beside it does not say "
    "what it does."
)
"""What is to be known of what follows pain and does not go before it."""

_FOLLOWS_PAIN = {FactorKind.RELIEF, FactorKind.MEDICINE, FactorKind.LOCATION}


def goes_with_lines(result: GoesWith) -> list[str]:
    """Return what was found in sentences, what stands out first; then what was left out, and how it was reckoned."""
    if not result.findings:
        return [f"Nothing can be compared yet: a factor needs {FEWEST_DAYS} days with it and {FEWEST_DAYS} without."]
    out = sum(finding.stands_out for finding in result.findings)
    tried = f"{count(result.tried, 'factor')} {'was' if result.tried == 1 else 'were'} tried, from"
    lines = [f"{tried} {result.first} to {result.last}; {out or 'none'} {'stand' if out > 1 else 'stands'} out."]
    lines += [finding_line(finding) for finding in result.findings]
    if result.left_out:
        left = "was" if result.left_out == 1 else "were"
        lines.append(f"{result.left_out} {left} not tried: fewer than {FEWEST_DAYS} days with or without.")
    if any(finding.kind in _FOLLOWS_PAIN for finding in result.findings):
        lines.append(BECAUSE_OF_PAIN)
    return [*lines, HOW]


def finding_line(finding: Finding) -> str:
    """Return a finding as a sentence."""
    means = f"mean pain {finding.with_it.mean:.1f} and {finding.without.mean:.1f}"
    verdict = STANDS_OUT if finding.stands_out else COULD_BE_CHANCE
    size = _size(finding.difference)
    return f"Pain was {size} on {_days(finding)} ({means}; 95 % interval {_interval(finding)}): {verdict}."


def goes_with_table(result: GoesWith) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the header and a row for each finding, what stands out first."""
    return HEADER, [_row(finding) for finding in result.findings]


def goes_with_data(result: GoesWith) -> dict[str, object]:
    """Return what was found as what JSON can hold."""
    return {
        "first": result.first.isoformat(),
        "last": result.last.isoformat(),
        "tried": result.tried,
        "left_out": result.left_out,
        "findings": [_data(finding) for finding in result.findings],
    }


def factor_words(finding: Finding) -> str:
    """Return what was compared in a few words: `long sitting (trigger)`."""
    if finding.median is None:
        return f"{finding.word} ({finding.kind})"
    return f"{finding.kind} below {_median(finding)}"


def _days(finding: Finding) -> str:
    n, others = count(finding.with_it.n, "day"), finding.without.n
    match finding.kind:
        case FactorKind.TRIGGER_BEFORE:
            return f"the {n} after one with {finding.word} than on the {others} after one without"
        case FactorKind.SLEEP:
            return f"the {n} after less than {_median(finding)} of sleep, your median, than on the {others} after more"
        case FactorKind.ADHERENCE_BEFORE:
            return f"the {n} after adherence below {_median(finding)}, your median, than on the {others} after others"
        case FactorKind.TRIGGER:
            return f"the {n} with {finding.word} than on the {others} without"
        case _:
            return f"the {n} with {finding.word} ({finding.kind}) than on the {others} without"


def _median(finding: Finding) -> str:
    median = finding.median or 0
    return f"{median:g} h" if finding.kind is FactorKind.SLEEP else f"{median * 100:.0f} %"


def _size(difference: float) -> str:
    return f"{abs(difference):.1f} {'higher' if difference > 0 else 'lower'}"


def _interval(finding: Finding) -> str:
    if not (isfinite(finding.low) and isfinite(finding.high)):
        return "too wide to tell"
    ends = sorted((finding.low, finding.high), key=abs)
    if finding.low * finding.high > 0:
        return f"{abs(ends[0]):.1f} to {_size(ends[1])}"
    return f"from {_size(finding.low)} to {_size(finding.high)}"


def _row(finding: Finding) -> tuple[str, ...]:
    known = isfinite(finding.low) and isfinite(finding.high)
    return (
        factor_words(finding),
        f"{finding.with_it.mean:.1f} ({finding.with_it.n})",
        f"{finding.without.mean:.1f} ({finding.without.n})",
        f"{finding.difference:+.1f}",
        f"{finding.low:+.1f} to {finding.high:+.1f}" if known else "too wide to tell",
        STANDS_OUT if finding.stands_out else COULD_BE_CHANCE,
    )


def _data(finding: Finding) -> dict[str, object]:
    return {
        "factor": finding.kind.value,
        "word": finding.word,
        "median": finding.median,
        "with": {"days": finding.with_it.n, "mean": finding.with_it.mean},
        "without": {"days": finding.without.n, "mean": finding.without.mean},
        "difference": finding.difference,
        "low": finding.low if isfinite(finding.low) else None,
        "high": finding.high if isfinite(finding.high) else None,
        "p": finding.p,
        "adjusted_p": finding.adjusted_p,
        "stands_out": finding.stands_out,
    }
