"""The one plain line that every error becomes."""

from backjournal.cli.session import Session
from backjournal.model.errors import JournalError
from backjournal.model.text import clean_line


def refusal(error: BaseException, session: Session | None = None) -> str:
    """Return what is told about an error: what a refusal says, or for an error of backjournal itself where it is.

    Of the latter a report is written, beside the journal of the session.
    """
    if isinstance(error, JournalError):
        return session.naming_journal(str(error)) if session else str(error)
    if isinstance(error, OSError):
        return f"the system refused: {error.strerror or type(error).__name__}"
    # A traceback could show what the person wrote.
    from backjournal.exchange.crash_report import faults_of, report_words, where

    faults = faults_of(error)
    told = report_words(faults, session.journal.parent if session else None)
    return f"an error of backjournal itself ({where(faults)}): {told}"


def refusal_line(error: Exception, session: Session | None = None) -> str:
    """Return the line about an error as it is written to standard error."""
    return f"backjournal: {clean_line(refusal(error, session))}\n"
