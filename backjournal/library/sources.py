"""The sources of the library, from sources.toml: what is cited under a short name, and where to look it up."""

import re
from functools import cache

from backjournal.library.toml_files import read_toml
from backjournal.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A source of doses, measures or thresholds."""

    name: str
    """The name under which the texts cite it."""

    title: str
    """Its title, or its authors with journal, volume and first page."""

    where: str
    """Where to look it up: an address, a DOI or a PubMed number."""

    year: int | None = None
    """None for a page that has no year."""

    def __str__(self) -> str:
        year = "" if self.year is None else f", {self.year}"
        return f"{self.name}: {self.title}{year}, {self.where}"


@cache
def sources() -> tuple[Source, ...]:
    """Return all sources, by name."""
    return tuple(Source(**entry) for entry in read_toml("sources.toml")["source"])


def cited_in(text: str) -> tuple[Source, ...]:
    """Return the sources whose names stand in a text, in their order there."""
    by_name = {source.name: source for source in sources()}
    # The longest first, so that `NHS inform` is not taken for `NHS`.
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    return tuple(by_name[name] for name in dict.fromkeys(re.findall(rf"\b(?:{names})\b", text)))


def where_to_look(text: str) -> str:
    """Return where to look up the sources whose names stand in a text; empty if there are none."""
    return "; ".join(map(str, cited_in(text)))
