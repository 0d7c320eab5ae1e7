"""What goes with better and worse days, in sentences."""

from backjournal.model.numbers import count, percent
from backjournal.trends.associations import FEWEST_DAYS, Associations, Contrast, Finding
from backjournal.trends.factors import Factor, FactorKind
from backjournal.trends.residuals import AROUND
from backjournal.views.change_figures import shown_difference

STANDS_OUT, COULD_BE_CHANCE = "more than chance would often give", "could well be chance"

NOTED_TOGETHER = "noted together with the pain of the day"

_TOO_FEW_DAYS = f"fewer than {FEWEST_DAYS} days with or without it"

OF_COMPARABLE_DAYS = "Pain: more (+) or less (−) on comparable days, not With minus Without."
"""Shown at the head of the findings: their difference is not that of the means beside it, see `HOW`."""

MAY_FOLLOW_PAIN = (
    "A word of the same day may have been written because of the pain, so these means have no verdict: they do not say "
    "what brings pain or takes it away."
)
"""Shown with the words that were noted on the same day as the pain."""

HOW = (
    "Only what came before the pain can stand out: the day before, or hours that had passed. (Practice of the same day "
    "is left out, as a practice has no time of day.) Each day is held against the "
    f"{AROUND} noted days before and after it and against the same weekday, both with and without the pain of the day "
    "before taken into account, and the less certain of the two differences is shown: so the slow course, the rhythm "
    "of the week and bad days that go on do not count, and the difference may not be that of the two means. How often "
    "chance alone gives as large a difference (p) is told by moving the pain along by every number of days. The more "
    "factors are tried, the clearer one must be to stand out (Benjamini and Hochberg 1995), and the wider are the "
    "intervals (Benjamini and Yekutieli 2005). What goes together need not come from one another."
)
"""How the findings were computed, and what they do not show."""


def associations_lines(result: Associations) -> list[str]:
    """Return how many factors were tried, a sentence for each, clearest first, and how they were computed."""
    tried = [*map(finding_line, result.findings), HOW] if result.findings else []
    noted = [noted_summary(result), *map(noted_line, result.noted), MAY_FOLLOW_PAIN] if result.noted else []
    return [*summary(result), *tried[:-1], *noted, *tried[-1:]]


def summary(result: Associations) -> list[str]:
    """Return how many factors were tried and how many stand out, and what size of difference could have been seen."""
    days = f"{result.first} to {result.last}"
    left_out = [
        *([f"{count(result.left_out, 'factor')} had {_TOO_FEW_DAYS}"] if result.left_out else []),
        *([f"{count(result.weekly, 'factor')} came on the same weekdays only"] if result.weekly else []),
    ]
    if not result.findings:
        takes = (
            f"it takes {FEWEST_DAYS} days with a factor (such as a trigger or little sleep) and {FEWEST_DAYS} without "
            "it, each after a day with pain noted"
        )
        nothing = f"Nothing that came before the pain can be compared yet, {days}"
        return [f"{nothing}: {'; '.join([takes, *left_out])}."]
    out = len(result.standing_out)
    tried = (
        "1 factor that came before the pain was"
        if result.tried == 1
        else f"{result.tried} factors that came before the pain were"
    )
    stand = {0: "none stands out", 1: "1 stands out"}.get(out, f"{out} stand out")
    return [f"{tried} tried, {days}: {'; '.join([stand, *left_out])}.", _seen_text(result)]


def noted_summary(result: Associations) -> str:
    """Return how many words were noted on the same day as the pain."""
    words = "1 word was" if len(result.noted) == 1 else f"{len(result.noted)} words were"
    rare = result.words_left_out
    left_out = f"; {count(rare, 'other word')} had {_TOO_FEW_DAYS}" if rare else ""
    return f"{words} {NOTED_TOGETHER}{left_out}:"


def finding_line(finding: Finding) -> str:
    """Return a finding as a sentence, with another for the factors of nearly the same days."""
    contrast = finding.contrast
    figures = (
        f"95 % interval {_interval_text(finding)}; {_p_text(finding)}; {_means_text(contrast)}; "
        f"seen from {finding.seen_from:.1f} on"
    )
    found = f"{_compared_text(contrast, finding.difference.points)} ({figures}): {verdict(finding)}."
    return " ".join([found, *companion_texts(contrast)])


