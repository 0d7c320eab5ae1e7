"""How the app gets on with the terminal beyond what Textual does: redirected errors, and a return from the shell."""

import contextlib
import os
import sys
from collections.abc import Iterator

from textual.app import App


@contextlib.contextmanager
def drawn_on_terminal() -> Iterator[None]:
    """Make standard error the terminal while the app runs, if it leads elsewhere: Textual draws on it."""
    error, output = sys.__stderr__, sys.__stdout__
    if error is None or output is None or error.isatty():
        yield
        return
    before = os.dup(error.fileno())
    os.dup2(output.fileno(), error.fileno())
    try:
        yield
    finally:
        os.dup2(before, error.fileno())
        os.close(before)


class InTerminal(App[None]):
    """Draws the whole screen again when the person comes back with `fg`: the terminal has forgotten it."""

    def on_mount(self) -> None:
        """Wait for a return."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
