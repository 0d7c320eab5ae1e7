"""Exercises: their category, instructions and source."""

from enum import StrEnum

from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note


class Category(StrEnum):
    """The five categories of exercise that physical therapy for back pain uses, in the order shown."""

    STRETCHING = "stretching"
    STRENGTHENING = "strengthening"
    AEROBIC = "aerobic conditioning"
    STABILIZATION = "stabilization"
    FUNCTIONAL = "functional movement"

    @property
    def heading(self) -> str:
        """The category as the heading above its exercises."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise and how to do it."""

    id: str
    name: str
    """1 to 80 characters on one line."""

    category: Category
    sides: bool = False
    """Whether each side is exercised in turn; this sets the `sides` of a new dose, which may then differ."""

    how_to: str = ""
    caution: str = ""
    dose_note: str = ""
    """What the library says about the dose."""

    source: str = ""
    """Empty for an exercise that the person added."""

    gentle: bool = False
    """Whether the person continues it during a flare-up."""

    def __post_init__(self) -> None:
        """Clean the text and refuse a name that is missing or too long.

        Raises:
            InvalidValue: the name is empty or longer than 80 characters, or another text is too long.
        """
        object.__setattr__(self, "name", clean_line(self.name))
        for field in ("how_to", "caution", "dose_note", "source"):
            object.__setattr__(self, field, clean_note(getattr(self, field)))
            check_length(field, field.replace("_", "-"), getattr(self, field), NOTE_LENGTH)
        if not 1 <= len(self.name) <= WORD_LENGTH:
            raise InvalidValue("name", f"an exercise needs a name of 1 to {WORD_LENGTH} characters")

    @property
    def library_dose(self) -> str:
        """What the library says about the dose, with its source; empty for an exercise that the person added."""
        if not self.source:
            return self.dose_note
        return f"{self.dose_note} ({self.source})" if self.dose_note else self.source
