"""What the Trends pane looks at: a view, a window of days, and what each graph shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from backjournal.trends.window import RANGES, Window
from backjournal.views.choice import Choice, View, first_choice

ANSWER, GOES_WITH = "answer", "goes-with"

VIEWS: Mapping[str, str] = {
    View.WEEKS: "Weeks",
    View.DAYS: "Days",
    View.ADHERENCE: "Adherence",
    View.CALENDAR: "Calendar",
    View.COMPARE: "Compare",
    View.EXERCISE: "Exercises",
    View.MEASURE: "Measures",
    ANSWER: "Answer",
    GOES_WITH: "Goes-with",
}
"""The views in their order, with the names in the bar; the last two are texts, the others graphs."""


@dataclass(frozen=True, slots=True)
class Look:
    """A view over a window; `choices` keeps for each graph what it shows."""

    window: Window
    view: str = View.WEEKS
    choices: Mapping[View, Choice] = field(default_factory=dict)

    @property
    def graph(self) -> View | None:
        """Which graph it is; None for a text."""
        return View(self.view) if self.view in {*View} else None

    @property
    def choice(self) -> Choice:
        """The graph and what it shows; of a text, that of the weeks."""
        view = self.graph or View.WEEKS
        kept = self.choices.get(view) or replace(first_choice(self.window.last), view=view)
        return replace(kept, window=self.window)

    @property
    def ranged(self) -> bool:
        """Tell whether the window counts: the answer has windows of its own."""
        return self.view != ANSWER

    def as_long_as(self, other: Self) -> bool:
        """Tell whether it is the same view over as long a window: what is drawn has as many times."""
        return self.view == other.view and _length(self.window) == _length(other.window)

    def showing(self, **changes: Any) -> Self:
        """Return it with its graph showing something else."""
        choice = self.choice
        return replace(self, choices={**self.choices, choice.view: replace(choice, **changes)})

    def on(self, view: str) -> Self:
        """Return it in another view."""
        return replace(self, view=view)

    def within(self, window: Window) -> Self:
        """Return it over another window."""
        return replace(self, window=window)

    def next_view(self, step: int) -> Self:
        """Return it in the next view or the one before; after the last comes the first."""
        views = list(VIEWS)
        return self.on(views[(views.index(self.view) + step) % len(views)])

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
