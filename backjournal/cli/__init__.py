"""The command line: a plain-text twin of the app, for scripts and screen readers.

Nothing heavy is imported before a command needs it: `--help` answers at once, and the app, `status` and `today` do
without click.
"""

import gc
import os
import sys
from collections.abc import Sequence

from backjournal.cli.arguments import replace_unreadable, speak_utf8, unreadable
from backjournal.cli.output import told, watch_streams


def main() -> None:
    """Run the command line and leave with its exit status: 0 done, 1 refused, 2 wrong usage, 4 saved but not told.

    A command may have others of its own.
    """
    # Collecting garbage would take a fifteenth of a command, and it makes hardly any. The app enables it for itself.
    gc.disable()
    # Python would print the message of an error in a clean-up, which could hold what the person wrote.
    sys.unraisablehook = lambda _: None
    speak_utf8()
    watch_streams()
    replace_unreadable(sys.stdin)
    sys.exit(told(_status_of(sys.argv[1:])))


def _status_of(words: Sequence[str]) -> int:
    """Run a command line and return its exit status; whatever goes wrong becomes one line on standard error."""
    if why := unreadable(words):
        sys.stderr.write(f"backjournal: {why}\n")
        return 1
    try:
        from backjournal.cli.direct import directly

        start = directly(words, os.environ)
        if start is not None:
            return start()
        from backjournal.cli.root import root

        root(prog_name="backjournal")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    except KeyboardInterrupt:
        sys.stderr.write("Aborted!\n")
    except Exception as error:  # noqa: BLE001 - a traceback could show what the person wrote
        from backjournal.cli.refusals import refusal_line

        sys.stderr.write(refusal_line(error))
    return 1
