"""Making what lives as long as the app, without the garbage collector."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def long_lived() -> Iterator[None]:
    """Make objects that live as long as the app in the `with`; the garbage collector never scans them.

    With years of days, each scan would take tenths of a second, in which no thread runs and no key is handled.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What has become garbage meanwhile would otherwise stay for ever.
        gc.collect(1)
        gc.freeze()
        if was_enabled:
            gc.enable()
