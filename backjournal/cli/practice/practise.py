"""The command that guides through exercises in plain lines, and runs their stopwatches."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.cli.exercise_names import complete_practisable, exercise_argument, find_practisable
from backjournal.cli.practice import stopwatch
from backjournal.cli.practice.guide import Guide, Voice
from backjournal.cli.practice.practices import answer_pain, show_item
from backjournal.cli.session import Session
from backjournal.cli.signs import answer_signs, goes_on_despite_signs, remind_of_signs
from backjournal.cli.terminal_voice import in_terminal, terminal_voice
from backjournal.model.doses import LIMITS
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.numbers import parse_whole

if TYPE_CHECKING:
    from backjournal.journal.practice_session import PracticeSession
    from backjournal.model.sets_done import SetDone
    from backjournal.plan.checklist import ChecklistItem
    from backjournal.store.store import Store

_WARNING = "Stop if the pain gets worse or is new (NHS inform). Ctrl+c stops; what was done is kept."


@click.command()
@exercise_argument(complete_practisable, required=False)
@click.option("--hold", metavar="N", help="Hold so many seconds, this time.")
@click.option("--stop", "action", flag_value="stop", help="Stop the stopwatch and write down what it counted.")
@click.option("--pause", "action", flag_value="pause", help="Pause the stopwatch; without an option it goes on.")
@click.option("--drop", "action", flag_value="drop", help="Forget the stopwatch, with nothing written down.")
@click.pass_obj
def practise(session: Session, exercise: tuple[str, ...], hold: str | None, action: str | None) -> None:
    """Practise an exercise of the plan, or all that are left today, with a line and the bell for each step.

    Each repetition that was held is written down at once. Where repetitions are counted, enter says that the set is
    done, and a number how many of it. Ctrl+c stops and keeps what was done. In the end the pain during the exercise
    is asked for. With a pipe, a first line begins it, and it stops at the first question without an answer. Minutes
    and distances have a stopwatch, which runs on when the terminal is closed.

    While a symptom stands that a doctor should look at, the first line asks whether to practise all the same.
    """
    hold_seconds = parse_whole("hold", "hold", hold or "", 1, LIMITS["hold_seconds"].high)
    if action and not exercise:
        raise InvalidValue("exercise", f"--{action} needs the exercise whose stopwatch it is")
    with session.changing() as store:
        voice = terminal_voice(session, store)
        if action is None and not goes_on_despite_signs(store, voice):
            return
        if not exercise:
            _practise_left(store, voice, hold_seconds)
            return
        item, day = _chosen(store, " ".join(exercise))
        if not item.prescription.dose.in_sets:
            _time(store, voice, item, day, action)
        elif action:
            raise InvalidValue(
                "exercise", f"{item.exercise.name} has no stopwatch: only minutes and distances have one"
            )
        elif hold_seconds and not item.prescription.dose.hold_seconds:
            raise InvalidValue("hold", f"{item.exercise.name} is not held: leave --hold out")
        else:
            _wait_for_somebody(voice)
            _lead(store, voice, item, day, hold_seconds)


def _practise_left(store: "Store", voice: Voice, hold: int | None) -> None:
    """Guide through the exercises that are open or partly done, one after the other, until the person stops."""
    today = store.today()
    left = [item for item in store.checklist(today) if item.unfinished]
    if not left:
        raise JournalError(f"nothing is left to practise on {today}")
    in_sets = [item for item in left if item.prescription.dose.in_sets]
    if in_sets:
        _wait_for_somebody(voice)
    for place, item in enumerate(in_sets, 1):
        if not _lead(store, voice, item, today, hold, after=in_sets[place:]):
            return
    timed = [item.exercise.name for item in left if not item.prescription.dose.in_sets]
    if timed:
        click.echo(f"Left: {', '.join(timed)}. 'backjournal practise {timed[0].casefold()}' starts the stopwatch.")


def _chosen(store: "Store", typed: str) -> "tuple[ChecklistItem, date]":
    """Return the typed exercise and its day: of the plan today, or with a stopwatch of an earlier day."""
    from backjournal.journal.practice_session import stopwatch_items

    today, timed = store.today(), stopwatch_items(store)
    items = {item.exercise.id: item for item in store.checklist(today)} | {
        key: item for key, (item, _) in timed.items()
    }
    found = find_practisable(tuple(items.values()), store.extras(today), today, typed)
    return timed.get(found.exercise.id, (found, today))


def _lead(
    store: "Store",
    voice: Voice,
    item: "ChecklistItem",
    day: date,
    hold: int | None,
    after: "Sequence[ChecklistItem]" = (),
) -> bool:
    """Guide through one exercise and ask for pain during; return False if the person stopped.

    After strong pain it asks whether to go on with the first of the exercises that come after it.
    """
    from backjournal.exchange.plan_text import dose_words
    from backjournal.journal.practice_session import PracticeSession

    practice, prescription = PracticeSession(store, item, day), item.prescription
    note = [" ".join(f"Note: {prescription.note}".split())] if prescription.note else []
    for line in (f"{item.exercise.name}: {dose_words(prescription.dose)}.", *note, _WARNING):
        voice.say(line)

    def keep(sets: "tuple[SetDone, ...]") -> None:
        try:
            practice.keep(sets)
        except JournalError as error:
            voice.say(f"Not saved yet, it is tried again: {error}.")

    to_the_end = Guide(prescription.dose, voice, keep, hold).lead()
    practice.keep_all()
    goes_on = _finish(store, voice, practice, day, after if to_the_end else ())
    return to_the_end and goes_on


def _wait_for_somebody(voice: Voice) -> None:
    """Begin only once enter was pressed, if the input is no terminal: a practice that nobody does is not recorded.

    Raises:
        JournalError: the input has ended, so nobody is there.
    """
    if in_terminal():
        return
    try:
        voice.ask("Enter begins.")
    except EOFError:
        raise JournalError("the input ended before the practice began: nothing is written down") from None


def _time(store: "Store", voice: Voice, item: "ChecklistItem", day: date, action: str | None) -> None:
    from backjournal.journal.practice_session import PracticeSession

    practice = PracticeSession(store, item, day)
    if action == "stop":
        if stopwatch.stop(practice):
            _finish(store, voice, practice, day)
        remind_of_signs(store)
    elif action == "pause":
        stopwatch.pause(store, practice)
    elif action == "drop":
        stopwatch.drop(practice)
    else:
        stopwatch.start(store, practice)


def _finish(
    store: "Store", voice: Voice, practice: "PracticeSession", day: date, after: "Sequence[ChecklistItem]" = ()
) -> bool:
    """Ask for pain during if anything was practised, and print the exercise; return False if the person stopped."""
    pain, goes_on = None, True
    if practice.practised:
        try:
            pain = _pain(store, voice, practice.item.exercise.name, day)
        except (KeyboardInterrupt, EOFError):
            goes_on = False
        if pain is not None:
            practice.note_pain(pain)
    practice.settle()
    item = practice.item
    show_item(store, replace(item, practice=store.practices.of(item.prescription.id, day)), day)
    if answer_pain(store, item, day, pain):
        return bool(after) and _agrees(voice, f"Go on with {after[0].exercise.name}? Write yes; anything else stops.")
    return goes_on


def _agrees(voice: Voice, question: str) -> bool:
    """Ask a question and return whether the answer is yes; it is no if the person stops."""
    try:
        return voice.ask(question).strip().casefold() in {"y", "yes"}
    except (KeyboardInterrupt, EOFError):
        return False


def _pain(store: "Store", voice: Voice, exercise: str, day: date) -> int | None:
    while True:
        typed = voice.ask("Pain during it, 0 to 10? Enter leaves it out.")
        try:
            return parse_whole("pain", "pain", typed, 0, 10)
        except InvalidValue as error:
            # Who is asked about pain may answer with a sign in words.
            answer_signs(store, exercise, day, typed)
            voice.say(f"{str(error).capitalize()}.")
