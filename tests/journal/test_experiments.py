"""Experiments and the diary: what is judged on which day, and the signs that stop a start."""

from datetime import timedelta

import pytest

from backjournal.journal.experiments import journal_reach, start_experiment, tried_out, values_of
from backjournal.journal.signs import journal_signs, save_check_in, seen_by_doctor
from backjournal.model.errors import JournalError
from backjournal.model.experiments import Experiment, Unit
from backjournal.store.store import Store
from tests.helpers.experiments import experiment, noted, put
from tests.helpers.values import TODAY, check_in, refused

YESTERDAY = TODAY - timedelta(days=1)


def start(store: Store) -> Experiment:
    return start_experiment(store, "heat", "pain", Unit.DAYS, 14, TODAY, TODAY)


@pytest.mark.parametrize("words", ["tingling in both legs", "fever"])
def test_none_is_started_while_a_sign_stands(store: Store, words: str) -> None:
    save_check_in(store, check_in(1, note=words))
    with pytest.raises(JournalError, match="a symptom stands that should not wait"):
        start(store)
    assert store.experiments.all() == ()
    seen_by_doctor(store, journal_signs(store, TODAY), TODAY)
    started = start(store)
    assert store.experiments.all() == (started,)


def test_what_is_noted_of_the_night_tells_of_the_day_before(store: Store) -> None:
    store.diary.save(check_in(1, pain=3, sleep_hours=7.5, stiffness_min=20, mood=6))
    assert {name: list(values_of(store, name)) for name in ("pain", "mood", "sleep_hours", "stiffness_min")} == {
        "pain": [TODAY],
        "mood": [TODAY],
        "sleep_hours": [YESTERDAY],
        "stiffness_min": [YESTERDAY],
    }


def test_each_experiment_is_judged_by_its_own_value(store: Store) -> None:
    over, by_mood = experiment(), experiment(id="e2", value="mood")
    noted(put(store, over, by_mood, experiment(id="e3", first_day=TODAY)), over)
    first, second, third = tried_out(store, TODAY)
    assert first.answer is not None
    assert second.answer is not None
    assert (first.answer.difference, second.answer.difference) == (-2, None)
    assert (first.noted, third.noted, third.answer) == (14, 0, None)


def test_what_could_be_seen_is_told_of_the_value_and_the_length(store: Store) -> None:
    assert journal_reach(store, "pain", Unit.DAYS, 28, TODAY).size == pytest.approx(1.5, abs=0.05)
    assert journal_reach(store, "sleep_hours", Unit.DAYS, 28, TODAY).size is None
    noted(store, experiment(), with_it=4, without=5)
    assert journal_reach(store, "pain", Unit.DAYS, 28, TODAY).of_own_days
    assert refused(lambda: journal_reach(store, "pain", Unit.WEEKS, 28, TODAY)).field == "length"
