"""The pages of the manual in a terminal of any width."""

from itertools import chain

import pytest
from rich.cells import cell_len

from backjournal.manual.pages import page, place_of
from backjournal.manual.topics import Topic, search, topics


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.name)
@pytest.mark.parametrize("width", [50, 76, 100])
def test_a_page_fits_and_nothing_is_cut_off(topic: Topic, width: int) -> None:
    laid_out = page(topic, width).plain
    assert max(map(cell_len, laid_out.splitlines())) <= width
    assert laid_out.count("…") == topic.text.count("…")
    assert laid_out.startswith(topic.title)


@pytest.mark.parametrize("width", [50, 76, 100])
def test_each_line_that_is_found_is_at_its_place(width: int) -> None:
    matches = {(match.topic, match.line) for match in chain.from_iterable(map(search, "aeiou"))}
    assert len(matches) > 200
    pages = {topic: page(topic, width) for topic in topics()}
    for topic, line in matches:
        laid_out = pages[topic]
        lines = laid_out.plain.splitlines()
        first = lines[place_of(line, laid_out)].strip(" •")
        assert first.startswith(line.split()[0][:4])
        assert len({*first.split()} & {*line.split()}) > len(first.split()) // 2, (first, line)
