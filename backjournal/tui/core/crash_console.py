"""How a crash of the app is told: in one line, without anything that the person wrote."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

if TYPE_CHECKING:
    from backjournal.exchange.crash_report import Fault

Tell = Callable[["Sequence[Fault]"], str]
"""Returns the line that is told about a crash."""


class CrashConsole(Console):
    """Renders a traceback as the plain line that `tell` returns.

    Textual would print the values of all local variables, and with them the person's notes.
    """

    def __init__(self, *, color_system: str | None, file: IO[str], tell: Tell) -> None:
        super().__init__(
            color_system=color_system,  # type: ignore[arg-type]  # Textual's constant is plain text
            file=file,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            no_color=False,
            force_terminal=True,
            safe_box=False,
        )
        self._tell = tell

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render a traceback as one line, and everything else as Rich does."""
        # The module is slow to import; whenever there is a traceback to render, it has been imported already.
        module = sys.modules.get("rich.traceback")
        if module is None or not isinstance(renderable, module.Traceback):
            return super().render(renderable, options)
        # Not broken into several lines: it names a file.
        return super().render(Text(self._tell(_faults(renderable)), no_wrap=True, overflow="ignore"), options)


class ErrorConsole(Console):
    """Prints to standard error what is left when the app has ended, no line of it broken or cut off."""

    def __init__(self) -> None:
        super().__init__(markup=False, highlight=False, stderr=True)

    def print(self, *objects: Any, **options: Any) -> None:
        """Print as Rich does, with the lines as they are."""
        super().print(*objects, **{**options, "soft_wrap": True})


def _faults(traceback: Any) -> "Sequence[Fault]":
    """Return the exceptions of a traceback of Rich's: of some crashes nothing else is left."""
    from backjournal.exchange.crash_report import Fault, Frame

    return [
        Fault(stack.exc_type, tuple(Frame(frame.filename, frame.lineno, frame.name) for frame in stack.frames))
        for stack in traceback.trace.stacks
    ]
