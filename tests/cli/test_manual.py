"""The manual on the command line."""

import pytest

from tests.helpers.commands import Commands


def test_without_a_topic_all_are_listed(fresh: Commands) -> None:
    lines = fresh.lines("manual")
    assert lines[0].split() == ["panes", "The", "panes"]
    assert "plan-file" in " ".join(lines)
    assert not fresh.journal.exists()


@pytest.mark.parametrize("typed", ["csv", "CSV", "cs"])
def test_a_topic_is_found_by_its_beginning(fresh: Commands, typed: str) -> None:
    printed = fresh.output("manual", typed)
    assert printed.startswith("CSV columns\n")
    assert "worst_pain" in printed
    assert "`" not in printed


def test_a_search_prints_lines_with_their_place(fresh: Commands) -> None:
    printed = fresh.output("manual", "--search", "bin deleted put back")
    assert "keys, Everywhere: D · the bin: what was deleted, to put it back" in printed
    assert "commands: backjournal bin" in printed
    assert "keys" not in fresh.output("manual", "commands", "--search", "bin deleted put back")


def test_what_the_manual_has_not_is_refused_in_one_line(fresh: Commands) -> None:
    assert "no topic of the manual begins with 'xyz': the topics are panes" in fresh.refusal("manual", "xyz")
    assert "'c' begins several topics: " in fresh.refusal("manual", "c")
    assert "no line with 'qqq'" in fresh.refusal("manual", "--search", "qqq")


def test_topics_are_completed(fresh: Commands) -> None:
    assert fresh.offered("manual p") == ["panes", "plan-file"]
