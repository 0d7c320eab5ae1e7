"""The line numbers of the keys in a TOML file: tomllib returns their values only."""

import re

# An unterminated string extends to the end of its line or of the file, so that no text is scanned twice.
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
    """Return TOML with the same lines but without its comments and strings, except quoted words that could be keys."""

    def blank(match: re.Match[str]) -> str:
        word = _BARE.fullmatch(match[0])
        return word[1] if word else "\n" * match[0].count("\n")

    return _STRING_OR_COMMENT.sub(blank, text)


class Places:
    """The line numbers, from 1, of the keys above a file's tables and in each of its tables of one name.

    `twice` is the line of the first key that is repeated in the same table; None if there is none.
    """

    def __init__(self, bare_text: str, table: str) -> None:
        self.twice: int | None = None
        self._table = table
        self._lines: dict[tuple[int | None, str], int] = {}
        self._find(bare_text)

    def line(self, number: int | None, key: str) -> int:
        """Return the line of a key in the table `number`, from 0, or above the tables (None).

        Without the key it is the line of the table, else that of the tables' name as a key, else 1.
        """
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
