"""Loading what keys will need, while nothing is pressed."""

import asyncio

from backjournal.plots.ready import load_plotext
from backjournal.tui.lazy import load_next


def load_computing() -> None:
    """Load what computes the trends, the plan's figures and the exports; it is meant to run in a thread.

    A thread that imports makes a key wait for some milliseconds; the main thread would make it wait for all of it.
    """
    import backjournal.exchange.export
    import backjournal.journal.experiments
    import backjournal.journal.plan_figures
    import backjournal.views.catalog  # noqa: F401


async def load_screens() -> None:
    """Load the windows and dialogs one by one, then plotext."""
    more = True
    while more:
        more = load_next()
        await asyncio.sleep(0)
    await asyncio.to_thread(load_plotext)
