"""The trends command: what it draws and prints, and what it refuses."""

import json
import re
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from rich.style import Style

from backjournal.cli.trends.names import find_series
from backjournal.journal.record import journal_record
from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.measures import Result, Score, own_measure
from backjournal.model.practices import Practice, Status
from backjournal.store.store import Store
from backjournal.trends.answer import answer_of
from backjournal.trends.associations import find_associations
from backjournal.trends.record import Record
from backjournal.trends.series import all_series
from backjournal.trends.window import Window
from backjournal.views.answer_data import answer_data
from backjournal.views.answer_text import answer_lines
from backjournal.views.association_text import OF_COMPARABLE_DAYS, associations_lines
from backjournal.views.associations import associations_data
from backjournal.views.catalog import VIEWS, View
from backjournal.views.choice import Choice
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.values import AT_EIGHT, BIRD_DOG, BRIDGE, TODAY, check_in

FOUR_WEEKS = 28


@pytest.fixture(scope="module")
def trends(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """Return the commands on a journal of four weeks, to be read only."""
    commands = Commands(tmp_path_factory.mktemp("trends") / "journal.db", ManualClock())
    with closing(Store.open(commands.journal, commands.clock)) as store, store.changes.write(""):
        for number in range(FOUR_WEEKS):
            ago = timedelta(days=number)
            noted = check_in(number, pain=2 + number // 7, mobility=6, sleep_hours=6 + number % 3)
            store.diary.save(replace(noted, at=AT_EIGHT - ago, day=TODAY - ago))
        for shipped in (BRIDGE, BIRD_DOG):
            first = TODAY - timedelta(days=9)
            prescription = store.plan.prescribe(shipped.exercise, shipped.dose, shipped.schedule, first)
            store.practices.save(Practice(prescription.id, TODAY, Status.DONE, 2, pain_during=3), "")
        fingertip = next(measure for measure in measure_library() if measure.name == "Fingertip to floor")
        store.measures.choose(fingertip)
        store.measures.save(Result("r1", fingertip.id, TODAY, (Score(12.5),)))
    return commands


@pytest.fixture(scope="module")
def record(trends: Commands) -> Record:
    """Return the record of that journal."""
    with closing(Store.open(trends.journal, trends.clock)) as store:
        return journal_record(store, TODAY)


def test_the_weeks_in_plain_lines(trends: Commands) -> None:
    before, now = trends.lines("trends", "--plain", "--weeks", "2")
    assert before.startswith("Week of 2026-11-09: pain 2.9 (2 to 3, 7 days), mobility 6.0 (7 days), adherence ")
    assert now.startswith("Week of 2026-11-16: pain 2.0 (2 to 2, 6 days), mobility 6.0 (6 days), adherence ")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ((), ("2026-10-19", "2026-11-22")),
        (("--weeks", "520"), ("2026-10-19", "2026-11-22")),
        (("--weeks", "3"), ("2026-11-02", "2026-11-22")),
        (("--weeks", "all"), ("2026-10-19", "2026-11-22")),
        (("--weeks", "all", "--until", "mon"), ("2026-10-19", "2026-11-22")),
        (("--weeks", "2", "--until", "2026-11-08"), ("2026-10-26", "2026-11-08")),
        (("--since", "2026-11-02", "--until", "2026-11-10"), ("2026-11-02", "2026-11-15")),
        (("--since", "2026-11-10"), ("2026-11-09", "2026-11-22")),
    ],
)
def test_the_days_that_are_asked_for(trends: Commands, asked: tuple[str, ...], days: tuple[str, str]) -> None:
    weeks = trends.json("trends", "--json", *asked)
    assert (weeks[0]["first_day"], weeks[-1]["last_day"]) == days


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_every_view_says_the_same_each_way(trends: Commands, record: Record, view: View) -> None:
    figures = view.compute(record, Choice(Window(12, TODAY)))
    assert trends.json("trends", view.key, "--json") == json.loads(json.dumps(figures.data()))
    assert trends.lines("trends", view.key, "--plain") == list(figures.lines())
    tables = figures.tables()
    printed = trends.output("trends", view.key, "--table").rstrip("\n").split("\n\n")
    for table, text in zip(tables, printed, strict=True):
        lines = text.split("\n")
        heading = [lines.pop(0)] if table.heading else []
        assert heading == [table.heading] * bool(table.heading)
        assert [line.split() for line in lines] == [" ".join(row).split() for row in (table.header, *table.rows)]
    drawn = trends.output("trends", view.key)
    assert (drawn == trends.output("trends", view.key, "--plain")) is not view.drawn
    assert (view.verdict(record) if view.verdict else getattr(figures, "title", drawn)) in drawn
    assert "\x1b" not in drawn, "there is no terminal"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_a_view_takes_its_options_and_refuses_those_of_others(trends: Commands, view: View) -> None:
    for option, value in (("of", ["sleep"]), ("against", ["mood"]), ("scatter", []), ("exercise", ["bird-dog"])):
        words = ("trends", view.key, f"--{option}", *value)
        if option in view.options:
            assert trends.output(*words) != trends.output("trends", view.key)
        else:
            assert f"leave it out of {view.key}" in trends.refusal(*words)
    if not view.ranged:
        assert f"the {view.key} has days of its own" in trends.refusal("trends", view.key, "--weeks", "4")


