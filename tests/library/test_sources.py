"""The sources: each can be looked up, and whatever the library cites is among them."""

import re

import pytest

from backjournal.library.exercises import NO_SOURCE, library
from backjournal.library.measures import measure_library
from backjournal.library.sources import Source, cited_in, sources, where_to_look
from backjournal.trends.change import PAIN_THRESHOLD

PLACES = r"doi:10\.\d{4,9}/\S+|PubMed \d{7,8}|[a-z.-]+\.[a-z]{2,4}(/\S*)?|the journal [\w ]+|\w+ \d+:\d+"


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_a_source_has_a_title_and_a_place_to_look_it_up(source: Source) -> None:
    assert source.title
    assert source.title != source.name
    assert re.fullmatch(PLACES, source.where)
    assert source.year is None or 1950 < source.year < 2100
    # Only a page that was read under its title has no year.
    assert source.year or "/" in source.where or source.where == "orthoinfo.aaos.org"
    assert str(source).startswith(f"{source.name}: {source.title}, ")


def test_sources_are_sorted_and_named_once() -> None:
    names = [source.name for source in sources()]
    assert names == sorted(set(names), key=str.casefold)


def test_every_dose_of_the_library_names_a_source_that_can_be_looked_up() -> None:
    for entry in library():
        exercise = entry.exercise
        assert exercise.source == NO_SOURCE or [each.name for each in cited_in(exercise.source)] == [exercise.source]
        named = re.findall(r"\(([^()]*)\)", exercise.dose_note)
        assert all(cited_in(name) for name in named)


def test_every_measure_and_threshold_names_a_source_that_can_be_looked_up() -> None:
    for measure in measure_library():
        assert cited_in(measure.source), measure.name
        cited = cited_in(f"{measure.source} {measure.threshold.source}")
        assert any(source.where.startswith(("doi:", "PubMed", "cdc.gov")) or source.year for source in cited)
    assert [source.name for source in cited_in(PAIN_THRESHOLD.source)] == ["Farrar 2001", "Ostelo 2008"]


def test_a_name_within_another_is_not_cited() -> None:
    assert [source.name for source in cited_in("5 a day (NHS inform), 8 breaths (NHS), again NHS")] == [
        "NHS inform",
        "NHS",
    ]
    assert where_to_look("our own") == ""
    assert where_to_look("STEADI 2017").endswith(", 2017, cdc.gov/steadi")


def test_every_source_is_cited_or_kept_for_a_threshold() -> None:
    texts = [f"{each.exercise.source} {each.exercise.dose_note}" for each in library()]
    texts += [f"{each.source} {each.threshold.source}" for each in measure_library()]
    cited = {source.name for text in [*texts, PAIN_THRESHOLD.source] for source in cited_in(text)}
    assert {source.name for source in sources()} - cited <= {"Chiarotto 2016"}
