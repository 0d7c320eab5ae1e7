"""The exercises of the library, the starter plan, and the red flags."""

import re
from collections import Counter

import pytest

from backjournal.library.exercises import ASK_FIRST, NO_SOURCE, LibraryExercise, aim_of, library, starter_plan
from backjournal.library.red_flags import RedFlag, Urgency, advice, flags_of, meant_by, red_flags, symptom
from backjournal.model.exercises import Category
from backjournal.model.marks import Mark, MarkKind, parse_marks


def names(entries: tuple[LibraryExercise, ...]) -> list[str]:
    return [entry.exercise.id for entry in entries]


def test_twenty_exercises_in_five_categories_in_their_order() -> None:
    categories = [entry.exercise.category for entry in library()]
    assert Counter(categories) == dict(zip(Category, (6, 4, 2, 6, 2), strict=True))
    assert categories == sorted(categories, key=list(Category).index)
    assert len(set(names(library()))) == 20
    assert len({entry.exercise.name.casefold() for entry in library()}) == 20


@pytest.mark.parametrize("entry", library(), ids=names(library()))
def test_an_exercise_says_how_to_do_it_in_two_to_five_short_sentences(entry: LibraryExercise) -> None:
    sentences = re.split(r"(?<=[.!?])\s+", entry.exercise.how_to)
    assert 2 <= len(sentences) <= 5
    assert all(sentence.endswith(".") and len(sentence) < 160 for sentence in sentences)
    assert entry.exercise.caution.endswith(".")
    assert bool(entry.exercise.dose_note) == (entry.exercise.source != NO_SOURCE), "a missing source is said once"


# From the evidence: each figure with its source; of a range, the lower end.
SOURCED = {
    "childs-pose": ("8 breaths", False, "NHS"),
    "knee-to-chest": ("2 × 5 s, twice a day", True, "Mayo Clinic"),
    "knee-rolls": ("8 breaths", False, "NHS"),
    "cat-cow": ("10 times", False, "clinic handout"),
    "hamstring-stretch": ("2 × 30 s", True, "ACSM"),
    "hip-flexor-stretch": ("2 × 30 s", True, "clinic handout"),
    "bridge": ("2 × 10, 3 s", False, "Bournemouth University"),
    "kneeling-back-extension": ("10 times", False, "AAOS"),
    "single-leg-bridge": ("2 × 10", True, "Peak Physio"),
    "walking": ("10 min", False, "WalkBack 2024"),
    "pelvic-tilt": ("5 × 5 s", False, "Mayo Clinic"),
    "bird-dog": ("2 × 10, 4 s", True, "Bournemouth University"),
    "curl-up": ("2 × 10, 3 s", False, "Bournemouth University"),
    "side-plank": ("2 × 20 s", True, "Bournemouth University"),
    "front-plank": ("2 × 20 s", False, "Bournemouth University"),
}
AIMS = {
    "childs-pose": "10 breaths",
    "knee-to-chest": "3 × 5 s, twice a day",
    "knee-rolls": "10 breaths",
    "cat-cow": "15 times",
    "walking": "30 min",
    "pelvic-tilt": "30 × 5 s",
}
UNSOURCED = {
    "clamshell": ("2 × 10", True),
    "cycling-or-swimming": ("20 min", False),
    "dead-bug": ("2 × 8", True),
    "sit-to-stand": ("2 × 8", False),
    "hip-hinge": ("2 × 8", False),
}


def test_a_dose_is_the_one_of_its_source_or_says_that_there_is_none() -> None:
    assert NO_SOURCE == "starting point, ask your therapist"
    expected = SOURCED | {key: (*found, NO_SOURCE) for key, found in UNSOURCED.items()}
    assert {
        entry.exercise.id: (str(entry.dose), entry.exercise.sides, entry.exercise.source) for entry in library()
    } == expected


def test_an_aim_is_the_upper_end_of_what_a_source_says() -> None:
    assert {entry.exercise.id: str(entry.aim) for entry in library() if entry.aim} == AIMS
    assert {key: str(aim_of(key)) for key in AIMS} == AIMS
    assert aim_of("bridge") is None
    assert all(str(entry.aim).split()[0] in entry.exercise.dose_note for entry in library() if entry.aim)
    assert all(entry.dose.target <= entry.aim.target for entry in library() if entry.aim)


