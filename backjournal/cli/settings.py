"""The command settings."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from backjournal.cli.session import Session, day_that_came
from backjournal.days import journal_day, parse_time
from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import parse_whole
from backjournal.model.onset import parse_onset
from backjournal.model.settings import Settings
from backjournal.model.text import clean_line

_NAMES = ("day-start", "week-start", "sound", "pain-limit", "baseline", "onset")
_WEEK_STARTS = {"monday": 0, "sunday": 6}


@click.command()
@click.argument("name", type=click.Choice(_NAMES), required=False)
@click.argument("value", required=False)
@click.pass_obj
def settings(session: Session, name: str | None, value: str | None) -> None:
    """Print the settings, or change one.

    day-start is a time such as 04:00: what comes before it belongs to the day before. week-start is monday or
    sunday. sound is on or off: the bell of a guided practice. pain-limit is a number from 0 to 10: the pain during
    an exercise up to which a larger dose may be suggested. baseline is the day from which the first weeks are looked
    for with which 'trends answer' compares, such as the first of a new treatment; auto is the first of the journal.
    onset is when the back pain began, a year, a month or a day such as 2024-03: 'trends answer' then says how such
    pain usually goes; none leaves it out.
    """
    if name is None or value is None:
        with session.existing() as store:
            known = _words(store.settings.get())
        click.echo("\n".join(f"{key} {text}" for key, text in known.items() if name in (None, key)))
        return
    setting = _setting(name, value, _today(session))
    Settings(**setting)
    with session.starting() as store:
        changed = replace(store.settings.get(), **setting)
        store.settings.save(changed)
    click.echo(f"{name} {_words(changed)[name]}")


def _today(session: Session) -> date:
    if session.exists():
        with session.existing() as store:
            return store.today()
    return journal_day(session.clock.now(), Settings().day_starts_at)


def _setting(name: str, value: str, today: date) -> dict[str, Any]:
    if name == "day-start":
        return {"day_starts_at": parse_time(value)}
    if name == "baseline":
        automatic = clean_line(value).lower() == "auto"
        return {"baseline_from": None if automatic else day_that_came(value, today, "begin the baseline on")}
    if name == "onset":
        return {"onset": None if clean_line(value).lower() == "none" else parse_onset(value, today)}
    if name == "pain-limit":
        return {"pain_limit": parse_whole("pain_limit", "pain limit", value or "none", 0, 10)}
    if name == "sound":
        return {"sound": _on_or_off(value)}
    typed = clean_line(value).lower()
    found = [number for word, number in _WEEK_STARTS.items() if typed and word.startswith(typed)]
    if not found:
        raise InvalidValue("week_starts_on", f"'{typed}' cannot start a week: write monday or sunday")
    return {"week_starts_on": found[0]}


def _on_or_off(value: str) -> bool:
    typed = clean_line(value).lower()
    if typed not in ("on", "off"):
        raise InvalidValue("sound", f"sound: '{typed}' is neither on nor off")
    return typed == "on"


def _words(settings: Settings) -> dict[str, str]:
    week_start = next(word for word, number in _WEEK_STARTS.items() if number == settings.week_starts_on)
    return {
        "day-start": f"{settings.day_starts_at:%H:%M}",
        "week-start": week_start,
        "sound": "on" if settings.sound else "off",
        "pain-limit": str(settings.pain_limit),
        "baseline": settings.baseline_from.isoformat() if settings.baseline_from else "auto",
        "onset": settings.onset.text if settings.onset else "none",
    }
