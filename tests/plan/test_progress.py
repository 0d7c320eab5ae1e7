"""When another dose is suggested, which, and why."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.flare_ups import FlareUp
from backjournal.model.prescriptions import Prescription
from backjournal.model.weeks import WeekStarts
from backjournal.plan.checklist import checklists
from backjournal.plan.history import histories
from backjournal.plan.progress import Kind, Readiness, Suggestion, asked_again, question_of, readiness, suggestion_of
from tests.helpers.counting import BIRD_DOG, FOUR_SETS, Days, day, phase, practices
from tests.helpers.values import WALKING

DAILY = (phase("daily"),)
LARGER = Dose(sets=4, repetitions=12)


def suggested(
    days: Days, *flare_ups: FlareUp, pain_limit: int = 3, pain: Mapping[date, float] | None = None
) -> Suggestion | None:
    return suggestion_of(days.history, flare_ups, days.today, pain_limit, pain or {})


def kind(days: Days, *flare_ups: FlareUp) -> Kind | None:
    found = suggested(days, *flare_ups)
    return found.kind if found else None


def test_a_larger_dose_is_suggested_with_its_figures() -> None:
    found = suggested(Days(DAILY, "✓✓✓✓✓✓.", "132213."))
    assert found == Suggestion(
        BIRD_DOG,
        DAILY[0],
        Kind.LARGER,
        (Dose(sets=4, repetitions=11), Dose(sets=4, repetitions=12)),
        (1, 3, 2, 2, 1, 3),
        3,
    )
    assert found.why == "done in full 6 times in a row, pain during 1 to 3 (your limit is 3)"
    assert "NHS inform" in found.source


def test_a_smaller_dose_is_suggested_with_its_figures() -> None:
    found = suggested(Days(DAILY, "✓✓◐✓✓✓✓.", "1322135."))
    assert found == Suggestion(
        BIRD_DOG, DAILY[0], Kind.SMALLER, (Dose(sets=4, repetitions=9),), (1, 3, 2, 2, 1, 3, 5), 3
    )
    assert found.why == "pain during was 5 the last time; the mean of the 6 times before is 2.0"
    assert found.source == "Farrar 2001: 2 points of pain are a meaningful change; the step back is our own caution"


@pytest.mark.parametrize(
    ("signs", "pains", "expected", "ready"),
    [
        ("✓✓✓✓✓✓.", "333333.", Kind.LARGER, (6, 0)),
        ("✓✓✓✓✓✓", "333333", Kind.LARGER, (6, 0)),
        ("✓✓✓✓✓.", "33333.", None, (5, 0)),
        ("✓✓✓✓✓✓✓✓✓.", "......333.", None, (3, 3)),
        ("✓✓✓✓✓✓✓✓✓.", "...333333.", Kind.LARGER, (6, 0)),
        # Pain above the limit, a partial practice, a miss and a skip without an excuse restart the row; pauses do not.
        ("✓✓✓✓✓✓.", "333334.", None, (0, 0)),
        ("✓✓✓✓✓✓.", "334333.", None, (3, 0)),
        ("✓✓✓✓✓◐.", "333333.", None, (0, 0)),
        ("✓✓✓.✓✓✓.", "333.333.", None, (3, 0)),
        ("✓✓✓x✓✓✓.", "333.333.", None, (3, 0)),
        ("✓✓✓–✓–✓✓.", "333.3.33.", Kind.LARGER, (6, 0)),
        ("✓✓✓✓✓✓x", "333333.", None, (0, 0)),
        # Pain that was not noted is no pain of 0.
        ("✓✓✓✓✓✓.", "33.333.", None, (5, 1)),
        ("✓✓✓✓✓✓.", ".......", None, (0, 6)),
        ("✓✓✓✓✓✓.", "000000.", Kind.LARGER, (6, 0)),
        ("", "", None, (0, 0)),
    ],
)
def test_a_larger_dose_wants_six_times_in_full_with_little_pain(
    signs: str, pains: str, expected: Kind | None, ready: tuple[int, int]
) -> None:
    days = Days(DAILY, signs or ".", pains)
    assert kind(days) == expected
    assert readiness(days.history, (), days.today, 3) == Readiness(ready[0], 3, ready[1], needed=6)


def test_times_count_and_not_days() -> None:
    days = Days((phase("mon wed fri"),), "✓.✓.✓..✓.✓.✓..", "3.3.3..3.3.3..")
    assert kind(days) is Kind.LARGER
    # A practice beyond the times of the week is a time as well.
    weekly = (phase("3 a week"),)
    assert kind(Days(weekly, "✓✓✓✓✓✓.", "333333.")) is Kind.LARGER
    # Days to spare, skipped or left open, are no times.
    assert kind(Days(weekly, "✓x✓✓.✓✓✓", "3.33.333")) is Kind.LARGER


def test_the_pain_limit_is_the_persons() -> None:
    days = Days(DAILY, "✓✓✓✓✓✓.", "555555.")
    assert [suggested(days, pain_limit=limit) is not None for limit in (3, 4, 5, 10)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("flare_up", "expected"),
    [
        (FlareUp("a", day(-9), day(-1)), Kind.LARGER),
        (FlareUp("a", day(0), day(0)), None),
        (FlareUp("a", day(3), day(4)), None),
        (FlareUp("a", day(6)), None),
        (FlareUp("a", day(7)), Kind.LARGER),
    ],
)
def test_no_larger_dose_is_suggested_in_a_flare_up(flare_up: FlareUp, expected: Kind | None) -> None:
    assert kind(Days(DAILY, "✓✓✓✓✓✓.", "333333."), flare_up) == expected


def test_each_dose_earns_its_own_larger_one() -> None:
    plan = (phase("daily", 0, 5), phase("daily", 6, dose=LARGER))
    assert kind(Days(plan, "✓" * 11, "3" * 11)) is None
    assert kind(Days(plan, "✓" * 12, "3" * 12)) is Kind.LARGER


@pytest.mark.parametrize(
    "plan",
    [
        (phase("daily", 0, 5),),
        (phase("daily", 0, 6), phase("daily", 7, dose=LARGER)),
        (phase("daily", 0, 6), phase("daily", 30, dose=LARGER)),
    ],
)
@pytest.mark.parametrize("pains", ["3333333", "0000005"])
def test_nothing_is_suggested_unless_the_newest_dose_is_in_force(plan: tuple[Prescription, ...], pains: str) -> None:
    days = Days(plan, "✓✓✓✓✓✓✓", pains)
    assert suggested(days) is None
    assert readiness(days.history, (), days.today, 3) is None


def test_a_phase_with_a_last_day_in_force_may_change() -> None:
    assert kind(Days((phase("daily", 0, 20),), "✓✓✓✓✓✓.", "333333.")) is Kind.LARGER


@pytest.mark.parametrize(
    ("signs", "pains", "expected"),
    [
        ("✓✓✓✓✓✓✓", "4444446", Kind.SMALLER),
        ("✓✓✓✓✓✓✓", "4444445", None),
        ("✓✓✓✓✓✓✓", "4444456", None),
        ("✓✓✓✓✓✓✓", "4444436", Kind.SMALLER),
        ("✓✓✓✓✓✓", "444446", None),
        ("✓✓✓✓✓✓✓✓", "94444446", Kind.SMALLER),
        # Only the times with a noted pain count, whatever lies between them.
        ("✓.–✓✓x✓✓✓◐.", "4..44.4446.", Kind.SMALLER),
        ("✓.–✓✓x✓✓✓◐.", "...44.4446.", None),
        ("✓✓✓✓✓✓✓✓", "4444446.", Kind.SMALLER),
        # A rise below the limit goes before a row in full.
        ("✓✓✓✓✓✓✓", "0000003", Kind.SMALLER),
    ],
)
def test_a_smaller_dose_wants_a_rise_of_2_against_the_six_before(signs: str, pains: str, expected: Kind | None) -> None:
    assert kind(Days(DAILY, signs, pains)) == expected


def test_a_smaller_dose_is_suggested_in_a_flare_up_too() -> None:
    assert kind(Days(DAILY, "✓✓✓✓✓✓✓", "4444446"), FlareUp("a", day(3))) is Kind.SMALLER


def test_a_rise_is_held_against_the_dose_before_and_leads_back_to_it() -> None:
    plan = (phase("daily", 0, 5), phase("daily", 6, dose=LARGER))
    found = suggested(Days(plan, "✓✓✓✓✓✓✓", "3333335"))
    assert found
    assert (found.prescription, found.doses) == (plan[1], (FOUR_SETS,))


def test_a_dose_that_was_just_made_smaller_is_not_made_smaller_again() -> None:
    plan = (phase("daily", 0, 6), phase("daily", 7, dose=Dose(sets=4, repetitions=9)))
    assert suggested(Days(plan, "✓✓✓✓✓✓✓.", "3333336.")) is None
    assert suggested(Days(plan, "✓✓✓✓✓✓✓✓", "33333366")) is not None


def test_minutes_grow_by_a_tenth_up_to_what_is_possible() -> None:
    walking = (phase("daily", dose=Dose(minutes=20)),)
    found = suggested(Days(walking, "✓✓✓✓✓✓.", "111111."))
    assert found
    assert (found.doses, found.source) == ((Dose(minutes=22),), "our own rule of thumb: about 10 % more")
    found = suggested(Days(walking, "✓✓✓✓✓✓✓", "1111116"))
    assert found
    assert (found.kind, found.doses) == (Kind.SMALLER, (Dose(minutes=18),))
    at_the_limit = Days((phase("daily", dose=Dose(minutes=600)),), "✓✓✓✓✓✓.", "111111.")
    assert suggested(at_the_limit) is None
    assert readiness(at_the_limit.history, (), at_the_limit.today, 3) is None


@pytest.mark.parametrize(
    ("minutes", "larger"), [(10, Dose(minutes=11)), (28, Dose(minutes=30)), (30, None), (45, None)]
)
def test_an_exercise_of_the_library_grows_up_to_its_aim(minutes: int, larger: Dose | None) -> None:
    plan = replace(phase("daily", dose=Dose(minutes=minutes)), exercise_id="walking")
    practised = practices((plan,), "✓✓✓✓✓✓", "111111")
    days = checklists(day(0), day(6), {"walking": WALKING.exercise}, (plan,), practised, WeekStarts())
    history = histories(days, (plan,), day(6))["walking"]
    found = suggestion_of(history, (), day(6), 3, {})
    assert (found.doses[0] if found else None) == larger
    assert (readiness(history, (), day(6), 3) is None) == (larger is None)


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        ("", Kind.LARGER),
        ("4444446", None),
        ("4444445", Kind.LARGER),
        # With fewer than 3 noted days before, or without the day after, nothing is known.
        (".....46", Kind.LARGER),
        ("....4.6", Kind.LARGER),
        ("...4446", None),
        # Of the times of which it is known, the latest decides.
        ("444446.", None),
        ("4444464", Kind.LARGER),
        ("44446..", None),
        ("44446.4", Kind.LARGER),
        # What lies before the row of six does not matter.
        ("44446.........", Kind.LARGER),
    ],
)
def test_no_larger_dose_is_suggested_after_a_worse_next_day(pains: str, expected: Kind | None) -> None:
    length = max(len(pains), 7)
    days = Days(DAILY, "✓" * (length - 1) + ".", "3" * (length - 1) + ".")
    pain = {day(number): float(sign) for number, sign in enumerate(pains) if sign != "."}
    found = suggested(days, pain=pain)
    assert (found.kind if found else None) == expected


@pytest.mark.parametrize(
    ("answered", "asked"),
    [(None, True), (day(0), False), (day(-6), False), (day(-7), True), (day(-99), True)],
)
def test_an_answer_stands_for_a_week(answered: date | None, asked: bool) -> None:
    assert asked_again(answered, day(0)) is asked
    assert question_of("bird") == "progress/bird"


# Mostly in full and noted, so that rows of six occur.
TIMES = st.sampled_from(
    [("✓", pain) for pain in "00011122223344569."] + [("◐", "3"), ("–", "."), ("x", "."), (".", ".")]
)


@given(st.lists(TIMES, min_size=1, max_size=16), st.integers(2, 6))
def test_a_suggestion_agrees_with_a_second_computation(times: list[tuple[str, str]], limit: int) -> None:
    signs, pains = ("".join(column) for column in zip(*times, strict=True))
    days = Days(DAILY, signs, pains)
    not_excused = [(sign, pain) for sign, pain in times if sign != "–"]
    if not_excused and not_excused[-1][0] == "." and signs[-1] == ".":
        not_excused.pop()
    noted = [int(pain) for sign, pain in not_excused if sign in "✓◐" and pain != "."]
    six = not_excused[-6:]
    expected = None
    if len(noted) >= 7 and noted[-1] * 6 - sum(noted[-7:-1]) >= 12:
        expected = Kind.SMALLER
    elif len(six) == 6 and all(sign == "✓" and pain != "." and int(pain) <= limit for sign, pain in six):
        expected = Kind.LARGER
    found = suggested(days, pain_limit=limit)
    assert (found.kind if found else None) == expected


def test_strong_pain_earns_no_larger_dose_whatever_the_limit() -> None:
    assert suggested(Days(DAILY, "✓✓✓✓✓✓.", "777777."), pain_limit=10) is not None
    assert suggested(Days(DAILY, "✓✓✓✓✓✓.", "777778."), pain_limit=10) is None


@pytest.mark.parametrize(
    ("signs", "pains", "skips"),
    [
        ("✓ppp", "3...", 3),
        ("✓pppp.", "3.....", 4),
        ("✓pp", "3..", None),
        ("ppp✓", "...3", None),
        ("ppp◐", "....", None),
        ("pp✓p", "..3.", None),
        # Only a practice ends the row: not a missed day, nor a skip for another reason.
        ("✓p.p–xp.", "3.......", 3),
        # It comes before a smaller dose for a rise of the pain.
        ("✓✓✓✓✓✓✓ppp", "0000006...", 3),
    ],
)
def test_three_skips_for_pain_ask_whether_the_dose_is_right(signs: str, pains: str, skips: int | None) -> None:
    found = suggested(Days(DAILY, signs, pains))
    assert (found.skips if found else None) == skips
    if found:
        assert found.kind is Kind.SKIPPED
        assert found.doses == (Dose(sets=4, repetitions=9),)
        assert (found.question, found.why) == ("is the dose right?", f"skipped for pain {skips} times in a row")
        assert found.source == "our own caution: asked after 3 skips for pain"


def test_skips_are_asked_about_without_a_smaller_dose_and_in_a_flare_up_and_begin_anew_with_a_dose() -> None:
    once = (phase("daily", dose=Dose(repetitions=1)),)
    found = suggested(Days(once, "ppp"), FlareUp("a", day(0)))
    assert found
    assert (found.kind, found.doses) == (Kind.SKIPPED, ())
    changed = (phase("daily", 0, 2), phase("daily", 3, dose=Dose(sets=4, repetitions=9)))
    assert suggested(Days(changed, "pppp")) is None
    assert suggested(Days(changed, "pppppp")) is not None


def test_the_history_counts_the_days_skipped_for_pain() -> None:
    assert Days(DAILY, "✓pp–x.p").history.skipped_for_pain == 3