def test_the_days_are_the_lower_end_of_what_a_source_says() -> None:
    days = {entry.exercise.id: str(entry.schedule) for entry in library() if str(entry.schedule) != "daily"}
    assert days == {
        "hamstring-stretch": "mon thu",
        "clamshell": "mon wed fri",
        "walking": "mon-fri",
        "cycling-or-swimming": "mon wed fri",
        "sit-to-stand": "mon wed fri",
        "hip-hinge": "mon wed fri",
    }


def test_the_starter_plan_is_gentle_and_covers_every_category() -> None:
    assert {entry.exercise.category for entry in starter_plan()} == set(Category)
    assert len(set(names(starter_plan()))) == len(starter_plan()) <= 7
    full = {entry.exercise.id: entry.dose for entry in library()}
    for entry in starter_plan():
        shipped = full[entry.exercise.id]
        assert entry.dose.target <= shipped.target
        assert (entry.dose.repetitions or 0) <= (shipped.repetitions or 0)
        assert (entry.dose.hold_seconds or 0) <= (shipped.hold_seconds or 0)
    assert "physiotherapist" in ASK_FIRST


def test_the_red_flags_of_the_evidence_the_most_urgent_first() -> None:
    urgencies = [flag.urgency for flag in red_flags()]
    assert urgencies == sorted(urgencies, reverse=True)
    assert Counter(urgencies) == {Urgency.EMERGENCY: 8, Urgency.URGENT: 9, Urgency.SOON: 3}
    assert len({flag.word for flag in red_flags()}) == len(red_flags())
    assert len({flag.label for flag in red_flags()}) == len(red_flags())


@pytest.mark.parametrize("flag", red_flags(), ids=lambda flag: flag.word)
def test_the_word_of_a_red_flag_stands_as_a_mark(flag: RedFlag) -> None:
    mark = Mark(MarkKind.SYMPTOM, flag.word)
    assert flag.word == flag.word.casefold()
    assert parse_marks(MarkKind.SYMPTOM, flag.word) == (mark,)
    assert Mark.parse(MarkKind.SYMPTOM, str(mark)) == mark
    assert flags_of([mark]) == (flag,)
    assert symptom(flag.word.upper()) == mark


@pytest.mark.parametrize(
    "typed", ["leg", "new", "h", "weak", "numb", "fever", "un", "hiccups", "saddle numbness today"]
)
def test_a_symptom_that_only_resembles_a_red_flag_stays_the_persons_own_word(typed: str) -> None:
    assert symptom(typed) == Mark(MarkKind.SYMPTOM, typed)
    assert flags_of([symptom(typed)]) == ()


@pytest.mark.parametrize("typed", ["Chest Pain", " chest  pain ", "chest-pain", "CHEST-PAIN"])
def test_a_red_flag_is_known_in_any_case_and_with_hyphens(typed: str) -> None:
    assert symptom(typed) == Mark(MarkKind.SYMPTOM, "chest pain")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Numb", ["numb or tingling leg"]),
        ("un", ["unexplained weight loss", "unrelenting night pain"]),
        ("both-legs", ["both legs affected"]),
        ("chest pain", []),
        ("hiccups", []),
    ],
)
def test_the_red_flags_that_a_beginning_may_mean(typed: str, words: list[str]) -> None:
    assert [flag.word for flag in meant_by(typed)] == words


def test_only_symptoms_are_red_flags_and_the_most_urgent_comes_first() -> None:
    marks = [
        Mark(MarkKind.SYMPTOM, "Muscle Weakness"),
        Mark(MarkKind.SYMPTOM, "saddle numbness"),
        Mark(MarkKind.LOCATION, "chest pain"),
        Mark(MarkKind.SYMPTOM, "hiccups"),
    ]
    assert [flag.word for flag in flags_of(marks)] == ["saddle numbness", "muscle weakness"]
    assert flags_of([]) == ()


@pytest.mark.parametrize("urgency", Urgency)
def test_there_is_advice_for_every_urgency_with_its_source_and_no_probability(urgency: Urgency) -> None:
    found = advice(urgency)
    assert found.urgency is urgency
    assert found.title
    assert found.source.startswith("the list of symptoms follows "), "the advice itself is our own"
    assert not re.search(r"%|\bprobab|\blikely|\bchance", found.text)
    assert ("emergency" in found.title) == (urgency is Urgency.EMERGENCY)


def test_the_starter_plan_keeps_something_for_a_flare_up() -> None:
    kept = {entry.exercise.id for entry in starter_plan() if entry.exercise.gentle}
    assert kept == {"knee-rolls", "walking", "pelvic-tilt"}
