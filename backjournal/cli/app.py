"""Starting the app on the person's journal, or on a temporary one with made-up data."""

import contextlib
import gc
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import click

from backjournal.cli.session import Session
from backjournal.model.errors import JournalError

DEMO_BANNER = "Demo: made-up data, nothing is kept"


def open_app(session: Session) -> int:
    """Open the app on the journal and return its exit status.

    Raises:
        JournalError: there is no terminal, or the journal is refused.
    """
    _need_terminal()
    # Garbage collection while the app is loaded would take a tenth of its start. The app enables it afterwards.
    gc.disable()
    from backjournal.store.store import Store
    from backjournal.tui.app import run

    with contextlib.closing(Store.open(session.journal, session.clock)) as store:
        return run(store)


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Open the app with 26 weeks of made-up data; nothing is kept."""
    _need_terminal()
    from backjournal.demo import make_demo
    from backjournal.store.store import Store
    from backjournal.tui.app import run

    session: Session = ctx.obj
    with (
        _signals_leave(),
        tempfile.TemporaryDirectory(prefix="backjournal-demo-") as folder,
        contextlib.closing(Store.open(Path(folder) / "journal.db", session.clock)) as store,
    ):
        make_demo(store, store.today())
        status = run(store, DEMO_BANNER)
    ctx.exit(status)


def _need_terminal() -> None:
    on_terminal = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    if not on_terminal or os.environ.get("TERM") == "dumb":
        raise JournalError("the app needs a terminal: 'backjournal today' prints the day in plain text")


@contextlib.contextmanager
def _signals_leave() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into SystemExit, so that the temporary journal is removed."""
    numbers = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]

    def leave(number: int, _: FrameType | None) -> None:
        for other in numbers:
            signal.signal(other, signal.SIG_IGN)
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
