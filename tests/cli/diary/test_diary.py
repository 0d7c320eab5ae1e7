"""The commands of the diary: log, edit, delete, diary and flare-up."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from backjournal.exchange.diary_csv import DIARY_COLUMNS
from backjournal.model.errors import JournalError
from backjournal.store.diary_rows import DiaryRow, DiaryRows
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.commands import Commands


@pytest.fixture
def commands(journal: Path, clock: ManualClock) -> Commands:
    """Return the commands on a journal that does not exist yet."""
    return Commands(journal, clock)


EVERYTHING = [
    *("--pain", "4", "--worst", "6", "--mobility", "5", "--stiffness", "20", "--sleep", "7:30", "--mood", "8"),
    *("--confidence", "7", "--where", "back", "--where", "hip", "--quality", "dull", "--trigger", "sitting"),
    *("--relief", "heat", "--medicine", "ibuprofen", "--symptom", "tired", "--at", "8:05", "--day", "yesterday"),
]


def test_log_writes_everything_and_says_what_it_saved(commands: Commands) -> None:
    kept, line = commands.output("log", *EVERYTHING, "--medicine", "paracetamol 500 mg", "--note", "one\ntwo").split(
        "\n", 1
    )
    assert kept == "'tired' is kept as your own word. 'backjournal symptoms' lists the symptoms to watch for."
    entry = commands.json("diary", "--json")[0]
    assert line == (
        f"Saved: Friday 20 November 2026 at 08:05, check-in {entry['id'][:8]}: pain 4, worst pain 6, mobility 5, "
        "stiffness 20 minutes, sleep 7.5 hours, mood 8, confidence 7; where: back, hip; quality: dull; "
        "triggers: sitting; what helped: heat; medicines: ibuprofen, paracetamol 500 mg; symptoms: tired; "
        "note: one two\n"
    )
    assert tuple(entry) == DIARY_COLUMNS
    expected = {
        "day": "2026-11-20",
        "time": "08:05:00",
        "utc_offset": "+01:00",
        "pain": 4,
        "worst_pain": 6,
        "mobility": 5,
        "stiffness_min": 20,
        "sleep_hours": 7.5,
        "mood": 8,
        "confidence": 7,
        "locations": ["back", "hip"],
        "qualities": ["dull"],
        "triggers": ["sitting"],
        "reliefs": ["heat"],
        "medicines": ["ibuprofen", "paracetamol 500 mg"],
        "symptoms": ["tired"],
        "note": "one\ntwo",
    }
    assert {column: entry[column] for column in expected} == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        (["--pain", "0"], "pain", 0),
        (["--pain", "10"], "pain", 10),
        (["--worst", "7"], "worst_pain", 7),
        (["--mobility", "0"], "mobility", 0),
        (["--stiffness", "1440"], "stiffness_min", 1440),
        (["--sleep", "6,5"], "sleep_hours", 6.5),
        (["--mood", "3"], "mood", 3),
        (["--confidence", "0"], "confidence", 0),
        (["--where", "hip, back; hip"], "locations", ["hip", "back"]),
        (["--quality", "dull"], "qualities", ["dull"]),
        (["--trigger", "car ride"], "triggers", ["car ride"]),
        (["--relief", "heat"], "reliefs", ["heat"]),
        (["--symptom", "tired"], "symptoms", ["tired"]),
        (["--note", "-5 today"], "note", "-5 today"),
    ],
)
def test_one_value_is_enough(commands: Commands, arguments: list[str], field: str, value: object) -> None:
    commands.output("log", *arguments)
    (entry,) = commands.json("diary", "--json")
    given = {name for name, content in entry.items() if content not in (None, [], "")}
    assert given == {"id", "day", "time", "utc_offset", field}
    assert entry[field] == value


@pytest.mark.parametrize(
    ("now", "arguments", "day", "time"),
    [
        ("2026-11-21 09:30:15", [], "2026-11-21", "09:30:15"),
        ("2026-11-21 09:30:15", ["--day", "today"], "2026-11-21", "09:30:15"),
        ("2026-11-21 09:30:15", ["--day", "yesterday"], "2026-11-20", "09:30:15"),
        ("2026-11-21 09:30:15", ["--at", "0805"], "2026-11-21", "08:05:00"),
        ("2026-11-21 09:30:15", ["--at", "02:00", "--day", "fri"], "2026-11-20", "02:00:00"),
        ("2026-11-22 01:30:00", [], "2026-11-21", "01:30:00"),
        ("2026-11-22 01:30:00", ["--at", "23:00"], "2026-11-21", "23:00:00"),
    ],
)
def test_when_a_check_in_was(commands: Commands, now: str, arguments: list[str], day: str, time: str) -> None:
    commands.clock.set(datetime.fromisoformat(now).replace(tzinfo=BERLIN))
    commands.output("log", "--pain", "4", *arguments)
    (entry,) = commands.json("diary", "--json")
    assert (entry["day"], entry["time"], entry["utc_offset"]) == (day, time, "+01:00")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing is filled in"),
        (["--pain", "11"], "pain: '11' is not a whole number from 0 to 10"),
        (["--pain", "-1"], "pain: '-1' is not a whole number from 0 to 10"),
        (["--worst", "x"], "worst pain: 'x' is not a whole number"),
        (["--pain", "5", "--worst", "4"], "worst pain 4 is below pain 5"),
        (["--mobility", "4.5"], "mobility: '4.5' is not a whole number"),
        (["--mood", "99"], "mood: '99' is not"),
        (["--confidence", "11"], "confidence: '11' is not"),
        (["--stiffness", "1441"], "stiffness: '1441' is not a whole number from 0 to 1440"),
        (["--sleep", "25"], "sleep: 25 is more than the 24 hours of a day"),
        (["--sleep", "long"], "sleep: 'long' is not hours such as"),
        (["--where", "w" * 81], "location: a word has 1 to 80 characters"),
        (["--note", "n" * 20_001], "the note has 20001 characters: 20000 at most"),
        (["--pain", "4", "--at", "25:00"], "'25:00' is not a time of day"),
        (["--pain", "4", "--day", "2026-02-29"], "'2026-02-29' is not a day"),
        (["--pain", "4", "--day", "2026-11-22"], "cannot be in the future: 2026-11-22 09:30 has not come yet"),
        (["--pain", "4", "--at", "09:31"], "cannot be in the future: 2026-11-21 09:31 has not come yet"),
        (["--pain", "4", "--at", "02:00"], "2026-11-22 02:00 has not come yet; 02:00 of a day is in the night after"),
    ],
)
def test_what_cannot_be_logged_is_refused(commands: Commands, arguments: list[str], message: str) -> None:
    commands.output("log", "--pain", "1")
    assert message in commands.refusal("log", *arguments)
    assert len(commands.json("diary", "--json")) == 1


def test_edit_changes_just_what_is_given(commands: Commands) -> None:
    commands.output("log", *EVERYTHING, "--note", "a note")
    (before,) = commands.json("diary", "--json")
    printed = commands.output("edit", before["id"][:8], "--pain", "3", "--where", "hip", "--at", "07:00")
    where = f"Friday 20 November 2026 at 07:00, check-in {before['id'][:8]}"
    assert printed.startswith(f"Changed: {where}: pain 3, worst pain 6")
    after = {**before, "pain": 3, "locations": ["hip"], "time": "07:00:00"}
    assert commands.json("diary", "--json") == [after]
    commands.output("edit", before["id"], "--day", "thu")
    assert commands.json("diary", "--json") == [{**after, "day": "2026-11-19"}]


def test_edit_takes_values_away(commands: Commands) -> None:
    commands.output("log", *EVERYTHING, "--note", "a note")
    (before,) = commands.json("diary", "--json")
    cleared = ["--worst", "", "--sleep", "", "--stiffness", "", "--note", "", "--trigger", "", "--symptom", ""]
    commands.output("edit", before["id"], *cleared)
    gone: dict[str, object] = {
        "worst_pain": None,
        "sleep_hours": None,
        "stiffness_min": None,
        "note": "",
        "triggers": [],
        "symptoms": [],
    }
    assert commands.json("diary", "--json") == [{**before, **gone}]


def test_delete_and_undo(commands: Commands) -> None:
    commands.output("log", "--pain", "4", "--trigger", "sitting")
    before = commands.output("diary", "--json")
    short = commands.json("diary", "--json")[0]["id"][:8]
    assert commands.output("delete", short).startswith("Deleted: Saturday 21 November 2026 at 09:30, check-in")
    assert commands.output("diary") == "No check-ins.\n"
    assert commands.output("undo") == "Undone: deletion of the check-in of 2026-11-21 09:30\n"
    assert commands.output("diary", "--json") == before


def test_a_check_in_needs_an_id_that_is_there_and_not_ambiguous(commands: Commands) -> None:
    for _ in range(17):  # more than there are first characters of an id
        commands.output("log", "--pain", "4")
    firsts = [entry["id"][0] for entry in commands.json("diary", "--json")]
    twice = next(first for first in firsts if firsts.count(first) > 1)
    assert f"'{twice}' begins the ids of {firsts.count(twice)} check-ins" in commands.refusal("delete", twice)
    assert "no check-in has an id that begins with 'nobody'" in commands.refusal("edit", "nobody", "--pain", "1")
    assert "no check-in has an id" in commands.refusal("delete", "")
    assert "there is nothing to change" in commands.refusal("edit", twice)
    assert len(commands.json("diary", "--json")) == 17


def test_edit_refuses_what_log_refuses(commands: Commands) -> None:
    commands.output("log", "--pain", "4")
    (before,) = commands.json("diary", "--json")
    assert "worst pain 3 is below pain 4" in commands.refusal("edit", before["id"], "--worst", "3")
    assert "in the future" in commands.refusal("edit", before["id"], "--at", "22:00")
    assert "nothing is filled in" in commands.refusal("edit", before["id"], "--pain", "")
    assert commands.json("diary", "--json") == [before]


def test_the_diary_reads_as_plain_lines_newest_first(commands: Commands) -> None:
    commands.output("log", "--pain", "4", "--day", "fri", "--where", "back", "--note", "one\ntwo")
    commands.output("log", "--symptom", "muscle weakness", "--at", "08:00")
    commands.output("flare-up", "start", "--day", "fri")
    commands.output("flare-up", "end", "--day", "fri")
    new, old = (entry["id"][:8] for entry in commands.json("diary", "--json"))
    assert commands.lines("diary") == [
        "Saturday 21 November 2026",
        f"At 08:00, check-in {new}: no values.",
        "  Symptoms: muscle weakness.",
        "  Advice: Ask a doctor or physiotherapist soon.",
        "",
        "Friday 20 November 2026, flare-up",
        f"At 09:30, check-in {old}: pain 4.",
        "  Where: back.",
        "  Note: one",
        "    two",
    ]


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        ([], ["21", "20", "19"]),
        (["--since", "fri"], ["21", "20"]),
        (["--until", "yesterday"], ["20", "19"]),
        (["--since", "2026-11-20", "--until", "2026-11-20"], ["20"]),
        (["--since", "2027-01-01"], []),
        (["--search", "ROSES"], ["20"]),
    ],
)
def test_the_diary_of_some_days(commands: Commands, arguments: list[str], days: list[str]) -> None:
    for day, note in (("thu", "rain"), ("fri", "the roses"), ("sat", "sun")):
        commands.output("log", "--note", note, "--day", day)
    assert [entry["day"][-2:] for entry in commands.json("diary", "--json", *arguments)] == days


def test_a_search_says_in_its_last_line_how_many_it_found(commands: Commands) -> None:
    for day, note in (("2025-03-04", "the Café"), ("thu", "rain"), ("fri", "no cafe"), ("sat", "sun")):
        commands.output("log", "--note", note, "--day", day)
    assert commands.lines("diary", "--search", "CAFÉ")[-2:] == ["", "2 check-ins with “CAFÉ”."]
    assert commands.lines("diary", "--search", "zebra") == ["No check-in with “zebra”."]
    assert "with “" not in commands.output("diary")


def test_days_in_the_wrong_order_are_refused(commands: Commands) -> None:
    commands.output("log", "--pain", "4")
    for command in (["diary"], ["export", "diary"], ["export", "checklist"]):
        message = commands.refusal(*command, "--since", "today", "--until", "yesterday")
        assert message == "the last day 2026-11-20 lies before the first day 2026-11-21: swap them"


def test_flare_ups(commands: Commands) -> None:
    assert commands.output("flare-up", "start", "--day", "mon") == "Flare-up from Monday 16 November 2026 on.\n"
    assert "a flare-up goes on since 2026-11-16" in commands.refusal("flare-up", "start")
    line = "Flare-up from Monday 16 November 2026 to Friday 20 November 2026.\n"
    assert commands.output("flare-up", "end", "--day", "fri") == line
    listed, figures = commands.lines("flare-up")
    assert listed == line.rstrip()
    assert figures.startswith("1 flare-up, ")
    assert figures.endswith("median length 5 days (n 1); the last one ended 1 day ago.")
    assert commands.refusal("flare-up", "end") == "no flare-up goes on: there is nothing to end"
    assert "a day that has not come" in commands.refusal("flare-up", "start", "--day", "2026-12-01")
    commands.output("flare-up", "start")
    assert "lies before its first" in commands.refusal("flare-up", "end", "--day", "fri")
    earlier = ("flare-up", "start", "--day", "2026-10-01", "--until")
    assert commands.output(*earlier, "2026-10-04").endswith(" to Sunday 4 October 2026.\n"), "one that is long over"
    assert "lies before its first" in commands.refusal(*earlier, "2026-09-30")
    assert "leave it out" in commands.refusal("flare-up", "end", "--until", "fri")


def test_a_diary_of_several_years_is_printed_a_year_at_a_time(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, day in enumerate(("2024-12-31", "2026-01-01", "2024-01-01", "2026-11-20")):
        commands.output("log", "--pain", str(number), "--day", day)
    headings = ["Friday 20 November 2026", "Thursday 1 January 2026", "Tuesday 31 December 2024"]
    headings.append("Monday 1 January 2024")
    blocks = commands.output("diary").split("\n\n")
    assert [block.splitlines()[0] for block in blocks] == headings
    inside = commands.output("diary", "--since", "2024-12-31", "--until", "2026-01-01").split("\n\n")
    assert [block.splitlines()[0] for block in inside] == headings[1:3]

    read: list[int] = []
    between = DiaryRows.between

    def stop_at_the_third_year(
        rows: DiaryRows, first: date, last: date, *, newest_first: bool = False
    ) -> Iterator[DiaryRow]:
        read.append(last.year)
        if len(read) == 3:
            raise JournalError("it ends here")
        return between(rows, first, last, newest_first=newest_first)

    monkeypatch.setattr(DiaryRows, "between", stop_at_the_third_year)
    printed = commands.run("diary")
    assert (printed.exit_code, printed.stdout.split("\n\n")) == (1, [blocks[0], f"{blocks[1]}\n"])
    assert read == [2026, 2025, 2024]
