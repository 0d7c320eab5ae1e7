"""Hearing red flags in a person's own words: 'cannot pee' means the sign of bladder or bowel trouble.

A word list can only miss or alarm for nothing: it offers advice, and never tells that nothing is wrong.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from backjournal.library.red_flags import RedFlag, flags_of, harmless_phrases, meant_by, red_flags
from backjournal.model.frozen import dataclass
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.spelling import spelled

_SPAN = 12
"""The most words that the parts of a sign may be spread over."""

_SHORTEST_FORGIVEN = 6
"""In shorter words a typing error makes another word: 'couch' is no 'cough'."""

_ALIKE = 0.82
"""The similarity, from 0 to 1, from which a long word counts as misspelled: one wrong letter in six."""

_DENIALS = {"no", "not", "never", "without", "nor", "neither", "isn't", "wasn't", "isnt", "wasnt", "denies"}
_FILLERS = {"a", "an", "any", "the", "had", "have", "got"}
"""Words that a denial reaches over: 'not had any …'."""

_OVER = ({"gone"}, {"went", "away"}, {"has", "passed"}, {"is", "over"})
_BEFORE_NOW = re.compile(r"\b(?:before|until|till) (?:today|now|yesterday|this|last)\b")
"""'Never … before today' tells that it has happened."""

_AGAIN = re.compile(r"\b(?:again|returned|(?:but|is|are|came|comes|now|was) back)\b")
"""What was over and has come back is not over."""

_WRAPPED = re.compile(r"(?<=[^\W\d_])\n(?=[a-z])")
"""A line that goes on in the next one, within a sentence."""

_UNIT = re.compile(r"(\d)([a-z])")
"""A number with its unit, as one word: 5kg."""

_HEARD_KINDS = (MarkKind.SYMPTOM, MarkKind.QUALITY, MarkKind.LOCATION, MarkKind.TRIGGER)
_ANY = "*"

Place = tuple[int, int]
"""The first word of a match, and the one after its last."""

Phrase = tuple[str, ...]
Pattern = tuple[tuple[Phrase, ...], ...]
"""Groups of phrases: of each group, one has to be there."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence as it was written, with the words of the patterns that each of its words stands for."""

    words: tuple[str, ...]
    stands_for: tuple[frozenset[str], ...]
    vocabulary: frozenset[str]


def signs_in(marks: Sequence[Mark], note: str = "") -> tuple[RedFlag, ...]:
    """Return the red flags of a check-in, ticked or in the person's own words, the most urgent first."""
    if not marks and not note:
        return ()
    ticked = {flag.word for flag in flags_of(marks)}
    heard = {flag.word for flag in heard_in(_texts(marks, note))}
    in_field = {flag.word for mark in marks for flag in _heard_in_field(mark)}
    return tuple(flag for flag in red_flags() if flag.word in ticked | heard | in_field)


@lru_cache(maxsize=2000)
def heard_in(texts: tuple[str, ...]) -> tuple[RedFlag, ...]:
    """Return the red flags that a person's texts speak of, the most urgent first."""
    clauses = [clause for text in texts for clause in _clauses(text)]
    return tuple(flag for flag in red_flags() if _is_heard(clauses, flag))


def may_mean(text: str) -> tuple[RedFlag, ...]:
    """Return the red flags that a short answer may mean, the most urgent first; it need not be clear by itself."""
    clauses, begins = _clauses(text), meant_by(text)
    return tuple(flag for flag in red_flags() if flag in begins or _is_heard(clauses, flag) or _may_ask(clauses, flag))


def _texts(marks: Sequence[Mark], note: str) -> tuple[str, ...]:
    """Return what was written in a check-in; a place and a quality also mean something together: groin, numb."""
    by_kind = {kind: [mark.word for mark in marks if mark.kind is kind] for kind in _HEARD_KINDS}
    together = (f"{quality} {place}" for quality in by_kind[MarkKind.QUALITY] for place in by_kind[MarkKind.LOCATION])
    return (note, *(word for words in by_kind.values() for word in words), *together)


@lru_cache(maxsize=2000)
def _heard_in_field(mark: Mark) -> tuple[RedFlag, ...]:
    """Return the red flags that a word means in the field where it stands: the trigger 'coughing'."""
    clauses = _clauses(mark.word)
    return tuple(
        flag
        for flag in red_flags()
        if any(_holds(clause, _pattern(text)) for clause in clauses for text in flag.in_field.get(mark.kind, ()))
    )


def _is_heard(clauses: Iterable[_Clause], flag: RedFlag) -> bool:
    return any(_holds(clause, pattern) for clause in clauses for pattern in _patterns()[flag.word])


