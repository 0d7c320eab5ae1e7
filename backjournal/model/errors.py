"""The refusals that a person reads."""


class JournalError(Exception):
    """A refusal in one plain line: what is wrong, where, and what to do."""


class InvalidValue(JournalError):  # noqa: N818 - it is the value that is invalid
    """A value that cannot be taken; `field` names the place, so that a form can say it there."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
