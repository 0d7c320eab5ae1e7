"""What the days of a week come to: the scales of the diary, and the exercises of the plan."""

from collections.abc import Collection, Mapping

from backjournal.model.diary_values import SCALES
from backjournal.model.frozen import dataclass, field
from backjournal.plan.adherence import Adherence
from backjournal.plan.span import Span, span_of
from backjournal.plan.tally import Tally
from backjournal.trends.diary_days import DiaryDay


@dataclass(frozen=True, slots=True)
class WeekSum:
    """What the days of one week come to."""

    check_ins: int = 0
    """How many check-ins its days have."""

    spans: Mapping[str, Span] = field(default_factory=dict)
    """The scales of the check-ins by field, without the scales that have no value."""

    adherence: Adherence = field(default_factory=Adherence)
    tally: Tally = field(default_factory=Tally)


def scale_spans(days: Collection[DiaryDay]) -> dict[str, Span]:
    """Return the span of each scale over some days, without the scales that have no value."""
    values = {scale.name: [day.values[scale.name] for day in days if scale.name in day.values] for scale in SCALES}
    return {scale: span for scale, numbers in values.items() if (span := span_of(numbers))}
