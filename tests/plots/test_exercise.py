"""The plot of an exercise: the amounts done against the prescribed ones, and pain during."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, practice_of
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.checklist import checklists
from backjournal.plan.history import ExerciseHistory, histories
from backjournal.plots.canvas import Palette, plain
from backjournal.plots.exercise import exercise_chart
from backjournal.plots.frame import NARROWEST
from backjournal.trends.stretches import FEWEST_DAYS, stretches
from tests.helpers.values import BRIDGE, TODAY

PALETTE = Palette((240, 110, 100), (90, 170, 240), (110, 190, 120), (250, 190, 60), (140, 140, 140))
LOWEST_PLOT = 17
Noted = tuple[int, int | None]
"""The amount of a day's practice, and the pain during it."""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def history(noted: Mapping[int, Noted], *doses: tuple[int, Dose]) -> ExerciseHistory:
    """Make a history of doses and practices, each with its number of days before today."""
    ends = [*(ago(first + 1) for first, _ in doses[1:]), None]
    prescriptions = [
        Prescription(f"p{number}", "bridge", dose, Schedule(), ago(first), end)
        for number, ((first, dose), end) in enumerate(zip(doses, ends, strict=True))
    ]
    practices: list[Practice] = []
    for days, (amount, pain) in noted.items():
        known = next(each for each in prescriptions if each.in_force(ago(days)))
        made = practice_of(known.dose, known.id, ago(days), amount)
        assert made
        practices.append(Practice(made.prescription_id, made.day, made.status, made.amount, pain))
    first = min((each.first_day for each in prescriptions), default=TODAY)
    days_made = checklists(first, TODAY, {"bridge": BRIDGE.exercise}, prescriptions, practices, MONDAY_WEEKS)
    return histories(days_made, prescriptions, TODAY)["bridge"]


