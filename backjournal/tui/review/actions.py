"""What is done to look back at a week: its facts are shown, and the person's note on it is written."""

from contextlib import suppress
from typing import Any

from backjournal.journal.offers import has_entry, week_over
from backjournal.journal.review import journal_review, keep_reviewed, note_review, review_note
from backjournal.library.red_flags import RedFlag
from backjournal.model.errors import JournalError
from backjournal.plan.signs import stands
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.review.form import ReviewForm
from backjournal.tui.widgets.advice import AdviceScreen


async def look_back(app: Navigation) -> None:
    """Show the latest week that is over; it is not offered again, unless there was nothing to see in it yet.

    The app runs it in a worker, and loads this file only then: at its start it has no need of it.
    """
    found = journal_review(app.store, week_over(app.store, app.today)[0], app.today)
    heard: tuple[RedFlag, ...] = ()

    def save(answers: dict[str, Any]) -> None:
        nonlocal heard
        _, heard = note_review(app.store, found, answers["note"])

    noted = await app.push_screen_wait(ReviewForm(save, review=found, noted=review_note(app.store, found)))
    before = app.standing()
    # The advice does not wait for what may still be refused.
    if any(map(stands, heard)):
        app.push_screen(AdviceScreen(heard, app.about_you()))
    if noted:
        app.say(app.with_ended_signs("Noted in the diary of today. u takes it back.", before))
    with suppress(JournalError):  # the week is then offered once more
        if noted or has_entry(app.store, *found.week):
            keep_reviewed(app.store, app.today)
        app.read_own()
        app.read_offers()
