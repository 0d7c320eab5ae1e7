"""A form control for several words, which suggests words that were used before."""

import unicodedata
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from backjournal.model.spelling import name_key, spelled
from backjournal.tui.widgets.line_input import LIST, LineInput


class WordsInput(LineInput):
    """Takes words separated by commas; the right arrow accepts the suggestion for the last one.

    `words` are the words to suggest, the preferred ones first. A pasted list becomes such words.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("right", "cursor_right", "take the suggestion", key_display="→")]

    def __init__(self, value: str, words: Sequence[str], *, id: str, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(value, placeholder, id=id, between=LIST, select_on_focus=False)
        self.suggester = _LastWord(words)


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
