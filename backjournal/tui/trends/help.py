"""The help text of the Trends pane, and its text for a new journal."""

from textual.content import Content

from backjournal.tui.widgets.words import key_lines
from backjournal.views.catalog import VIEWS

_SIGNS = """\
▲ marks flare-ups, ┊ changes of the plan. n is how many days or exercises a figure rests on: few days say little. The
journal shows what was written down; it does not diagnose."""

HELP = "\n\n".join([*(view.help for view in VIEWS), _SIGNS])
"""What each view shows, and what the signs in the graphs mean."""

EMPTY = Content.assemble(
    ("No trend yet\n\n", "bold $text-primary"),
    "Charts grow from what you write down: pain and mobility from the check-ins, "
    "adherence from the ticked exercises. One week is enough for the first point.\n\n",
    key_lines(("n", "write a check-in"), ("1", "tick exercises"), ("?", "help")),
)
"""Shown while the journal has nothing to draw."""