TEN, TWO_SETS = Dose(repetitions=10), Dose(sets=2, repetitions=10)
RECOVERY = history(
    {
        days: (1 if days > 30 else 1 + days % 3 // 1 % 2, None if days % 4 else days // 10)
        for days in range(60, -1, -1)
        if days % 7
    },
    (60, TEN),
    (30, TWO_SETS),
)
LONG = history({days: (1, days % 5) for days in range(3650, 0, -2)}, (3650, TEN))
METRES = history({3: (800, 2), 2: (1500, None), 0: (1500, 1)}, (3, Dose(distance_m=1500)))
ONE = history({0: (1, 4)}, (0, TEN))
NOTHING = history({}, (5, TEN))
OTHER_UNIT = history({9: (1, 2), 8: (1, 3), 1: (20, 1)}, (9, TEN), (5, Dose(minutes=20)))


@pytest.mark.parametrize(
    ("shown", "width", "height"),
    [
        pytest.param(RECOVERY, 70, 18, id="two months, day by day"),
        pytest.param(RECOVERY, 40, 18, id="two months, in weeks"),
        pytest.param(LONG, 70, 18, id="ten years"),
        pytest.param(METRES, 60, 18, id="a distance"),
        pytest.param(OTHER_UNIT, 60, 18, id="another unit before"),
        pytest.param(ONE, 50, 17, id="one day"),
        pytest.param(NOTHING, 50, 17, id="nothing done"),
        pytest.param(RECOVERY, NARROWEST, LOWEST_PLOT, id="the smallest"),
    ],
)
def test_the_plot_looks_right(shown: ExerciseHistory, width: int, height: int, snapshot: SnapshotAssertion) -> None:
    assert plain(exercise_chart(shown, width, height, PALETTE)) == snapshot


@pytest.mark.parametrize(("width", "height"), [(0, 0), (19, 20), (80, 16), (-1, 5)])
def test_a_plot_without_room_is_blank(width: int, height: int) -> None:
    assert exercise_chart(RECOVERY, width, height, PALETTE) == "\n" * max(0, height - 1)


some_days = st.dictionaries(
    st.integers(0, 900), st.tuples(st.integers(1, 9), st.none() | st.integers(0, 10)), max_size=9
)
some_doses = st.sampled_from([TEN, Dose(minutes=600), Dose(distance_m=100_000), Dose(breaths=100, times_a_day=12)])


@given(some_days, some_doses, st.integers(NARROWEST, 200), st.integers(LOWEST_PLOT, 40))
def test_a_plot_has_the_size_asked_for(noted: dict[int, Noted], dose: Dose, width: int, height: int) -> None:
    lines = plain(exercise_chart(history(noted, (900, dose)), width, height, PALETTE)).split("\n")
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    assert all(line.isprintable() for line in lines)


@given(some_days, st.integers(1, 300))
def test_stretches_fit_lose_nothing_and_end_today(noted: dict[int, Noted], most: int) -> None:
    shown = history(noted, (900, TEN))
    found = stretches(shown, most)
    assert len(found) <= most
    (length,) = {each.length for each in found}
    assert length == 1 or length % 7 == 0
    assert found[-1].first_day + timedelta(days=length - 1) == TODAY
    assert found[0].first_day <= min([ago(FEWEST_DAYS - 1), *(ago(days) for days in noted)])
    for each in found:
        inside = [values for days, values in noted.items() if 0 <= (ago(days) - each.first_day).days < length]
        amounts, pains = [amount * 10 for amount, _ in inside], [pain for _, pain in inside if pain is not None]
        assert each.done == (pytest.approx(sum(amounts) / len(amounts)) if amounts else None)
        assert each.pain_during == (pytest.approx(sum(pains) / len(pains)) if pains else None)


def rows_with(shown: ExerciseHistory, mark: str, *, upper: bool) -> list[tuple[int, str]]:
    """Return the labels of the rows of one half that have a mark, each with its number of marks."""
    lines = plain(exercise_chart(shown, 60, 18, PALETTE)).split("\n")
    half = lines[:9] if upper else lines[9:]
    return [(line[4:].count(mark), line[:4].strip(" ┤│")) for line in half[1:] if mark in line[4:] and "└" not in line]


def test_what_was_done_stands_beside_its_label_and_on_the_line_of_what_was_prescribed() -> None:
    shown = history({5: (1, None), 4: (2, None), 1: (2, None)}, (13, TWO_SETS))
    assert rows_with(shown, "■", upper=True) == [(2, "20"), (1, "10")]
    assert [label for _, label in rows_with(shown, "─", upper=True) if label] == ["20"]
    both = history({9: (1, None), 1: (2, None)}, (13, TEN), (5, TWO_SETS))
    assert [label for _, label in rows_with(both, "─", upper=True) if label] == ["20", "10"], "it steps"


@pytest.mark.parametrize(("pain", "label"), [(0, "0"), (2, "2"), (6, "6"), (10, "10")])
def test_pain_stands_beside_its_label(pain: int, label: str) -> None:
    assert rows_with(history({1: (1, pain)}, (3, TEN)), "●", upper=False) == [(1, label)]


def test_from_22_lines_on_each_pain_has_a_row_of_its_own() -> None:
    pains = history({days: (1, days) for days in range(11)}, (13, TEN))
    lines = plain(exercise_chart(pains, 60, 22, PALETTE)).split("\n")
    assert sum("●" in line[4:] for line in lines[9:]) == 11


def test_a_little_pain_is_not_drawn_as_none_and_a_gap_breaks_its_line() -> None:
    low = plain(exercise_chart(history({1: (1, 1)}, (3, TEN)), 60, 18, PALETTE))
    assert "●" not in next(line for line in low.split("\n")[10:] if line.startswith("  0"))

    def joined(*days: int) -> bool:
        drawn = plain(exercise_chart(history(dict.fromkeys(days, (1, 5)), (13, TEN)), 60, 18, PALETTE))
        return any("⠀" < sign <= "⣿" for sign in drawn)

    assert joined(3, 2)
    assert not joined(3, 1)


def test_joined_days_are_announced_and_another_unit_has_no_line() -> None:
    assert "means of 7 days" in plain(exercise_chart(RECOVERY, 50, 18, PALETTE)).split("\n")[0]
    assert "means" not in plain(exercise_chart(RECOVERY, 70, 18, PALETTE))
    found = stretches(OTHER_UNIT, 60)
    assert [each.prescribed for each in found] == [None] * 8 + [20] * 6
    assert [each.done for each in found if each.done is not None] == [20], "days in another unit are left out"
    assert [each.pain_during for each in found if each.pain_during is not None] == [2, 3, 1]
