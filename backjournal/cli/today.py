"""Printing the checklist of a day; it is loaded without click, so that nobody need wait for the day."""

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backjournal.cli.session import Session, day_or_today

if TYPE_CHECKING:
    from backjournal.plan.checklist import Checklist
    from backjournal.plan.signs import StandingSign
    from backjournal.store.store import Store

_FLARE_UP_IS_OPEN = (
    "A flare-up is open: 'backjournal skip --left' excuses what is left today, and with --but-gentle keeps what"
    " 'backjournal plan gentle' lists."
)


def print_today(session: Session, day: str | None = None, *, as_json: bool = False) -> int:
    """Print the checklist of a day, today if none was typed, and return the exit status.

    Raises:
        JournalError: there is no journal yet, it is refused, or the day is none.
    """
    from backjournal.exchange.checklist_lines import today_lines
    from backjournal.journal.standing import signs_that_stand
    from backjournal.plan.day_end import latest_values

    with session.existing() as store:
        now = store.today()
        shown = day_or_today(day, now)
        items = store.checklist(shown)
        signs = signs_that_stand(store, now)
        if as_json:
            from backjournal.exchange.as_json import today_json
            from backjournal.plan.signs import reminder

            _write(today_json(items, shown, now))
            if said := reminder(signs):
                sys.stderr.write(f"backjournal: {said} 'backjournal today' says what to do.\n")
            return 0
        yesterday = shown - timedelta(days=1)
        before = latest_values(store.diary.check_ins(yesterday, yesterday))
        lines = _standing(store, signs)
        lines += today_lines(shown, now, items, store.diary.check_ins(shown, shown), store.diary.flare_ups(), before)
        lines += _experiment(store, shown, now, paused=bool(signs))
        lines += _notices(store, items, now) if shown == now else []
        if store.plan.begins() is None:
            lines.append("There is no plan yet: 'backjournal plan starter' takes a gentle one, to start from.")
        _write("\n".join(lines))
    return 0


def _write(text: str) -> None:
    # At once, before what may follow on standard error.
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _standing(store: "Store", signs: "Sequence[StandingSign]") -> list[str]:
    """Return what to do about the signs that stand."""
    if not signs:
        return []
    from backjournal.exchange.symptom_lines import standing_lines

    return standing_lines(signs, store.settings.get().about_you)


def _notices(store: "Store", items: "Checklist", now: date) -> list[str]:
    """Return the lines below the checklist: offers, stopwatches, easing in a flare-up, and suggested doses."""
    from backjournal.exchange.offer_lines import offer_lines
    from backjournal.exchange.stopwatch_lines import stopwatch_lines
    from backjournal.exchange.suggestion_lines import number_line
    from backjournal.journal.offers import journal_offers
    from backjournal.journal.plan_figures import journal_suggestions
    from backjournal.model.flare_ups import flare_up_on
    from backjournal.store.answers import EASING

    still_open = any(item.practice is None for item in items)
    flare_up = flare_up_on(store.diary.flare_ups(), now, now)
    asks = still_open and flare_up is not None and store.answers.all().get(EASING) != now
    number = len(journal_suggestions(store, now))
    return [
        *offer_lines(journal_offers(store, now), week_begins=store.settings.get().weeks.week_of(now) == now),
        *stopwatch_lines(store),
        *([_FLARE_UP_IS_OPEN] if asks else []),
        *([number_line(number)] if number else []),
    ]


def _experiment(store: "Store", day: date, now: date, *, paused: bool) -> list[str]:
    """Return the line about the experiment of a day, if there is one."""
    from backjournal.model.experiments import told_on

    experiment = told_on(store.experiments.all(), day, now)
    if experiment is None:
        return []
    from backjournal.views.experiment_text import reminder

    over = ": 'backjournal experiment' prints the result" if experiment.is_over(now) and day == now else ""
    return [f"{reminder(experiment, day, now, paused=paused)}{over}."]
