"""The pages of the tour: what each pane is for."""

from typing import NamedTuple

GO_ON = ("right", "enter", "space")
"""The keys that go on to the next page."""


class TourPage(NamedTuple):
    """A page of the tour; keys stand in backquotes."""

    pane: str
    """The id of the pane that is shown; empty for none."""

    title: str
    text: str


PAGES = (
    TourPage(
        "",
        "A tour of one minute",
        "This is a journal for your back: tick the day's exercises, write down how your back is, and see over the "
        "weeks whether it gets better. It has five panes, the keys `1` to `5`.\n\n"
        "All that you see on the next pages is made-up data of a person who does not exist. Your own journal is not "
        "touched, and nothing of the tour is kept.\n\n"
        "`enter` or `→` goes on, `←` goes back, any other key leaves.",
    ),
    TourPage(
        "today",
        "1 Today: what to do today",
        "`space` ticks an exercise, `s` skips it and asks why, `enter` does it with you: it counts the seconds, and "
        "says when to change sides.",
    ),
    TourPage(
        "diary",
        "2 Diary: how your back is",
        "`n` writes a check-in: one number for the pain is enough, all else is up to you. The newest is on top. "
        "Symptoms that a doctor should see soon are answered at once.",
    ),
    TourPage(
        "trends",
        "3 Trends: is it getting better?",
        "Each dot is the average of a week: low pain and high mobility are good. `tab` goes on to eight other views, "
        "one of them an answer in words.",
    ),
    TourPage(
        "plan",
        "4 Plan: your exercises",
        "`n` adds an exercise, from the 20 that come with the app or your own; `e` changes how much and on which days. "
        "Show the plan to a doctor or physiotherapist before you begin.",
    ),
    TourPage(
        "measures",
        "5 Measures: a look every few weeks",
        "Short questions and tests, if you like. They tell whether a change is large enough to matter. That was the "
        "tour: `ctrl+p` finds it again, and `?` is the help in every pane.",
    ),
)
"""All pages in their order; the first needs no data, so that there is time to make it up."""
