"""From which pain during a practice on it is answered at once, and what is said."""

import pytest

from backjournal.plan.strong_pain import StrongPain, is_strong
from tests.helpers.counting import BIRD_DOG, day


@pytest.mark.parametrize(
    ("limit", "lowest"),
    [(0, 5), (1, 6), (2, 7), (3, 8), (4, 8), (5, 8), (8, 8), (10, 8)],
    ids=lambda number: f"{number}",
)
def test_pain_is_strong_from_5_over_the_limit_and_from_8_in_any_case(limit: int, lowest: int) -> None:
    assert [pain for pain in range(11) if is_strong(pain, limit)] == list(range(lowest, 11))


def test_the_words_carry_the_figures_and_name_no_source() -> None:
    once = StrongPain(BIRD_DOG, 7, 2, today=True)
    assert once.title == "Pain 7 during Bird-dog"
    assert once.what_to_do.startswith("Stop for today. ")
    assert "therapist" in once.what_to_do
    assert once.why == "The journal says so from 7 on, 5 above your limit of 2 in the settings: our own caution."
    assert once.again == ""
    assert StrongPain(BIRD_DOG, 8, 4, today=True).why == "The journal says so from 8 on: our own caution."


def test_the_second_time_asks_whether_to_pause() -> None:
    again = StrongPain(BIRD_DOG, 9, 3, today=True, before=(day(0), 8))
    assert again.again == (
        "It was 8 the time before too, on Monday 2 November 2026. Pause this exercise? Nothing ends by itself."
    )


def test_of_a_past_day_there_is_nothing_to_stop() -> None:
    assert "Stop" not in StrongPain(BIRD_DOG, 9, 3, today=False).what_to_do