def test_the_help_and_the_completion_offer_every_view(trends: Commands) -> None:
    listed = trends.output("trends", "--help")
    for view in VIEWS:
        assert re.search(rf"^ +{view.key} +{re.escape(view.summary)}$", listed, flags=re.MULTILINE)


def test_without_a_graph_the_weeks_are_drawn_over_their_adherence(
    trends: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINES", "30")
    drawn = trends.output("trends")
    assert drawn == trends.output("trends", "weeks")
    assert drawn.startswith("Could be noise: pain 4.4 (n 14) → 2.5 (n 13) since the start\n● pain  ◆ mobility")
    assert drawn.index("● pain  ◆ mobility") < drawn.index("█ practised ÷ prescribed")
    assert drawn.count("16 Nov") == 1, "the dates stand below both"


def test_the_columns_of_a_table_stand_under_each_other(trends: Commands) -> None:
    header, row, *_ = trends.lines("trends", "exercise", "--table")
    assert header == "exercise  mean pain during  lowest–highest  n"
    assert row == "Bird-dog  3.0               3–3             1"


@pytest.mark.slow
def test_series_are_chosen_by_key_label_or_beginning(trends: Commands) -> None:
    def shown(*asked: str) -> list[str]:
        return [series["label"] for series in trends.json("trends", "compare", "--json", *asked)["series"]]

    assert shown() == ["pain", "mobility"]
    assert shown("--of", "mobility") == ["mobility", "pain"]
    assert shown("--against", "pain") == ["mobility", "pain"]
    assert shown("--of", "WORST pain", "--against", "minutes") == ["worst pain", "minutes practised"]
    assert shown("--of", "sl", "--against", "medicine-d") == ["sleep", "medicine doses"]
    assert shown("--of", "medicines", "--against", "finger") == ["medicine doses", "Fingertip to floor"]
    assert shown("--of", "measure:fingertip-to-floor") == ["Fingertip to floor", "pain"]
    assert trends.json("trends", "calendar", "--json", "--of", "check")["series"] == "check-ins"
    assert trends.json("trends", "compare", "--json", "--scatter", "--of", "sleep")["of"]["key"] == "sleep"
    assert "Bridge" in trends.output("trends", "exercise", "--exercise", "BRI")
    assert "Fingertip" in trends.output("trends", "measure", "--measure", "finger")


def test_a_measure_that_is_called_like_a_series_does_not_hide_it() -> None:
    series = all_series(Record(TODAY, measures=(own_measure("own", "Pain", "", 0, 10, Better.LOWER),)))
    assert find_series(series, "pain") == "pain"
    assert find_series(series, "measure:pain") == "measure:pain"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("--weeks 0", "weeks: '0' is not a whole number from 1 to 520"),
        ("--weeks 521", "weeks: '521' is not a whole number from 1 to 520"),
        ("--weeks -1", "weeks: "),
        ("--weeks some", "weeks: "),
        ("--weeks=", "weeks: "),
        ("--weeks 4 --since mon", "--weeks and --since both say where to begin: leave one out"),
        ("--since today --until mon", "the last day 2026-11-16 lies before the first day 2026-11-21: swap them"),
        ("--until 2026-11-22", "cannot show the trends up to a day that has not come: 2026-11-22"),
        ("--since 2026-11-22", "cannot show the trends since a day that has not come: 2026-11-22"),
        ("--json --table", "--table and --json are two ways to print it: choose one"),
        ("--of pain", "--of is for calendar and compare: leave it out of weeks"),
        ("calendar --against pain", "--against is for compare: leave it out of calendar"),
        ("days --scatter", "--scatter is for compare"),
        ("measure --exercise bridge", "--exercise is for exercise"),
        ("goes-with --measure finger", "--measure is for measure"),
        ("answer --weeks 4", "the answer has days of its own: leave --weeks out"),
        ("answer --since mon", "the answer has days of its own: leave --since out"),
        ("compare --of pain --against pain", "pain cannot be compared with itself: choose another series"),
        ("compare --of mo", "'mo' begins several series: mobility, mood; type more of the name"),
        ("compare --of height", "no series begins with 'height': there are pain, worst-pain, mobility, stiffness,"),
        ("compare --of check-ins", "no series begins with 'check-ins'"),
        ("exercise --exercise b", "'b' begins several exercises: Bridge, Bird-dog"),
        ("exercise --exercise walking", "there are Bridge, Bird-dog"),
        ("measure --measure rmdq", "no chosen measure begins with 'rmdq': you have chosen Fingertip to floor"),
    ],
)
def test_what_cannot_be_shown_is_refused(trends: Commands, asked: str, message: str) -> None:
    assert message in trends.refusal("trends", *asked.split())


