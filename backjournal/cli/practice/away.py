"""The command that lists days without an entry, and fills them in afterwards."""

from collections.abc import Iterable
from datetime import date

import click

from backjournal.cli.session import Session
from backjournal.days import parse_day
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.practices import EXCUSES
from backjournal.model.spelling import begun
from backjournal.model.text import clean_line
from backjournal.plan.away import DONE, DayAnswers, Gap

_ALL = "all"


@click.command(epilog=f"Reasons: {', '.join(EXCUSES)}. 'backjournal undo' takes what was filled in back.")
@click.option("--done", metavar="DAY", multiple=True, help="It was done as it was asked for.")
@click.option("--excused", metavar="DAY", multiple=True, help="It is excused, for the --reason given.")
@click.option("--open", "left_open", metavar="DAY", multiple=True, help="It stays open, and is not asked about again.")
@click.option("--reason", metavar="R", help="With --excused: why.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the columns of 'export checklist' as keys.")
@click.pass_obj
def away(
    session: Session,
    done: tuple[str, ...],
    excused: tuple[str, ...],
    left_open: tuple[str, ...],
    reason: str | None,
    *,
    as_json: bool,
) -> None:
    """List days without an entry after two or more of them, or fill them in.

    DAY is a day of the list, several of them with commas between them, earlier (the days of a long gap that are not
    listed one by one), or all: those that nothing else names. Each option can be given several times. What was ticked
    or skipped already stays as it is.
    """
    from backjournal.exchange.away_lines import answered_lines

    why = _reason(reason, needed=bool(excused))
    typed = {DONE: done, why: excused, "": left_open}
    if not any(typed.values()):
        _list(session, as_json=as_json)
        return
    if as_json:
        raise click.UsageError("--json only lists: leave it out")
    from backjournal.cli.signs import remind_of_signs
    from backjournal.journal.away import fill_in, journal_gap

    with session.changing() as store:
        today = store.today()
        gap = journal_gap(store, today)
        if gap is None:
            raise JournalError(f"there is nothing to fill in: {_NONE}")
        answers, open_days = _answers(gap, typed, today)
        made = fill_in(store, gap, answers, today, open_days)
        click.echo("\n".join(answered_lines(gap, answers)))
        if made:
            remind_of_signs(store)


_NONE = "no two days in a row are without an entry in the last four weeks"


def _list(session: Session, *, as_json: bool) -> None:
    from backjournal.exchange.as_json import data_json
    from backjournal.exchange.away_lines import gap_lines, gap_rows
    from backjournal.journal.away import journal_gap

    with session.existing() as store:
        today = store.today()
        gap = journal_gap(store, today)
    if as_json:
        click.echo(data_json(list(gap_rows(gap, today)) if gap else []))
    else:
        click.echo("\n".join(gap_lines(gap)) if gap else f"There is nothing to fill in: {_NONE}.")


def _reason(typed: str | None, *, needed: bool) -> str:
    """Return the excuse that an unambiguous beginning means.

    Raises:
        InvalidValue: it is missing, not wanted, or excuses nothing.
    """
    if not needed:
        if typed is not None:
            raise InvalidValue("reason", "--reason goes with --excused")
        return EXCUSES[0]
    words = clean_line(typed or "")
    found = begun(EXCUSES, words, str) if words else []
    if len(found) != 1:
        what = f"'{words}' excuses no day" if words else "a reason is missing"
        raise InvalidValue("reason", f"{what}: write --reason and one of {', '.join(EXCUSES)}")
    return found[0]


def _answers(gap: Gap, typed: dict[str, tuple[str, ...]], today: date) -> tuple[DayAnswers, set[date]]:
    """Return the answers that were typed about days of the gap, and the days that are to stay open.

    Raises:
        InvalidValue: a day is none of the gap, or has two answers.
    """
    named: dict[date, str] = {}
    rest: str | None = None
    for answer, texts in typed.items():
        for word in _words(texts):
            if word == _ALL:
                if rest is not None:
                    raise InvalidValue("day", "all days have two answers: write all once")
                rest = answer
                continue
            for day in _days(gap, word, today):
                if named.setdefault(day, answer) != answer:
                    raise InvalidValue("day", f"{day} has two answers: choose one")
    answers = {day: named.get(day, rest) for day in gap.days}
    left_open = {day for day, answer in answers.items() if answer == ""}
    return {day: answer for day, answer in answers.items() if answer}, left_open


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word.casefold() for text in texts for word in clean_line(text).replace(",", " ").split())


def _days(gap: Gap, word: str, today: date) -> Iterable[date]:
    from backjournal.exchange.away_lines import EARLIER

    if word == EARLIER and gap.earlier:
        return gap.earlier
    day = parse_day(word, today)
    if day not in gap.days:
        raise InvalidValue("day", f"{day} is none of the days without an entry: 'backjournal away' lists them")
    return (day,)
