"""Outcome measures on the command line: choosing, recording, changing, listing and exporting."""

import csv
import io
from collections.abc import Callable

import pytest

from backjournal.store.store import Store
from tests.helpers.chosen_measures import ACTIVITIES, make_chosen
from tests.helpers.commands import Commands


@pytest.fixture
def chosen(open_store: Callable[[], Store], fresh: Commands) -> Commands:
    """Return the commands on a journal with a few chosen measures."""
    make_chosen(open_store()).close()
    return fresh


def only_id(commands: Commands, name: str) -> str:
    """Return the id of the only result of a measure."""
    (result,) = commands.json("measures", "results", name, "--json")
    return str(result["id"])


def test_the_library_shows_range_direction_threshold_and_source(fresh: Commands) -> None:
    lines = fresh.lines("measures", "library")
    assert lines[8:11] == [
        "RMDQ-24: 0 to 24 points, lower is better.",
        (
            "  Meaningful change: 5 points or 30 %, "
            "by our own caution only where that is 2.5 points or more (people call it worthwhile; Ostelo 2008)."
        ),
        "  Source: Roland-Morris Disability Questionnaire, described by Roland and Fairbank; score entry only.",
    ]
    assert len(lines) == 48
    assert not fresh.journal.exists(), "nothing is made for looking"
    fresh.output("measures", "choose", "RMDQ-24")
    assert fresh.lines("measures", "library")[8] == "RMDQ-24: 0 to 24 points, lower is better; chosen."


def test_a_measure_is_chosen_changed_stopped_and_chosen_again(fresh: Commands) -> None:
    assert fresh.output("measures", "choose", "peg") == "Chosen: PEG-style questions, every week.\n"
    assert fresh.output("measures", "choose", "psfs", *ACTIVITIES, "--every", "4") == (
        "Chosen: PSFS activities, every 4 weeks. Activities: Put on socks; Sit; Sleep.\n"
    )
    fresh.output("measures", "record", "psfs", "3", "4", "5")
    assert fresh.output("measures", "stop", "psfs") == "Stopped: PSFS activities; 1 result stays in the journal.\n"
    assert fresh.output("measures", "stop", "peg") == "Stopped: PEG-style questions.\n"
    assert fresh.output("measures") == (
        "No measure is chosen: 'backjournal measures library' shows them, 'backjournal measures choose' takes one.\n"
    )
    assert len(fresh.lines("measures", "results", "psfs")) == 2
    assert fresh.output("measures", "choose", "psfs", "--every", "never") == (
        "Chosen: PSFS activities, never asked for. Activities: Put on socks; Sit; Sleep.\n"
    )
    assert [each["results"] for each in fresh.json("measures", "--json")] == [1]
    assert fresh.output("undo") == "Undone: measure PSFS activities\n"


def test_ones_own_measure_is_defined_and_defined_anew(fresh: Commands) -> None:
    define = ("measures", "own", "Walk", "round", "the", "block", "--better", "lower")
    assert fresh.output(*define, "--unit", "min", "--threshold", "1,5", "--every", "1") == (
        "Chosen: Walk round the block, every week.\n"
    )
    fresh.output("measures", "record", "walk", "12,5")
    assert fresh.lines("measures", "show", "walk") == [
        "Walk round the block: min from 0 upwards, lower is better.",
        "Meaningful change: 1.5 min (your own).",
        "How often: every week.",
    ]
    again = ("measures", "own", "walk round the block", "--better", "lower", "--high", "60")
    assert fresh.output(*again) == "Changed: walk round the block, every 4 weeks.\n"
    (known,) = fresh.json("measures", "--json")
    assert (known["measure"], known["own"], known["high"], known["unit"], known["threshold"]["points"]) == (
        *("walk round the block", True, 60, "", None),
    )
    assert known["latest"]["value"] == 12.5, "its results are kept"


