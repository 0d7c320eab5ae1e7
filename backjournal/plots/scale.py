"""The scale of a series: where its values stand on so many cells, and which of them are labelled."""

from collections.abc import Iterable
from dataclasses import dataclass

_ENDS = (2, 4, 6, 8, 10)
"""Ends of a scale that has none of its own, times a power of ten: their half is a whole number."""

_PARTS = (5, 4, 3, 2)
_EASY_STEPS, _EASY_WHOLE_STEPS = {1, 2, 5}, {1.5, 2.5, 3, 6}
"""Steps between labels that people read easily, times a power of ten; the second ones where they are whole."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The values from `low` to `high`, which are drawn from cell 0 to a last one."""

    low: float
    high: float

    def place(self, value: float, last: int) -> float:
        """Return where a value stands if the scale ends at the cell `last`."""
        return (value - self.low) * last / (self.high - self.low)

    def cell(self, value: float, last: int) -> int:
        """Return the cell of a value, halves up: a little is not drawn as nothing."""
        return int(max(0.0, min(float(last), self.place(value, last))) + 0.5)

    def fitted(self, room: int) -> tuple[int, int]:
        """Return the last cell of a scale that has room up to `room`, and into how many parts its labels divide it.

        The labels stand evenly apart, on values that people read easily; a few cells are worth that.
        """
        fitting = [parts for parts in _PARTS if room // parts >= 2 and room % parts <= room / 5]
        for reads_well in (self._reads_easily, self._is_whole):
            for parts in fitting:
                if reads_well(parts):
                    return room // parts * parts, parts
        return max(1, room), 1

    def labels(self, last: int, parts: int) -> dict[float, str]:
        """Return the labels by their cell, of three characters at most; what these cannot tell is an ellipsis."""
        labelled = enumerate(self._labelled(parts))
        return {last * part / parts: short(value) or "…" for part, value in labelled}

    def _labelled(self, parts: int) -> list[float]:
        step = (self.high - self.low) / parts
        return [self.low + step * part for part in range(parts + 1)]

    def _reads_easily(self, parts: int) -> bool:
        step = (self.high - self.low) / parts
        mantissa = step
        while mantissa >= 10:
            mantissa /= 10
        while mantissa < 1:
            mantissa *= 10
        easy = mantissa in _EASY_STEPS or (mantissa in _EASY_WHOLE_STEPS and self._is_whole(parts))
        return easy and all(map(short, self._labelled(parts)))

    def _is_whole(self, parts: int) -> bool:
        step = (self.high - self.low) / parts
        return step == int(step) and all(map(short, self._labelled(parts)))


def scale_of(low: float, high: float | None, values: Iterable[float]) -> Scale:
    """Return the scale of values: its own ends where they are known, else one that takes the highest value."""
    given = tuple(values)
    bottom = min([low, *given])
    if high is None or not short(high):
        return Scale(bottom, bottom + end_above(max([0.0, *(value - bottom for value in given)])))
    return Scale(bottom, max([high, *given]))


def short(value: float) -> str:
    """Return a number in three characters at most, `k` for thousands; nothing where that cannot be said truly."""
    power = f"{value:.0e}"
    texts = (f"{value:g}", f"{value / 1000:g}k", power.replace("e+0", "e") if float(power) == value else "")
    return next((text for text in texts if len(text) <= 3), "")


def end_above(highest: float) -> float:
    """Return the end of a scale from 0 that takes a value: 2, 4, 6, 8 or 10, times a power of ten."""
    power = 1
    while highest > 10 * power:
        power *= 10
    return next(float(end * power) for end in _ENDS if highest <= end * power)
