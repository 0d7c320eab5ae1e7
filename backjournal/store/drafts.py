"""Drafts of unfinished forms, kept in files: a closed terminal or a crash loses a second of typing at most."""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from glob import escape
from pathlib import Path
from typing import Any


class Draft:
    """The answers of one form, in a file beside the journal until they are saved or discarded.

    Each process has a file of its own, `.JOURNAL.FORM.PROCESS.draft`, and takes over that of one that no longer runs.
    """

    def __init__(self, journal: Path, form: str) -> None:
        self._folder = journal.parent
        self._prefix = f".{journal.name}.{form}."
        self._own = self._folder / f"{self._prefix}{os.getpid()}.draft"

    def read(self) -> dict[str, Any] | None:
        """Return the answers that this process or one that no longer runs has kept, or None if there are none.

        Their file becomes that of this process. A file that cannot be read is ignored.
        """
        for path in sorted(self._folder.glob(f"{escape(self._prefix)}*.draft")):
            process = path.name.removeprefix(self._prefix).removesuffix(".draft")
            if process.isdecimal() and (path == self._own or not _runs(int(process))):
                with contextlib.suppress(OSError, ValueError):
                    kept = json.loads(path.read_text("utf-8"))
                    if isinstance(kept, dict):
                        path.replace(self._own)
                        return kept
        return None

    def keep(self, answers: Mapping[str, Any]) -> None:
        """Write the answers, completely or not at all, readable by the owner only.

        Errors such as a full disk are ignored here: the person sees them on saving.
        """
        with contextlib.suppress(OSError):
            handle, name = tempfile.mkstemp(".new", self._prefix, self._folder)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(dict(answers), file)
                Path(name).replace(self._own)
            finally:
                Path(name).unlink(missing_ok=True)

    def drop(self) -> None:
        """Delete the file with the answers."""
        with contextlib.suppress(OSError):
            self._own.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    if sys.platform == "win32":  # there is no harmless way to find out
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
