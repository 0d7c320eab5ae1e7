"""The weeks in words: plain lines, the line of the cursor, and table rows."""

from datetime import timedelta

import pytest

from backjournal.plan.adherence import Adherence
from backjournal.plan.span import Span
from backjournal.trends.plan_events import PlanEvent
from backjournal.trends.weeks import Week, merged
from backjournal.views.weeks import WEEK_HEADER, week_line, week_readout, week_row
from tests.helpers.made_weeks import MONDAY, SUNDAY, TODAY, spans, week_from

FULL = week_from(
    MONDAY,
    check_ins=7,
    spans=spans(Span(5, 4.16, 2.0, 6.5), Span(5, 6.0, 5.0, 7.0)),
    flare_up_days=2,
    adherence=Adherence(14, 9.96, 2),
    events=(PlanEvent(MONDAY, "Bridge 2 × 6 → 2 × 8"), PlanEvent(MONDAY, "Plank added, 20 s"), PlanEvent(TODAY, "x")),
)


@pytest.mark.parametrize(
    ("week", "line"),
    [
        (
            FULL,
            (
                "Week of 2026-11-16: pain 4.2 (2 to 6.5, 5 days), mobility 6.0 (5 days), "
                "adherence 83 % of 12 exercises, flare-up 2 days"
                "; 16 Nov: Bridge 2 × 6 → 2 × 8, Plank added, 20 s; 21 Nov: x"
            ),
        ),
        (week_from(MONDAY), "Week of 2026-11-16: no check-ins, no exercises to count"),
        (
            week_from(
                MONDAY, spans=spans(Span(1, 0.0, 0.0, 0.0)), check_ins=1, flare_up_days=1, adherence=Adherence(1)
            ),
            "Week of 2026-11-16: pain 0.0 (1 day), mobility not noted, adherence 0 % of 1 exercise, flare-up 1 day",
        ),
        (
            week_from(
                MONDAY, spans=spans(mobility=Span(2, 7.0, 6.0, 8.0)), check_ins=2, adherence=Adherence(3, 0.0, 3)
            ),
            "Week of 2026-11-16: pain not noted, mobility 7.0 (2 days), all exercises excused",
        ),
        (
            merged([week_from(MONDAY - timedelta(7)), week_from(MONDAY)], 1)[0],
            "2 weeks from 2026-11-09: no check-ins, no exercises to count",
        ),
    ],
)
def test_a_plain_line_says_what_is_there_and_what_is_missing(week: Week, line: str) -> None:
    assert week_line(week) == line


def test_the_line_of_the_cursor_begins_with_what_the_drawing_shows() -> None:
    assert week_readout(FULL) == (
        "week of 16 Nov  pain 4.2 (2–6.5, n 5)  mobility 6.0 (n 5)  flare-up 2 days  "
        "16 Nov: Bridge 2 × 6 → 2 × 8, Plank added, 20 s; 21 Nov: x  adherence 83 % (n 12)"
    )
    assert week_readout(week_from(MONDAY)) == "week of 16 Nov  no check-ins"
    assert week_readout(week_from(MONDAY), with_year=True) == "week of 16 Nov 2026  no check-ins"
    one = week_from(MONDAY, check_ins=1, spans=spans(Span(1, 3, 3, 3)))
    assert week_readout(one) == "week of 16 Nov  pain 3.0 (n 1)  mobility not noted"
    assert week_readout(merged([one, week_from(SUNDAY + timedelta(1))], 1)[0]).startswith("2 weeks from 16 Nov  pain")


def test_a_table_row_has_a_cell_for_each_column_and_a_dash_for_what_is_missing() -> None:
    plan = "16 Nov: Bridge 2 × 6 → 2 × 8, Plank added, 20 s; 21 Nov: x"
    assert [week_row(week) for week in (FULL, week_from(MONDAY), week_from(MONDAY, adherence=Adherence(3)))] == [
        ("2026-11-16", "4.2", "2–6.5", "5", "6.0", "5", "83 %", "12", "2", plan),
        ("2026-11-16", "–", "–", "0", "–", "0", "–", "0", "0", "–"),
        ("2026-11-16", "–", "–", "0", "–", "0", "0 %", "3", "0", "–"),
    ]
    assert len(WEEK_HEADER) == len(week_row(FULL))
