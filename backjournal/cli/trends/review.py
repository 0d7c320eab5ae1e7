"""The command that looks back at a week."""

from typing import TYPE_CHECKING

import click

from backjournal.cli.session import Session, day_that_came

if TYPE_CHECKING:
    from backjournal.store.store import Store
    from backjournal.trends.review import Review


@click.command()
@click.option("--week", metavar="D", help="Any day of the week; without it, the latest week that is over.")
@click.option("--note", metavar="TEXT", help="What you want to remember of it: a note in the diary, of now.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def review(session: Session, week: str | None, note: str | None, *, as_json: bool) -> None:
    """Look back at a week: what was practised, pain and mobility against the week before, what stood out."""
    from backjournal.exchange.review_json import review_json
    from backjournal.journal.offers import week_over
    from backjournal.journal.review import journal_review, review_note
    from backjournal.views.review_text import noted_text, review_lines

    if as_json and note is not None:
        raise click.UsageError("--json only prints: leave --note out")
    with session.existing() if note is None else session.changing() as store:
        today = store.today()
        day = week_over(store, today)[0] if week is None else day_that_came(week, today, "look back at")
        found = journal_review(store, day, today)
        before = "" if as_json else review_note(store, found)
        lines = [*review_lines(found), *([noted_text(before)] if before else [])]
        click.echo(review_json(found) if as_json else "\n".join(lines))
        if note is not None:
            _note(store, found, note)


def _note(store: "Store", review: "Review", typed: str) -> None:
    from backjournal.exchange.diary_lines import check_in_line
    from backjournal.exchange.symptom_lines import advice_lines
    from backjournal.journal.offers import week_over
    from backjournal.journal.review import keep_reviewed, note_review
    from backjournal.library.red_flags import Urgency

    check_in, flags = note_review(store, review, typed)
    if review.week == week_over(store, review.today):
        keep_reviewed(store, review.today)
    click.echo(f"Saved: {check_in_line(check_in)}")
    if flags:
        click.echo("\n".join(advice_lines(flags, store.settings.get().about_you, *Urgency)))
