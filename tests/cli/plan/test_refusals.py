"""What the commands of the plan refuse."""

import pytest

from tests.helpers.commands import Commands

NO_DOSE = "a dose needs repetitions, a hold, breaths, minutes or a distance"
MIXED = "a dose counts minutes, or a distance, or breaths, or repetitions and a hold: leave the others empty"
IN_PLAN = "it has Knee rolls, Knee to chest, Bridge, Walking, Hip hinge"
NEEDS_CATEGORY = "an exercise of your own needs a --category: stretching, strengthening, aerobic conditioning, "


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "swim"], f"no exercise in the plan begins with 'swim': {IN_PLAN}"),
        (["change", "bird", "--sets", "2"], f"no exercise in the plan begins with 'bird': {IN_PLAN}"),
        (["stop", "bird"], "no exercise in the plan begins with 'bird'"),
        (["move", "bird", "up"], "no exercise in the plan begins with 'bird'"),
        (["stop", "knee"], "'knee' begins several exercises: Knee rolls, Knee to chest; type more of the name"),
        (
            ["add", "swim"],
            "no exercise of the library begins with 'swim': --own makes one of your own, it has Child's pose, ",
        ),
        (["add", "knee"], "'knee' begins several exercises: Knee to chest, Knee rolls, Kneeling back extension"),
        (["add", "bridge"], "Bridge is in the plan already: 'backjournal plan change' changes its dose"),
        (["add", "BRIDGE", "--own", "--category", "stab", "--sets", "2", "--hold", "5"], "is in the plan already"),
        (["add", "bird", "--sets", "2"], NO_DOSE),
        (["add", "bird", "--hold", ""], NO_DOSE),
        (["add", "bird", "--minutes", "5", "--breaths", "8"], MIXED),
        (["add", "bird", "--hold", "0"], "hold: '0' is not a whole number from 1 to 600"),
        (
            ["add", "bird", "--days", "someday"],
            "'someday' is no schedule: write daily, mon-fri, mon wed fri, every other ",
        ),
        (["add", "bird", "--days", ""], "choose at least one weekday"),
        (["add", "bird", "--from", "someday"], "'someday' is not a day"),
        (["add", "bird", "--how-to", "slowly"], "are for an exercise of your own: add --own"),
        (["add", "Squat", "--own", "--repetitions", "5"], NEEDS_CATEGORY),
        (["add", "Squat", "--own", "--repetitions", "5", "--category", ""], NEEDS_CATEGORY),
        (["add", "Squat", "--own", "--repetitions", "5", "--category", "legs"], "'legs' is no category: write "),
        (["add", "Squat", "--own", "--category", "stab"], NO_DOSE),
        (["add", " ", "--own", "--category", "stab", "--hold", "5"], "an exercise needs a name of 1 to 80 characters"),
        (["change", "bridge"], "there is nothing to change: give a number of the dose, such as --sets 2, or --days"),
        (["change", "bridge", "--sets", "2"], "Bridge is prescribed like this already: nothing was changed"),
        (["change", "bridge", "--minutes", ""], "Bridge is prescribed like this already: nothing was changed"),
        (["change", "bridge", "--repetitions", "", "--hold", ""], NO_DOSE),
        (["change", "bridge", "--sets", "21"], "sets: '21' is not a whole number from 1 to 20"),
        (["change", "bridge", "--breaths", "5", "--repetitions", "5"], MIXED),
        (["change", "walking", "--sets", "2"], "minutes or a distance have no sets"),
        (["change", "bridge", "--days", "mon-xyz"], "'mon-xyz' is no schedule"),
        (["starter"], "there is a plan already"),
    ],
)
def test_what_the_plan_cannot_take_is_refused_and_changes_nothing(
    commands: Commands, arguments: list[str], message: str
) -> None:
    before = commands.journal.read_bytes()
    assert message in commands.refusal("plan", *arguments)
    assert commands.journal.read_bytes() == before


@pytest.mark.parametrize("arguments", [["nonsense"], ["move", "bridge", "left"], ["stop"], ["add"], ["show", "--no"]])
def test_wrong_usage_of_the_plan_has_exit_status_2(commands: Commands, arguments: list[str]) -> None:
    assert commands.run("plan", *arguments).exit_code == 2


@pytest.mark.parametrize(
    "arguments", [[], ["show"], ["change", "bridge", "--sets", "1"], ["stop", "bridge"], ["move", "bridge", "up"]]
)
def test_without_a_journal_there_is_no_plan(fresh: Commands, arguments: list[str]) -> None:
    assert "with 'backjournal plan starter'" in fresh.refusal("plan", *arguments)
    assert not fresh.journal.parent.exists()


@pytest.mark.parametrize("arguments", [["add", "swim"], ["add", "bird", "--sets", "2"], ["add", "bird", "--days", "x"]])
def test_what_cannot_be_added_is_refused_before_a_journal_is_made(fresh: Commands, arguments: list[str]) -> None:
    fresh.refusal("plan", *arguments)
    assert not fresh.journal.exists()
