"""What is offered on a day in plain lines, each with the command that takes it up."""

from collections.abc import Iterator

from backjournal.plan.offers import Offers


def offer_lines(offers: Offers, *, week_begins: bool) -> Iterator[str]:
    """Yield a line for each offer; the review is told of only on the day on which a week begins.

    In the app it stays until it was looked at, but here it would stand there each time.
    """
    if offers.away:
        yield f"{offers.away}: 'backjournal away' lists what was asked for, and fills it in."
    if offers.review and week_begins:
        yield "A week is over: 'backjournal review' looks back at it."
