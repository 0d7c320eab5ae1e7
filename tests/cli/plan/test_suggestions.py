"""The suggested doses and the adherence figures of the plan on the command line."""

from datetime import timedelta

import pytest

from tests.helpers.commands import Commands

LAST_SIX_DAYS = ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21")
LARGER = (
    "Bridge: a larger dose? Now 2 sets of 10 times, held 3 seconds."
    " 1: 2 sets of 11 times, held 3 seconds; or 2: 2 sets of 12 times, held 3 seconds."
    " Why: done in full 6 times in a row, pain during 2 (your limit is 3)."
    " Source: NHS inform: add 1–2 repetitions every few days.\n"
)
NOTHING = "Nothing to suggest: the doses stay as they are.\n"
NOTICE_TODAY = "1 suggestion: 'backjournal plan suggestions' prints it."


@pytest.fixture
def ready(commands: Commands) -> Commands:
    """Return the commands on a journal in which the bridge was done six times in a row with little pain."""
    for day in LAST_SIX_DAYS:
        commands.output("done", "bridge", "--pain", "2", "--day", day)
    return commands


def doses(commands: Commands) -> list[str]:
    """Return the doses of the bridge in the plan."""
    return [row["prescribed"] for row in commands.json("plan", "show", "bridge", "--json")]


def test_a_larger_dose_is_suggested_and_taken_from_tomorrow(ready: Commands) -> None:
    assert ready.output("plan", "suggestions") == ready.output("plan", "suggestions", "bri") == LARGER
    assert ready.lines("today")[-1] == NOTICE_TODAY
    assert NOTICE_TODAY not in ready.lines("today", "--day", "yesterday")
    printed = ready.output("plan", "suggestions", "bridge", "--take", "2")
    tomorrow = "from tomorrow on, as today is ticked or skipped.\n"
    assert printed == f"Changed: Bridge, 2 sets of 12 times, held 3 seconds, daily, {tomorrow}"
    assert doses(ready) == ["2 × 10, 3 s", "2 × 12, 3 s"]
    assert ready.output("plan", "suggestions") == NOTHING
    assert NOTICE_TODAY not in ready.lines("today")
    ready.output("undo")
    assert ready.output("plan", "suggestions") == LARGER


def test_a_dose_taken_before_the_practice_holds_from_today(ready: Commands) -> None:
    ready.clock.advance(timedelta(days=1))
    assert ready.output("plan", "suggestions", "bridge", "--take", "1").endswith(", daily, from today on.\n")


def test_a_refusal_is_kept_for_a_week(ready: Commands) -> None:
    printed = ready.output("plan", "suggestions", "bridge", "--refuse")
    assert printed == (
        "Kept: Bridge, 2 sets of 10 times, held 3 seconds, daily. It is asked again in a week at the earliest.\n"
    )
    assert doses(ready) == ["2 × 10, 3 s"]
    assert NOTICE_TODAY not in ready.lines("today")
    for _ in range(7):
        assert ready.output("plan", "suggestions") == NOTHING
        ready.clock.advance(timedelta(days=1))
        ready.output("done", "bridge", "--pain", "2")
    assert ready.output("plan", "suggestions") == LARGER


def test_more_pain_suggests_a_smaller_dose(ready: Commands) -> None:
    ready.clock.advance(timedelta(days=1))
    ready.output("done", "bridge", "--pain", "4")
    line = ready.output("plan", "suggestions")
    assert line.startswith("Bridge: a smaller dose? Now 2 sets of 10 times, held 3 seconds. 1: 2 sets of 9 times")
    assert line.endswith("2 points of pain are a meaningful change; the step back is our own caution.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["walking"], "no exercise with a suggestion begins with 'walking': there are suggestions for Bridge"),
        (["bridge", "--take", "3"], "take: '3' is not a whole number from 1 to 2"),
        (["bridge", "--take", "0"], "take: '0' is not a whole number from 1 to 2"),
        (["bridge", "--take", ""], "take: 'none' is not a whole number from 1 to 2"),
        (["bridge", "--take", "1", "--refuse"], "a suggestion is taken or refused: give --take or --refuse"),
        (["--take", "1"], "say of which exercise the suggestion is taken or refused"),
        (["--refuse"], "say of which exercise the suggestion is taken or refused"),
    ],
)
def test_wrong_answers_are_refused_and_change_nothing(ready: Commands, arguments: list[str], message: str) -> None:
    before = ready.journal.read_bytes()
    assert message in ready.refusal("plan", "suggestions", *arguments)
    assert ready.journal.read_bytes() == before


def test_there_is_nothing_to_take_without_a_suggestion(commands: Commands) -> None:
    assert commands.output("plan", "suggestions") == NOTHING
    message = "there is no suggestion: the doses stay as they are"
    assert commands.refusal("plan", "suggestions", "bridge", "--take", "1") == message
    assert commands.refusal("plan", "suggestions", "bridge") == message


