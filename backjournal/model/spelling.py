"""When two spellings are the same word: whatever their case, their dashes, their apostrophes, their code points."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

Thing = TypeVar("Thing")

_ALIKE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212", " "),
    **dict.fromkeys("\u00b4\u02b9\u02bc\u2018\u2019\u201a\u201b\u2032", "'"),
    **dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}
"""What dashes, apostrophes, quotation marks and characters that nobody sees are compared as."""

# Compiled when one is needed: most names are plain ASCII.
_HAS_ALIKE = f"[{''.join(_ALIKE)}]"
_ACCENTS = "[\u0300-\u036f]"


def spelled(text: str) -> str:
    """Return a text as it is compared: case folded, NFKC, a dash as a blank, plain apostrophes, nothing unseen."""
    if not text.isascii():
        # Before NFKC, which makes an accent that stands alone a blank and the accent.
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", _alike(text)).casefold())
    return text.lower().replace("-", " ")


def without_accents(text: str) -> str:
    """Return a text as it is compared where accents do not count; it is not for reading, its letters are in parts."""
    if not text.isascii():
        text = re.sub(_ACCENTS, "", unicodedata.normalize("NFKD", _alike(text)).casefold())
    return text.lower().replace("-", " ")


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return what two names have in common if they are the same name: `Side-plank` and `side  plank`."""
    return _words(name, spelled)


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names are the same name."""
    return name_key(one) == name_key(other)


def named(of: Iterable[Thing], typed: str, name_of: Callable[[Thing], str]) -> list[Thing]:
    """Return what has the typed name; if nothing has, what has it without accents."""
    return _first_found(of, typed, name_of, str.__eq__)


def begun(of: Iterable[Thing], typed: str, name_of: Callable[[Thing], str]) -> list[Thing]:
    """Return what has a name that begins as typed; if nothing has, what has one that does so without accents."""
    return _first_found(of, typed, name_of, str.startswith)


def has_words(text: str, search: str) -> bool:
    """Return whether a text contains every word of a search, however it is spelled, with or without accents."""
    compared = without_accents(text)
    return all(word in compared for word in _searched(search))


def matches_in(text: str, search: str) -> list[tuple[int, int]]:
    """Return where the words of a search are in a text, each as its first place and the place after it, in order."""
    places: Sequence[int] = range(len(text))
    if text.isascii():
        compared = without_accents(text)
    else:
        letters = list(map(_letters, text))
        compared = "".join(letters)
        # Most letters stay one: only where one becomes more or none do the places differ.
        if len(compared) != len(text) or not all(letters):
            places = [place for place, become in enumerate(letters) for _ in become]
    return sorted(
        (places[found.start()], places[found.end() - 1] + 1)
        for word in _searched(search)
        for found in re.finditer(re.escape(word), compared)
    )


_letters = lru_cache(maxsize=4096)(without_accents)


@lru_cache
def _searched(search: str) -> tuple[str, ...]:
    return tuple(without_accents(search).split())


def _first_found(
    of: Iterable[Thing], typed: str, name_of: Callable[[Thing], str], matches: Callable[[str, str], bool]
) -> list[Thing]:
    things = list(of)
    for spell in (spelled, without_accents):
        wanted = _words(typed, spell)
        if wanted and (found := [each for each in things if matches(_words(name_of(each), spell), wanted)]):
            return found
    return []


def _alike(text: str) -> str:
    return re.sub(_HAS_ALIKE, lambda found: _ALIKE[found[0]], text)


def _words(text: str, spell: Callable[[str], str]) -> str:
    return " ".join(spell(text).split())