def _may_ask(clauses: Iterable[_Clause], flag: RedFlag) -> bool:
    return any(_places(clause, tuple(ask.split())) for clause in clauses for ask in flag.ask)


@cache
def _patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of each red flag, by its word."""
    return {flag.word: tuple(map(_pattern, flag.heard)) for flag in red_flags()}


def _pattern(text: str) -> Pattern:
    return tuple(tuple(tuple(phrase.split()) for phrase in group.split("|")) for group in text.split(" + "))


@cache
def _pattern_words() -> dict[str, tuple[str, ...]]:
    """Return all words of patterns, by their first letter."""
    phrases = [
        phrase for of_flag in _patterns().values() for pattern in of_flag for group in pattern for phrase in group
    ]
    words = {word for phrase in phrases for word in phrase} | {
        word
        for flag in red_flags()
        for text in (*flag.ask, *(each for texts in flag.in_field.values() for each in texts))
        for word in text.replace("|", " ").split()
    }
    by_letter: dict[str, tuple[str, ...]] = {}
    for word in sorted(words - {_ANY}):
        by_letter[word[0]] = (*by_letter.get(word[0], ()), word)
    return by_letter


def _holds(clause: _Clause, pattern: Pattern) -> bool:
    """Return whether every group of a pattern is in a clause, close together and not denied."""
    found: list[list[Place]] = []
    for group in pattern:
        places = [place for phrase in group for place in _places(clause, phrase)]
        if not places:
            return False
        found.append(places)
    for first in found[0]:
        parts = [first, *(min(places, key=lambda place: abs(place[0] - first[0])) for places in found[1:])]
        begin, end = min(place[0] for place in parts), max(place[1] for place in parts)
        if end - begin <= _SPAN and not _is_denied(clause.words, parts):
            return True
    return False


def _places(clause: _Clause, phrase: Phrase) -> list[Place]:
    if any(word not in clause.vocabulary for word in phrase if word != _ANY):
        return []
    return [
        (start, start + len(phrase))
        for start in range(len(clause.words) - len(phrase) + 1)
        if all(word in clause.stands_for[start + number] or word == _ANY for number, word in enumerate(phrase))
    ]


def _is_denied(words: Sequence[str], parts: Sequence[Place]) -> bool:
    """Return whether a part of a sign has a denial just before it, or is said to be over just after the last."""
    inside = {place for begin, end in parts for place in range(begin, end)}
    end = max(end for _, end in parts)
    rest = " ".join(words[end:])
    if _BEFORE_NOW.search(rest):
        return False
    for begin, _ in parts:
        nearest = next((place for place in range(begin - 1, -1, -1) if words[place] not in _FILLERS), 0)
        for place in range(begin - 1, max(-1, min(begin - 3, nearest - 1)), -1):
            if words[place] == "," or place in inside:
                break
            if words[place] in _DENIALS:
                return True
    after = set(words[end : end + 3])
    is_over = any(over <= after for over in _OVER)
    return is_over and not _AGAIN.search(rest) and not _DENIALS & {*words[end : end + 3], *words[-3:]}


@cache
def _stands_for(typed: str) -> frozenset[str]:
    """Return the words of the patterns that a typed word is, or is a misspelling of."""
    return frozenset(word for word in _pattern_words().get(typed[0], ()) if _matches(word, typed))


def _matches(word: str, typed: str) -> bool:
    stem = word.removesuffix("*")
    if typed == stem or (word.endswith("*") and typed.startswith(stem)):
        return True
    if len(stem) < _SHORTEST_FORGIVEN or abs(len(typed) - len(stem)) > (8 if word.endswith("*") else 2):
        return False
    # Imported only when needed: most check-ins have no long word that is misspelled.
    from difflib import SequenceMatcher

    ends = (len(stem) - 1, len(stem), len(stem) + 1) if word.endswith("*") else (len(typed),)
    return any(SequenceMatcher(None, stem, typed[:end]).ratio() >= _ALIKE for end in ends)


def _clauses(text: str) -> list[_Clause]:
    """Return the sentences of a text, in lower case; a comma counts as a word."""
    plain = spelled(_WRAPPED.sub(" ", text))
    for harmless in harmless_phrases():
        plain = plain.replace(harmless, " ")
    plain = _UNIT.sub(r"\1 \2", plain)
    sentences = (tuple(re.findall(r"[\w']+|,", sentence)) for sentence in re.split(r"[.;!?\n:()]+", plain))
    return [_clause(words) for words in sentences if words]


def _clause(words: tuple[str, ...]) -> _Clause:
    stands_for = tuple(map(_stands_for, words))
    return _Clause(words, stands_for, frozenset().union(*stands_for))