@pytest.fixture
def week(commands: Commands) -> Commands:
    """Return the commands on a journal with a week of every kind of day."""
    commands.output("done", "bridge", "--pain", "2", "--day", "2026-11-16")
    commands.output("done", "bridge", "--pain", "4", "--day", "2026-11-17")
    commands.output("skip", "bridge", "--reason", "travel", "--day", "2026-11-18")
    commands.output("done", "bridge", "--sets", "1", "--day", "2026-11-20")
    return commands


def test_the_plan_shows_its_figures(week: Commands) -> None:
    lines = week.lines("plan")
    # 21 exercises were asked for on the five days before today, and one of them was excused.
    assert lines[1].startswith("Last four weeks: 12 % of 20 exercises practised, 1 excused. All days: score ")
    assert lines[1].endswith("; streak 1 day, at most 2 in a row with something practised.")
    # Two days done in full and one by half, of four that count.
    assert lines[lines.index("Strengthening") + 2].startswith(
        "  Last four weeks: 62 % of 4 days practised, 1 excused; pain during 3.0 (2 to 4, 2 times). All days: score "
    )
    walking = lines.index("Aerobic conditioning") + 2
    assert lines[walking] == "  Last four weeks: 0 % of 5 days practised; pain during not noted. All days: score 0 %."
    week.output("plan", "add", "bird", "--from", "tomorrow")
    assert week.lines("plan")[-1].startswith("Hip hinge") is False
    assert not any(line.startswith("  ") for line in week.lines("plan") if "Bird-dog" in line)


def test_four_weeks_are_28_days_with_today(fresh: Commands) -> None:
    fresh.output("plan", "add", "bridge", "--from", "2026-10-20")
    fresh.output("done", "bridge", "--pain", "8", "--day", "2026-10-24")
    fresh.output("done", "bridge", "--pain", "2", "--day", "2026-10-25")
    lines = fresh.lines("plan", "show", "bridge")
    assert "Last four weeks: 4 % of 27 days practised." in lines
    assert "All days: 6 % of 32 days practised." in lines
    assert "pain during 2.0 (1 time)" in fresh.output("plan")
    assert fresh.lines("plan")[1].startswith("Last four weeks: 4 % of 27 exercises practised. ")


def test_the_page_of_an_exercise_shows_its_doses_figures_and_days(week: Commands) -> None:
    week.output("plan", "change", "bridge", "--sets", "3", "--from", "tomorrow", "--note", "Heels close.")
    week.output("plan", "gentle", "bridge")
    lines = week.lines("plan", "show", "bridge")
    assert "Note: Heels close." in lines
    assert "You keep to it in a flare-up." in lines
    page = lines[lines.index("Doses") : lines.index("Drawing") - 1]
    score = page[7]
    assert score.startswith("Score ")
    assert page == [
        "Doses",
        "From Monday 16 November 2026 until Saturday 21 November 2026: 2 sets of 10 times, held 3 seconds, daily.",
        "From Sunday 22 November 2026 on: 3 sets of 10 times, held 3 seconds, daily.",
        "",
        "Since the first day",
        "Last four weeks: 62 % of 4 days practised, 1 excused.",
        "All days: 62 % of 4 days practised, 1 excused.",
        score,
        "Streak 1 day, at most 2 in a row with practice; excused days pause it.",
        "Pain during 3.0 (2 to 4, 2 times).",
        "",
        "Last four weeks",
        "From Sunday 25 October 2026: not asked for.",
        "From Sunday 1 November 2026: not asked for.",
        "From Sunday 8 November 2026: not asked for.",
        (
            "From Sunday 15 November 2026: done on Monday and Tuesday; skipped on Wednesday; missed on Thursday; "
            "partly done on Friday; to do on Saturday."
        ),
    ]


def test_the_page_says_how_far_a_larger_dose_is(ready: Commands) -> None:
    ready.output("done", "bridge", "--pain", "", "--day", "2026-11-20")
    reason = "5 of 6 times in full in a row, with pain during up to your limit; pain during was not noted 1 time."
    assert f"Ready for a larger dose: {reason}" in ready.lines("plan", "show", "bridge")


def test_json_has_the_same_figures(week: Commands) -> None:
    row = week.json("plan", "show", "bridge", "--json")[0]
    adherence = {"prescribed": 5, "practised": 2.5, "excused": 1, "share": 0.625}
    pain = {"n": 2, "mean": 3.0, "low": 2, "high": 4}
    assert (row["adherence"], row["last_four_weeks"]["adherence"]) == (adherence, adherence)
    assert (row["pain_during"], row["last_four_weeks"]["pain_during"]) == (pain, pain)
    assert row["streak"] == {"now": 1, "longest": 2}
    assert 0 < row["score"] < 0.625
    assert row["readiness"] == {"times": 0, "pain_limit": 3, "not_noted": 0, "needed": 6}
    days = row["last_four_weeks"]["days"]
    assert (len(days), days["2026-11-18"], days["2026-11-21"]) == (28, "skipped", "open")
    assert row["doses"] == [{"prescribed": "2 × 10, 3 s", "days": "daily", "first_day": "2026-11-16", "last_day": None}]
    nothing = week.json("plan", "show", "knee r", "--json")[0]
    assert (nothing["pain_during"], nothing["adherence"]["share"]) == (None, 0)


