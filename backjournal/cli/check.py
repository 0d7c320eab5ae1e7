"""The command that looks for damage in the journal and around it, and mends it."""

from typing import TYPE_CHECKING

import click

from backjournal.cli.session import Session
from backjournal.model.errors import DamagedJournal, JournalError

if TYPE_CHECKING:
    from backjournal.store.check.content import Content


@click.command()
@click.option("--fix", is_flag=True, help="Repair what can be repaired.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def check(session: Session, fix: bool, as_json: bool) -> None:
    """Read the whole journal and look at what lies around it, and say what to do.

    It looks for damage in the file, rows that cannot be read, rows that are not as they were written (compared with the
    newest backup), dates after now, files that others can read, leftovers, backups and copies of sync programs.

    With --fix, files are closed to others and indexes rebuilt. Rows are put back from the newest backup where they can
    be read, or set aside, which undo takes back. A damaged file is moved aside, and what can be read of it becomes the
    journal.
    """
    from backjournal.exchange.check_lines import check_json, check_lines
    from backjournal.store.check.surroundings import backups_line, surroundings

    _refuse_no_journal(session)
    mended, trouble = _mend(session) if fix else ([], "")
    counts: dict[str, int] = {}
    content = _content(session, counts)
    now = session.clock.now()
    findings, backups = surroundings(session.journal, now), backups_line(session.journal, now)
    if as_json:
        click.echo(check_json(content, findings, counts, mended))
    else:
        lines = (*mended, *check_lines(content, findings, counts, backups))
        click.echo(session.naming_journal("\n".join(lines)))
    if content.damage:
        raise DamagedJournal(_damage_line(session, content))
    if not content.is_well:
        raise JournalError("rows are not as they should be: 'backjournal check --fix' mends them or sets them aside")
    if trouble:
        # It tells of what could not be mended, whatever was mended besides.
        session.outcome.saved = False
        raise JournalError(trouble)


def _refuse_no_journal(session: Session) -> None:
    """Refuse what is no journal, before anything is said of what lies around it or changed there."""
    from backjournal.store.connection import check_header
    from backjournal.store.plain_errors import plain_errors
    from backjournal.store.way_back import with_way_back

    if session.exists():
        try:
            with plain_errors(session.journal):
                check_header(session.journal)
        except DamagedJournal as error:
            raise with_way_back(error, session.journal, session.clock.now()) from error


def _content(session: Session, counts: dict[str, int], *, after_loss: bool = False) -> "Content":
    """Return what is wrong within the journal, and fill in how many rows it has."""
    from backjournal.store.check.content import Content, content_of, is_damage, newest_sound

    try:
        with session.existing(telling=False) as store:
            content = content_of(store, after_loss=after_loss)
            if not content.damage:
                counts.update(store.counts())
            return content
    except JournalError as error:
        if not is_damage(error):
            raise
        return Content((str(error),), backup=newest_sound(session.journal, session.clock.now()))


def _damage_line(session: Session, content: "Content") -> str:
    from backjournal.store.plain_errors import DAMAGED

    said = content.damage[0]
    return said if "is damaged" in said else f"{DAMAGED.format(path=session.journal)}: {said}"


def _mend(session: Session) -> tuple[list[str], str]:
    """Mend what can be mended; return what was done in lines, and in one line what could not be mended."""
    from backjournal.exchange.check_lines import brings_back_line, closed_lines, mended_lines, salvaged_lines
    from backjournal.store.backing_up import sound_backups
    from backjournal.store.check.mending import mend
    from backjournal.store.check.salvage import salvage
    from backjournal.store.check.surroundings import close_to_others
    from backjournal.store.difference import holds_more

    now, lost = session.clock.now(), 0
    closed = close_to_others(session.journal) if session.exists() else {}
    done = [*closed_lines(closed)]
    content = _content(session, {})
    # New indexes may bring to light that more is damaged.
    for _ in range(2):
        if content.damage:
            salvaged = salvage(session.journal, content.damage, now)
            session.outcome.saved = True
            done += salvaged_lines(salvaged)
            lost += sum(salvaged.lost.values())
            content = _content(session, {}, after_loss=bool(lost))
    rows = (*content.unreadable, *content.altered)
    if rows and not content.damage:
        with session.changing(telling=False) as store:
            mended = mend(store, rows, sound_backups(session.journal, now))
            done += mended_lines(mended)
            lost -= len(mended.from_backup)
    if lost > 0:
        backups = sound_backups(session.journal, now)
        done += [brings_back_line(each) for each in backups if holds_more(each.path, session.journal)][:1]
        return done, "something of the journal is lost: the damaged file is kept, for whoever can read more of it"
    return done, "others can still read what is yours: its owner can change that" if any(closed.values()) else ""
