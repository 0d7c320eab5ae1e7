"""A table of a TOML file that was written by hand: its values by type, and refusals with line and key."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from backjournal.exchange.toml_places import Places
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import clean_line

_LONGEST_SHOWN = 40


class Problem(Exception):  # noqa: N818 - it is the file that is in error
    """A refused key or value, with its line, from 1, and its key; the key is empty if the line has none."""

    def __init__(self, line: int, key: str, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.key = key
        self.message = message


@dataclass(frozen=True, slots=True)
class TomlTable:
    """The values of one table, or those above all tables."""

    values: Mapping[str, Any]
    """By key, as tomllib returns them."""

    places: Places
    number: int | None = None
    """The place among the tables of the same name, from 0; None for the keys above all tables."""

    def problem(self, key: str, message: str) -> Problem:
        """Return a problem with a key, with the key's line; the line of the table if the key is missing."""
        return Problem(self.places.line(self.number, key), clean_line(key), message)

    @contextlib.contextmanager
    def refusing(self, keys: Mapping[str, str]) -> Iterator[None]:
        """Turn a refusal by the model into a problem with the key of that field; `keys` are by the model's field.

        Raises:
            Problem: a value was refused.
        """
        try:
            yield
        except InvalidValue as error:
            key = keys.get(error.field, error.field)
            raise self.problem(key, str(error).removeprefix(f"{key}: ")) from None

    def refuse_other_keys(self, known: Sequence[str], misplaced: Mapping[str, str]) -> None:
        """Refuse any key that is not known, and suggest the most similar one.

        `misplaced` holds the messages for keys that belong elsewhere, by key.

        Raises:
            Problem: a key is not known.
        """
        for key in self.values:
            if key in known:
                continue
            if key in misplaced:
                raise self.problem(key, misplaced[key])
            near = _nearest(key.casefold().replace("-", "_"), known)
            meant = f"did you mean {near}?" if near else f"the keys are {', '.join(known)}"
            raise self.problem(key, f"there is no such key: {meant}")

    def text(self, key: str) -> str | None:
        """Return the text of a key, or None if the key is missing.

        Raises:
            Problem: the value is of another type.
        """
        value = self.values.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self.problem(key, f'{_shown(value)} is not a text: write it in "quotes"')

    def whole(self, key: str, high: int) -> int | None:
        """Return the whole number of a key, from 1 to `high`, or None if the key is missing.

        Raises:
            Problem: the value is of another type, or out of range.
        """
        value = self.values.get(key)
        if value is None or (type(value) is int and 1 <= value <= high):
            return value
        plain = isinstance(value, str) and value.strip().isdecimal()
        unquoted = ": write it without quotes" if plain else ""
        raise self.problem(key, f"{_shown(value)} is not a whole number from 1 to {high}{unquoted}")

    def day(self, key: str) -> date | None:
        """Return the date of a key, or None if the key is missing.

        Raises:
            Problem: the value is of another type.
        """
        value = self.values.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        raise self.problem(key, f"{_shown(value)} is not a date: write it like 2026-11-21, without quotes or a time")

    def flag(self, key: str) -> bool:
        """Return whether a key is true; a missing key is false.

        Raises:
            Problem: the value is neither true nor false.
        """
        value = self.values.get(key, False)
        if isinstance(value, bool):
            return value
        raise self.problem(key, f"{_shown(value)} is neither true nor false: write one of these without quotes")


def _nearest(key: str, known: Sequence[str]) -> str | None:
    alike = [each for each in known if each.startswith(key[:3])] or get_close_matches(key, known, n=1, cutoff=0.5)
    return alike[0] if key and alike else None


def _shown(value: object) -> str:
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    text = clean_line(str(value).lower() if isinstance(value, bool) else str(value))
    return f"'{text[:_LONGEST_SHOWN]}…'" if len(text) > _LONGEST_SHOWN else f"'{text}'"
