"""What lives as long as the app is left out of garbage collections."""

import gc
import weakref

import pytest

from backjournal.tui.core.long_lived import long_lived


@pytest.mark.parametrize("enabled", [True, False])
def test_what_is_made_is_never_scanned_and_collections_go_on_as_before(
    enabled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(gc.isenabled()))
    try:
        (gc.enable if enabled else gc.disable)()
        with long_lived():
            assert not gc.isenabled()
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
    assert frozen == [False]


class _Knot:
    """An object that only the garbage collector can take away."""

    def __init__(self) -> None:
        self.itself = self


def test_what_became_garbage_meanwhile_does_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "freeze", lambda: None)
    with long_lived():
        knot = weakref.ref(_Knot())
        assert knot() is not None
    assert knot() is None
