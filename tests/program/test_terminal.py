"""The whole program in a terminal: what a person types and sees, from the first start to quit."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from backjournal.cli.root import root
from tests.helpers.terminal import CTRL_Q, CTRL_S, DOWN, ENTER, ESCAPE
from tests.helpers.whole import Open, cli, exercise_names, open_form, program, started, tab_to


def printed(journal: Path, *arguments: str) -> str:
    """Return what a command prints that runs in this process."""
    return CliRunner().invoke(root, ["--journal", str(journal), *arguments], catch_exceptions=False).stdout


def test_from_first_start_to_quit(terminals: Open, journal: Path, tmp_path: Path) -> None:
    app = terminals(*program(journal), folder=tmp_path)
    app.wait_for("A tour of one minute", "any other key leaves")
    app.send("q")
    app.wait_for(
        "Welcome to your back journal", "Take the gentle starter plan", "show the plan to a doctor", "n check-in"
    )
    app.send(ENTER)
    app.wait_for("Before you begin, asked once", "[ ] Cancer", "such as 112 or 911")
    app.send(ESCAPE)
    app.wait_for("0 of ", "○ Knee rolls", "○ Knee to chest", "space done")
    app.send(" ", DOWN, " ")
    app.wait_for("1 of ", "✓ Knee rolls", "◐ Knee to chest", "1 of 2")
    app.send(" ")
    app.wait_for("2 of ", "✓ Knee rolls", "✓ Knee to chest")

    open_form(app)
    app.send("4")
    tab_to(app, "Pain now", "Mobility")
    app.send("6")
    tab_to(app, "Mobility", "Note")
    app.paste("bent down,\rit caught me")
    app.wait_for("it caught me")
    tab_to(app, "Note", "Confidence")
    app.send("+")
    app.wait_for("Fewer (-)")
    tab_to(app, "Stiffness", "Flare-up")
    app.send(" ")
    app.wait_for("[4]", "[6]", "it caught me", "[x] a flare-up begins")
    app.send(CTRL_S)
    app.wait_for("Check-in saved", "pain 4   mobility 6", "it caught me")

    app.send("2")
    app.wait_for("bent down, it", "▲", "e edit")
    app.send("3")
    app.wait_for("● pain", "┤", "v figures")
    app.send("v")
    app.wait_for("best–worst", "4.0   4–4", "6.0")
    app.send("x")
    app.wait_for("Export", str(tmp_path))
    app.send(CTRL_S)
    app.wait_for("Written:")
    app.send("q")
    assert app.close() == 0
    assert app.is_restored()

    assert "2 of " in (today := cli(journal, "today"))
    assert "Knee rolls" in today
    assert "Note: bent down," in (diary := printed(journal, "diary"))
    assert "flare-up" in diary
    assert "pain 4" in printed(journal, "trends", "--plain")
    (written,) = tmp_path.glob("backjournal-diary-*.csv")
    assert written.read_text("utf-8-sig") == cli(journal, "export", "diary").replace("\r\n", "\n")
    assert printed(journal, "export", "checklist").count(",done,") == 2


@pytest.mark.slow
def test_two_apps_and_a_command_on_one_journal(terminals: Open, planned: Path) -> None:
    one, other = started(terminals, planned), started(terminals, planned)
    open_form(other)
    other.send("7")
    other.wait_for("[7]")
    one.send(" ")
    one.wait_for("✓ ", "1 of 20 done")
    other.wait_for("▸✓", "[7]")
    other.send(ESCAPE)
    other.wait_for("This is not saved yet")
    other.send("d")
    other.wait_gone("New check-in")
    other.wait_for("✓ ")
    assert exercise_names(one) == exercise_names(other)
    cli(planned, "log", "--pain", "3", "--note", "written elsewhere")
    for app in (one, other):
        app.wait_for("pain 3", "written elsewhere")
        app.send("q")
        assert app.close() == 0


@pytest.mark.slow
def test_a_form_outlives_a_small_terminal_and_asks_before_it_goes(terminals: Open, planned: Path) -> None:
    app = started(terminals, planned)
    open_form(app)
    tab_to(app, "Pain now", "Where")
    app.send("typed before")
    app.wait_for("typed before")
    for columns, lines in ((59, 30), (100, 15)):
        app.resize(columns, lines)
        app.wait_for("The terminal is too small", "60×16")
        app.wait_gone("typed before")
        app.resize(80, 24)
        app.wait_for("typed before", "New check-in")
        app.wait_gone("too small")
    app.send(" and after")
    app.wait_for("typed before and after")
    app.send(CTRL_Q)
    app.wait_for("This is not saved yet")
    app.send(ESCAPE)
    app.wait_gone("This is not saved yet")
    app.wait_for("typed before and after")
    app.send(CTRL_Q)
    app.wait_for("This is not saved yet")
    app.send("s")
    app.wait_for("Check-in saved")
    app.send(CTRL_Q)
    assert app.close() == 0
    assert "typed before and after" in cli(planned, "diary")


@pytest.mark.slow
def test_a_terminal_that_is_too_small_at_the_start(terminals: Open, planned: Path) -> None:
    app = terminals(*program(planned), columns=40, lines=12)
    app.wait_for("The terminal is too small")
    app.resize(60, 16)
    app.wait_for("Knee rolls", "space done")
    assert "too small" not in app.text()
    app.send(" ")
    app.wait_for("✓ ")
    app.send("q")
    assert app.close() == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("env", "is_allowed"),
    [
        pytest.param({"TERM": "linux", "COLORTERM": ""}, lambda *_: False, id="linux"),
        pytest.param({"TERM": "xterm", "COLORTERM": ""}, lambda *_: False, id="xterm"),
        pytest.param({"NO_COLOR": "1"}, lambda red, green, blue: red == green == blue, id="no-color"),
    ],
)
def test_plain_terminals_get_no_colour_that_they_cannot_show(
    terminals: Open, planned: Path, env: dict[str, str], is_allowed: Callable[..., bool]
) -> None:
    app = started(terminals, planned, env=env)
    app.send(" ")
    app.wait_for("✓ ", "1 of 20 done")
    app.send("3")
    app.wait_for("practised ÷ prescribed", "┤")
    app.send("q")
    assert app.close() == 0
    assert app.is_restored()
    colours = set(re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", app.raw))
    assert [colour for colour in colours if not is_allowed(*colour)] == []
