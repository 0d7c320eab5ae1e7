"""What the Trends pane shows: a view, a window of days, and the choice made for each view."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from backjournal.model.dates import FIRST_DAY
from backjournal.trends.record import Record
from backjournal.trends.window import RANGES, Window
from backjournal.views.catalog import VIEWS, View
from backjournal.views.choice import Choice


@dataclass(frozen=True, slots=True)
class Look:
    """A view over a window of days, with the choices made for all views."""

    window: Window
    view: View = VIEWS[0]
    range_chosen: bool = False
    """Whether a person has chosen the length of the window; until then each view has its own."""

    choices: Mapping[str, Choice] = field(default_factory=dict)
    """What a person has chosen for each view to show, by the key of the view; their windows are ignored."""

    @property
    def choice(self) -> Choice:
        """What the view shows, over the window of the look."""
        choice = self.choices.get(self.view.key)
        return replace(choice, window=self.window) if choice else Choice(self.window)

    def is_covered_by(self, record: Record) -> bool:
        """Return whether a record reaches as far back as the view looks."""
        return record.since <= self.view.since(self.window, record.settings.weeks)

    def as_long_as(self, other: Self) -> bool:
        """Return whether both show the same view over equally many days, so that their drawings have the same slots."""
        return self.view == other.view and _length(self.window) == _length(other.window)

    def showing(self, **changes: Any) -> Self:
        """Return the look with fields of the choice for its view changed."""
        return replace(self, choices={**self.choices, self.view.key: replace(self.choice, **changes)})

    def on(self, view: View) -> Self:
        """Return the look with another view, and with its usual number of weeks unless a range was chosen."""
        window = self.window if self.range_chosen else replace(self.window, weeks=view.weeks)
        return replace(self, view=view, window=window)

    def within(self, window: Window) -> Self:
        """Return the look over a window that a person has chosen."""
        return replace(self, window=window, range_chosen=True)

    def next_view(self, step: int) -> Self:
        """Return the look with the next view (1) or the one before (-1); the first follows the last."""
        return self.on(VIEWS[(VIEWS.index(self.view) + step) % len(VIEWS)])

    def moved(self, step: int, today: date, begins: date = FIRST_DAY) -> Self:
        """Return the look with the window moved by its length, never past today nor before the journal begins."""
        return replace(self, window=self.window.moved(step, today, begins))

    def longer(self, step: int) -> Self:
        """Return the look over the next longer range (1) or shorter one (-1); unchanged if there is none."""
        window, days = self.window, _length(self.window)
        if window.first is None or days is None:
            place = RANGES.index(window.weeks) + step
        else:
            shorter = sum(weeks is not None and weeks * 7 < days for weeks in RANGES)
            same = sum(weeks is not None and weeks * 7 == days for weeks in RANGES)
            place = shorter - 1 if step < 0 else shorter + same
        return self.over(RANGES[place]) if 0 <= place < len(RANGES) else self

    def over(self, weeks: int | None) -> Self:
        """Return the look over a number of weeks up to the same day; None is everything."""
        return self.within(Window(weeks, self.window.last))

    def until(self, last: date) -> Self:
        """Return the look with a window of the same length that ends on a day."""
        window = self.window
        first = last - (window.last - window.first) if window.first else None
        return replace(self, window=replace(window, first=first, last=last))


def _length(window: Window) -> int | None:
    """Return the number of days of a window; None for everything."""
    if window.first:
        return (window.last - window.first).days + 1
    return window.weeks and window.weeks * 7
