"""Outcome measures on the command line: chosen, recorded, timed, changed, told."""

import csv
import io
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from click.testing import Result as Ran

from backjournal.cli import measures_results
from backjournal.cli.measures import measures
from backjournal.cli.root import root
from backjournal.cli.session import Session
from backjournal.measure_library import measure_library
from backjournal.model.measures import Better, Result, Score, own_measure
from backjournal.store.store import Store
from tests.clock import ManualClock
from tests.commands import Commands
from tests.values import TODAY

BY_ID = {measure.id: measure for measure in measure_library()}
PSFS = replace(BY_ID["psfs"], parts=("Put on socks", "Sit", "Sleep"))
ACTIVITIES = ("--activity", "Put on socks", "--activity", "Sit", "--activity", "Sleep")
Typed = Callable[..., Ran]


def make_chosen(store: Store) -> Store:
    """Choose a few measures."""
    for measure in (PSFS, BY_ID["rmdq-24"], BY_ID["fingertip-to-floor"], BY_ID["side-bridge"], BY_ID["chair-stand"]):
        store.measures.choose(measure)
    store.measures.choose(own_measure("own", "Balance on a board", "", -10, 10, Better.HIGHER, every_weeks=4))
    return store


@pytest.fixture
def chosen(open_store: Callable[[], Store], fresh: Commands) -> Commands:
    """Return the commands on a journal with a few chosen measures."""
    make_chosen(open_store()).close()
    return fresh


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """Return the commands on such a journal with one result, `r1`, for what does not change it."""
    journal, clock = tmp_path_factory.mktemp("settled") / "journal.db", ManualClock()
    with closing(Store.open(journal, clock)) as store:
        make_chosen(store)
        store.measures.save(Result("r1", "rmdq-24", TODAY, (Score(5),), "noted"))
    return Commands(journal, clock)


