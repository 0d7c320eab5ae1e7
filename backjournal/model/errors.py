"""The errors whose messages are shown to the person."""


class JournalError(Exception):
    """An error with a one-line message for the person: what is wrong, where, and what to do."""


class DamagedJournal(JournalError):  # noqa: N818 - it is the journal that is damaged
    """A journal whose file is damaged, empty or none: a backup can take its place."""


class MissingJournal(JournalError):  # noqa: N818 - it is the journal that is missing
    """A journal that was open and whose file is gone: a backup can take its place."""


class LockedJournal(JournalError):  # noqa: N818 - it is the journal that is locked
    """A journal that another program has locked for the moment: the same may work a little later."""


class InvalidValue(JournalError):  # noqa: N818 - it is the value that is invalid
    """A value that is not accepted; `field` names it, so that a form can show the message beside it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
