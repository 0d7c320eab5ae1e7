"""Imports that wait for the first use of what they bring, so that the app starts with what its first screen needs."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType

_PACKAGE = "backjournal.tui."

_waiting: list[str] = []
"""The names of the modules whose first use has not been seen by `load_next`."""


@contextlib.contextmanager
def lazy_imports() -> Iterator[None]:
    """Make the imports of the app's own modules within this `with` block wait for the first use of each module.

    Import modules, not names: `from backjournal.tui.diary import check_in_form`. Only the main thread may use them,
    because another thread could meet a module that is only half loaded.
    """
    finder = _LazyFinder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def load_next() -> bool:
    """Load one module that is still waiting, in a moment without other work; return whether any are left."""
    if _waiting:
        vars(sys.modules[_waiting.pop(0)])
    return bool(_waiting)


class _LazyFinder(MetaPathFinder):
    """Finds the app's own modules, with a loader that waits until one of their names is used."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path) if fullname.startswith(_PACKAGE) else None
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
            _waiting.append(fullname)
        return spec
