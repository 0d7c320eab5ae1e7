"""When the back pain began, as exactly as the person knows it: a year, a month or a day."""

import re
from datetime import date, timedelta

from backjournal.model.dates import Days, check_day
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import clean_line

_HOW = "write a year, a month or a day: 2024, 2024-03 or 2024-03-14"


@dataclass(frozen=True, slots=True)
class Onset:
    """When the back pain began."""

    text: str
    """As it is stored and printed: `2024`, `2024-03` or `2024-03-14`."""

    def __post_init__(self) -> None:
        """Refuse a text that is no year, month or day, or that lies before 1900 or after 2199.

        Raises:
            InvalidValue: the text is not accepted; `field` is `onset`.
        """
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", self.text):
            raise InvalidValue("onset", f"'{clean_line(self.text)}' does not say when the pain began: {_HOW}")
        try:
            first = self._first
        except ValueError:
            raise InvalidValue("onset", f"{self.text} is not in the calendar: {_HOW}") from None
        check_day("onset", first)

    @property
    def days(self) -> Days:
        """The first and the last day on which it may have begun."""
        first = self._first
        if len(self.text) == len("2024"):
            return first, date(first.year, 12, 31)
        if len(self.text) == len("2024-03"):
            later = first + timedelta(days=31)
            return first, later - timedelta(days=later.day)
        return first, first

    @property
    def _first(self) -> date:
        return date.fromisoformat(f"{self.text}-01-01"[: len("2024-03-14")])


def parse_onset(text: str, today: date) -> Onset:
    """Read when the back pain began.

    Raises:
        InvalidValue: the text is no year, month or day, or it lies after today.
    """
    onset = Onset(clean_line(text))
    if onset.days[0] > today:
        raise InvalidValue("onset", f"{onset.text} has not come yet: {_HOW}")
    return onset
