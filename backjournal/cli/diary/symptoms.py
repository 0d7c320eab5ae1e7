"""The command that lists the symptoms to watch for, and says what became of those that stand."""

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from backjournal.cli.names import completed, find_name, name_argument
from backjournal.cli.session import Session
from backjournal.model.errors import InvalidValue, JournalError

if TYPE_CHECKING:
    from backjournal.plan.signs import StandingSign


def _complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from backjournal.library.red_flags import red_flags

    return completed(ctx, parameter, incomplete, lambda: [flag.word for flag in red_flags()])


@click.command()
@name_argument("symptom", _complete, required=False, metavar="[SYMPTOM]")
@click.option("--seen", is_flag=True, help="Say that a doctor has looked at it; asked again after 14 days.")
@click.option("--gone", is_flag=True, help="Say that it is gone.")
@click.pass_obj
def symptoms(session: Session, symptom: tuple[str, ...], *, seen: bool, gone: bool) -> None:
    """List the symptoms to watch for, or print what to do about what SYMPTOM may mean.

    A symptom of the first two groups stays open from the day on which it is noted until you say that a doctor has
    looked at it, or that it is gone: of SYMPTOM alone, or of all that are open. Until then 'backjournal today' says so,
    a practice asks first, and no larger dose is suggested.
    """
    if seen and gone:
        raise InvalidValue("gone", "--seen and --gone are two answers: choose one")
    typed = " ".join(symptom)
    if seen or gone:
        _answer(session, typed, gone=gone)
    else:
        click.echo("\n".join(_lines(session, typed)))


def _lines(session: Session, typed: str) -> list[str]:
    from backjournal.exchange.symptom_lines import advice_lines, symptom_lines
    from backjournal.library.own_words import may_mean
    from backjournal.library.red_flags import Urgency, flags_of, red_flags
    from backjournal.library.red_flags import symptom as symptom_of

    if not typed:
        return symptom_lines(red_flags())
    meant = flags_of([symptom_of(typed)]) or may_mean(typed)
    if not meant:
        raise InvalidValue(
            "symptom",
            f"'{typed}' is on no list of symptoms here, which does not say that it is harmless: 'backjournal symptoms'"
            " lists them, and a doctor knows more",
        )
    told = f"This is only told: 'backjournal log --symptom \"{meant[0].word}\"' writes it down."
    return [*advice_lines(meant, session.about_you(), *Urgency), told]


def _answer(session: Session, typed: str, *, gone: bool) -> None:
    from backjournal.journal.signs import are_gone, journal_signs, seen_by_doctor
    from backjournal.plan.signs import ASKED_AGAIN_TEXT

    with session.changing() as store:
        today = store.today()
        signs = _chosen(journal_signs(store, today), typed)
        (are_gone if gone else seen_by_doctor)(store, signs, today)
    words = ", ".join(sign.flag.word for sign in signs)
    click.echo(f"Gone: {words}." if gone else f"A doctor has looked at it: {words}. {ASKED_AGAIN_TEXT}")


def _chosen(signs: "tuple[StandingSign, ...]", typed: str) -> "tuple[StandingSign, ...]":
    """Return the signs that are answered: the one that begins as typed, or all."""
    if not signs:
        raise JournalError("no symptom stands: there is nothing to answer")
    if not typed:
        return signs
    words = {sign.flag.word: sign.flag.word for sign in signs}
    word = find_name(words, typed, "symptom that stands", "those that stand are", "symptom")
    return tuple(sign for sign in signs if sign.flag.word == word)
