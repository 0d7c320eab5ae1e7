"""Symptoms on the command line: the advice on them, and their list."""

import pytest

from backjournal.library.red_flags import Urgency, advice, red_flags
from tests.helpers.commands import Commands


@pytest.mark.slow
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
    kept, saved = fresh.lines("log", "--symptom", "hiccups")
    assert kept == "'hiccups' is kept as your own word. 'backjournal symptoms' lists the symptoms to watch for."
    assert saved.startswith("Saved: ")


def test_every_red_flag_that_a_word_may_mean_is_offered_the_most_urgent_first(fresh: Commands) -> None:
    lines = fresh.lines("log", "--symptom", "numb")
    assert lines[0].startswith("'numb' is kept as your own word. It may mean one of these")
    offered = [line.split(":")[0].strip() for line in lines if line.startswith("  ")]
    assert offered == ["saddle numbness", "both legs affected", "numb or tingling leg"]
    titles = [f"{advice(urgency).title}, if it is:" for urgency in (Urgency.EMERGENCY, Urgency.SOON)]
    assert [line for line in lines if line.endswith("if it is:")] == titles
    assert lines[-1].endswith("symptoms: numb")
    short = fresh.json("diary", "--json")[0]["id"]
    assert "unexplained weight loss" in fresh.output("edit", short, "--symptom", "un")
    assert len(fresh.lines("edit", short, "--pain", "3")) == 1, "what was not typed is not asked about"


@pytest.mark.parametrize(
    "typed",
    [
        ("--symptom", "incontinence"),
        ("--note", "I cannot pee since this morning"),
        ("--quality", "numb", "--where", "groin"),
        ("--where", "pain in both legs"),
        ("--trigger", "car crash"),
    ],
)
def test_an_emergency_in_own_words_gets_its_advice_wherever_it_is_written(
    fresh: Commands, typed: tuple[str, ...]
) -> None:
    assert fresh.lines("log", *typed)[0] == f"{advice(Urgency.EMERGENCY).title}."
    assert f"  Advice: {advice(Urgency.EMERGENCY).title}." in fresh.lines("diary")


@pytest.mark.parametrize("number", ["112", "116 117 or 112"])
def test_the_advice_names_the_own_number_and_what_to_tell(fresh: Commands, number: str) -> None:
    assert "Call your local emergency number" in fresh.output("log", "--symptom", "chest pain")
    assert fresh.output("settings", "emergency-number", f" {number}\n") == f"emergency-number {number}\n"
    assert fresh.output("settings", "context", "osteoporosis, Cancer") == "context cancer, fragile bones\n"
    tell = "Tell them this too: Cancer, now or in the past; Osteoporosis, or steroid medicine for a long time."
    for typed in (("log", "--note", "numb groin"), ("today",), ("symptoms", "numb")):
        text = fresh.output(*typed)
        assert f"Call {number} or go to" in text
        assert tell in text
    assert tell not in fresh.output("log", "--symptom", "muscle weakness")
    fresh.output("settings", "context", "none")
    fresh.output("settings", "emergency-number", "none")
    text = fresh.output("today")
    assert "Call your local emergency number" in text
    assert "Tell them this too" not in text


def test_a_word_prints_what_to_do_about_all_that_it_may_mean(fresh: Commands) -> None:
    lines = fresh.lines("symptoms", "cannot", "pee")
    assert lines[:2] == [
        f"{advice(Urgency.EMERGENCY).title}.",
        "Trouble starting, stopping or feeling urine or stool; leaking; not noticing when bladder or bowel are full.",
    ]
    assert len([line for line in fresh.lines("symptoms", "chest-pain") if line.endswith(".")]) == 5
    assert lines[-1] == "This is only told: 'backjournal log --symptom \"bladder or bowel trouble\"' writes it down."
    assert "does not say that it is harmless" in fresh.refusal("symptoms", "hiccups")
    assert not fresh.journal.exists()


def test_a_word_that_is_understood_needs_no_pointer_to_the_list(fresh: Commands) -> None:
    text = fresh.output("log", "--symptom", "foot drop")
    assert advice(Urgency.URGENT).title in text
    assert "kept as your own word" not in text


def test_each_symptom_that_stands_can_be_answered_by_itself(fresh: Commands) -> None:
    fresh.output("log", "--symptom", "chest pain", "--note", "fever and numb groin")
    assert fresh.output("symptoms", "chest", "--gone") == "Gone: chest pain.\n"
    assert fresh.output("symptoms", "--seen", "saddle-numb").startswith("A doctor has looked at it: saddle numbness.")
    assert "those that stand are fever with back pain" in fresh.refusal("symptoms", "chest", "--seen")
    assert "Noted on Saturday 21 November 2026: fever with back pain." in fresh.output("today")
    assert fresh.output("symptoms", "--gone") == "Gone: fever with back pain.\n"
    fresh.output("undo")
    assert advice(Urgency.URGENT).title in fresh.output("today")


def test_symptoms_lists_every_one_by_urgency(fresh: Commands) -> None:
    text = fresh.output("symptoms")
    assert all(f"  {flag.word}: {flag.label}\n" in text for flag in red_flags())
    headings = [line.split(":")[0] for line in text.splitlines() if line and not line.startswith(" ")]
    assert headings == ["Emergency", "Urgent", "Soon", "Tell a doctor once, and the journal too"]
    assert not fresh.journal.exists()