def test_a_graph_that_there_is_not_is_wrong_usage(trends: Commands) -> None:
    assert trends.run("trends", "nothing").exit_code == 2


def test_the_answer_and_what_goes_with_better_days(trends: Commands, record: Record) -> None:
    answer, found = answer_of(record), find_associations(record, (TODAY - timedelta(days=13), TODAY))
    since = ("--since", "2026-11-08")
    assert trends.lines("trends", "answer") == answer_lines(answer)
    assert trends.lines("trends", "answer", "--plain") == answer_lines(answer)
    assert trends.json("trends", "answer", "--json") == json.loads(json.dumps(answer_data(answer)))
    assert trends.lines("trends", "goes-with", *since) == associations_lines(found)
    assert trends.json("trends", "goes-with", "--json", *since) == json.loads(json.dumps(associations_data(found)))
    table = trends.output("trends", "answer", "--table")
    assert table.index("Since the start. ") < table.index("\nsubject ") < table.index("\n\nLast 4 weeks against")
    assert trends.lines("trends", "goes-with", "--table")[0] == f"Before the pain. {OF_COMPARABLE_DAYS}"
    found = find_associations(record, (TODAY - timedelta(weeks=26), TODAY))
    usual = trends.json("trends", "goes-with", "--json")
    assert usual == json.loads(json.dumps(associations_data(found))), "26 weeks, or all that there is"
    assert usual["last"] == "2026-11-21", "no day to come"


def test_a_new_journal_has_no_trend_yet(fresh: Commands) -> None:
    fresh.output("settings", "week-start", "sunday")
    fresh.clock.advance(timedelta(days=1))
    for graph in (view.key for view in VIEWS):
        assert fresh.output("trends", graph) == "No trend yet: it grows from check-ins and ticked exercises.\n"
    (week,) = fresh.json("trends", "--json", "--weeks", "1")
    assert (week["first_day"], week["pain"]) == ("2026-11-22", None)
    fresh.output("log", "--pain", "4")
    assert "there was never an exercise in the plan" in fresh.refusal("trends", "exercise", "--exercise", "bridge")
    assert "no measure is chosen" in fresh.refusal("trends", "measure")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ca", ["calendar"]),
        ("compare --of m", ["mobility", "mood", "minutes-practised", "medicine-doses"]),
        ("compare --against fin", ["fingertip-to-floor"]),
        ("compare --against check", []),
        ("calendar --of check", ["check-ins"]),
        ("exercise --exercise bi", ["Bird-dog"]),
        ("measure --measure f", ["Fingertip to floor"]),
    ],
)
def test_what_the_shell_completes(trends: Commands, typed: str, offered: list[str]) -> None:
    assert trends.offered(f"trends {typed}") == offered


