"""The command that lists the symptoms to watch for, and says what became of those that stand."""

import click

from backjournal.cli.session import Session
from backjournal.model.errors import InvalidValue, JournalError


@click.command()
@click.option("--seen", is_flag=True, help="Say that a doctor has looked at what stands; asked again after 14 days.")
@click.option("--gone", is_flag=True, help="Say that what stands is gone.")
@click.pass_obj
def symptoms(session: Session, seen: bool, gone: bool) -> None:
    """List the symptoms to watch for, with what to do.

    A symptom of the first two groups stands from the day on which it is noted until you say that a doctor has looked
    at it, or that it is gone. While it stands, 'backjournal today' says so, a practice asks first, and no larger dose
    is suggested.
    """
    if seen and gone:
        raise InvalidValue("gone", "--seen and --gone are two answers: choose one")
    if seen or gone:
        _answer(session, gone=gone)
        return
    from backjournal.exchange.symptom_lines import symptom_lines
    from backjournal.library.red_flags import red_flags

    click.echo("\n".join(symptom_lines(red_flags())))


def _answer(session: Session, *, gone: bool) -> None:
    from backjournal.journal.signs import are_gone, journal_signs, seen_by_doctor

    with session.changing() as store:
        today = store.today()
        signs = journal_signs(store, today)
        if not signs:
            raise JournalError("no symptom stands: there is nothing to answer")
        (are_gone if gone else seen_by_doctor)(store, signs, today)
    again = "It is asked about again in 14 days, or when you note it again."
    words = ", ".join(sign.flag.word for sign in signs)
    click.echo(f"Gone: {words}." if gone else f"A doctor has looked at it: {words}. {again}")