def test_results_are_recorded_listed_changed_and_deleted(chosen: Commands) -> None:
    saved = chosen.output("measures", "record", "fingertip", "to", "floor", "12,5", "--note", "cold", "--day", "monday")
    short = only_id(chosen, "fing")[:8]
    text = f"Monday 16 November 2026, result {short}: 12.5 cm; note: cold"
    assert saved == f"Saved: Fingertip to floor, {text}\n"
    chosen.output("measures", "record", "fing", "11")
    lines = chosen.lines("measures", "results", "fingertip")
    assert (lines[0], lines[2]) == ("Fingertip to floor: 2 results.", text)
    assert lines[1].endswith(": 11.0 cm"), "the newest first"
    assert chosen.lines("measures", "results", "fing", "--until", "yesterday")[1:] == [text]
    assert chosen.lines("measures", "results", "fing", "--since", "today")[1:] == [lines[1]]
    edited = f"Tuesday 17 November 2026, result {short}: 13.0 cm"
    assert chosen.output("measures", "edit", short, "13", "--day", "tue", "--note", "") == (
        f"Changed: Fingertip to floor, {edited}\n"
    )
    assert chosen.output("measures", "edit", short, "--note", "warm").endswith(": 13.0 cm; note: warm\n")
    assert chosen.output("measures", "delete", short).startswith(f"Deleted: Fingertip to floor, {edited}")
    assert chosen.lines("measures", "results", "fing")[0] == "Fingertip to floor: 1 result."
    assert chosen.output("undo") == "Undone: deletion of the result of 2026-11-17\n"


def test_each_part_has_its_value_as_it_was_called_then(chosen: Commands) -> None:
    assert chosen.output("measures", "record", "side", "31", "28").endswith(
        ": 29.5 seconds, the mean of left side 31; right side 28\n"
    )
    chosen.output("measures", "record", "psfs", "3", "4", "5")
    chosen.output("measures", "choose", "psfs", *ACTIVITIES, "--activity", "Run")
    assert chosen.output("measures", "edit", only_id(chosen, "psfs"), "4", "4", "4").endswith(
        ": 4.0 points, the mean of Put on socks 4; Sit 4; Sleep 4\n"
    )
    assert chosen.refusal("measures", "record", "psfs", "1", "2", "3") == (
        "PSFS activities takes 4 values (Put on socks, Sit, Sleep, Run), not 3"
    )


def test_a_value_below_0_stands_after_two_hyphens(chosen: Commands) -> None:
    assert chosen.output("measures", "record", "balance", "--", "-2,5").endswith(": -2.5\n")


def test_the_chosen_measures_show_the_latest_what_is_due_and_the_change(chosen: Commands) -> None:
    for day, values in (("2026-10-01", "345"), ("2026-10-31", "567")):
        chosen.output("measures", "record", "psfs", *values, "--day", day)
    chosen.output("measures", "record", "side", "31", "28")
    chosen.output("measures", "choose", "rmdq", "--every", "never")
    lines = chosen.lines("measures")
    source = "source: Stratford's form; JOSPT 2014, MDC90"
    error, single = f"above the error of the measure; {source}", "rests on single results"
    whole = f"2.0 higher: detectable improvement; the threshold is 2 points ({error}); {single}."
    of_one = f"2.0 higher: below the threshold; the threshold is 3 points ({error}); {single}."
    too_few = "from 29.5 (1 result), none after it in the last 4 weeks: too few results, it takes one on each side."
    assert lines[:6] == [
        "PSFS activities: 6.0 points on Saturday 31 October 2026, 2 results.",
        "  Due since Saturday 14 November 2026, every 2 weeks.",
        f"  Since the start: from 4.0 (1 result) to 6.0 (1 result), {whole}",
        f"  Since the start, Put on socks: from 3.0 (1 result) to 5.0 (1 result), {of_one}",
        f"  Since the start, Sit: from 4.0 (1 result) to 6.0 (1 result), {of_one}",
        f"  Since the start, Sleep: from 5.0 (1 result) to 7.0 (1 result), {of_one}",
    ]
    assert lines[6:] == [
        "RMDQ-24: no result yet.",
        "  Never asked for.",
        "Fingertip to floor: no result yet.",
        "  Due today, every 4 weeks.",
        "Side bridge hold: 29.5 seconds on Saturday 21 November 2026, 1 result.",
        "  Due on Saturday 19 December 2026, every 4 weeks.",
        f"  Since the start: {too_few}",
        "30-second chair stand: no result yet.",
        "  Due today, every 4 weeks.",
        "Balance on a board: no result yet.",
        "  Due today, every 4 weeks.",
    ]
    psfs, rmdq = chosen.json("measures", "--json")[:2]
    assert (psfs["due"], psfs["results"], psfs["latest"]["value"]) == ("2026-11-14", 2, 6)
    assert (psfs["since_start"]["change"], psfs["since_start"]["verdict"]) == (2, "detectable improvement")
    assert (rmdq["due"], rmdq["latest"], rmdq["since_start"]["before"]) == (None, None, None)


