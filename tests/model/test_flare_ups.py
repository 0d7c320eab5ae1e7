"""Finding the flare-up that covers a day."""

from datetime import date

import pytest

from backjournal.model.flare_ups import FlareUp, flare_up_on

FIRST = FlareUp("first", date(2026, 11, 1), date(2026, 11, 3))
SECOND = FlareUp("second", date(2026, 11, 10))


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), FIRST),
        (date(2026, 11, 3), FIRST),
        (date(2026, 11, 4), None),
        (date(2026, 11, 10), SECOND),
        (date(2026, 11, 21), SECOND),
        (date(2026, 11, 22), None),
    ],
)
def test_a_flare_up_that_goes_on_reaches_to_today(day: date, found: FlareUp | None) -> None:
    assert flare_up_on([FIRST, SECOND], day, date(2026, 11, 21)) == found
    assert flare_up_on([], day, date(2026, 11, 21)) is None