def noted_line(contrast: Contrast) -> str:
    """Return as a sentence what the pain was on the days on which a word was noted."""
    noted = f"{_compared_text(contrast, points_shown(contrast))} ({_means_text(contrast)})."
    return " ".join([noted, *companion_texts(contrast)])


def points_shown(contrast: Contrast) -> float:
    """Return how much higher the mean shown is on the days with a factor."""
    return shown_difference(contrast.without.mean, contrast.with_it.mean, 1)


def companion_texts(contrast: Contrast) -> list[str]:
    """Return a sentence for each factor of nearly the same days."""
    return [
        f"Nearly the same days: {factor_text(companion.factor)}, {companion.same} of {companion.either} days the same."
        for companion in contrast.companions
    ]


def factor_text(factor: Factor) -> str:
    """Return a factor as `long sitting (trigger)`, `day before: long sitting` or `sleep < 6.5 h`."""
    match factor.kind:
        case FactorKind.TRIGGER_BEFORE:
            return f"day before: {factor.word}"
        case FactorKind.HOURS:
            return f"{factor.word} < {_median_text(factor)}"
        case FactorKind.ADHERENCE_BEFORE:
            return f"day before: adherence < {_median_text(factor)}"
        case kind:
            return f"{factor.word} ({kind})"


def _seen_text(result: Associations) -> str:
    """Return what size of difference could have been seen, and on how many days."""
    least, most = (pick(result.findings, key=lambda finding: finding.seen_from) for pick in (min, max))
    sizes = dict.fromkeys(
        f"{finding.seen_from:.1f} points ({finding.contrast.with_it.n} days with, {finding.contrast.without.n} without)"
        for finding in (least, most)
    )
    return (
        f"Four times in five, a difference of {' to '.join(sizes)} would have been seen, depending on the factor. "
        "A smaller one is easily missed: 'could well be chance' does not say that there is none."
    )


def _compared_text(contrast: Contrast, points: float) -> str:
    with_it, without = _days_texts(contrast)
    compared = f"about as high on {with_it} as" if abs(points) < 0.05 else f"{_size_text(points)} on {with_it} than"
    return f"Pain was {compared} on {without}"


def _means_text(contrast: Contrast) -> str:
    return f"means {contrast.with_it.mean:.1f} and {contrast.without.mean:.1f}"


def _days_texts(contrast: Contrast) -> tuple[str, str]:
    """Return what to call the days with a factor, and those without it, each with their number."""
    days, others, factor = f"{contrast.with_it.n} days", contrast.without.n, contrast.factor
    match factor.kind:
        case FactorKind.TRIGGER_BEFORE:
            return f"the {days} after one with {factor.word}", f"the {others} after one without"
        case FactorKind.HOURS:
            below = f"less than {_median_text(factor)} of {factor.word}, your median,"
            return f"the {days} after {below}", f"the {others} others"
        case FactorKind.ADHERENCE_BEFORE:
            below = f"adherence below {_median_text(factor)}, your median,"
            return f"the {days} after a day with {below}", f"the {others} others"
        case kind:
            return f"the {days} with {factor.word} ({kind})", f"the {others} without"


def _median_text(factor: Factor) -> str:
    median = factor.median or 0
    return f"{median:g} h" if factor.kind is FactorKind.HOURS else percent(median)


def _interval_text(finding: Finding) -> str:
    low, high = round(finding.low, 1), round(finding.high, 1)
    if low < 0 < high:
        return f"{_size_text(low)} to {_size_text(high)}"
    near, far = sorted((low, high), key=abs)
    return f"{abs(near):.1f} to {_size_text(far)}"


def _size_text(points: float) -> str:
    return f"{abs(points):.1f} {'lower' if points < 0 else 'higher'}"


def _p_text(finding: Finding) -> str:
    p = finding.difference.p
    return "p below 0.001" if p < 0.001 else f"p {p:.3f}"


def verdict(finding: Finding) -> str:
    """Return whether a finding stands out, in words."""
    return STANDS_OUT if finding.stands_out else COULD_BE_CHANCE
