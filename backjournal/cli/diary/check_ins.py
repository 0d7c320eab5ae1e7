"""The commands that write check-ins: log, edit, delete."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from backjournal.cli.diary.moments import retyped_moment, typed_moment
from backjournal.cli.names import find_by_id
from backjournal.cli.session import Session
from backjournal.model.check_ins import SCALES, VALUES, CheckIn, Mark, MarkKind
from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import MINUTES_OF_A_DAY, parse_hours, parse_whole
from backjournal.model.text import split_words

if TYPE_CHECKING:
    from backjournal.store.store import Store

Typed = Mapping[str, Any]
"""The options as typed, by field or kind of mark: text, texts, or None."""

_VALUES = (
    ("--pain", "pain", "N", "Pain now: 0 none, 10 worst imaginable."),
    ("--worst", "worst_pain", "N", "Worst pain, 0 to 10."),
    ("--mobility", "mobility", "N", "Mobility: 0 cannot move, 10 moves freely."),
    ("--stiffness", "stiffness_min", "MIN", "How many minutes you were stiff."),
    ("--sleep", "sleep_hours", "H", "Hours slept, such as 7.5 or 7:30."),
    ("--mood", "mood", "N", "Mood: 0 very low, 10 very good."),
    ("--confidence", "confidence", "N", "Confidence to move: 0 none, 10 full."),
    ("--note", "note", "TEXT", "A note."),
    ("--at", "at", "TIME", "The time, such as 08:05."),
    ("--day", "day", "D", "The day: an ISO date, today, yesterday or a weekday."),
)
_MARKS = (
    ("--where", MarkKind.LOCATION, "Where it hurts."),
    ("--quality", MarkKind.QUALITY, "How it feels."),
    ("--trigger", MarkKind.TRIGGER, "What made it worse."),
    ("--relief", MarkKind.RELIEF, "What helped."),
    ("--medicine", MarkKind.MEDICINE, "What you took, such as 'ibuprofen 400 mg'."),
    ("--symptom", MarkKind.SYMPTOM, "A symptom; 'backjournal symptoms' lists those to watch for."),
)


def _complete_symptom(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the symptoms to watch for, with hyphens: a shell would take the words for several."""
    from backjournal.library.red_flags import red_flags

    words = (flag.word.replace(" ", "-") for flag in red_flags())
    return [CompletionItem(word) for word in words if word.startswith(incomplete.casefold().replace(" ", "-"))]


def _check_in_options(command: Callable[..., Any]) -> Callable[..., Any]:
    options = [click.option(name, field, metavar=metavar, help=text) for name, field, metavar, text in _VALUES]
    options[7:7] = [
        click.option(
            name,
            kind.value,
            metavar="W",
            multiple=True,
            help=f"{text} Can be given several times.",
            shell_complete=_complete_symptom if kind is MarkKind.SYMPTOM else None,
        )
        for name, kind, text in _MARKS
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@_check_in_options
@click.pass_obj
def log(session: Session, /, at: str | None, day: str | None, **typed: Any) -> None:
    """Write a check-in; one value is enough.

    Without --at it is now; with --day alone, the same time on that day.
    """
    marks = _given_marks(typed)
    _speak_up(marks)
    values = _given_values(typed)
    with session.starting() as store:
        moment, on = typed_moment(store.clock.now(), store.settings.get().day_starts_at, day, at)
        _save(store, CheckIn(store.new_id(), moment, on, marks=_in_order(marks), **values), "Saved")


@click.command()
@click.argument("check_in_id", metavar="ID")
@_check_in_options
@click.pass_obj
def edit(session: Session, /, check_in_id: str, at: str | None, day: str | None, **typed: Any) -> None:
    """Change a check-in: just what is given.

    ID is what 'backjournal diary' shows, or an unambiguous beginning of it. An empty text ('') takes a value
    away.
    """
    marks = _given_marks(typed)
    _speak_up(marks)
    values = _given_values(typed)
    if not values and not marks and at is None and day is None:
        raise InvalidValue("id", "there is nothing to change: give at least one value, such as --pain 4")
    with session.changing() as store:
        known = _find(store, check_in_id)
        moment, on = retyped_moment(known, store.clock.now(), store.settings.get().day_starts_at, day, at)
        of_kinds = {kind: tuple(mark for mark in known.marks if mark.kind is kind) for kind in MarkKind}
        _save(store, replace(known, at=moment, day=on, marks=_in_order(of_kinds | marks), **values), "Changed")


@click.command()
@click.argument("check_in_id", metavar="ID")
@click.pass_obj
def delete(session: Session, check_in_id: str) -> None:
    """Delete a check-in; 'backjournal undo' brings it back.

    ID is what 'backjournal diary' shows, or an unambiguous beginning of it.
    """
    from backjournal.exchange.plain import check_in_line

    with session.changing() as store:
        known = _find(store, check_in_id)
        store.diary.delete(known)
        click.echo(f"Deleted: {check_in_line(known)}")


def _given_values(typed: Typed) -> dict[str, Any]:
    """Read the values that were typed; an empty text is None, an empty note is empty."""
    given = {field: text for field, text in typed.items() if isinstance(text, str)}
    values: dict[str, Any] = {
        field: parse_whole(field, label, given[field], 0, 10) for field, label in SCALES.items() if field in given
    }
    if "stiffness_min" in given:
        text, label = given["stiffness_min"], VALUES["stiffness_min"]
        values["stiffness_min"] = parse_whole("stiffness_min", label, text, 0, MINUTES_OF_A_DAY)
    if "sleep_hours" in given:
        values["sleep_hours"] = parse_hours("sleep_hours", VALUES["sleep_hours"], given["sleep_hours"])
    return values | ({"note": given["note"]} if "note" in given else {})


def _given_marks(typed: Typed) -> dict[MarkKind, tuple[Mark, ...]]:
    """Read the marks of the kinds that were typed."""
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


def _speak_up(marks: Mapping[MarkKind, tuple[Mark, ...]]) -> None:
    """Say what cannot wait before anything else, even if the check-in is refused afterwards."""
    from backjournal.exchange.plain import advice_lines, hint_lines
    from backjournal.library.red_flags import Urgency

    typed = _in_order(marks)
    lines = [*advice_lines(typed, Urgency.EMERGENCY, Urgency.URGENT), *hint_lines(typed)]
    if lines:
        click.echo("\n".join(lines))


def _save(store: "Store", check_in: CheckIn, what: str) -> None:
    from backjournal.exchange.plain import advice_lines, check_in_line
    from backjournal.library.red_flags import Urgency

    store.diary.save(check_in)
    click.echo("\n".join([f"{what}: {check_in_line(check_in)}", *advice_lines(check_in.marks, Urgency.SOON)]).rstrip())


def _find(store: "Store", typed: str) -> CheckIn:
    return find_by_id(store.diary.check_ins(), typed, "check-in", "'backjournal diary'")
