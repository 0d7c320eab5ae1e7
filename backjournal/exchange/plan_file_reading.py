"""Reading a plan file that was written by hand: every refusal names the file, the line and the key."""

import re
import tomllib
from pathlib import Path
from typing import Any

from backjournal.exchange.plan_entries import PlanReader
from backjournal.exchange.toml_places import Places, bare
from backjournal.exchange.toml_table import Problem
from backjournal.model.errors import InvalidValue
from backjournal.plan.diff import KnownPlan, WrittenPlan
from backjournal.store.paths import no_file

LARGEST = 1_000_000
"""The largest size in bytes that is accepted; thousands of exercises take less."""

_MOST_DOTS = 20
_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")
_TOO_MUCH = re.compile(r"[0-9_]{1000}|(?:[\[{]\s*){50}")
_NO_END = 'a text has no end: write it in straight "quotes", one at each end'
_TWICE = "Cannot overwrite a value"
_PLAIN_WORDS = {
    _TWICE: "this stands here twice: take one of the two out",
    "Invalid date": "there is no such date: write one like 2026-11-21",
    "Invalid value": 'this is no value: write a text in straight "quotes", a number like 10, a date like 2026-11-21',
    "Cannot declare": "write [[exercise]] with two brackets above each exercise",
    "Cannot mutate": "write [[exercise]] with two brackets above each exercise",
    "Expected ']]'": "write [[exercise]] with two brackets on each side",
    "Illegal character '\\n'": _NO_END,
    "Found invalid character '\\n'": _NO_END,
    "Unterminated string": _NO_END,
    'Expected "\'"': _NO_END,
    "Unescaped": "a backslash in a text is written twice: \\\\",
}
_UNREADABLE = 'this cannot be read: write key = value in a line of its own, with texts in straight "quotes"'


def read_plan(path: Path, known: KnownPlan) -> WrittenPlan:
    """Return the plan that a file describes; `known` is the journal's plan.

    Raises:
        InvalidValue: the file cannot be read or is refused; the message names the file, the line and the key, and its
            `field` is `file`.
    """
    text = _text(path)
    words = bare(text)
    try:
        places, tables = Places(words, "exercise"), _tables(text, words)
        return PlanReader(places, known).plan(tables)
    except Problem as problem:
        key = f", {problem.key}" if problem.key else ""
        raise InvalidValue("file", f"{path.name}, line {problem.line}{key}: {problem.message}") from None


def _text(path: Path) -> str:
    try:
        if found := no_file(path):
            advice = "give a file in it" if path.is_dir() else "choose another one"
            raise InvalidValue("file", f"{path} is {found}: {advice}")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InvalidValue("file", f"there is no file {path}: check its name") from None
    except OSError as error:
        raise InvalidValue("file", f"{path} cannot be read: {error.strerror or error}") from error
    if len(data) > LARGEST:
        raise InvalidValue("file", f"{path.name} is larger than {LARGEST // 1_000_000} MB: that is no plan")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidValue("file", f"{path.name}, line {line}: this is not UTF-8: save the file as UTF-8") from None


def _tables(text: str, words: str) -> dict[str, Any]:
    lines = words.split("\n")
    for number, line in enumerate(lines, 1):
        # The memory that tomllib needs grows with the square of the number of dots.
        if line.count(".") > _MOST_DOTS:
            raise Problem(number, _key(line), _UNREADABLE)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        number = _line(str(error), text, words)
        message = next((plain for start, plain in _PLAIN_WORDS.items() if str(error).startswith(start)), _UNREADABLE)
        raise Problem(number, _key(text.split("\n")[number - 1]), message) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or deeply nested brackets
        found = _TOO_MUCH.search(text)
        number = text.count("\n", 0, found.start()) + 1 if found else 1
        raise Problem(number, _key(lines[number - 1]), _UNREADABLE) from None


def _line(error: str, text: str, words: str) -> int:
    twice = Places(words, "exercise").twice if error.startswith(_TWICE) else None
    place = _PLACE.search(error)
    return twice or (int(place[1]) if place else text.rstrip().count("\n") + 1)


def _key(line: str) -> str:
    found = re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line)
    return found[1] if found else ""
