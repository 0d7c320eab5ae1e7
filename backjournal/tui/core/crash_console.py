"""How a crash of the app is reported: in one line, without anything that the person wrote."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text


class CrashConsole(Console):
    """Renders a traceback as one plain line.

    Textual would print the values of all local variables, and with them the person's notes.
    """

    def __init__(self, *, color_system: str | None, file: IO[str]) -> None:
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

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render a traceback as one line, and everything else as Rich does."""
        # The module is slow to import; whenever there is a traceback to render, it has been imported already.
        module = sys.modules.get("rich.traceback")
        is_traceback = module is not None and isinstance(renderable, module.Traceback)
        return super().render(Text(_crash_line(renderable)) if is_traceback else renderable, options)


def _crash_line(traceback: Any) -> str:
    stack = traceback.trace.stacks[0]
    place = f" in {Path(stack.frames[-1].filename).name}, line {stack.frames[-1].lineno}" if stack.frames else ""
    return (
        f"backjournal stopped because of a mistake of its own: {stack.exc_type}{place}. "
        "What was shown as saved is saved."
    )
