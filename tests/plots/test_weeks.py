"""The chart of the weeks, mark by mark."""

import re
from datetime import date, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from backjournal.plan.span import Span
from backjournal.plots.canvas import plain
from backjournal.plots.frame import LOWEST, NARROWEST
from backjournal.plots.weeks import weeks_chart
from backjournal.trends.weeks import Week
from tests.helpers.drawing import PALETTE

NEWEST = date(2026, 11, 16)


def spans_of(pain: Span | None, mobility: Span | None) -> dict[str, Span]:
    return {scale: span for scale, span in (("pain", pain), ("mobility", mobility)) if span}


def week_from(
    weeks_ago: int,
    pain: tuple[float, float, float] | None = None,
    mobility: float | None = None,
    flare_up_days: int = 0,
) -> Week:
    first_day = NEWEST - timedelta(weeks=weeks_ago)
    mobility_span = None if mobility is None else Span(3, mobility, mobility, mobility)
    return Week(
        first_day=first_day,
        last_day=first_day + timedelta(6),
        check_ins=5 if pain or mobility is not None else 0,
        spans=spans_of(Span(4, *pain) if pain else None, mobility_span),
        flare_up_days=flare_up_days,
    )


def recovery(count: int) -> list[Week]:
    """Make weeks in which pain falls and mobility rises, with a gap and a flare-up."""
    made = []
    for number in range(count):
        flared, gap = number in (count // 2, count // 2 + 1), number % 11 == 7
        pain = 7 - 5 * number / max(1, count - 1) + (2 if flared else 0) + (number % 3 - 1) / 2
        mobility = 3 + 5 * number / max(1, count - 1) + (number % 2) / 2
        made.append(
            week_from(
                count - 1 - number,
                None if gap else (pain, max(0, pain - 1 - number % 2), min(10, pain + 1.5)),
                None if gap else mobility,
                flare_up_days=3 if flared else 0,
            )
        )
    return made


SAME_CELL = [week_from(1, (5, 4, 6), 5), week_from(0, (5, 5, 5), 8)]
NOTHING = [week_from(number) for number in (3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("weeks", "width", "height"),
    [
        pytest.param(recovery(4), 76, 12, id="4 weeks"),
        pytest.param(recovery(26), 76, 14, id="26 weeks"),
        pytest.param(recovery(26), 134, 24, id="26 weeks, large"),
        pytest.param(recovery(52), 96, 16, id="52 weeks, joined, over a year's end"),
        pytest.param(recovery(520), 100, 14, id="520 weeks"),
        pytest.param(recovery(12), NARROWEST, LOWEST, id="the smallest"),
        pytest.param(recovery(1), 40, 9, id="1 week"),
        pytest.param(SAME_CELL, 40, 9, id="pain and mobility in one place"),
        pytest.param(NOTHING, 60, 9, id="nothing noted"),
        pytest.param([], 60, 9, id="no weeks"),
    ],
)
def test_the_chart_looks_right(weeks: list[Week], width: int, height: int, snapshot: SnapshotAssertion) -> None:
    assert plain(weeks_chart(weeks, width, height, PALETTE)) == snapshot


def columns_with(line: str, marks: str) -> list[int]:
    return [column for column, mark in enumerate(line) if mark in marks]


def canvas(chart: str) -> list[str]:
    """Return the rows of a chart between its legend and its axis, without the labels and the rows of n."""
    lines = plain(chart).split("\n")
    rows = lines[1 : next(i for i, line in enumerate(lines) if "└" in line)]
    return [line[4:] for line in rows if "n" not in line[:3]]


def test_a_gap_breaks_the_line_and_neighbours_are_joined() -> None:
    def marks(*pains: float | None) -> str:
        weeks = [
            week_from(len(pains) - 1 - number, None if pain is None else (pain, pain, pain))
            for number, pain in enumerate(pains)
        ]
        return "".join(canvas(weeks_chart(weeks, 64, 13, PALETTE))).replace(" ", "")

    assert re.fullmatch(r"●[⠀-⣿]+●", marks(5, 5))
    assert marks(5, None, 5) == "●●"
    assert re.fullmatch(r"●●[⠀-⣿]+●", marks(5, None, 5, 5))
    assert re.fullmatch(r"●[⠀-⣿]+●●", marks(5, 5, None, 5))


def test_the_bar_reaches_from_the_best_day_to_the_worst() -> None:
    rows = canvas(weeks_chart([week_from(0, (5, 2, 9))], 40, 16, PALETTE))
    assert "".join(row.strip() or "." for row in rows) == ".││││●│││.."


@pytest.mark.parametrize(("value", "row"), [(0, 10), (3, 7), (5, 5), (10, 0)])
def test_a_value_is_beside_its_label(value: int, row: int) -> None:
    rows = canvas(weeks_chart([week_from(0, mobility=value)], 40, 16, PALETTE))
    assert [number for number, line in enumerate(rows) if "◆" in line] == [row]


def test_pain_and_mobility_in_one_cell_are_told_apart_from_either() -> None:
    chart = plain(weeks_chart(SAME_CELL, 60, 12, PALETTE))
    assert chart.split("\n")[0] == "● pain  ◆ mobility  ◈ both  │ best to worst day"
    assert "".join(canvas(chart)).count("◈") == 1


def test_flare_ups_are_marked_under_the_scale() -> None:
    rows = canvas(weeks_chart([week_from(1, (0, 0, 0)), week_from(0, (0, 0, 0), flare_up_days=1)], 44, 14, PALETTE))
    assert columns_with(rows[-1], "▲") == columns_with(rows[-2], "●")[1:]


def test_joined_weeks_are_announced() -> None:
    assert "each mark 2 weeks" in plain(weeks_chart(recovery(26), 50, 12, PALETTE)).split("\n")[0]
    assert "each mark" not in plain(weeks_chart(recovery(26), 56, 12, PALETTE))