def test_a_plan_that_begins_later_has_no_figures_yet(fresh: Commands) -> None:
    fresh.output("plan", "add", "bird", "--from", "tomorrow")
    lines = fresh.lines("plan")
    assert lines[1] == (
        "Last four weeks: nothing to count. All days: no score yet; streak 0 days, at most 0 in a row with something"
        " practised."
    )
    row = fresh.json("plan", "show", "--json")[0]
    assert (row["score"], row["pain_during"], row["adherence"]["share"]) == (None, None, None)
    assert "No score yet" in fresh.output("plan", "show", "bird")


ASKED = (
    "Bridge: is the dose right? Now 2 sets of 10 times, held 3 seconds. 1: 2 sets of 9 times, held 3 seconds."
    " Why: skipped for pain 3 times in a row. Source: our own caution: asked after 3 skips for pain."
    " 'backjournal plan stop bridge' pauses it."
)


def skip_for_pain(commands: Commands) -> list[str]:
    """Skip the bridge for pain on three days, and return what the last time prints."""
    for day in ("2026-11-19", "2026-11-20"):
        assert len(commands.lines("skip", "bridge", "--reason", "pain", "--day", day)) == 1
    return commands.lines("skip", "bridge", "--reason", "pain")


def test_the_third_skip_for_pain_asks_whether_the_dose_is_right(commands: Commands) -> None:
    assert skip_for_pain(commands)[1:] == [ASKED]
    assert commands.lines("plan", "suggestions") == [ASKED]
    assert commands.lines("today")[-1] == NOTICE_TODAY
    printed = commands.output("plan", "suggestions", "bridge", "--take", "1")
    assert printed.startswith("Changed: Bridge, 2 sets of 9 times, held 3 seconds, daily, from tomorrow on")
    assert commands.output("plan", "suggestions") == NOTHING


def test_skips_of_all_that_is_left_ask_too(commands: Commands) -> None:
    for day in ("2026-11-19", "2026-11-20"):
        commands.output("skip", "--left", "--reason", "pain", "--day", day)
    printed = commands.lines("skip", "--left", "--reason", "pain")
    assert [line.split(":")[0] for line in printed if "is the dose right?" in line] == [
        "Knee rolls",
        "Knee to chest",
        "Bridge",
        "Walking",
    ]


def test_a_kept_dose_is_not_asked_about_for_a_week(commands: Commands) -> None:
    skip_for_pain(commands)
    commands.output("plan", "suggestions", "bridge", "--refuse")
    commands.clock.advance(timedelta(days=6))
    assert len(commands.lines("skip", "bridge", "--reason", "pain")) == 1
    commands.clock.advance(timedelta(days=1))
    assert "skipped for pain 5 times in a row" in commands.lines("skip", "bridge", "--reason", "pain")[1]


def test_without_a_smaller_dose_it_can_be_kept_or_paused(commands: Commands) -> None:
    commands.output("plan", "change", "bridge", "--sets", "1", "--repetitions", "1", "--hold", "", "--from", "today")
    for number in range(3):
        commands.clock.advance(timedelta(days=bool(number)))
        printed = commands.lines("skip", "bridge", "--reason", "pain")
    assert "Now 1 time. Why:" in printed[1]
    refusal = commands.refusal("plan", "suggestions", "bridge", "--take", "1")
    assert refusal.endswith(
        "there is no smaller dose to take: --refuse keeps it, 'backjournal plan stop bridge' pauses it"
    )
    commands.output("plan", "stop", "bridge")
    assert commands.output("plan", "suggestions") == NOTHING


def test_skips_for_pain_are_shown_apart(commands: Commands) -> None:
    skip_for_pain(commands)
    commands.output("skip", "bridge", "--reason", "travel", "--day", "2026-11-18")
    lines = commands.lines("plan", "show", "bridge")
    assert "All days: 0 % of 2 days practised, 4 excused (3 skipped for pain)." in lines
    assert "4 excused (3 skipped for pain); pain during not noted" in commands.output("plan")
    row = commands.json("plan", "show", "bridge", "--json")[0]
    assert (row["skipped_for_pain"], row["last_four_weeks"]["skipped_for_pain"]) == (3, 3)
    assert "excused 4 (3 skipped for pain), missed 18" in commands.output("trends", "adherence", "--plain")
    (week,) = commands.json("trends", "adherence", "--json", "--weeks", "1")
    assert (week["excused"], week["skipped_for_pain"]) == (4, 3)
