"""Why a plan file is refused: one plain line with the file, the line and the key."""

from pathlib import Path

import pytest

from backjournal.exchange.plan_file_reading import LARGEST, read_plan
from backjournal.model.errors import InvalidValue
from tests.helpers.plans import NO_PLAN, read

ABOVE = 'aim = "Walk"\n\n'
BRIDGE = '[[exercise]]\nname = "Bridge"\nrepetitions = 10\n'


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(InvalidValue) as refused:
        read(folder, text)
    assert refused.value.field == "file"
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('hold = "four"', "hold: 'four' is not a whole number from 1 to 600"),
        ('hold = "4"', "hold: '4' is not a whole number from 1 to 600: write it without quotes"),
        ("hold = 4.5", "hold: '4.5' is not a whole number"),
        ("hold = true", "hold: 'true' is not a whole number"),
        ("hold = [4]", "hold: a list is not a whole number"),
        ("hold = { seconds = 4 }", "hold: a table is not a whole number"),
        ("hold = 0", "hold: '0' is not a whole number from 1 to 600"),
        ("hold = -4", "hold: '-4' is not a whole number from 1 to 600"),
        ("hold = 601", "hold: '601' is not a whole number from 1 to 600"),
        ("hold = inf", "hold: 'inf' is not a whole number"),
        ("sets = 21", "sets: '21' is not a whole number from 1 to 20"),
        ("times_a_day = 13", "times_a_day: '13' is not a whole number from 1 to 12"),
        ("minutes = 5", "minutes: a dose counts minutes, or a distance, or breaths, or repetitions and a hold"),
        ("breaths = 5", "breaths: a dose counts minutes, or a distance, or breaths, or repetitions and a hold"),
        ("distance = 500", "distance: a dose counts minutes, or a distance, or breaths, or repetitions and a hold"),
        ('distance = "far"', "distance: 'far' is not a distance such as 800 m or 1.5 km"),
        ("distance = 1.5", "distance: '1.5' is not a text"),
        ("distance = true", "distance: 'true' is not a text"),
        ("distance = -1", "distance: '-1' is not a distance"),
        ('schedule = "someday"', "schedule: 'someday' is no schedule: write daily, mon-fri"),
        ('schedule = "mon wes"', "schedule: 'wes' is no weekday: write daily, mon-fri"),
        ('schedule = "8 a week"', "schedule: 8 a week is not between 1 and 6"),
        ('schedule = "every 40 days"', "schedule: every 40 days is not between 1 and 28"),
        ('schedule = ["mon", "wed"]', "schedule: a list is not a text: write it in"),
        ("schedule = 3", "schedule: '3' is not a text: write it in"),
        ('sides = "up"', "sides: 'up' is no side: write both, each, left, right"),
        ("from = 2026-11-21T09:00:00", "from: '2026-11-21 09:00:00' is not a date: write it like 2026-11-21"),
        ('from = "2026-11-21"', "from: '2026-11-21' is not a date: write it like 2026-11-21, without quotes"),
        ("from = 0026-11-21", "from: 0026-11-21 is not a day between 1900-01-01 and 2199-12-31"),
        ("until = 2999-11-21", "until: 2999-11-21 is not a day between 1900-01-01 and 2199-12-31"),
        ("until = 2026-11-20", "until: 2026-11-20 lies in the past, and without a 'from' it begins today"),
        ("note = 5", "note: '5' is not a text"),
        (f'note = "{"x" * 20_001}"', "note: the note has 20001 characters: 20000 at most"),
        ('category = "legs"', "category: 'legs' is no category: write stretching, strengthening, aerobic"),
        ('category = "st"', "category: 'st' is no category"),
        ('category = "stretching"', "category: Bridge is of the library: leave this out and use the note"),
        ('how_to = "Up."', "how_to: Bridge is of the library"),
        ("caution = 1", "caution: '1' is not a text"),
        ('own = "yes"', "own: 'yes' is neither true nor false"),
        ("reps = 5", "reps: there is no such key: did you mean repetitions?"),
        ("Seets = 5", "Seets: there is no such key: did you mean sets?"),
        ('how-to = "Up."', "how-to: there is no such key: did you mean how_to?"),
        ('days = "mon"', "days: there is no such key: did you mean schedule?"),
        ("xyzzy = 5", "xyzzy: there is no such key: the keys are name, own, category,"),
        ('aim = "Walk"', "aim: this is said of the whole plan: write it above the first [[exercise]]"),
        ("dose.sets = 5", "dose: there is no such key"),
        ("[exercise.dose]\nsets = 5", "dose: there is no such key"),
        ("repetitions = 12", "repetitions: this stands here twice: take one of the two out"),
        ('"repetitions" = 12', "repetitions: this stands here twice"),
        ("until = 2026-02-30", "until: there is no such date: write one like 2026-11-21"),
        ("schedule = daily", 'schedule: this is no value: write a text in straight "quotes"'),
        ("note = “Slow”", 'note: this is no value: write a text in straight "quotes"'),
        ('note = "Slow', "note: a text has no end"),
        ("note = 'Slow", "note: a text has no end"),
        (r'note = "\q"', "note: a backslash in a text is written twice: \\\\"),
        ("hold = 04", "hold: this cannot be read: write key = value"),
        ("hold 4", "this cannot be read: write key = value"),
        ("hold =", "hold: this is no value"),
        ("hold = " + "9" * 5000, "hold: this cannot be read"),
        ("hold = " + "[" * 5000, "hold: this cannot be read"),
        ("a" + ".a" * 100_000 + " = 1", "this cannot be read"),
        ("[[exercise]", "write [[exercise]] with two brackets on each side"),
        ("[exercise]", "write [[exercise]] with two brackets above each exercise"),
    ],
)
def test_what_is_wrong_in_a_line_is_reported_with_the_line_and_the_key(tmp_path: Path, line: str, message: str) -> None:
    around = "# hold = 1\n\n[[exercise]]\nname = 'Walking'\nnote = '''\n[[exercise]]\nhold = 1'''\nminutes = 5\n\n"
    text = f"{ABOVE}{around}{BRIDGE}{line}\n"
    at = text.removesuffix(f"{line}\n").count("\n") + 1
    found = refusal(tmp_path, text)
    assert found.startswith(f"plan.toml, line {at}")
    assert found.removeprefix(f"plan.toml, line {at}").lstrip(",: ").startswith(message)
    for alike in (text.replace("\n", "\r\n"), f"\ufeff{text}", f"{text}\n[[exercise]]\nname = 'Clamshell'\nhold = 5"):
        assert refusal(tmp_path, alike) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, exercise: there is none in this plan: write [[exercise]]"),
        ("\n# nothing\n", "line 1, exercise: there is none in this plan"),
        (ABOVE, "line 1, exercise: there is none in this plan"),
        ("aim = 5\n" + BRIDGE, "line 1, aim: '5' is not a text"),
        (f'prescribed_by = "{"x" * 81}"\n{BRIDGE}', "line 1, prescribed_by: the name has 81 characters: 80 at most"),
        ('\nprescribed_on = "monday"\n' + BRIDGE, "line 2, prescribed_on: 'monday' is not a date"),
        ("hold = 5\n" + BRIDGE, "line 1, hold: this is said of an exercise: write [[exercise]] in a line above it"),
        ("title = 5\n" + BRIDGE, "line 1, title: there is no such key: the keys are aim, prescribed_by, prescribed_on"),
        (BRIDGE + "[settings]\nsound = true\n", "line 4, settings: there is no such key: the keys are aim,"),
        (BRIDGE + "[[exercises]]\n", "line 4, exercises: there is no such key: did you mean exercise?"),
        ('[exercise]\nname = "Bridge"\n', "line 1, exercise: write [[exercise]] with two brackets above each exercise"),
        ("exercise = 5", "line 1, exercise: write [[exercise]] with two brackets"),
        ("exercise = [5]", "line 1, exercise: write [[exercise]] with two brackets"),
        ('\nexercise = [{name = "Bridge", hold = 0}]', "line 2, hold: '0' is not a whole number"),
        ("[[exercise]]\nhold = 5", "line 1, name: an exercise needs a name of 1 to 80 characters"),
        ('[[exercise]]\nhold = 5\nname = " "', "line 3, name: an exercise needs a name of 1 to 80 characters"),
        (f'[[exercise]]\nname = "{"x" * 81}"', "line 2, name: an exercise needs a name of 1 to 80 characters"),
        ("[[exercise]]\nname = 5", "line 2, name: '5' is not a text"),
        (
            '\n[[exercise]]\nname = "Bridge"',
            "line 2, repetitions: a dose needs repetitions, a hold, breaths, minutes or",
        ),
        ('[[exercise]]\nname = "Bridge"\nsets = 2', "line 1, repetitions: a dose needs repetitions"),
        (
            '[[exercise]]\nname = "Walking"\nminutes = 5\nrest = 5',
            "line 4, rest: minutes or a distance have no rest: say how many times a day instead",
        ),
        (
            '[[exercise]]\nname = "Brigde"\nhold = 5',
            "line 2, name: 'Brigde' is neither in the library nor in the journal: did you mean Bridge? One of your own",
        ),
        (
            '[[exercise]]\nname = "Zumba"\nminutes = 5',
            "line 2, name: 'Zumba' is neither in the library nor in the journal: one of your own needs a category: ",
        ),
        (
            f"{BRIDGE}from = 2026-12-01\nuntil = 2026-11-30",
            "line 5, until: the last day 2026-11-30 lies before the first day 2026-12-01",
        ),
        (f"{BRIDGE}\n{BRIDGE}", "line 6, name: Bridge stands in line 2 for some of these days already"),
        (
            f"{BRIDGE}from = 2026-12-01\n{BRIDGE}until = 2026-12-01\n",
            "line 6, name: Bridge stands in line 2 for some of these days already",
        ),
        (
            f"{BRIDGE}until = 2026-12-01\n\n{BRIDGE}from = 2026-12-01\n".replace("Bridge", "BRIDGE", 1),
            "line 9, from: Bridge stands in line 2 for some of these days already",
        ),
        (
            (
                '[[exercise]]\nname = "Hop"\ncategory = "func"\nhold = 5\nuntil = 2026-12-01\n'
                '[[exercise]]\nname = "hop"\ncategory = "stab"\nhold = 6\nfrom = 2026-12-02\n'
            ),
            "line 8, category: Hop is told otherwise in line 2: say it there alone",
        ),
    ],
)
def test_what_is_wrong_with_the_whole_is_reported_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    assert refusal(tmp_path, text).startswith(f"plan.toml, {message}")


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path / "gone.toml", f"there is no file {tmp_path / 'gone.toml'}: check its name"),
        (tmp_path, f"{tmp_path} is a folder: give a file in it"),
        (Path("/dev/null"), "/dev/null is a device: choose another one"),
    ):
        with pytest.raises(InvalidValue) as refused:
            read_plan(path, NO_PLAN)
        assert str(refused.value) == message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"#" * (LARGEST + 1), "plan.toml is larger than 1 MB: that is no plan"),
        (b"# \xe9\n", "plan.toml, line 1: this is not UTF-8: save the file as UTF-8"),
        (b'aim = "x"\n\nname = "\xff"\n', "plan.toml, line 3: this is not UTF-8"),
        (BRIDGE.encode("utf-16"), "plan.toml, line 1: this is not UTF-8"),
        (BRIDGE.encode("utf-16-le"), "plan.toml, line 1"),
        (b"SQLite format 3\0", "plan.toml, line 1: this cannot be read"),
        (BRIDGE.replace("\n", "\r").encode(), "plan.toml, line 1"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    assert refusal(tmp_path, data).startswith(message)


def test_the_first_error_of_thousands_of_lines_is_reported(tmp_path: Path) -> None:
    days = [f"from = {day}\nuntil = {day}\n" for day in (f"20{year}-01-01" for year in range(27, 99))]
    text = "".join(f"{BRIDGE}{each}" for each in days) + '[[exercise]]\nname = "Walking"\nminutes = 5\n' * 1600
    assert text.count("\n") > 5000
    line = BRIDGE.count("\n") * len(days) + 2 * len(days) + 2
    assert refusal(tmp_path, text).startswith(f"plan.toml, line {line + 3}, name: Walking stands in line {line} for")
