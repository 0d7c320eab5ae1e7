"""Which signs stand: from the day on which they are noted until a doctor has looked at them or they are gone."""

from datetime import date, timedelta

import pytest

from backjournal.library.red_flags import red_flags
from backjournal.plan.signs import GONE, SEEN, question, standing_signs
from tests.helpers.values import TODAY

FLAG = next(flag for flag in red_flags() if flag.word == "chest pain")
SOON = next(flag for flag in red_flags() if flag.word == "muscle weakness")


def ago(days: int | None) -> date | None:
    return None if days is None else TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("noted", "seen", "gone", "stands"),
    [
        (None, None, None, False),
        (0, None, None, True),
        (400, None, None, True),
        (3, 2, None, False),
        (3, 3, None, False),
        (15, 13, None, False),
        (15, 14, None, True),
        (3, 5, None, False),
        (3, None, 2, False),
        (3, None, 4, False),
        (15, 14, 1, False),
    ],
)
def test_a_sign_stands_until_it_is_answered(
    noted: int | None, seen: int | None, gone: int | None, stands: bool
) -> None:
    days = {SEEN: ago(seen), GONE: ago(gone)}
    answers = {question(what, FLAG): day for what, day in days.items() if day}
    day = ago(noted)
    found = standing_signs({FLAG.word: day} if day else {}, answers, TODAY)
    assert [sign.flag for sign in found] == [FLAG] * stands
    if stands:
        assert (found[0].noted, found[0].seen) == (ago(noted), ago(seen) if seen == 14 else None)


def test_what_is_less_urgent_does_not_stand() -> None:
    assert standing_signs({SOON.word: TODAY}, {}, TODAY) == ()
