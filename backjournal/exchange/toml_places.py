"""Where the keys of a TOML file stand: its reader tells their values, but not their lines."""

import re

# A text without an end goes to the end of its line or of the file, so that nothing is looked at twice.
_STRING_OR_COMMENT = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"{3,5}|\\?\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?:\\[^\n]|[^"\\\n])*"?'
    r"|'[^'\n]*'?"
    r"|\#[^\n]*",
    re.DOTALL,
)
_BARE = re.compile(r"""["']([\w-]+)["']""")
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w-]+)\s*(?:\.\s*([\w-]+))?")
_KEY = re.compile(r"\s*([\w-]+)\s*[.=]")

_ELSEWHERE = -1


def bare(text: str) -> str:
    """Return TOML with the same lines but without strings and comments, except words that could be a key."""

    def blank(match: re.Match[str]) -> str:
        word = _BARE.fullmatch(match[0])
        return word[1] if word else "\n" * match[0].count("\n")

    return _STRING_OR_COMMENT.sub(blank, text)


class Places:
    """The lines of the keys of a file, above its tables and in each of its tables of one name.

    `twice` is the line of the first key that stands twice in one place.
    """

    def __init__(self, bare_text: str, table: str) -> None:
        self.twice: int | None = None
        self._table = table
        self._lines: dict[tuple[int | None, str], int] = {}
        self._find(bare_text)

    def line(self, number: int | None, key: str) -> int:
        """Return the line of a key in a table, counted from 0, or above them; without the key, that of the table."""
        for place in ((number, key), (number, ""), (None, self._table)):
            if place in self._lines:
                return self._lines[place]
        return 1

    def _find(self, bare_text: str) -> None:
        count, at = 0, None
        open_brackets = 0
        for line, words in enumerate(bare_text.split("\n"), 1):
            if open_brackets <= 0 and (header := _HEADER.match(words)):
                brackets, name, inner = header.groups()
                if name == self._table and not inner and brackets == "[[":
                    at, count = count, count + 1
                    self._lines[at, ""] = line
                else:
                    inside = name == self._table and count > 0
                    self._add(count - 1 if inside and inner else None, inner if inside and inner else name, line)
                    at = _ELSEWHERE
            elif open_brackets <= 0 and (key := _KEY.match(words)):
                self._add(at, key[1], line)
            open_brackets += sum(map(words.count, "[{")) - sum(map(words.count, "]}"))

    def _add(self, number: int | None, key: str, line: int) -> None:
        first = self._lines.setdefault((number, key), line)
        if first != line and self.twice is None:
            self.twice = line
