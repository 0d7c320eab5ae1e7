"""The commands that write check-ins: log, edit, delete."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from backjournal.cli.diary.moments import retyped_moment, typed_moment
from backjournal.cli.names import find_by_id
from backjournal.cli.session import Session
from backjournal.cli.signs import telling_ended_signs
from backjournal.model.about_you import AboutYou
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import DIARY_VALUES, NUMBERS, DiaryValue, Kind
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import replace
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.text import split_words

if TYPE_CHECKING:
    from backjournal.library.red_flags import RedFlag
    from backjournal.store.store import Store

Typed = Mapping[str, Any]
"""The options as typed, by field or kind of mark: a text, several texts, or None."""


def _complete_symptom(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the symptoms to watch for, with hyphens, because a shell would split their words."""
    from backjournal.library.red_flags import red_flags

    words = (flag.word.replace(" ", "-") for flag in red_flags())
    return [CompletionItem(word) for word in words if word.startswith(incomplete.casefold().replace(" ", "-"))]


def _check_in_options(command: Callable[..., Any]) -> Callable[..., Any]:
    options = [
        *map(_option, DIARY_VALUES),
        click.option("--at", metavar="TIME", help="The time, such as 08:05."),
        click.option("--day", metavar="D", help="The day: an ISO date, today, yesterday or a weekday."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _option(value: DiaryValue) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    several = value.kind is Kind.WORDS
    return click.option(
        f"--{value.option}",
        value.name,
        metavar=value.metavar,
        multiple=several,
        help=f"{value.help} Can be given several times." if several else value.help,
        shell_complete=_complete_symptom if value.name == MarkKind.SYMPTOM else None,
    )


@click.command()
@_check_in_options
@click.pass_obj
def log(session: Session, /, at: str | None, day: str | None, **typed: Any) -> None:
    """Write a check-in; one value is enough.

    Without --at it is now; with --day alone, the same time on that day.
    """
    from backjournal.journal.signs import save_check_in

    marks = _given_marks(typed)
    shown = _print_urgent_advice(session, marks, typed["note"])
    values = _given_values(typed)
    with session.starting() as store:
        moment, on = typed_moment(store.clock.now(), store.settings.get().day_starts_at, day, at)
        given = {name: value for name, value in values.items() if value is not None}
        check_in = CheckIn(store.new_id(), moment, on, given, _in_order(marks), typed["note"] or "")
        flags = save_check_in(store, check_in)
        _print_saved("Saved", check_in, [flag for flag in flags if flag not in shown], store.settings.get().about_you)
        _answer_strong_pain(store, check_in)


@click.command()
@click.argument("check_in_id", metavar="ID")
@_check_in_options
@click.pass_obj
def edit(session: Session, /, check_in_id: str, at: str | None, day: str | None, **typed: Any) -> None:
    """Change a check-in: just what is given.

    ID is what 'backjournal diary' shows, or an unambiguous beginning of it. An empty text ('') takes a value
    away.
    """
    from backjournal.journal.signs import save_check_in

    marks = _given_marks(typed)
    shown = _print_urgent_advice(session, marks, typed["note"])
    values = _given_values(typed)
    if not values and not marks and typed["note"] is None and at is None and day is None:
        raise InvalidValue("id", "there is nothing to change: give at least one value, such as --pain 4")
    with session.changing() as store:
        known = _find(store, check_in_id)
        moment, on = retyped_moment(known, store.clock.now(), store.settings.get().day_starts_at, day, at)
        known_marks = {kind: tuple(mark for mark in known.marks if mark.kind is kind) for kind in MarkKind}
        changed = replace(
            known,
            at=moment,
            day=on,
            values={name: value for name, value in {**known.values, **values}.items() if value is not None},
            marks=_in_order(known_marks | marks),
            note=known.note if typed["note"] is None else typed["note"],
        )
        with telling_ended_signs(store, "undo"):
            flags = save_check_in(store, changed, known)
            fresh = [flag for flag in flags if flag not in shown]
            _print_saved("Changed", changed, fresh, store.settings.get().about_you)
            _answer_strong_pain(store, changed, known)


@click.command()
@click.argument("check_in_id", metavar="ID")
@click.pass_obj
def delete(session: Session, check_in_id: str) -> None:
    """Delete a check-in; 'backjournal undo' brings it back.

    ID is what 'backjournal diary' shows, or an unambiguous beginning of it.
    """
    from backjournal.exchange.diary_lines import check_in_line

    with session.changing() as store:
        known = _find(store, check_in_id)
        with telling_ended_signs(store, "undo"):
            store.diary.delete(known)
            click.echo(f"Deleted: {check_in_line(known)}")


def _given_values(typed: Typed) -> dict[str, float | None]:
    """Parse the numbers that were typed, by name; an empty text is None, which removes a value."""
    return {value.name: value.parse(typed[value.name]) for value in NUMBERS if typed[value.name] is not None}


def _given_marks(typed: Typed) -> dict[MarkKind, tuple[Mark, ...]]:
    """Parse the marks that were typed, by kind."""
    from backjournal.library.red_flags import symptom

    def mark(kind: MarkKind, word: str) -> Mark:
        return symptom(word) if kind is MarkKind.SYMPTOM else Mark.parse(kind, word)

    return {
        kind: tuple(dict.fromkeys(mark(kind, word) for text in typed[kind.value] for word in split_words(text)))
        for kind in MarkKind
        if typed[kind.value]
    }


def _in_order(marks: Mapping[MarkKind, tuple[Mark, ...]]) -> tuple[Mark, ...]:
    return tuple(mark for kind in MarkKind for mark in marks.get(kind, ()))


def _print_urgent_advice(
    session: Session, marks: Mapping[MarkKind, tuple[Mark, ...]], note: str | None
) -> tuple["RedFlag", ...]:
    """Print urgent advice before anything else, even if the check-in is refused afterwards; return what it is about."""
    typed = _in_order(marks)
    if not typed and not note:
        return ()
    from backjournal.exchange.symptom_lines import advice_lines, hint_lines
    from backjournal.library.own_words import signs_in
    from backjournal.library.red_flags import Urgency

    flags = signs_in(typed, note or "")
    urgent = tuple(flag for flag in flags if flag.urgency >= Urgency.URGENT)
    advised = advice_lines(urgent, session.about_you(), *Urgency) if urgent else []
    lines = [*advised, *hint_lines(typed, flags)]
    if lines:
        click.echo("\n".join(lines))
    return urgent


def _print_saved(what: str, check_in: CheckIn, flags: Sequence["RedFlag"], about: AboutYou) -> None:
    """Print what was saved, and the advice that was not shown before: a change can complete a sign."""
    from backjournal.exchange.diary_lines import check_in_line

    lines = [f"{what}: {check_in_line(check_in)}"]
    if flags:
        from backjournal.exchange.symptom_lines import advice_lines
        from backjournal.library.red_flags import Urgency

        lines += advice_lines(flags, about, *Urgency)
    click.echo("\n".join(lines).rstrip())


def _answer_strong_pain(store: "Store", check_in: CheckIn, before: CheckIn | None = None) -> None:
    from backjournal.journal.strong_pain import is_strong_news
    from backjournal.plan.strong_pain import strong_news_text

    if is_strong_news(store, check_in, before):
        commands = ("flare-up start", "skip --left --but-gentle", "symptoms")
        click.echo(strong_news_text(*(f"'backjournal {command}'" for command in commands)))


def _find(store: "Store", typed: str) -> CheckIn:
    return find_by_id(store.diary.check_ins(), typed, "check-in", "'backjournal diary'")
