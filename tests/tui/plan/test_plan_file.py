"""Plan files in the app: exporting the plan, and importing one after a look at what it changes."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, Select

from backjournal.model.doses import Dose
from backjournal.model.prescriptions import PlanFacts
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, LOW, PLAN, Person, at_rest, running, seeded
from tests.helpers.values import TODAY
from tests.tui.plan.test_plan import fill, of

WRITTEN = """\
aim = "Walk the dog [/]again"

[[exercise]]
name = "Side plank"
sets = 3
hold = 20
sides = "each"
schedule = "every other day"
note = "Breathe on."

[[exercise]]
name = "Wall squat"
category = "strengthening"
repetitions = 8
schedule = "3 a week"
"""


async def opened(person: Person, file: str) -> None:
    """Open a plan file."""
    await person.press("o")
    await fill(person, file=file)
    await person.press("enter")
    await person.threads_done()


@pytest.mark.slow
async def test_a_plan_goes_out_and_in_unchanged(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store.plan.save_facts(PlanFacts("Walk the dog again", "M. Example", date(2026, 11, 20)))
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("4", "x")
        assert person.screen.query_one("#what", Select).value == "plan"
        assert not person.screen.query_one("#field-since").display
        await person.press("ctrl+s")
        await person.threads_done()
        name = f"backjournal-plan-{TODAY}.toml"
        assert person.notices[-1].startswith(f"Written: {name}")
        before = store.plan.prescriptions()
        await opened(person, name)
        assert person.window == "PlanPreview"
        assert "The plan is like this already." in person.text
        await person.press("enter")
        assert person.window == "PlanPreview", "there is nothing to take"
        await person.press("escape")
        assert store.plan.prescriptions() == before
        await person.press("x", "ctrl+s")
        await person.threads_done()
        assert "exists already: tick Replace" in person.problems()["file"]


@pytest.mark.slow
async def test_a_plan_file_is_shown_and_taken_in_one_step(store: Store, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(WRITTEN, "utf-8")
    async with running(BackjournalApp(seeded(store)), LOW) as person:
        before = store.plan.prescriptions()
        await person.press("4")
        await opened(person, str(tmp_path / "plan.toml"))
        assert "Changed: Side plank" in person.text
        assert "Added: Wall squat, 8 times, 3 a week" in person.text
        assert "Stopped: Bird-dog" in person.text
        assert "Aim: Walk the dog [/]again" in person.text
        await person.press("escape")
        assert store.plan.prescriptions() == before
        await opened(person, str(tmp_path / "plan.toml"))
        await person.press("enter")
        assert person.notices[-1] == "The plan is as in the file now. u takes it back."
        assert of(store, "side-plank")[-1].dose == Dose(sets=3, hold_seconds=20, sides=before[-1].dose.sides)
        assert "Aim: Walk the dog [/]again" in person.text
        await person.press("u")
        assert [each.last_day for each in store.plan.prescriptions()] == [None] * len(PLAN)
        assert store.plan.facts() == PlanFacts()


@pytest.mark.slow
async def test_what_cannot_be_taken_is_said_in_a_plain_line(store: Store, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text('[[exercise]]\nname = "Walking"\nminuts = 30\n', "utf-8")
    (tmp_path / "plan.toml").write_text(WRITTEN, "utf-8")
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("4")
        await opened(person, "")
        assert person.problems()["file"] == "give the file a name"
        await fill(person, file=str(tmp_path / "nowhere.toml"))
        await person.press("ctrl+s")
        await person.threads_done()
        assert "there is no file" in person.problems()["file"]
        await fill(person, file=str(tmp_path / "wrong.toml"))
        await person.press("ctrl+s")
        await person.threads_done()
        assert "wrong.toml, line 3, minuts" in person.problems()["file"]
        await fill(person, file=str(tmp_path / "plan.toml"))
        await person.press("ctrl+s")
        await person.threads_done()
        store.plan.save_facts(PlanFacts("Changed meanwhile"))
        await person.press("enter")
        assert "changed elsewhere meanwhile" in person.notices[-1]
        assert store.plan.prescriptions() == ()
        await person.press("x")
        person.screen.query_one("#file", Input).value = str(tmp_path / "empty.toml")
        await at_rest(person.app)
        await person.press("ctrl+s")
        await person.threads_done()
        assert "the plan is empty" in person.problems()["what"]


async def test_the_name_of_a_file_never_acts_on_the_terminal(store: Store, tmp_path: Path) -> None:
    wild = tmp_path / "[31m[red]plan.toml"
    wild.write_text(WRITTEN)
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await opened(person, str(tmp_path / "\x1b[31m[red]plan.toml"))
        assert "The plan in [31m[red]plan.toml" in person.text
        await person.press("escape")
        wild.write_text("oops")
        await opened(person, str(wild))
        assert "✗ [31m[red]plan.toml, line 1: this cannot be read" in person.text
