"""Spellings of one word: what counts as the same name, and what a search finds."""

import unicodedata

import pytest
from hypothesis import given

from backjournal.model.spelling import (
    begun,
    has_words,
    is_same_name,
    matches_in,
    name_key,
    named,
    spelled,
    without_accents,
)
from tests.helpers.words import ANY_TEXT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brücke", "Bru\u0308cke"),
        ("BRÜCKE", "brücke"),
        ("Child's pose", "Child’s pose"),
        ("Child's pose", "child‘s POSE"),
        ("bird-dog", "Bird dog"),
        ("Side plank", "side–plank"),
        ("side-plank", "side\u2011plank"),
        ("Side  plank", " side plank "),
        ("Straße", "STRASSE"),
        ("ﬁnger", "finger"),
        ("ＷＡＬＬ", "wall"),
        ("wall\u200b slide\ufeff", "wall slide"),
        ("co\u00adoldown", "cooldown"),
    ],
)
def test_the_same_name_in_two_spellings(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert named([one], other, str) == [one]
    assert begun([one], other, str) == [one]


@pytest.mark.parametrize(("one", "other"), [("Brücke", "Brucke"), ("plank", "planks"), ("birddog", "bird-dog")])
def test_two_names(one: str, other: str) -> None:
    assert not is_same_name(one, other)


def test_accents_do_not_count_where_nothing_is_spelled_as_typed() -> None:
    names = ["Brücke", "Brucke", "Café"]
    assert named(names, "brücke", str) == ["Brücke"]
    assert named(names, "brucke", str) == ["Brucke"]
    assert named(names, "cafe", str) == ["Café"]
    assert named(names, "CAFÈ", str) == ["Café"]
    assert begun(names, "brü", str) == ["Brücke"]
    assert begun(names, "bru", str) == ["Brucke"]
    assert begun(["Brücke"], "bru", str) == ["Brücke"]


@pytest.mark.parametrize("nothing", ["", "  ", "-", "–", "\u200b"])
def test_nothing_typed_names_nothing(nothing: str) -> None:
    assert named(["plank", ""], nothing, str) == []
    assert begun(["plank", ""], nothing, str) == []


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("after the café", "cafe\u0301"),
        ("after the cafe\u0301", "café"),
        ("after the café", "CAFE"),
        ("after the cafe", "café"),
        ("the bird-dog, twice", "bird dog"),
        ("the bird dog, twice", "bird–dog"),
        ("Child’s pose", "child's"),
        ("he said “yes”", '"yes"'),
        ("er sagte „ja“", '"ja"'),
        ("Rückenschule", "rucken"),
        ("어깨 허리", "허리"),
        ("कमर दर्द", "दर्द"),
    ],
)
def test_a_search_finds_other_spellings(text: str, search: str) -> None:
    assert has_words(text, search)


@pytest.mark.parametrize("begin", ["", "Straße "])
def test_matches_are_found_where_they_are_whatever_letters_come_before(begin: str) -> None:
    text = f"{begin}Bird-dog, the dog walk"
    assert [text[start:end] for start, end in matches_in(text, "DOG bird")] == ["Bird", "dog", "dog"]
    assert matches_in(text, "cat") == []


def test_vowels_that_are_no_accents_count() -> None:
    assert not has_words("कमर", "कमरा")
    assert not has_words("bar", "bør")


@given(ANY_TEXT)
def test_a_text_is_compared_alike_in_every_form(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert name_key(unicodedata.normalize(form, text)) == name_key(text)
        assert has_words(unicodedata.normalize(form, text), text)
    assert spelled(spelled(text)) == spelled(text)
    assert without_accents(without_accents(text)) == without_accents(text)
