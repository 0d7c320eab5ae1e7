"""Text from a person or a file, made safe to keep and to show."""

import re
import unicodedata

from backjournal.model.errors import InvalidValue

NOTE_LENGTH = 20_000
WORD_LENGTH = 80

_BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_note(text: str) -> str:
    """Return text of several lines without anything that could act on a terminal.

    Control characters (Unicode Cc) except the newline, surrogates and bidirectional overrides are removed;
    a tab becomes a space; line ends become newlines; blanks at both ends are removed.
    """
    # Most texts read from a journal are one clean line, for which the work below can be skipped.
    if text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (char for char in lines if char == "\n" or _is_printable(char))
    return "\n".join(line.rstrip() for line in "".join(kept).split("\n")).strip()


def clean_line(text: str) -> str:
    """Return text as one clean line, with single spaces."""
    return " ".join(clean_note(text).split())


def sentence(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def split_words(text: str) -> tuple[str, ...]:
    """Split the text of one field at semicolons, line ends, and commas not followed by a digit; drop duplicates."""
    parts = (clean_line(part) for part in re.split(r"[;\n]|,(?!\d)", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def check_length(field: str, label: str, text: str, most: int) -> None:
    """Refuse a text that is too long.

    Raises:
        InvalidValue: it has more than `most` characters.
    """
    if len(text) > most:
        raise InvalidValue(field, f"{label} has {len(text)} characters: {most} at most")


def _is_printable(char: str) -> bool:
    return char not in _BIDIRECTIONAL and unicodedata.category(char) not in ("Cc", "Cs")
