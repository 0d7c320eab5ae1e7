"""The command that prints, takes or refuses suggested doses."""

from typing import TYPE_CHECKING

import click

from backjournal.cli.exercise_names import complete_of_plan, exercise_argument
from backjournal.cli.names import find_name
from backjournal.cli.session import Session
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import replace
from backjournal.model.numbers import parse_whole

if TYPE_CHECKING:
    from backjournal.plan.progress import Suggestion
    from backjournal.store.store import Store


@click.command()
@exercise_argument(complete_of_plan, required=False)
@click.option("--take", metavar="N", help="Take the dose of this number.")
@click.option("--refuse", is_flag=True, help="Keep the dose as it is; it is not asked again for a week.")
@click.pass_obj
def suggestions(session: Session, exercise: tuple[str, ...], take: str | None, *, refuse: bool) -> None:
    """Print doses that are suggested, take or refuse one.

    A taken dose holds from today on, or from tomorrow if the exercise was ticked or skipped today. The limit of pain
    during an exercise is one of the settings.
    """
    from backjournal.exchange.suggestion_lines import suggestion_lines
    from backjournal.journal.plan_figures import journal_suggestions

    _check_usage(exercise, take, refuse=refuse)
    if take is None and not refuse:
        with session.existing() as store:
            found = tuple(journal_suggestions(store, store.today()).values())
            shown = (_find(found, exercise),) if exercise else found
        click.echo("\n".join(suggestion_lines(shown)) or "Nothing to suggest: the doses stay as they are.")
        return
    with session.changing() as store:
        suggestion = _find(tuple(journal_suggestions(store, store.today()).values()), exercise)
        if refuse:
            _refuse(store, suggestion)
        else:
            _take(store, suggestion, take or "none")


def _check_usage(exercise: tuple[str, ...], take: str | None, *, refuse: bool) -> None:
    if take is not None and refuse:
        raise InvalidValue("take", "a suggestion is taken or refused: give --take or --refuse")
    if (take is not None or refuse) and not exercise:
        raise InvalidValue("exercise", "say of which exercise the suggestion is taken or refused")


def _find(found: "tuple[Suggestion, ...]", typed: tuple[str, ...]) -> "Suggestion":
    by_id = {suggestion.exercise.id: suggestion for suggestion in found}
    if not by_id:
        raise InvalidValue("exercise", "there is no suggestion: the doses stay as they are")
    names = {key: suggestion.exercise.name for key, suggestion in by_id.items()}
    return by_id[find_name(names, " ".join(typed), "exercise with a suggestion", "there are suggestions for")]


def _take(store: "Store", suggestion: "Suggestion", typed: str) -> None:
    from backjournal.cli.plan.prescribe import tell_prescribed

    if not suggestion.doses:
        stop = f"'backjournal plan stop {suggestion.exercise.name.casefold()}' pauses it"
        raise InvalidValue("take", f"there is no smaller dose to take: --refuse keeps it, {stop}")
    number = parse_whole("take", "take", typed, 1, len(suggestion.doses)) or 1
    known, today = suggestion.prescription, store.today()
    changed = store.plan.change(known, replace(known, dose=suggestion.doses[number - 1]), today)
    why = ", as today is ticked or skipped" if known.first_day <= today < changed.first_day else ""
    tell_prescribed("Changed", suggestion.exercise, changed, today, why)


def _refuse(store: "Store", suggestion: "Suggestion") -> None:
    from backjournal.exchange.plan_text import amount_words
    from backjournal.plan.progress import question_of

    store.answers.save(question_of(suggestion.exercise.id), store.today())
    known = suggestion.prescription
    amount = amount_words(known.dose, known.schedule)
    click.echo(f"Kept: {suggestion.exercise.name}, {amount}. It is asked again in a week at the earliest.")
