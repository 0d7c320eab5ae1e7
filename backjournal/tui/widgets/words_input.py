"""A form control for several words, which suggests words that were used before."""

import unicodedata
from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.suggester import Suggester

from backjournal.model.spelling import name_key, spelled
from backjournal.tui.widgets.last_input import LastInput
from backjournal.tui.widgets.line_input import LIST

_TAKES = "  → takes it"


class WordsInput(LastInput):
    """Takes words separated by commas; the right arrow accepts the suggestion for the last one, as the line says.

    `words` are the words to suggest, the preferred ones first. A pasted list becomes such words. An empty field offers
    the `last` words instead of the placeholder.
    """

    def __init__(
        self,
        value: str,
        words: Sequence[str],
        *,
        id: str,  # noqa: A002
        placeholder: str = "",
        last: str = "",
    ) -> None:
        super().__init__(value, "" if last else placeholder, id=id, last=last, between=LIST, select_on_focus=False)
        self.suggester = _LastWord(words)

    def render_line(self, y: int) -> Strip:
        """Return the line; beside a suggestion stands the key that takes it, over its end if there is no more room."""
        strip = super().render_line(y)
        if y or not self.has_focus or len(self._suggestion) <= len(self.value):
            return strip
        style = self.rich_style + self.get_component_rich_style("input--suggestion")
        end = min(cell_len(self._suggestion) - self.scroll_offset.x, self.content_size.width - len(_TAKES))
        hint = Strip([Segment(_TAKES, style)])
        return Strip.join([strip.crop(0, end), hint]).adjust_cell_length(strip.cell_length, self.rich_style)


class _LastWord(Suggester):
    """Suggests a completion of the word after the last comma."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        before, comma, last = value.rpartition(",")
        typed = unicodedata.normalize("NFC", last.lstrip())
        if not typed:
            return None
        taken = set(map(name_key, before.split(",")))
        for word in self._words:
            if spelled(word[: len(typed)]) == spelled(typed) and name_key(word) not in taken:
                return f"{before}{comma}{last}{word[len(typed) :]}"
        return None
