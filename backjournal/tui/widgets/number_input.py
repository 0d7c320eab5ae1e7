"""A form control for a number, in which letters still work as keys."""

from backjournal.tui.widgets.line_input import LineInput

_ALLOWED = "0123456789.,-"


class NumberInput(LineInput):
    """Accepts the characters of a number; all other keys are left to the bindings of the form."""

    def __init__(self, value: str, placeholder: str, *, id: str) -> None:  # noqa: A002
        super().__init__(value, placeholder, id=id)
        self.restrict = f"[{_ALLOWED}]*"

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether the key is text for this field, which letters are not."""
        return character is not None and character in _ALLOWED
