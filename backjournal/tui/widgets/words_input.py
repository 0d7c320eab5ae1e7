"""A form control for several words, which suggests words that were used before."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input


class WordsInput(Input):
    """Takes words separated by commas; the right arrow accepts the suggestion for the last one.

    `words` are the words to suggest, the preferred ones first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("right", "cursor_right", "take the grey word", key_display="→")]

    def __init__(self, value: str, words: Sequence[str], *, id: str, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(value, placeholder, id=id, suggester=_LastWord(words), compact=True, select_on_focus=False)


class _LastWord(Suggester):
    """Suggests a completion of the word after the last comma."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        before, comma, last = value.rpartition(",")
        typed = last.lstrip().casefold()
        if not typed:
            return None
        taken = {word.strip().casefold() for word in before.split(",")}
        for word in self._words:
            if word.casefold().startswith(typed) and word.casefold() not in taken:
                return f"{before}{comma}{last}{word[len(typed) :]}"
        return None
