"""What keeps the match of a search in view: in a row that is cut off, and in a text that is scrolled."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backjournal.tui.widgets.words import MATCH

_BEFORE_MATCH = 20
"""How much is shown at most before a match that would not be in view otherwise, in characters."""

_CUT_OFF = "… "


def from_match(content: Content, cells: int) -> Content:
    """Return a marked text that is cut off after some cells, from shortly before its first match on if need be."""
    first = next((span for span in content.spans if span.style == MATCH), None)
    # What is cut off ends in an ellipsis.
    if first is None or content.cell_length <= cells or content[: first.end].cell_length < cells:
        return content
    half, all_after = (cells - (first.end - first.start)) // 2 - 2, len(content) - first.start
    before = max(0, min(_BEFORE_MATCH, half), cells - len(_CUT_OFF) - all_after)
    start = max(0, first.start - before)
    start = max(start, content.plain.find(" ", start, first.start) + 1)
    while start < first.start and content[start : first.end].cell_length + len(_CUT_OFF) >= cells:
        start += 1  # some characters take two cells
    return Content.assemble(_CUT_OFF, content[start:])


def scroll_to_match(scroll: VerticalScroll, text: Static) -> None:
    """Scroll to the first match in a marked text, with a line above it, where it would not be in view."""
    content, width = text.content, text.content_size.width
    # A text that is not shown has no width.
    if not width or not isinstance(content, Content):
        return
    marked_lines = (any(span.style == MATCH for span in line.spans) for line in content.wrap(width))
    first = next((place for place, is_marked in enumerate(marked_lines) if is_marked), 0)
    if first >= scroll.content_size.height:
        scroll.scroll_to(y=first - 1, animate=False)
