"""A change as rounded figures that fit together: the difference shown is that of the means shown."""

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import MISSING
from backjournal.trends.change import Change, Mean, meaningful_points, reaches


@dataclass(frozen=True, slots=True)
class ChangeFigures:
    """The figures of a change as they are shown; the verdict is that of the exact ones."""

    before: str
    """The mean before; a dash without one."""

    after: str
    """The mean after; a dash without one."""

    difference: float
    """The mean shown after minus the mean shown before; 0 if one is missing."""

    size: str
    """The difference without its sign."""

    percent: str
    """The size in per cent of the mean shown before, such as `33 %`.

    Empty if the threshold has no share, if a mean is missing, or if the mean before is not above 0.
    """


def figures_of(change: Change) -> ChangeFigures:
    """Return the figures of a change, with one decimal, or up to three where fewer would contradict its verdict."""
    before, after = change.before, change.after
    if before is None or after is None:
        return ChangeFigures(_missing_or_mean(before), _missing_or_mean(after), 0, "0.0", "")
    for decimals in (1, 2, 3):
        shown_before, shown = round(before.mean, decimals), shown_difference(before.mean, after.mean, decimals)
        if _agree(change, shown_before, shown):
            break
    first, last = (f"{mean:z.{decimals}f}" for mean in (before.mean, after.mean))
    return ChangeFigures(first, last, shown, f"{abs(shown):.{decimals}f}", _percent(change, shown_before, shown))


def shown_difference(before: float, after: float, decimals: int) -> float:
    """Return the difference of two numbers that are both shown with some decimals, as a reader computes it."""
    return round(round(after, decimals) - round(before, decimals), decimals) + 0.0  # adding 0.0 avoids -0


def _missing_or_mean(mean: Mean | None) -> str:
    return f"{mean.mean:z.1f}" if mean else MISSING


def _agree(change: Change, shown_before: float, shown: float) -> bool:
    """Return whether a shown difference is on the same side of threshold, share and noise as the exact one."""
    before, exact, share = (change.before.mean if change.before else 0), change.difference or 0, change.threshold.share
    limits = [
        (abs(shown), abs(exact), limit)
        for limit in (meaningful_points(change.threshold, before), change.noise)
        if limit is not None
    ]
    if share is not None and min(shown_before, before) > 0:
        limits.append((abs(shown) / shown_before, abs(exact) / before, share))
    return all(reaches(rounded, limit) is reaches(true, limit) for rounded, true, limit in limits)


def _percent(change: Change, shown_before: float, shown: float) -> str:
    share = change.threshold.share
    if share is None or shown_before <= 0:
        return ""
    percent = abs(shown) / shown_before * 100
    for decimals in (0, 1, 2):
        text = f"{percent:.{decimals}f}"
        if reaches(float(text), share * 100) is reaches(percent, share * 100):
            break
    return f"{text} %"
