"""Text from a person or a file, made safe to keep and to show."""

import re
import unicodedata

from backjournal.model.errors import InvalidValue

NOTE_LENGTH = 20_000
WORD_LENGTH = 80
_SHORT_ID = 8

# Compiled when one is needed: most commands meet no text that is not clean.
_LINE_END = "\r\n|[\r\v\f\x85\u2028\u2029]"
_CONTROL = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
_SURROGATE = "[\ud800-\udfff]"


def without_controls(text: str) -> str:
    """Return text without anything that could act on a terminal, with all of its blanks.

    Control characters (Unicode Cc) except the newline, and bidirectional overrides are removed; a tab becomes a space;
    every kind of line end becomes a newline; half of a character that is not there in full (a surrogate) becomes �.
    """
    # Most texts are one clean line, for which the work below can be skipped.
    if text.isprintable():
        return text
    lines = re.sub(_LINE_END, "\n", text).replace("\t", " ")
    return re.sub(_SURROGATE, "\ufffd", re.sub(_CONTROL, "", lines))


def clean_note(text: str) -> str:
    """Return text of several lines as it is kept and shown: without controls, each character in one spelling (NFC).

    Blanks at both ends, and at the ends of lines, are removed.
    """
    if not text:
        return text
    clean = unicodedata.normalize("NFC", without_controls(text))
    return "\n".join(line.rstrip() for line in clean.split("\n")).strip() if "\n" in clean else clean.strip()


def clean_line(text: str) -> str:
    """Return text as one clean line, with single spaces."""
    return " ".join(clean_note(text).split())


def sentence(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def split_words(text: str) -> tuple[str, ...]:
    """Split the text of one field at semicolons, line ends, and commas not followed by a digit; drop duplicates."""
    parts = (clean_line(part) for part in re.split(r"[;\n]|,(?!\d)", clean_note(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


def check_length(field: str, label: str, text: str, most: int) -> None:
    """Refuse a text that is too long.

    Raises:
        InvalidValue: it has more than `most` characters.
    """
    if len(text) > most:
        raise InvalidValue(field, f"{label} has {len(text)} characters: {most} at most")


def shown_id(row_id: str) -> str:
    """Return the id of a row as it is shown and typed: another program may have written one that is not clean."""
    # The ids that the program makes are of plain letters and digits, for which the work can be skipped.
    return row_id if row_id.isascii() and row_id.isalnum() else clean_line(row_id)


def short_id(row_id: str) -> str:
    """Return the first characters of an id as they are shown, which are enough to type."""
    return shown_id(row_id)[:_SHORT_ID]
