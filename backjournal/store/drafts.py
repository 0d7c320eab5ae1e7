"""What was typed into a form that was never saved nor left: a closed terminal or a crash loses a second at most."""

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Draft:
    """The answers of one form, in a file beside the journal until they are saved or discarded."""

    def __init__(self, journal: Path, form: str) -> None:
        self._path = journal.with_name(f".{journal.name}.draft")
        self._form = form

    def read(self) -> dict[str, Any] | None:
        """Return the kept answers by field name, or None; a file that cannot be read holds nothing."""
        with contextlib.suppress(OSError, ValueError):
            kept = json.loads(self._path.read_text("utf-8"))
            if isinstance(kept, dict) and kept.get("form") == self._form and isinstance(kept.get("answers"), dict):
                return dict(kept["answers"])
        return None

    def keep(self, answers: Mapping[str, Any]) -> None:
        """Write the answers, whole or not at all, readable by the owner only; a full disk is told when one saves."""
        with contextlib.suppress(OSError):
            handle, name = tempfile.mkstemp(".new", self._path.name, self._path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump({"form": self._form, "answers": dict(answers)}, file)
                Path(name).replace(self._path)
            finally:
                Path(name).unlink(missing_ok=True)

    def drop(self) -> None:
        """Let the answers go."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
