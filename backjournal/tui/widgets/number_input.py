"""A number in a form: letters are no part of it, so that they stay keys."""

from textual.widgets import Input

_TAKEN = "0123456789.,-"


class NumberInput(Input):
    """Takes the signs of a number; every other key goes on to the form."""

    def __init__(self, value: str, placeholder: str, *, id: str) -> None:  # noqa: A002
        super().__init__(value, placeholder, id=id, compact=True, restrict=f"[{_TAKEN}]*")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that letters are left to the form."""
        return character is not None and character in _TAKEN
