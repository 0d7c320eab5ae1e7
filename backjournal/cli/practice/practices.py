"""Writing and printing practices, for several commands."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.model.flare_ups import flare_up_on
from backjournal.model.practices import Practice, practice_label

if TYPE_CHECKING:
    from backjournal.plan.checklist import ChecklistItem
    from backjournal.store.store import Store


def in_flare_up(store: "Store", day: date, now: date) -> bool:
    """Return whether a day lies in a flare-up; `now` is today, until which an open one lasts."""
    return flare_up_on(store.diary.flare_ups(), day, now) is not None


def save_practice(store: "Store", item: "ChecklistItem", practice: Practice) -> None:
    """Write the practice of an exercise, and print the exercise with it."""
    label = practice_label(item.exercise.name, practice.day, practice.status)
    store.practices.save(practice, label)
    show_item(store, replace(item, practice=practice), practice.day)


def show_item(store: "Store", item: "ChecklistItem", day: date) -> None:
    """Print an exercise of a day with its dose and its status."""
    from backjournal.exchange.checklist_lines import item_line
    from backjournal.model.dates import long_day

    click.echo(f"{long_day(day)}: {item_line(item, day, store.today())}")
