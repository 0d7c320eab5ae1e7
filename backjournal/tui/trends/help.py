"""What the Trends pane tells of itself."""

from textual.content import Content

from backjournal.tui.widgets.words import key_lines

HELP = """\
Weeks: each point is the mean over the days of a week that have a check-in (a day with several counts as their mean);
the line behind pain reaches from the best to the worst day. Days: the same by day, with the median of 7 days, for up
to 12 weeks. A week or day without a check-in is a gap.

Adherence: practised ÷ prescribed; a part counts as its share, excused days are not counted, nor what is still
open today.

Calendar: a series day by day. Compare: two series over the same time, or against each other as points. Exercises: pain
during. Measures: the results of an outcome measure, with the band in which a change from the baseline is within noise.

Answer: since the start, and the last 4 weeks against the 4 before. The start is the baseline: the first two weeks with
check-ins on at least 3 days each, unless you move it. A change is meaningful at or past the published threshold of its
scale, whose source stands beside it; with fewer than 3 days on one side nothing is said.

Goes-with: the mean pain of days with something against that of days without it, at least 7 of each, with a 95 %
interval. It tells what goes together, not what brings it about.

▲ marks flare-ups, ┊ changes of the plan. n is how many days or exercises a figure rests on: few days say little. The
journal shows what was written down; it does not diagnose."""

EMPTY = Content.assemble(
    ("No trend yet\n\n", "bold $text-primary"),
    "Charts grow from what you write down: pain and mobility from the check-ins, "
    "adherence from the ticked exercises. One week is enough for the first point.\n\n",
    key_lines(("n", "write a check-in"), ("1", "tick exercises"), ("?", "help")),
)
"""What stands there while there is nothing to draw."""
