"""What the Trends pane looks at: a view, a window of days, and what each view shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from backjournal.trends.window import RANGES, Window
from backjournal.views.catalog import VIEWS, View
from backjournal.views.choice import Choice


@dataclass(frozen=True, slots=True)
class Look:
    """A view over a window."""

    window: Window
    view: View = VIEWS[0]
    choices: Mapping[str, Choice] = field(default_factory=dict)
    """What was chosen for each view to show, by its key."""

    @property
    def choice(self) -> Choice:
        """What the view shows."""
        kept = self.choices.get(self.view.key)
        return replace(kept, window=self.window) if kept else Choice(self.window)

    def as_long_as(self, other: Self) -> bool:
        """Tell whether it is the same view over as long a window: its drawing has as many times."""
        return self.view == other.view and _length(self.window) == _length(other.window)

    def showing(self, **changes: Any) -> Self:
        """Return it with its view showing something else."""
        return replace(self, choices={**self.choices, self.view.key: replace(self.choice, **changes)})

    def on(self, view: View) -> Self:
        """Return it in another view."""
        return replace(self, view=view)

    def within(self, window: Window) -> Self:
        """Return it over another window."""
        return replace(self, window=window)

    def next_view(self, step: int) -> Self:
        """Return it in the next view (1) or the one before (-1); after the last comes the first."""
        return self.on(VIEWS[(VIEWS.index(self.view) + step) % len(VIEWS)])

    def moved(self, step: int, today: date) -> Self:
        """Return it with the window moved by its length, never past today."""
        return self.within(self.window.moved(step, today))

    def longer(self, step: int) -> Self:
        """Return it over the next longer range (1) or shorter one (-1), the same if there is none."""
        window, days = self.window, _length(self.window)
        if window.first is None or days is None:
            place = RANGES.index(window.weeks) + step
        else:
            shorter = sum(weeks is not None and weeks * 7 < days for weeks in RANGES)
            same = sum(weeks is not None and weeks * 7 == days for weeks in RANGES)
            place = shorter - 1 if step < 0 else shorter + same
        return self.over(RANGES[place]) if 0 <= place < len(RANGES) else self

    def over(self, weeks: int | None) -> Self:
        """Return it over so many weeks up to the same day; None is everything."""
        return self.within(Window(weeks, self.window.last))

    def until(self, last: date) -> Self:
        """Return it with the window ending on a day, as long as it was."""
        window = self.window
        first = last - (window.last - window.first) if window.first else None
        return self.within(replace(window, first=first, last=last))


def _length(window: Window) -> int | None:
    """Return how many days a window has; None is everything."""
    if window.first:
        return (window.last - window.first).days + 1
    return window.weeks and window.weeks * 7
