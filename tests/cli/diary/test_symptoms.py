"""Symptoms on the command line: the advice on them, and their list."""

import pytest

from backjournal.library.red_flags import Urgency, advice, red_flags
from tests.helpers.commands import Commands


@pytest.mark.parametrize("flag", [flag for flag in red_flags() if flag.urgency > Urgency.SOON], ids=lambda f: f.word)
def test_an_urgent_symptom_gets_its_advice_before_anything_else(fresh: Commands, flag: object) -> None:
    found = next(known for known in red_flags() if known == flag)
    expected = advice(found.urgency)
    lines = fresh.lines("log", "--symptom", found.word, "--pain", "4")
    assert lines[:4] == [f"{expected.title}.", f"{found.label}.", expected.text, f"Source: {expected.source}."]
    assert lines[5].startswith("Saved: ")
    assert f"  Advice: {expected.title}." in fresh.lines("diary")


def test_the_advice_stands_even_if_the_check_in_is_refused(fresh: Commands) -> None:
    result = fresh.run("log", "--symptom", "Chest Pain", "--symptom", "fever-with-back-pain", "--pain", "11")
    assert result.exit_code == 1
    titles = [advice(urgency).title for urgency in (Urgency.EMERGENCY, Urgency.URGENT)]
    assert [line for line in result.stdout.splitlines() if line.rstrip(".") in titles] == [f"{t}." for t in titles]
    assert not fresh.journal.exists()


def test_a_symptom_for_later_gets_its_advice_after_what_was_saved(fresh: Commands) -> None:
    lines = fresh.lines("log", "--symptom", "muscle weakness")
    assert lines[0].startswith("Saved: ")
    assert lines[1] == f"{advice(Urgency.SOON).title}."
    assert len(fresh.lines("log", "--symptom", "hiccups")) == 1


def test_a_symptom_that_only_begins_like_one_to_watch_for_is_kept_with_a_question(fresh: Commands) -> None:
    hint, saved = fresh.lines("log", "--symptom", "Leg; hiccups")
    assert hint == (
        "'Leg' is kept as your own word. Did you mean 'legs worsening fast'? 'backjournal symptoms' lists them."
    )
    assert saved.endswith("symptoms: Leg, hiccups")
    short = fresh.json("diary", "--json")[0]["id"]
    hint, saved = fresh.lines("edit", short, "--symptom", "un")
    assert "Did you mean 'unexplained weight loss' or 'unrelenting night pain'?" in hint
    assert len(fresh.lines("edit", short, "--pain", "3")) == 1, "what was not typed is not asked about"


def test_symptoms_lists_every_one_by_urgency(fresh: Commands) -> None:
    text = fresh.output("symptoms")
    assert all(f"  {flag.word}: {flag.label}\n" in text for flag in red_flags())
    headings = [line.split(":")[0] for line in text.splitlines() if line and not line.startswith(" ")]
    assert headings == ["Emergency", "Urgent", "Soon"]
    assert not fresh.journal.exists()
