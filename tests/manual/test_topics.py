"""The topics of the manual, and the search in them."""

import re

import pytest

from backjournal.manual.topics import search, topics


def test_every_topic_has_a_title_and_a_text_without_comments() -> None:
    assert [topic.name for topic in topics()][:3] == ["panes", "keys", "commands"]
    for topic in topics():
        assert topic.text.startswith(f"# {topic.title}\n")
        assert "<!--" not in topic.text
        assert len(topic.text) > 500


@pytest.mark.parametrize(
    ("words", "topic", "heading", "line"),
    [
        ("flare-up declare", "panes", "The panes", None),
        ("REDO WHAT", "keys", "Everywhere", "U · redo what was undone"),
        (
            "bird dog since",
            "commands",
            "Examples",
            "backjournal trends exercise --exercise bird-dog --since 2026-09-01",
        ),
        (
            "dube 2021",
            "sources",
            "Sources",
            None,
        ),
        ("quality reliefs", None, None, None),
    ],
)
def test_a_search_finds_lines(words: str, topic: str | None, heading: str | None, line: str | None) -> None:
    found = search(words)
    if topic is None:
        assert found == ()
        return
    match = next(each for each in found if each.topic.name == topic)
    assert heading in (None, match.heading)
    assert line in (None, match.line)


def test_nothing_is_found_for_nothing() -> None:
    assert search("") == search("  ") == ()


def test_no_line_has_marks_of_markdown() -> None:
    for match in search("a"):
        assert not re.search(r"`|\*\*| \| |---|\]\(", match.line.replace("… | head", ""))
