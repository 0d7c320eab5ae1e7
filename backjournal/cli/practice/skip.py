"""The command that skips exercises for a reason: one of them, or all that are left on a day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.cli.exercise_names import complete_of_day, exercise_argument, find_asked
from backjournal.cli.options import day_option
from backjournal.cli.practice.practices import in_flare_up, save_practice, show_item
from backjournal.cli.session import Session, day_that_came
from backjournal.cli.signs import answer_signs, remind_of_signs
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.frozen import replace
from backjournal.model.practices import EXCUSES, PAIN, SKIP_REASONS, Practice, Status, changed, practice_label
from backjournal.model.spelling import begun
from backjournal.model.text import clean_line

if TYPE_CHECKING:
    from backjournal.plan.checklist import ChecklistItem
    from backjournal.store.store import Store


@click.command(
    epilog=f"Reasons: {', '.join(SKIP_REASONS)}, or your own words. "
    f"{', '.join(EXCUSES).capitalize()} do not count against you."
)
@exercise_argument(complete_of_day, required=False)
@day_option
@click.option("--left", is_flag=True, help="Skip all that is still open on the day, in one step to undo.")
@click.option("--but-gentle", is_flag=True, help="With --left: keep the exercises that 'plan gentle' lists.")
@click.option("--reason", metavar="R", help="Why; without it: flare-up during a flare-up, else rest.")
@click.option("--note", metavar="TEXT", help="A note on the exercise.")
@click.pass_obj
def skip(
    session: Session,
    exercise: tuple[str, ...],
    day: str | None,
    reason: str | None,
    note: str | None,
    *,
    left: bool,
    but_gentle: bool,
) -> None:
    """Skip an exercise for a reason, or all that is left on a day."""
    _check_usage(exercise, left=left, but_gentle=but_gentle)
    with session.changing() as store:
        now = store.today()
        shown = day_that_came(day, now, "skip an exercise on")
        why = _reason(reason or "") or ("flare-up" if in_flare_up(store, shown, now) else "rest")
        if left:
            _skip_left(store, shown, why, note, but_gentle=but_gentle)
        else:
            item = find_asked(store, shown, " ".join(exercise))
            save_practice(store, item, _skipped(item, shown, why, note), why, note or "")
            _ask_about_doses(store, [item], why)
        if not reason:
            click.echo(
                f"No reason was given: '{why}' is excused and does not lower the adherence; --reason changes it."
            )


def _check_usage(exercise: tuple[str, ...], *, left: bool, but_gentle: bool) -> None:
    if not exercise and not left:
        raise click.UsageError("Missing argument 'EXERCISE...', or --left.")
    if exercise and left:
        raise InvalidValue("exercise", "--left skips all that is still open: leave the name of the exercise out")
    if but_gentle and not left:
        raise InvalidValue("but_gentle", "--but-gentle goes with --left")


def _skip_left(store: "Store", day: date, why: str, note: str | None, *, but_gentle: bool) -> None:
    from backjournal.store.answers import EASING

    still_open = [item for item in store.checklist(day) if item.practice is None]
    items = [item for item in still_open if not (but_gentle and item.exercise.gentle)]
    if not items:
        kept = " but what you keep to in a flare-up" if still_open else ""
        raise JournalError(f"nothing is left to skip on {day}{kept}")
    with store.changes.write(f"skip of what is left ({len(items)}) on {day}"):
        for item in items:
            practice = _skipped(item, day, why, note)
            store.practices.save(practice, practice_label(item.exercise.name, day, practice.status))
        answer_signs(store, ", ".join(item.exercise.name for item in items), day, why, note or "")
    for item in items:
        show_item(store, replace(item, practice=_skipped(item, day, why, note)), day)
    remind_of_signs(store)
    if in_flare_up(store, day, store.today()):
        store.answers.save(EASING, day)
    _ask_about_doses(store, items, why)


def _ask_about_doses(store: "Store", items: "Sequence[ChecklistItem]", why: str) -> None:
    """Print the question whether a dose is right for each exercise that was skipped for pain again and again."""
    from backjournal.exchange.suggestion_lines import suggestion_lines
    from backjournal.journal.plan_figures import journal_suggestions
    from backjournal.plan.progress import Kind

    if why == PAIN:
        found = journal_suggestions(store, store.today())
        asked = [found[item.exercise.id] for item in items if item.exercise.id in found]
        for line in suggestion_lines(each for each in asked if each.kind is Kind.SKIPPED):
            click.echo(line)


def _skipped(item: "ChecklistItem", day: date, why: str, note: str | None) -> Practice:
    practice = changed(item.practice, Practice(item.prescription.id, day, Status.SKIPPED, reason=why))
    return practice if note is None else replace(practice, note=note)


def _reason(typed: str) -> str:
    """Return the reason that an unambiguous beginning means, else the person's own words."""
    words = clean_line(typed)
    found = begun(SKIP_REASONS, words, str)
    return found[0] if len(found) == 1 else words
