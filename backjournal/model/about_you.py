"""What a person tells once about themselves, so that the advice on a symptom fits them."""

from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import clean_line

_NUMBER_LENGTH = 40


@dataclass(frozen=True, slots=True)
class AboutYou:
    """The person's own emergency number, and what a doctor should know about them."""

    emergency_number: str = ""
    """A text, as some countries have several: `112 or 116 117`. Empty if none is set."""

    context: frozenset[str] | None = None
    """The words of the context facts that apply, such as cancer; None if the person was never asked."""

    def __post_init__(self) -> None:
        """Clean the number and refuse one that nobody can dial.

        Raises:
            InvalidValue: the number has no digit or is too long.
        """
        object.__setattr__(self, "emergency_number", clean_line(self.emergency_number))
        if self.emergency_number and not any(map(str.isdecimal, self.emergency_number)):
            raise InvalidValue("emergency_number", f"'{self.emergency_number}' has no digit: write a number to call")
        if len(self.emergency_number) > _NUMBER_LENGTH:
            raise InvalidValue("emergency_number", f"an emergency number has at most {_NUMBER_LENGTH} characters")