@pytest.fixture
def typed(chosen: Commands, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Return a function that runs a command in a terminal where something is typed, on a clock that sleeping moves."""
    monkeypatch.setattr(measures_results, "in_terminal", lambda: True)

    def run(*arguments: str, typed: str) -> Ran:
        def sleep(seconds: float) -> None:
            chosen.clock.advance(timedelta(seconds=seconds))

        session = Session(chosen.journal, chosen.clock, sleep)
        return CliRunner().invoke(measures, arguments, obj=session, input=typed)

    return run


def only_id(commands: Commands, name: str) -> str:
    """Return the id of the only result of a measure."""
    (result,) = commands.json("measures", "results", name, "--json")
    return str(result["id"])


def test_the_library_tells_range_direction_threshold_and_source(fresh: Commands) -> None:
    lines = fresh.lines("measures", "library")
    assert lines[6:9] == [
        "RMDQ-24: 0 to 24 points, lower is better.",
        "  Meaningful change: 5 points or 30 %, at least 1 point (Ostelo 2008, Kamper 2010).",
        "  Source: Roland-Morris Disability Questionnaire; score entry only.",
    ]
    assert len(lines) == 36
    assert not fresh.journal.exists(), "nothing is made for looking"
    fresh.output("measures", "choose", "RMDQ-24")
    assert fresh.lines("measures", "library")[6] == "RMDQ-24: 0 to 24 points, lower is better; chosen."


def test_a_measure_is_chosen_changed_let_go_and_taken_up_again(fresh: Commands) -> None:
    assert fresh.output("measures", "choose", "peg") == "Chosen: PEG-style questions, every week.\n"
    assert fresh.output("measures", "choose", "psfs", *ACTIVITIES, "--every", "4") == (
        "Chosen: PSFS activities, every 4 weeks. Activities: Put on socks; Sit; Sleep.\n"
    )
    fresh.output("measures", "record", "psfs", "3", "4", "5")
    assert fresh.output("measures", "let-go", "psfs") == "Let go: PSFS activities; 1 result stays in the journal.\n"
    assert fresh.output("measures", "let-go", "peg") == "Let go: PEG-style questions.\n"
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


def test_results_are_recorded_told_changed_and_deleted(chosen: Commands) -> None:
    saved = chosen.output("measures", "record", "fingertip", "to", "floor", "12,5", "--note", "cold", "--day", "monday")
    short = only_id(chosen, "fing")[:8]
    told = f"Monday 16 November 2026, result {short}: 12.5 cm; note: cold"
    assert saved == f"Saved: Fingertip to floor, {told}\n"
    chosen.output("measures", "record", "fing", "11")
    lines = chosen.lines("measures", "results", "fingertip")
    assert (lines[0], lines[2]) == ("Fingertip to floor: 2 results.", told)
    assert lines[1].endswith(": 11.0 cm"), "the newest first"
    assert chosen.lines("measures", "results", "fing", "--until", "yesterday")[1:] == [told]
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
        ": 29.5 seconds; left side 31; right side 28\n"
    )
    chosen.output("measures", "record", "psfs", "3", "4", "5")
    chosen.output("measures", "choose", "psfs", *ACTIVITIES, "--activity", "Run")
    assert chosen.output("measures", "edit", only_id(chosen, "psfs"), "4", "4", "4").endswith(
        ": 4.0 points; Put on socks 4; Sit 4; Sleep 4\n"
    )
    assert chosen.refusal("measures", "record", "psfs", "1", "2", "3") == (
        "PSFS activities takes 4 values (Put on socks, Sit, Sleep, Run), not 3"
    )


def test_a_value_below_0_stands_after_two_hyphens(chosen: Commands) -> None:
    assert chosen.output("measures", "record", "balance", "--", "-2,5").endswith(": -2.5\n")


def test_the_chosen_measures_tell_the_latest_what_is_due_and_the_change(chosen: Commands) -> None:
    for day, values in (("2026-10-01", "345"), ("2026-10-31", "567")):
        chosen.output("measures", "record", "psfs", *values, "--day", day)
    chosen.output("measures", "record", "side", "31", "28")
    chosen.output("measures", "choose", "rmdq", "--every", "never")
    lines = chosen.lines("measures")
    source = "source: Stratford's form; JOSPT 2014, MDC90"
    whole = f"2.0 higher: meaningful improvement; meaningful is 2 points ({source})."
    of_one = f"2.0 higher: within noise; meaningful is 3 points ({source})."
    too_few = "from 29.5 (1 result) to nothing noted (0 results): too few results, it takes one on each side."
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
    assert (psfs["since_start"]["change"], psfs["since_start"]["verdict"]) == (2, "meaningful improvement")
    assert (rmdq["due"], rmdq["latest"], rmdq["since_start"]["before"]) == (None, None, None)


def test_the_results_are_exported_those_of_measures_let_go_too(chosen: Commands) -> None:
    chosen.output("measures", "record", "side", "31", "28", "--note", "=shaky", "--day", "yesterday")
    chosen.output("measures", "record", "balance", "--day", "friday", "--", "-2.5")
    chosen.output("measures", "record", "psfs", "3", "4", "4")
    chosen.output("measures", "let-go", "side")
    exported = chosen.output("export", "measures")
    assert list(csv.reader(io.StringIO(exported.lstrip("\ufeff")))) == [
        ["day", "measure", "value", "unit", "better", "scores", "note"],
        ["2026-11-20", "Side bridge hold", "29.5", "seconds", "higher", "left side 31; right side 28", "'=shaky"],
        ["2026-11-20", "Balance on a board", "-2.5", "", "higher", "", ""],
        ["2026-11-21", "PSFS activities", "3.7", "points", "higher", "Put on socks 3; Sit 4; Sleep 4", ""],
    ]
    assert len(chosen.lines("export", "measures", "--since", "today")) == 2
    assert len(chosen.lines("export", "measures", "--until", "friday")) == 3


def test_a_terminal_is_asked_line_by_line_until_it_can_be_taken(typed: Typed) -> None:
    result = typed("record", "psfs", "--note", "typed", typed="3\nmuch\n11\n4\n\n5\n")
    assert result.stdout.splitlines()[1:] == [
        "Put on socks: 0 to 10 points",
        "Sit: 0 to 10 points",
        "Sit: 'much' is not a whole number from 0 to 10.",
        "Sit: 0 to 10 points",
        "Sit: '11' is not a whole number from 0 to 10.",
        "Sit: 0 to 10 points",
        "Sleep: 0 to 10 points",
        "Sleep: nothing is typed: give a whole number from 0 to 10.",
        "Sleep: 0 to 10 points",
        result.stdout.splitlines()[-1],
    ]
    assert result.stdout.endswith(": 4.0 points; Put on socks 3; Sit 4; Sleep 5; note: typed\n")


def test_who_stops_before_the_last_value_has_nothing_written_down(chosen: Commands, typed: Typed) -> None:
    assert typed("record", "psfs", typed="3\n4\n").stdout.endswith("Stopped: nothing was written down.\n")
    assert typed("time", "side", typed="\n\n\n\n").stdout.endswith("Stopped: nothing was written down.\n")
    assert chosen.lines("export", "measures")[1:] == []


def test_a_hold_is_timed_side_by_side_and_can_be_corrected(
    chosen: Commands, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backjournal.cli import terminal_voice

    ask = terminal_voice.ask_line

    def hold(question: str) -> str:
        if question == "Hold. Enter ends it.":
            chosen.clock.advance(timedelta(seconds=31.7))
        return ask(question)

    monkeypatch.setattr(terminal_voice, "ask_line", hold)
    lines = typed("time", "side", typed="\n\n\n\n\n28\n").stdout.splitlines()
    assert lines[1:12] == [
        "Stop on new or worse pain, also in the shoulder. Breathe on; do not hold out at any price.",
        "Ctrl+c stops; nothing is written down then.",
        "Left side: enter when you are ready.",
        "Get ready: 5 seconds.",
        "Hold. Enter ends it.",
        "31 seconds: enter keeps it, or type how many it was.",
        "Right side: enter when you are ready.",
        "Get ready: 5 seconds.",
        "Hold. Enter ends it.",
        "31 seconds: enter keeps it, or type how many it was.",
        lines[-1],
    ]
    assert lines[-1].endswith(": 29.5 seconds; left side 31; right side 28")


def test_a_count_runs_for_its_seconds_and_is_then_asked_for(chosen: Commands, typed: Typed) -> None:
    began = chosen.clock.now()
    lines = typed("time", "30", typed="\nmany\n14\n").stdout.splitlines()
    assert lines[3:14] == [
        "Enter when you are ready.",
        "Get ready: 5 seconds.",
        "Go: 30 seconds.",
        *("25.", "20.", "15.", "10.", "5."),
        "Stop. How many repetitions?",
        "30-second chair stand: 'many' is not a whole number from 0 to 100000.",
        "Stop. How many repetitions?",
    ]
    assert lines[-1].endswith(": 14 repetitions")
    assert (chosen.clock.now() - began).total_seconds() == pytest.approx(35, abs=0.5)


def test_what_took_time_to_give_is_in_the_refusal_if_it_cannot_be_saved(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backjournal.model.errors import JournalError
    from backjournal.store.measures import Measures

    def refuse(*_: object) -> None:
        raise JournalError("the disk is full")

    monkeypatch.setattr(Measures, "save", refuse)
    result = typed("record", "side", typed="31\n28\n")
    assert result.stderr == (
        "backjournal: the disk is full; not written down yet, later:"
        " backjournal measures record side bridge hold 31 28\n"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "choose nothing",
            "no measure begins with 'nothing': there are PEG-style questions, PSFS activities, RMDQ-24,",
        ),
        ("choose p", "'p' begins several measures: PEG-style questions, PSFS activities, PSEQ; type more of the name"),
        ("choose rmdq", "RMDQ-24 is chosen like this already: nothing was changed"),
        ("choose odi --activity Run", "ODI 2.1a has no activities of your own: leave --activity out"),
        ("choose psfs --activity Run", "give 3 to 5 activities of your own"),
        ("own PSEQ --better lower", "a measure named PSEQ is there already: give another name"),
        ("own Walk --better lower --low soon", "low: 'soon' is not a number such as 12 or 12.5"),
        ("own Walk --better lower --low 5 --high 5", "the highest value lies above the lowest, 5, up to 100000"),
        ("own Walk --better lower --threshold -1", "a meaningful change is a number above 0 that the range has room"),
        ("own Walk --better lower --threshold 0", "a meaningful change is a number above 0 that the range has room"),
        (f"own Walk --better lower --unit {'u' * 21}", "the unit has 21 characters: 20 at most"),
        (f"own {'w' * 81} --better lower", "the name of a measure has 1 to 80 characters"),
        ("let-go odi", "no chosen measure begins with 'odi': you have chosen PSFS activities, RMDQ-24, Fingertip to"),
        (
            "record odi 12",
            "no chosen measure begins with 'odi': you have chosen PSFS activities, RMDQ-24, Fingertip to",
        ),
        ("record rmdq 25", "RMDQ-24: '25' is not a whole number from 0 to 24"),
        ("record rmdq 7,5", "RMDQ-24: '7,5' is not a whole number from 0 to 24"),
        ("record rmdq twelve", "RMDQ-24: 'twelve' is not a whole number from 0 to 24"),
        ("record fingertip to floor 12.55", "Fingertip to floor: '12.55' is not a number such as 12 or 12.5 from 0 to"),
        ("record rmdq 1 2", "RMDQ-24 takes 1 value, not 2"),
        ("record rmdq", "RMDQ-24 takes 1 value, not 0"),
        ("record side 31", "Side bridge hold takes 2 values (left side, right side), not 1"),
        (
            "record rmdq 5 --day tomorrow",
            "cannot write down a result on a day that has not come: 2026-11-22 lies after",
        ),
        ("record rmdq 5 --day soon", "'soon' is not a day: write 2026-11-21, today, yesterday or a weekday"),
        ("record rmdq 5 --day 1066-10-14", "1066-10-14 is not a day between 1900-01-01 and 2199-12-31: check the year"),
        ("time rmdq", "RMDQ-24 is not timed: 'backjournal measures record rmdq-24' writes it down"),
        ("time back", "no chosen measure begins with 'back': you have chosen PSFS activities, RMDQ-24, Fingertip to"),
        ("results odi", "no measure of the journal begins with 'odi': it has PSFS activities, RMDQ-24, Fingertip to"),
        ("results rmdq --since soon", "'soon' is not a day: write 2026-11-21, today, yesterday or a weekday"),
        ("results rmdq --since today --until monday", "the last day 2026-11-16 lies before the first day 2026-11-21"),
        ("show nothing", "no measure begins with 'nothing': there are PEG-style questions, PSFS activities, RMDQ-24,"),
        ("edit zzz 5", "no result has an id that begins with 'zzz': 'backjournal measures results NAME' shows the ids"),
        ("edit r1", "there is nothing to change: give its values, --day or --note"),
        ("edit r1 5 --note noted", "this result is like this already: nothing was changed"),
        ("edit r1 25", "RMDQ-24: '25' is not a whole number from 0 to 24"),
        ("edit r1 5 6", "RMDQ-24 takes 1 value, not 2"),
        ("edit r1 --day tomorrow", "cannot move a result to a day that has not come: 2026-11-22 lies after today"),
        ("delete zzz", "no result has an id that begins with 'zzz': 'backjournal measures results NAME' shows the ids"),
    ],
)
def test_what_cannot_be_is_told_in_one_plain_line(settled: Commands, line: str, told: str) -> None:
    before = settled.journal.read_bytes()
    assert settled.refusal("measures", *line.split())[: len(told)] == told
    assert settled.journal.read_bytes() == before


def test_a_refused_choice_makes_no_journal(fresh: Commands) -> None:
    assert fresh.refusal("measures", "choose", "psfs") == (
        "PSFS activities: name 3 to 5 activities that your back makes hard, each with --activity"
    )
    fresh.refusal("measures", "own", " ", "--better", "lower")
    assert "there is no journal at" in fresh.refusal("measures")
    assert not fresh.journal.exists()
    fresh.output("log", "--pain", "3")
    assert fresh.refusal("measures", "record", "rmdq", "5").startswith("no measure is chosen: 'backjournal measures ")
    assert fresh.refusal("measures", "results", "rmdq").startswith("no measure is chosen: 'backjournal measures ")


def test_wrong_usage_has_exit_status_2(settled: Commands) -> None:
    for line in (
        "record",
        "own Walk",
        "own Walk --better same",
        "choose rmdq --every 3",
        "--json library",
        "results",
        "edit",
    ):
        assert settled.run("measures", *line.split()).exit_code == 2


@pytest.mark.parametrize(
    ("line", "incomplete", "names"),
    [
        (
            "record",
            "",
            ["PSFS activities", "RMDQ-24", "Fingertip to floor", "Side bridge hold", "30-second chair stand"],
        ),
        ("record fingertip", "t", ["to floor"]),
        ("time", "SI", ["Side bridge hold"]),
        ("choose", "ps", ["PSFS activities", "PSEQ"]),
        ("show", "back", ["Back extension hold"]),
        ("results", "bal", ["Balance on a board"]),
    ],
)
def test_the_shell_completes_the_names(settled: Commands, line: str, incomplete: str, names: list[str]) -> None:
    words = ["--journal", str(settled.journal), "measures", *line.split()]
    found = ShellComplete(root, {}, "backjournal", "_BACKJOURNAL_COMPLETE").get_completions(words, incomplete)
    assert [item.value for item in found][: len(names)] == names
