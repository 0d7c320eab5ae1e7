"""The search of the diary, as conditions on the rows of check-ins."""

from backjournal.model.spelling import without_accents
from backjournal.model.text import without_controls
from backjournal.store.check_in_rows import SOUND, whole_check_ins
from backjournal.store.rows import Rows

# Most marks have no amount: to leave them out first takes a third of the time away.
_TOLD = "NOT deleted AND ({word} OR (amount <> '' AND {amount}))"
# All marks are looked at once, which takes half as long as to look for those of each check-in.
_IN_MARKS = f"id IN (SELECT check_in_id FROM marks WHERE {_TOLD})"
_IN_ITS_MARKS = f"EXISTS (SELECT 1 FROM marks WHERE check_in_id = check_ins.id AND {_TOLD})"


def words_told(search: str, *, of_few: bool = False) -> tuple[list[str], dict[str, str]]:
    """Return a condition for each word of a search, and the values of their placeholders.

    It is met by a check-in that has the word somewhere in its note or marks, however it is spelled, with or without
    accents. `tells` must be known to SQLite by this name. With `of_few` it is quick for a small part of the diary.
    """
    in_marks = _IN_ITS_MARKS if of_few else _IN_MARKS
    conditions: list[str] = []
    values: dict[str, str] = {}
    for place, word in enumerate(without_accents(without_controls(search)).split()):
        note, mark, amount = (_holds(column, word, place) for column in ("note", "word", "amount"))
        conditions.append(f"({note} OR {in_marks.format(word=mark, amount=amount)})")
        values |= {f"word{place}": word, f"like{place}": f"%{_escaped(word)}%"}
    return conditions, values


def number_found(db: Rows, search: str) -> int:
    """Return how many check-ins a search finds, of those that can be read."""
    told, words = words_told(search)
    found = f"FROM check_ins WHERE {' AND '.join(['NOT deleted', *told])}"
    sound: int = db.value(f"SELECT count(*) {found} AND {SOUND}", words)
    return sound + sum(1 for _ in whole_check_ins(db, db.query(f"SELECT * {found} AND NOT {SOUND}", words)))


def tells(text: bytes, word: str) -> bool:
    """Return whether a text contains a word, which has no accents any more, however it is spelled."""
    return word in without_accents(text.decode("utf-8", "replace"))


def _holds(column: str, word: str, place: int) -> str:
    """Return the condition that a column contains a word."""
    # As bytes, because SQLite hands over no text that is not UTF-8.
    told = f"tells(CAST({column} AS BLOB), :word{place})"
    if not (word.isascii() and word.isprintable()):
        return told
    # SQLite's own LIKE is many times faster, but ignores the case of ASCII letters only. Other letters can become ASCII
    # when they are folded, such as ß, which becomes ss; a text with any of them has more bytes than letters.
    other_letters = f"length({column}) < length(CAST({column} AS BLOB))"
    return f"({column} LIKE :like{place} ESCAPE '\\' OR ({other_letters} AND {told}))"


def _escaped(word: str) -> str:
    for sign in "\\%_":
        word = word.replace(sign, f"\\{sign}")
    return word
