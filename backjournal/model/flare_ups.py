"""Flare-ups: the episodes that a person declares."""

from collections.abc import Iterable
from datetime import date

from backjournal.model.dates import check_day
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class FlareUp:
    """An episode that the person declares, first day to last day.

    A worsening, hours to weeks long, that is hard to tolerate and generally affects usual activities or
    emotions (Costa 2019): declared, never computed from a score.
    """

    id: str
    first_day: date
    last_day: date | None = None
    """Included; None while the flare-up is ongoing."""

    def __post_init__(self) -> None:
        """Refuse an episode that ends before it begins.

        Raises:
            InvalidValue: the last day lies before the first, or a day is out of range.
        """
        check_day("first_day", self.first_day)
        check_day("last_day", self.last_day)
        if self.last_day is not None and self.last_day < self.first_day:
            raise InvalidValue(
                "last_day", f"the flare-up's last day {self.last_day} lies before its first {self.first_day}"
            )

    def covers(self, day: date, today: date) -> bool:
        """Return whether a day belongs to the episode; an ongoing one reaches to today."""
        return self.first_day <= day <= (self.last_day or max(today, self.first_day))

    def overlaps(self, other: "FlareUp") -> bool:
        """Return whether two flare-ups share a day; an ongoing one has no end."""
        starts_before_end = self.first_day <= (other.last_day or date.max)
        return starts_before_end and other.first_day <= (self.last_day or date.max)


def flare_up_on(flare_ups: Iterable[FlareUp], day: date, today: date) -> FlareUp | None:
    """Return the flare-up that a day belongs to, or None."""
    return next((flare_up for flare_up in flare_ups if flare_up.covers(day, today)), None)