class _Terminal:
    """A stand-in for `sys` with a standard output that is a terminal."""

    def __init__(self) -> None:
        self.stdout = self
        self.isatty = lambda: True


_CODES = {"16": r"\x1b\[(3[0-7]|9[0-7])m", "256": r"\x1b\[38;5;\d+m", "all": r"\x1b\[38;2;\d+;\d+;\d+m"}


@pytest.mark.parametrize(
    ("env", "colours"),
    [
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "all"),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, ""),
        ({"TERM": "xterm", "NO_COLOR": "1"}, ""),
    ],
)
def test_a_terminal_gets_the_colours_that_it_shows(
    trends: Commands, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], colours: str
) -> None:
    for name in ("TERM", "COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"FORCE_COLOR": "1", **env}.items():  # rich takes the captured output for a terminal, too
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("backjournal.cli.trends.drawing.sys", _Terminal())
    # rich would reuse the colour codes of the terminal before: a program has only one terminal.
    monkeypatch.setattr(Style, "_add", Style._add.__wrapped__)
    days, calendar = trends.output("trends", "days", "--weeks", "4"), trends.output("trends", "calendar")
    assert {count for count, code in _CODES.items() if re.search(code, days)} == ({colours} if colours else set())
    has_grounds = re.search(r"[\[;](4[0-7]|10[0-7]|48;[25];[\d;]+)m", calendar) is not None
    assert has_grounds == bool(colours)
    assert ("8+" in calendar) == bool(colours), "what the shades mean"


@pytest.mark.parametrize(
    ("columns", "lines", "width", "height"),
    [(80, 24, 80, 22), (40, 12, 40, 10), (100, 30, 100, 28), (300, 90, 120, 36)],
)
def test_a_drawing_has_the_size_of_the_terminal_within_bounds(
    trends: Commands, monkeypatch: pytest.MonkeyPatch, columns: int, lines: int, width: int, height: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", str(lines))
    for view in ("days", "weeks"):
        drawn = trends.lines("trends", view)
        assert (max(map(len, drawn[1:])), len(drawn)) == (width, height)


def test_a_terminal_too_low_for_a_drawing_gets_the_newest_figures(
    trends: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "10")
    newest = [f"{TODAY - timedelta(number)}  1          2     2       7" for number in range(4)]
    header = "day         check-ins  pain  median  n"
    assert trends.lines("trends", "days")[:6] == ["Pain and mobility by day", header, *newest]


def test_the_amounts_of_a_medicine_are_drawn_and_printed(fresh: Commands) -> None:
    for day, amount in ((16, "800 mg"), (17, "2 × 200 mg"), (18, "1-2 tablets"), (19, "½ g"), (20, "200 mg")):
        fresh.output("log", "--pain", "4", "--medicine", f"Ibuprofen {amount}", "--day", f"2026-11-{day}")
    lines = fresh.lines("trends", "compare", "--of", "ibuprofen-mg", "--weeks", "1", "--plain")
    assert lines[1:] == [
        "Mon 2026-11-16: Ibuprofen 800 mg, pain 4",
        "Tue 2026-11-17: Ibuprofen 400 mg, pain 4",
        "Wed 2026-11-18: Ibuprofen –, pain 4",
        "Thu 2026-11-19: Ibuprofen 500 mg, pain 4",
        "Fri 2026-11-20: Ibuprofen 200 mg, pain 4",
    ]
    apart = fresh.lines("trends", "calendar", "--of", "ibuprofen-unclear-doses", "--weeks", "1", "--plain")
    days = "Mon no value, Tue no value, Wed 1, Thu no value, Fri no value, Sat no value"
    assert apart == [f"Week of 2026-11-16: Ibuprofen {days}; mean 1.0 unclear doses (1 day)"]
    refused = fresh.run("trends", "calendar", "--of", "ibu")
    assert (
        refused.stderr
        == "backjournal: 'ibu' begins several series: ibuprofen-mg, ibuprofen-unclear-doses; type more of the name\n"
    )
    assert fresh.output("trends", "calendar", "--of", "ibuprofen-mg").startswith("Ibuprofen, day by day\n")
