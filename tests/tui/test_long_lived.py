"""What lives as long as the app is left out of garbage collections."""

import gc

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
