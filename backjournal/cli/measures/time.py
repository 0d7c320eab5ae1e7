"""The command that times a measure: a hold is timed until enter ends it, a count of repetitions has a countdown."""

import math

import click

from backjournal.cli.measures.ask import STOPPED, ask_score
from backjournal.cli.measures.names import chosen_argument, find_chosen
from backjournal.cli.measures.results import save_asked
from backjournal.cli.practice.guide import TICK_SECONDS, Voice
from backjournal.cli.session import Session
from backjournal.cli.signs import goes_on_despite_signs
from backjournal.cli.terminal_voice import terminal_voice
from backjournal.guidance.timed_test import READY_S
from backjournal.model.errors import InvalidValue
from backjournal.model.measures import Measure, Score
from backjournal.model.numbers import count

_SAY_EVERY = 5
"""Seconds between two lines of a countdown."""


@click.command()
@chosen_argument()
@click.pass_obj
def time(session: Session, name: tuple[str, ...]) -> None:
    """Time a hold, each side in turn, or count repetitions while the seconds run.

    A hold is counted up until enter ends it. The bell tells when it begins, and when a count is over. What was counted
    can be corrected before it is written down; ctrl+c stops, with nothing written down.
    """
    with session.changing() as store:
        measure = find_chosen(store, name)
        if not measure.timed:
            hint = f"'backjournal measures record {measure.name.casefold()}' writes it down"
            raise InvalidValue("measure", f"{measure.name} is not timed: {hint}")
        voice = terminal_voice(session, store)
        if not goes_on_despite_signs(store, voice):
            return
        scores = _timed(voice, measure)
        if scores is None:
            click.echo(STOPPED)
        else:
            save_asked(store, measure, scores, store.today())


def _timed(voice: Voice, measure: Measure) -> tuple[Score, ...] | None:
    """Time each part of a measure and return its scores; None if the person stops."""
    for line in (f"{measure.name}: {measure.how_to}", measure.caution, "Ctrl+c stops; nothing is written down then."):
        voice.say(line)
    parts = measure.parts or ("",)
    try:
        return tuple(Score(_timed_part(voice, measure, place), part) for place, part in enumerate(parts))
    except (KeyboardInterrupt, EOFError):
        return None


def _timed_part(voice: Voice, measure: Measure, place: int) -> float:
    side = measure.parts[place].capitalize() if measure.parts else ""
    voice.ask(f"{side}: enter when you are ready." if side else "Enter when you are ready.")
    voice.say(f"Get ready: {count(READY_S, 'second')}.")
    _count_down(voice, READY_S)
    voice.ring()
    return _held(voice, measure, place) if measure.seconds is None else _counted(voice, measure, place, measure.seconds)


def _held(voice: Voice, measure: Measure, place: int) -> float:
    began = voice.now()
    voice.ask("Hold. Enter ends it.")
    held = max(0, int(voice.now() - began))
    question = f"{count(held, 'second')}: enter keeps it, or type how many it was."
    return ask_score(voice, measure, place, question, kept=held)


def _counted(voice: Voice, measure: Measure, place: int, seconds: int) -> float:
    voice.say(f"Go: {count(seconds, 'second')}.")
    _count_down(voice, seconds)
    voice.ring()
    return ask_score(voice, measure, place, f"Stop. How many {measure.unit}?")


def _count_down(voice: Voice, seconds: int) -> None:
    end = voice.now() + seconds
    last_said = seconds
    while (left := math.ceil(round(end - voice.now(), 3))) > 0:
        if left < last_said and left % _SAY_EVERY == 0:
            last_said = left
            voice.say(f"{left}.")
        voice.sleep(TICK_SECONDS)
