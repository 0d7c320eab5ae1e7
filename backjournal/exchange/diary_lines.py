"""Check-ins in plain lines that a screen reader can read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from backjournal.library.red_flags import advice, most_urgent
from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import long_day
from backjournal.model.facts import mark_facts, value_facts
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.model.text import short_id


def check_in_line(check_in: CheckIn) -> str:
    """Return a check-in in one line, with the short id that `edit` and `delete` take."""
    note = [f"note: {' '.join(check_in.note.split())}"] if check_in.note else []
    values = [values_text(check_in)] if values_text(check_in) else []
    summary = "; ".join(values + [f"{fact.label}: {fact.words}" for fact in mark_facts(check_in)] + note)
    return f"{long_day(check_in.day)} at {check_in.at:%H:%M}, check-in {short_id(check_in.id)}: {summary}"


def diary_lines(
    check_ins: Iterable[CheckIn], signs: Mapping[str, Collection[str]], flare_ups: Sequence[FlareUp], today: date
) -> list[str]:
    """Return check-ins by day, in the order given.

    `signs` has the words of the red flags of each check-in that has any, by its id.
    """
    lines: list[str] = []
    for day, of_day in groupby(check_ins, key=lambda check_in: check_in.day):
        lines += ["", day_heading(day, today, flare_ups)]
        for check_in in of_day:
            lines += _check_in_lines(check_in, signs.get(check_in.id, ()))
    return lines[1:]


def day_heading(day: date, today: date, flare_ups: Iterable[FlareUp]) -> str:
    """Return the date of a day, with a word if it belongs to a flare-up."""
    in_flare_up = flare_up_on(flare_ups, day, today) is not None
    return long_day(day) + (", flare-up" if in_flare_up else "")


def values_text(check_in: CheckIn) -> str:
    """Return the numbers of a check-in in one line, empty if it has none."""
    return ", ".join(f"{fact.label} {fact.words}" for fact in value_facts(check_in))


def _check_in_lines(check_in: CheckIn, signs: Collection[str]) -> list[str]:
    lines = [f"At {check_in.at:%H:%M}, check-in {short_id(check_in.id)}: {values_text(check_in) or 'no values'}."]
    lines += [f"  {fact.label.capitalize()}: {fact.words}." for fact in mark_facts(check_in)]
    if signs:
        lines.append(f"  Advice: {advice(most_urgent(signs)).title}.")
    if check_in.note:
        lines += [f"  Note: {check_in.note}".replace("\n", "\n    ")]
    return lines
