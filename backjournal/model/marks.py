"""Marks: the words on a check-in, such as where it hurts or a medicine taken."""

from enum import StrEnum
from typing import Self

from backjournal.model.amounts import FRACTIONS
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import WORD_LENGTH, clean_line, split_words


class MarkKind(StrEnum):
    """What a mark is about."""

    LOCATION = "location"
    QUALITY = "quality"
    TRIGGER = "trigger"
    RELIEF = "relief"
    MEDICINE = "medicine"
    SYMPTOM = "symptom"


@dataclass(frozen=True, slots=True)
class Mark:
    """A word on a check-in, with an amount where it has one (`ibuprofen`, `400 mg`)."""

    kind: MarkKind
    word: str
    """What was written: 1 to 80 characters."""

    amount: str = ""
    """How much of a medicine, with its unit: up to 80 characters."""

    def __post_init__(self) -> None:
        """Clean the text and refuse a word that is missing or too long.

        Raises:
            InvalidValue: the word is empty or longer than 80 characters.
        """
        object.__setattr__(self, "word", clean_line(self.word))
        object.__setattr__(self, "amount", clean_line(self.amount))
        if not 1 <= len(self.word) <= WORD_LENGTH or len(self.amount) > WORD_LENGTH:
            raise InvalidValue(self.kind, f"{self.kind}: a word has 1 to {WORD_LENGTH} characters")

    @classmethod
    def parse(cls, kind: MarkKind, text: str) -> Self:
        """Read a mark as typed; the inverse of `str`.

        The amount of a medicine begins at the first word, after its name, that starts with a digit or a fraction.

        Raises:
            InvalidValue: the word is empty or longer than 80 characters.
        """
        words = clean_line(text).split()
        cut = next((index for index, word in enumerate(words) if index and _is_number(word[0])), len(words))
        if kind is not MarkKind.MEDICINE:
            cut = len(words)
        return cls(kind, " ".join(words[:cut]), " ".join(words[cut:]))

    def __str__(self) -> str:
        return f"{self.word} {self.amount}".rstrip()


def _is_number(char: str) -> bool:
    return char.isdigit() or char in FRACTIONS


def parse_marks(kind: MarkKind, text: str) -> tuple[Mark, ...]:
    """Read the marks of one field, separated by commas or semicolons."""
    return tuple(Mark.parse(kind, word) for word in split_words(text))
