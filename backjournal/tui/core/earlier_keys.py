"""What a key does only after the keys pressed before it."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump


def after_earlier_keys(app: App[Any], act: Callable[[], object]) -> None:
    """Call `act` once the keys that were pressed before have done what they do, down to the last message about them.

    A key that the app takes first, such as that to quit, would overtake those that still wait for the focused widget.
    """
    focused = app.focused or app.screen
    # Twice in each queue: what a widget makes of a key waits behind the first call.
    _pass_on([pump for pump in focused.ancestors_with_self for _ in range(2)], act)


def _pass_on(queues: Sequence[MessagePump], act: Callable[[], object]) -> None:
    """Go to the end of each queue in turn, past those that are closed by now, and then call `act`."""
    for place, queue in enumerate(queues, 1):
        if queue.call_later(_pass_on, queues[place:], act):
            return
    act()
