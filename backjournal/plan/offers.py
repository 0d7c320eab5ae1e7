"""What Today offers now and then."""

from backjournal.model.dates import Days
from backjournal.model.frozen import dataclass
from backjournal.plan.away import Gap


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered on a day."""

    away: Gap | None = None
    """The days without an entry to fill in; None if there are none."""

    review: Days | None = None
    """The first and the last day of the week to look back at; None if it was, or has no entry."""

    def __bool__(self) -> bool:
        return self.away is not None or self.review is not None
