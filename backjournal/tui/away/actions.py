"""What is done about days without an entry: the person is asked, and the answers are written in one change."""

from backjournal.journal.away import fill_in, journal_gap, pass_over
from backjournal.model.numbers import count
from backjournal.plan.away import DayAnswers
from backjournal.trends.flare_up_days import flare_up_days
from backjournal.tui.away.window import AwayWindow
from backjournal.tui.core.navigation import Navigation


async def fill_in_days(app: Navigation) -> None:
    """Ask what was done in the latest gap; whoever leaves without an answer is not asked about it again.

    The app runs it in a worker, and loads this file only then: at its start it has no need of it.
    """
    gap = journal_gap(app.store, app.today)
    if gap is None:
        app.say("No two days in a row are without an entry in the last four weeks.")
        return

    def save(answers: DayAnswers) -> bool:
        done = f"{count(len(answers), 'day')} filled in. u takes it back." if answers else ""
        return app.attempt(lambda: fill_in(app.store, gap, answers, app.today), done) is not None

    flared = flare_up_days(app.store.diary.flare_ups(), gap.first_day, gap.last_day)
    filled = await app.push_screen_wait(AwayWindow(gap, save, flared=flared))
    if filled:
        app.remind_of_signs()
    elif filled is None:
        app.attempt(lambda: pass_over(app.store, gap))
    app.read_offers()
