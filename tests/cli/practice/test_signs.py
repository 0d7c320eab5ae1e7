"""Signs on the command line: what they stop, and how they are answered."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.library.red_flags import Urgency, advice
from tests.helpers.commands import Commands

TITLE = f"{advice(Urgency.EMERGENCY).title}."


@pytest.mark.parametrize("exercise", [(), ("bridge",), ("walking",)])
def test_a_practice_asks_first_while_a_sign_stands(commands: Commands, exercise: tuple[str, ...]) -> None:
    commands.output("log", "--note", "numb groin")
    assert commands.lines("today")[0] == TITLE
    refused = commands.run("practise", *exercise)
    assert (refused.exit_code, refused.stdout.splitlines()[0]) == (1, TITLE)
    assert "nothing was practised" in refused.stderr
    told = commands.run("today", "--json")
    assert json.loads(told.stdout)[0]["status"] != "done"
    assert "You noted this, and it should not wait: saddle numbness." in told.stderr
    left = commands.run("practise", *exercise, typed="no\n")
    assert (left.exit_code, left.stdout.splitlines()[-1]) == (0, "Nothing was practised.")


def test_an_answer_lets_the_practice_begin(commands: Commands) -> None:
    commands.output("log", "--symptom", "foot drop")
    assert commands.output("symptoms", "--seen").startswith("A doctor has looked at it: foot drop or weak leg.")
    assert advice(Urgency.URGENT).title not in commands.output("today")
    assert "Practise all the same?" not in commands.run("practise", "walking", typed="").stdout
    assert "there is nothing to answer" in commands.refusal("symptoms", "--gone")
    assert "choose one" in commands.refusal("symptoms", "--gone", "--seen")
    commands.output("log", "--note", "fever")
    assert commands.output("symptoms", "--gone") == "Gone: fever with back pain.\n"


def test_yes_practises_all_the_same(commands: Commands) -> None:
    commands.output("log", "--symptom", "chest pain")
    result = commands.run("practise", "walking", typed="yes\n")
    assert (result.exit_code, "Practise all the same?" in result.stdout) == (0, True)
    assert "stopwatch" in commands.output("today")


def test_a_change_that_completes_a_sign_gives_the_advice_and_one_that_takes_it_away_ends_it(commands: Commands) -> None:
    commands.output("log", "--where", "groin", "--pain", "3")
    check_in_id = commands.json("diary", "--json")[0]["id"]
    changed = commands.lines("edit", check_in_id, "--quality", "numb")
    assert (changed[0].startswith("Changed:"), TITLE in changed) == (True, True)
    assert commands.lines("today")[0] == TITLE
    commands.output("edit", check_in_id, "--quality", "")
    assert TITLE not in commands.lines("today")
    written = commands.output("edit", check_in_id, "--note", "numb groin")
    assert written.count(TITLE) == 1, "advice that came first is not repeated"
    assert "its reminder ends: saddle numbness" in commands.output("edit", check_in_id, "--note", "all fine")
    commands.output("undo")
    assert commands.lines("today")[0] == TITLE
    assert "its reminder ends: saddle numbness" in commands.output("delete", check_in_id)
    commands.output("undo")
    assert "its reminder ends: saddle numbness" in commands.output("redo")
    commands.output("undo")
    assert "its reminder ends" not in commands.output("symptoms", "--gone")
    assert "its reminder ends" not in commands.output("undo"), "an answer taken back ends nothing"
    commands.output("delete", check_in_id)
    assert TITLE not in commands.lines("today")


def test_what_is_done_while_a_sign_stands_is_written_down_with_a_word_about_it(commands: Commands) -> None:
    assert "should not wait" not in commands.output("done", "bridge")
    commands.output("log", "--note", "numb groin")
    reminder = "You noted this, and it should not wait: saddle numbness."
    assert reminder in commands.output("done", "knee rolls")
    assert reminder in commands.output("skip", "--left", "--reason", "rest")
    commands.output("undo")
    assert reminder in commands.output("plan", "change", "bridge", "--repetitions", "12")
    assert reminder in commands.output("plan", "add", "dead bug")
    commands.run("practise", "walking", typed="yes\n")
    assert reminder in commands.output("practise", "walking", "--stop")
    commands.output("measures", "choose", "fingertip")
    assert reminder in commands.output("measures", "record", "fingertip", "12")
    assert TITLE in commands.lines("today", "--day", "yesterday"), "on each day's list"


@pytest.mark.parametrize("measure", ["front plank", "30-second chair stand"])
def test_a_timed_test_asks_first_while_a_sign_stands(commands: Commands, measure: str) -> None:
    commands.output("measures", "choose", measure)
    assert "Practise all the same?" not in commands.run("measures", "time", measure, typed="").stdout
    commands.output("log", "--note", "numb groin")
    left = commands.run("measures", "time", measure, typed="no\n")
    assert left.stdout.splitlines()[-1] == "Nothing was practised."


def test_a_sign_in_the_note_of_a_result_gets_its_advice_and_stands(commands: Commands) -> None:
    commands.output("measures", "choose", "fingertip")
    assert TITLE in commands.lines("measures", "record", "fingertip", "12", "--note", "cannot pee")
    assert commands.lines("today")[0] == TITLE
    commands.output("undo")
    assert TITLE not in commands.lines("today"), "in one change with the result"
    commands.output("measures", "record", "fingertip", "12")
    (result,) = commands.json("measures", "results", "fingertip", "--json")
    assert TITLE in commands.lines("measures", "edit", result["id"], "--note", "cannot pee")


def test_a_sign_in_the_answer_about_pain_gets_its_advice_and_stands(commands: Commands) -> None:
    commands.run("practise", "walking")
    commands.clock.advance(timedelta(minutes=5))
    answered = commands.run("practise", "walking", "--stop", typed="cannot pee\n4\n")
    assert TITLE in answered.stdout.splitlines()
    assert commands.lines("today")[0] == TITLE


def test_a_sign_is_no_time_for_more(commands: Commands) -> None:
    assert "larger dose" in commands.output("plan", "show", "bridge")
    commands.output("log", "--note", "numb groin")
    assert "larger dose" not in commands.output("plan", "show", "bridge")


@pytest.mark.parametrize(
    "typed",
    [
        ("done", "bridge", "--note", "afterwards numb between my legs"),
        ("skip", "bridge", "--reason", "numb between my legs"),
        ("skip", "--left", "--reason", "pain", "--note", "numb between my legs"),
    ],
)
def test_a_sign_in_the_words_of_an_exercise_gets_its_advice_and_stands(
    commands: Commands, typed: tuple[str, ...]
) -> None:
    lines = commands.lines(*typed)
    assert lines[0] == TITLE
    assert commands.lines("today")[0] == TITLE
    assert "numb between my legs" in commands.output("diary")
    commands.output("undo")
    assert TITLE not in commands.output("today"), "in one change with the exercise"
    assert "numb" not in commands.output("diary")


def test_words_of_an_exercise_that_stay_are_not_noted_again(commands: Commands) -> None:
    commands.output("done", "bridge", "--note", "numb between my legs")
    commands.output("symptoms", "--gone")
    assert TITLE not in commands.output("done", "bridge", "--pain", "3")
    assert TITLE not in commands.output("today")
    assert len(commands.json("diary", "--json")) == 1


@pytest.mark.parametrize("answer", ["--gone", "--seen"])
@pytest.mark.parametrize(
    "typed", [("done", "knee rolls", "--note", "cannot pee"), ("skip", "knee rolls", "--reason", "cannot pee")]
)
def test_the_same_words_given_again_after_an_answer_stand_again(
    commands: Commands, typed: tuple[str, ...], answer: str
) -> None:
    commands.output(*typed)
    commands.output("symptoms", answer)
    assert TITLE not in commands.output("today")
    assert commands.lines(*typed)[0] == TITLE
    assert commands.lines("today")[0] == TITLE
    assert commands.run("practise").exit_code == 1


@pytest.mark.slow
def test_a_sign_at_the_end_of_the_longest_note_is_kept(commands: Commands) -> None:
    end = " cannot pee"
    commands.output("done", "bridge", "--note", "all is well. " * 1537 + "x" * (20_000 - 13 * 1537 - len(end)) + end)
    assert commands.lines("today")[0] == TITLE
    assert commands.json("diary", "--json")[0]["note"].endswith(end)


def test_an_undo_that_brings_an_answer_back_says_what_it_ends(commands: Commands) -> None:
    commands.output("log", "--note", "numb groin")
    commands.output("symptoms", "--gone")
    commands.output("log", "--note", "numb groin again")
    said = "What you answered about it before counts again, so its reminder ends: saddle numbness."
    assert said in commands.output("undo")
    assert TITLE not in commands.output("today")
    commands.output("redo")
    assert commands.lines("today")[0] == TITLE


def test_a_plan_that_is_taken_in_while_a_sign_stands_gets_a_word_about_it(commands: Commands, tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(commands.output("plan", "export").replace("repetitions = 10", "repetitions = 12"))
    commands.output("log", "--note", "numb groin")
    taken = commands.output("plan", "import", str(file), "--yes")
    assert "You noted this, and it should not wait: saddle numbness." in taken


def test_a_sign_that_an_undo_or_the_bin_brings_back_is_told(commands: Commands) -> None:
    commands.output("log", "--note", "numb groin")
    check_in_id = commands.json("diary", "--json")[0]["id"]
    said = "This counts again, and should not wait: saddle numbness. 'backjournal today' says what to do."
    assert said not in commands.output("delete", check_in_id)
    assert commands.lines("undo")[-1] == said
    assert said not in commands.output("redo")
    assert commands.lines("bin", "restore", check_in_id)[-1] == said
    assert said not in commands.output("undo")
    commands.output("redo")
    commands.output("symptoms", "--gone")
    assert commands.lines("undo")[-1] == said, "an answer taken back lets it stand again"


def test_an_edit_of_numbers_gives_the_advice_only_while_the_sign_stands(commands: Commands) -> None:
    commands.output("log", "--note", "numb groin")
    check_in_id = commands.json("diary", "--json")[0]["id"]
    assert TITLE in commands.lines("edit", check_in_id, "--pain", "5")
    commands.output("symptoms", "--seen")
    assert commands.lines("edit", check_in_id, "--pain", "6")[1:] == []
    assert TITLE in commands.lines("edit", check_in_id, "--note", "numb groin, worse")
