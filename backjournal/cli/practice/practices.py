"""Writing and printing practices, for several commands."""

from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.cli.signs import answer_signs, remind_of_signs
from backjournal.model.flare_ups import flare_up_on
from backjournal.model.frozen import replace
from backjournal.model.practices import Practice, practice_label

if TYPE_CHECKING:
    from backjournal.plan.checklist import ChecklistItem
    from backjournal.store.store import Store


def in_flare_up(store: "Store", day: date, now: date) -> bool:
    """Return whether a day lies in a flare-up; `now` is today, until which an open one lasts."""
    return flare_up_on(store.diary.flare_ups(), day, now) is not None


def save_practice(store: "Store", item: "ChecklistItem", practice: Practice, *typed: str) -> None:
    """Write the practice of an exercise, print the exercise with it, and answer signs and strong pain that are new.

    `typed` is the reason and the note that were given now.
    """
    label = practice_label(item.exercise.name, practice.day, practice.status)
    with store.changes.write(label):
        store.practices.save(practice, label)
        answer_signs(store, item.exercise.name, practice.day, *typed)
    show_item(store, replace(item, practice=practice), practice.day)
    remind_of_signs(store)
    if item.practice is None or item.practice.pain_during != practice.pain_during:
        answer_pain(store, item, practice.day, practice.pain_during)


def answer_pain(store: "Store", item: "ChecklistItem", day: date, pain: int | None) -> bool:
    """Print what to do if the pain during an exercise was strong; return whether it was."""
    from backjournal.exchange.strong_pain_lines import strong_pain_lines
    from backjournal.journal.strong_pain import strong_pain

    strong = strong_pain(store, item.exercise, day, pain)
    if strong:
        click.echo("\n".join(strong_pain_lines(strong)))
    return strong is not None


def show_item(store: "Store", item: "ChecklistItem", day: date) -> None:
    """Print an exercise of a day with its dose and its status."""
    from backjournal.exchange.checklist_lines import item_line
    from backjournal.model.dates import long_day

    click.echo(f"{long_day(day)}: {item_line(item, day, store.today())}")
