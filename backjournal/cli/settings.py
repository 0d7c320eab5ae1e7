"""The command settings."""

from collections.abc import Callable
from datetime import date

import click

from backjournal.cli.names import find_name
from backjournal.cli.session import Session, day_that_came
from backjournal.days import journal_day, parse_time
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass, replace
from backjournal.model.numbers import parse_whole
from backjournal.model.onset import parse_onset
from backjournal.model.settings import LEAST_BACKUP_LIMIT_MB, MOST_BACKUP_LIMIT_MB, Settings
from backjournal.model.spelling import name_key
from backjournal.model.text import clean_line, split_words

_WEEK_STARTS = {"monday": 0, "sunday": 6}


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the command line sets and prints one setting."""

    changed: Callable[[Settings, str, date], Settings]
    """Returns the settings with this one as typed; the day is today."""

    text: Callable[[Settings, date], str]
    """Returns the setting as it is printed; the day is today."""


def _day_start(settings: Settings, value: str, _today: date) -> Settings:
    return replace(settings, day_starts_at=parse_time(value))


def _week_start(settings: Settings, value: str, today: date) -> Settings:
    typed = clean_line(value).lower()
    found = [number for word, number in _WEEK_STARTS.items() if typed and word.startswith(typed)]
    if not found:
        raise InvalidValue("week_starts_on", f"'{typed}' cannot start a week: write monday or sunday")
    return replace(settings, weeks=settings.weeks.changed(found[0], today))


def _week_start_text(settings: Settings, today: date) -> str:
    word = next(word for word, number in _WEEK_STARTS.items() if number == settings.weeks.newest)
    ahead = settings.weeks.begins_after(today)
    return f"{word}, from {ahead} on" if ahead else word


def _sound(settings: Settings, value: str, _today: date) -> Settings:
    typed = clean_line(value).lower()
    if typed not in ("on", "off"):
        raise InvalidValue("sound", f"sound: '{typed}' is neither on nor off")
    return replace(settings, sound=typed == "on")


def _pain_limit(settings: Settings, value: str, _today: date) -> Settings:
    limit = parse_whole("pain_limit", "pain limit", value or "none", 0, 10)
    assert limit is not None
    return replace(settings, pain_limit=limit)


def _backup_limit(settings: Settings, value: str, _today: date) -> Settings:
    typed = clean_line(value).lower().removesuffix("mb").strip()
    limit = parse_whole("backup_limit", "backup limit", typed or "none", LEAST_BACKUP_LIMIT_MB, MOST_BACKUP_LIMIT_MB)
    assert limit is not None
    return replace(settings, backup_limit_mb=limit)


def _baseline(settings: Settings, value: str, today: date) -> Settings:
    automatic = clean_line(value).lower() == "auto"
    return replace(settings, baseline_from=None if automatic else day_that_came(value, today, "begin the baseline on"))


def _onset(settings: Settings, value: str, today: date) -> Settings:
    left_out = clean_line(value).lower() == "none"
    return replace(settings, onset=None if left_out else parse_onset(value, today))


def _emergency_number(settings: Settings, value: str, _today: date) -> Settings:
    typed = clean_line(value)
    if not typed:
        raise InvalidValue("emergency_number", "an emergency number is missing: write the number to call, or none")
    number = "" if typed.lower() == "none" else typed
    return replace(settings, about_you=replace(settings.about_you, emergency_number=number))


def _context(settings: Settings, value: str, _today: date) -> Settings:
    from backjournal.library.red_flags import context_facts

    facts, typed = context_facts(), split_words(value)
    known = {fact.word: fact.word for fact in facts}
    if not typed:
        raise InvalidValue("context", f"context is missing: write none, or some of {', '.join(known)}")
    words = () if typed == ("none",) else typed

    def meant(word: str) -> str:
        named = [fact.word for fact in facts if name_key(word) in name_key(fact.label)]
        if len(named) == 1:
            return named[0]
        return find_name(known, word, "context", "write none, or some of", "context")

    return replace(settings, about_you=replace(settings.about_you, context=frozenset(map(meant, words))))


def _context_text(settings: Settings, _today: date) -> str:
    context = settings.about_you.context
    return "not told yet" if context is None else ", ".join(sorted(context)) or "none"


_SETTINGS = {
    "day-start": _Setting(_day_start, lambda settings, _: f"{settings.day_starts_at:%H:%M}"),
    "week-start": _Setting(_week_start, _week_start_text),
    "sound": _Setting(_sound, lambda settings, _: "on" if settings.sound else "off"),
    "pain-limit": _Setting(_pain_limit, lambda settings, _: str(settings.pain_limit)),
    "baseline": _Setting(
        _baseline, lambda settings, _: settings.baseline_from.isoformat() if settings.baseline_from else "auto"
    ),
    "onset": _Setting(_onset, lambda settings, _: settings.onset.text if settings.onset else "none"),
    "emergency-number": _Setting(_emergency_number, lambda settings, _: settings.about_you.emergency_number or "none"),
    "context": _Setting(_context, _context_text),
    "backup-limit": _Setting(_backup_limit, lambda settings, _: f"{settings.backup_limit_mb} MB"),
}
"""In the order in which they are printed."""


@click.command()
@click.argument("name", type=click.Choice(tuple(_SETTINGS)), required=False)
@click.argument("value", required=False)
@click.pass_obj
def settings(session: Session, name: str | None, value: str | None) -> None:
    """Print the settings, or change one.

    day-start is a time such as 04:00: what comes before it belongs to the day before. week-start is monday or sunday,
    from the next one on; weeks that have begun before keep their days. sound is on or off: the bell of a guided
    practice. pain-limit is a number from 0 to 10: the pain during an exercise up to which a larger dose may be
    suggested. baseline is the day from which the first weeks are looked for with which 'trends answer' compares, such
    as the first of a new treatment; auto is the first of the journal.
    onset is when the back pain began, a year, a month or a day such as 2024-03: 'trends answer' then says how such
    pain usually goes; none leaves it out. emergency-number is the number that the advice on a symptom tells you to
    call, or none. context is what a doctor should know about you, of which that advice reminds you: words of the list
    that ends 'backjournal symptoms', separated by commas, or none. backup-limit is how many megabytes (MB) the backups
    may take together: what has to go for it is told.
    """
    if name is None or value is None:
        with session.existing() as store:
            known, today = store.settings.get(), store.today()
        shown = {key: each.text(known, today) for key, each in _SETTINGS.items() if name in (None, key)}
        click.echo("\n".join(f"{key} {text}" for key, text in shown.items()))
        return
    setting = _SETTINGS[name]
    # A refused value makes no journal.
    setting.changed(Settings(), value, _today_of(session))
    with session.starting() as store:
        today = store.today()
        changed = setting.changed(store.settings.get(), value, today)
        store.settings.save(changed)
    click.echo(f"{name} {setting.text(changed, today)}")


def _today_of(session: Session) -> date:
    if session.exists():
        with session.existing() as store:
            return store.today()
    return journal_day(session.clock.now(), Settings().day_starts_at)
