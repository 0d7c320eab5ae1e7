"""The command that opens the app on a temporary journal with made-up data."""

import contextlib
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import click

from backjournal.cli.app import need_terminal
from backjournal.cli.session import Session

DEMO_BANNER = "Demo: made-up data, nothing is kept"


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Open the app with 26 weeks of made-up data; nothing is kept."""
    need_terminal()
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
