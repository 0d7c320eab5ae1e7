"""Days away: which days are a gap, and what their answers come to."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.practices import EXCUSES, Status
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.adherence import adherence_by_day, summed
from backjournal.plan.away import DONE, SHOWN_DAYS, Gap, filled_in, latest_gap
from backjournal.plan.checklist import checklists
from tests.helpers.counting import BIRD_DOG, Days, day, phase, practices
from tests.helpers.values import refused

EXERCISES = {"bird": BIRD_DOG}


@pytest.mark.parametrize(
    ("schedule", "signs", "noted", "expected"),
    [
        ("daily", "✓✓...", "", [2, 3, 4]),
        ("daily", "✓✓.", "", None),  # one day is soon filled in
        ("daily", "✓..✓", "", [1, 2]),
        ("daily", "✓..✓.", "", [1, 2]),  # the one day after it is none
        ("daily", "✓..✓..", "", [4, 5]),  # the latest
        ("daily", "–..x", "", [1, 2]),  # a skip is an entry, whatever its reason
        ("daily", "✓.....", "3", [4, 5]),  # a check-in is an entry
        ("daily", "✓....", "3", [1, 2]),
        ("daily", "", "", None),
        ("mon wed fri", "✓......", "", [2, 4]),  # the days that ask for nothing lie within
        ("mon thu", "✓......", "", None),  # nothing was asked for twice
        ("3 a week", "✓...", "", None),  # the week has days to spare
        ("3 a week", "✓......", "", [1, 2, 3, 4, 5, 6]),  # two of them were due in the end
    ],
)
def test_a_gap_is_days_in_a_row_without_an_entry_on_which_something_was_missed(
    schedule: str, signs: str, noted: str, expected: list[int] | None
) -> None:
    lists = Days((phase(schedule),), signs).checklists if signs else {}
    gap = latest_gap(lists, {day(int(number)) for number in noted})
    assert (expected is None) is (gap is None)
    assert [*(gap.days if gap else ())] == [day(number) for number in expected or ()]


def test_a_plan_that_had_ended_leaves_no_gap() -> None:
    gap = latest_gap(Days((phase("daily", last=2),), "✓......").checklists)
    assert gap is not None
    assert [*gap.days] == [day(1), day(2)]


def test_a_long_gap_has_its_newest_days_one_by_one() -> None:
    gap = Gap({day(number): () for number in range(20)})
    assert (gap.earlier, len(gap.shown)) == (tuple(map(day, range(6))), SHOWN_DAYS)
    assert str(gap) == "20 days without an entry"
    assert Gap({day(number): () for number in range(SHOWN_DAYS)}).earlier == ()


def fill(schedule: str, signs: str, answers: Mapping[date, str]) -> Days:
    """Return the days with the practices that answers come to, as signs."""
    plan = (phase(schedule),)
    made = filled_in(answers, EXERCISES, plan, practices(plan, signs), MONDAY_WEEKS)
    written = {each.day: "✓" if each.status is Status.DONE else "–" for each in made}
    assert len(written) == len(made)
    return Days(plan, "".join(written.get(day(number), sign) for number, sign in enumerate(signs)))


@pytest.mark.parametrize(
    ("schedule", "signs", "answers", "expected"),
    [
        ("daily", "✓....", {1: DONE, 3: "travel"}, "✓✓.–."),
        ("daily", "✓x..", {1: DONE, 2: DONE}, "✓x✓."),  # what was skipped meanwhile stays
        ("mon wed fri", "✓......", {1: DONE, 2: DONE}, "✓.✓...."),
        ("3 a week", "✓......", dict.fromkeys(range(1, 7), DONE), "✓✓✓...."),  # three times, and not each day
        ("3 a week", ".......", dict.fromkeys(range(7), "illness"), "–––––––"),
    ],
)
def test_answers_become_practices(schedule: str, signs: str, answers: dict[int, str], expected: str) -> None:
    assert fill(schedule, signs, {day(number): answer for number, answer in answers.items()}).signs == expected


def test_only_an_excuse_excuses() -> None:
    refusal = refused(lambda: filled_in({day(0): "no time"}, EXERCISES, (phase("daily"),), (), MONDAY_WEEKS))
    assert refusal.field == "reason"
    assert "flare-up, illness, pain, rest, travel" in str(refusal)


@given(
    st.sampled_from(("daily", "mon wed fri", "every other day", "1 a week", "3 a week", "6 a week")),
    st.text("✓–x.", min_size=1, max_size=20),
    st.dictionaries(st.integers(0, 19), st.sampled_from((DONE, *EXCUSES)), max_size=20),
)
def test_no_answer_raises_what_is_asked_for_or_changes_an_entry(
    schedule: str, signs: str, answers: dict[int, str]
) -> None:
    plan = (phase(schedule),)
    given_days = {day(number): answer for number, answer in answers.items() if number < len(signs)}
    known = practices(plan, signs)
    made = filled_in(given_days, EXERCISES, plan, known, MONDAY_WEEKS)
    assert not {each.day for each in made} & {each.day for each in known}
    assert all(each.day in given_days for each in made)
    last = day(len(signs) - 1)
    after = checklists(day(0), last, EXERCISES, plan, [*known, *made], MONDAY_WEEKS)
    assert not [day for day in given_days if any(item.practice is None for item in after[day])], "none stays open"
    done = {each for each in made if each.status is Status.DONE}
    assert not any(item.extra for items in after.values() for item in items if item.practice in done)
    before = checklists(day(0), last, EXERCISES, plan, known, MONDAY_WEEKS)
    if set(given_days.values()) == {DONE}:
        shares = [summed(adherence_by_day(lists, date.max).values()).share or 0 for lists in (before, after)]
        assert shares[0] <= shares[1]
