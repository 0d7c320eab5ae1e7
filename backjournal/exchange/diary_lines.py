"""Check-ins in plain lines that a screen reader can read."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import long_day
from backjournal.model.diary_values import NUMBERS, diary_value
from backjournal.model.facts import mark_facts
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.model.marks import MarkKind
from backjournal.model.text import clean_note, short_id

if TYPE_CHECKING:
    from backjournal.store.diary_rows import DiaryRow, Words


def check_in_line(check_in: CheckIn) -> str:
    """Return a check-in in one line, with the short id that `edit` and `delete` take."""
    summary = "; ".join(filter(None, (values_text(check_in), words_text(check_in))))
    return f"{long_day(check_in.day)} at {check_in.at:%H:%M}, check-in {short_id(check_in.id)}: {summary}"


def diary_lines(
    rows: "Iterable[DiaryRow]",
    signs: Mapping[str, Collection[str]],
    flare_ups: Iterable[FlareUp],
    today: date,
) -> list[str]:
    """Return check-ins by day, in the order given.

    `signs` has the words of the red flags of each check-in that has any, by its id.
    """
    lines: list[str] = []
    of_day, known = "", tuple(flare_ups)
    for row in rows:
        if row.day != of_day:
            of_day = row.day
            lines += ["", day_heading(date.fromisoformat(of_day), today, known)]
        lines += _check_in_lines(row, signs.get(row.id, ()))
    return lines[1:]


def day_heading(day: date, today: date, flare_ups: Iterable[FlareUp]) -> str:
    """Return the date of a day, with a word if it belongs to a flare-up."""
    in_flare_up = flare_up_on(flare_ups, day, today) is not None
    return long_day(day) + (", flare-up" if in_flare_up else "")


def values_text(check_in: CheckIn) -> str:
    """Return the numbers of a check-in in one line, empty if it has none."""
    return _numbers(tuple(map(check_in.values.get, _NAMES)))


def words_text(check_in: CheckIn) -> str:
    """Return the words and the note of a check-in in one line, empty if it has none."""
    note = f"note: {' '.join(check_in.note.split())}" if check_in.note else ""
    return "; ".join(filter(None, (*(f"{fact.label}: {fact.words}" for fact in mark_facts(check_in)), note)))


_NAMES = tuple(value.name for value in NUMBERS)
_LABELS = tuple((kind.value, diary_value(kind).label.capitalize()) for kind in MarkKind)


# These are cached, because a person uses the same few numbers and words again and again.


@lru_cache(maxsize=1024)
def _numbers(numbers: tuple[float | None, ...]) -> str:
    """Return the numbers of a check-in, given in the order of the values, in one line."""
    return ", ".join([_said(*said) for said in zip(_NAMES, numbers, strict=True) if said[1] is not None])


@lru_cache(maxsize=1024)
def _said(name: str, number: float) -> str:
    value = diary_value(name)
    return f"{value.label} {value.words(number)}"


def _check_in_lines(row: "DiaryRow", signs: Collection[str]) -> list[str]:
    lines = [f"At {row.time[:5]}, check-in {short_id(row.id)}: {_numbers(tuple(row.numbers)) or 'no values'}."]
    lines += _mark_lines(row.words)
    if signs:
        from backjournal.library.red_flags import advice, most_urgent

        lines.append(f"  Advice: {advice(most_urgent(signs)).title}.")
    if note := clean_note(row.note):
        lines += [f"  Note: {note}".replace("\n", "\n    ")]
    return lines


@lru_cache(maxsize=1024)
def _mark_lines(words: "Words") -> tuple[str, ...]:
    by_kind = dict(words)
    return tuple(f"  {label}: {', '.join(by_kind[kind])}." for kind, label in _LABELS if kind in by_kind)