def test_the_results_are_exported_those_of_stopped_measures_too(chosen: Commands) -> None:
    chosen.output("measures", "record", "side", "31", "28", "--note", "=shaky", "--day", "yesterday")
    chosen.output("measures", "record", "balance", "--day", "friday", "--", "-2.5")
    chosen.output("measures", "record", "psfs", "3", "4", "4")
    chosen.output("measures", "stop", "side")
    exported = chosen.output("export", "measures")
    assert list(csv.reader(io.StringIO(exported.lstrip("\ufeff")))) == [
        ["day", "measure", "value", "unit", "better", "scores", "note"],
        ["2026-11-20", "Side bridge hold", "29.5", "seconds", "higher", "left side 31; right side 28", "'=shaky"],
        ["2026-11-20", "Balance on a board", "-2.5", "", "higher", "", ""],
        ["2026-11-21", "PSFS activities", "3.7", "points", "higher", "Put on socks 3; Sit 4; Sleep 4", ""],
    ]
    assert len(chosen.lines("export", "measures", "--since", "today")) == 2
    assert len(chosen.lines("export", "measures", "--until", "friday")) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        (("odi", "2"), "ODI 2.1a", "2 points"),
        (("odi", "2.1a", "2"), "ODI 2.1a", "2 points"),
        (("ODI 2", "40"), "ODI 2.1a", "40 points"),
        (("rmdq", "24"), "RMDQ-24", "24 points"),
        (("rmdq-24", "5"), "RMDQ-24", "5 points"),
        (("tsk", "11"), "TSK-11", "11 points"),
        (("tsk-11", "30"), "TSK-11", "30 points"),
        (("30", "12"), "30-second chair stand", "12 repetitions"),
        (("30-second", "chair", "stand", "12"), "30-second chair stand", "12 repetitions"),
        (("test", "5"), "Test 5", "5 min"),
        (("test", "5", "6"), "Test 5", "6 min"),
        (("Test 5", "7"), "Test 5", "7 min"),
        (("reach", "-2"), "Reach 10", "−2 cm"),
    ],
)
def test_a_value_stands_last_also_after_a_name_with_digits(
    fresh: Commands, typed: tuple[str, ...], name: str, value: str
) -> None:
    for measure in ("odi", "rmdq", "tsk", "30-second"):
        fresh.output("measures", "choose", measure)
    fresh.output("measures", "own", "Test 5", "--unit", "min", "--better", "lower")
    fresh.output("measures", "own", "Reach 10", "--unit", "cm", "--better", "lower", "--low", "-20")
    found = fresh.output("measures", "record", "--", *typed)
    assert found.startswith(f"Saved: {name}, ")
    assert found.rstrip().endswith(value.replace("−", "-"))


def test_a_value_too_many_is_told_and_a_name_alone_asks_for_its_value(fresh: Commands) -> None:
    fresh.output("measures", "choose", "odi")
    assert "ODI 2.1a takes 1 value, not 2" in fresh.run("measures", "record", "odi", "2", "3").stderr
    assert "ODI 2.1a takes 1 value, not 0" in fresh.run("measures", "record", "odi", "2.1a").stderr
    assert "'2b' is not a whole number" in fresh.run("measures", "record", "odi", "2b").stderr
