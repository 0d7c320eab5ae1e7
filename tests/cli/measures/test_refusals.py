"""What the commands of outcome measures refuse, and their shell completion."""

from contextlib import closing

import pytest
from click.shell_completion import ShellComplete

from backjournal.cli.root import root
from backjournal.model.measures import Result, Score
from backjournal.store.store import Store
from tests.helpers.chosen_measures import make_chosen
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.values import TODAY


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """Return the commands on a journal with chosen measures and one result, `r1`, for tests that do not change it."""
    journal, clock = tmp_path_factory.mktemp("settled") / "journal.db", ManualClock()
    with closing(Store.open(journal, clock)) as store:
        make_chosen(store)
        store.measures.save(Result("r1", "rmdq-24", TODAY, (Score(5),), "noted"))
    return Commands(journal, clock)


@pytest.mark.parametrize(
    ("line", "message"),
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
        ("stop odi", "no chosen measure begins with 'odi': you have chosen PSFS activities, RMDQ-24, Fingertip to"),
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
def test_what_is_not_possible_is_refused_in_one_plain_line(settled: Commands, line: str, message: str) -> None:
    before = settled.journal.read_bytes()
    assert settled.refusal("measures", *line.split())[: len(message)] == message
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
