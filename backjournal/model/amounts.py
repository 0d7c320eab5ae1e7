"""Amounts of medicines, read from what people write, such as `400 mg`, `2 × 200 mg` or `½ tablet`."""

import re

from backjournal.model.frozen import dataclass
from backjournal.model.text import clean_line

FRACTIONS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4}
"""The fractions that have a character of their own."""

# No other fractions: `5/325 mg` are the two parts of one tablet.
_PARTS = FRACTIONS | {"1/2": 1 / 2, "1/3": 1 / 3, "2/3": 2 / 3, "1/4": 1 / 4, "3/4": 3 / 4}
_NUMBER = rf"[0-9]+(?:[.,][0-9]+)?|(?:[0-9]+ ?)?[{''.join(FRACTIONS)}]|(?:[0-9]+ )?(?:1/2|[12]/3|[13]/4)"
_UNIT = r"[^\W\d_]+"
# Compiled when they are first used, because that would delay every start of the program.
_FORMS = (
    rf"(?:(?P<times>{_NUMBER}) ?[x×*] ?)?(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT})?\.?",
    rf"(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT})\.? ?[x×*] ?(?P<times>{_NUMBER})",
)
_THOUSANDS = r"[1-9][0-9]{0,2}[.,][0-9]{3}"

_SAME = {"mcg": "µg", "ug": "µg", "μg": "µg", "gram": "g", "milligram": "mg", "tab": "tablet", "tbl": "tablet"}
"""Other spellings of a unit, in the singular."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a medicine was taken."""

    number: float
    unit: str
    """In lower case and in the singular; empty if none was written. Grams are counted as milligrams."""


def amount_of(text: str) -> Amount | None:
    """Return the amount that a text says; None if it is not clearly one number with at most one unit.

    `1.000 mg` may be one or a thousand, and `1-2 tablets` is either: such amounts are left to the reader.
    """
    line = clean_line(text)
    match = next((found for form in _FORMS if (found := re.fullmatch(form, line, re.IGNORECASE))), None)
    if match is None:
        return None
    number, times = _number(match["number"]), _number(match["times"] or "1")
    if number is None or times is None:
        return None
    unit = _unit(match["unit"] or "")
    return Amount(number * times * 1000, "mg") if unit == "g" else Amount(number * times, unit)


def _number(text: str) -> float | None:
    if re.fullmatch(_THOUSANDS, text):
        return None
    parts = [part for part in re.split(rf"([{''.join(FRACTIONS)}])| ", text) if part]
    return sum(_PARTS[part] if part in _PARTS else float(part.replace(",", ".")) for part in parts)


def _unit(text: str) -> str:
    word = text.casefold()
    singular = word.removesuffix("es") if word.endswith("ches") else word.removesuffix("s") if len(word) > 2 else word
    return _SAME.get(singular, singular)
