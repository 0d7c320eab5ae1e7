"""What is written in place of a character that the terminal's encoding lacks: a plain one that looks like it."""

import codecs
import unicodedata

HANDLER = "backjournal.missing_characters"
"""The name of the error handler, for `reconfigure`."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("─━╌┄╸╺", "-"),
        **dict.fromkeys("│┃┊┆┤├▌▊", "|"),
        **dict.fromkeys("┬┴┼└┘┌┐╭╮╰╯┏┓┗┛", "+"),
        **dict.fromkeys("●•", "*"),
        **dict.fromkeys("○◇·", "."),
        **dict.fromkeys("█■▰", "#"),
        **dict.fromkeys("▒░▱□", ":"),
        **dict.fromkeys("▁▂▃▄▅▆▇▀", "#"),
        **dict.fromkeys("–—−", "-"),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”„", '"'),
        "◆": "o",
        "▓": "=",
        "✓": "x",
        "✗": "!",
        "◈": "o",
        "◐": "/",
        "▲": "^",
        "▼": "v",
        "◂": "<",
        "▸": ">",
        "←": "<",
        "→": ">",
        "↑": "^",
        "↓": "v",
        **dict.fromkeys("⏎↵≈", "~"),
        "×": "x",
        "÷": "/",
        "≥": ">",
        "≤": "<",
        "…": ".",
    }
)


def register() -> None:
    """Make the error handler known under its name."""
    codecs.register_error(HANDLER, _replace)


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_alike(char) for char in error.object[error.start : error.end]), error.end


def _alike(char: str) -> str:
    """Return one ASCII character for one character, so that columns stay where they are; `?` if none looks like it."""
    if "\u2800" <= char <= "\u28ff":
        return " " if char == "\u2800" else "*"
    plain = char.translate(_ALIKE)
    letter = unicodedata.normalize("NFKD", plain)[0]
    return letter if letter.isascii() else "?"
