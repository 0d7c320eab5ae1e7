"""Exercises."""

from dataclasses import dataclass
from enum import StrEnum

from backjournal.model.errors import InvalidValue
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
        """The category as it stands above its exercises."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement, how to do it, and whether each side counts.

    `sides` tells that it is done on each side by its nature, from which a new dose takes its own `sides`; what is
    prescribed, such as the left side only, is told by the dose. `gentle` tells that the person keeps to it in a
    flare-up. One of their own has no source.
    """

    id: str
    name: str
    category: Category
    sides: bool = False
    how_to: str = ""
    caution: str = ""
    dose_note: str = ""
    source: str = ""
    gentle: bool = False

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
        """What the library says of the dose, with its source; empty for one's own exercise."""
        if not self.source:
            return self.dose_note
        return f"{self.dose_note} ({self.source})" if self.dose_note else self.source
