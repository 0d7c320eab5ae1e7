"""The scale of a series: the cells of its values, and its labels."""

from collections.abc import Iterable, Sequence

from backjournal.model.frozen import dataclass

LOWEST_SCALE = 8
"""The rows that a scale needs before the figures below it get any."""

_ENDS = (2, 4, 6, 8, 10)
"""The upper ends, times a power of ten, of scales without a fixed one: their halves are whole numbers."""

_PARTS = (5, 4, 3, 2)
"""The numbers of parts into which labels may divide a scale, best first."""

_EASY_STEPS, _EASY_WHOLE_STEPS = {1, 2, 5}, {1.5, 2.5, 3, 6}
"""Steps between labels that are easy to read, times a power of ten; the second set only if they are whole numbers."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The values from `low` to `high`, drawn from cell 0 to a last cell."""

    low: float
    high: float

    def place(self, value: float, last: int) -> float:
        """Return the cell of a value, not rounded, if the scale ends at the cell `last`."""
        return (value - self.low) * last / (self.high - self.low)

    def cell(self, value: float, last: int) -> int:
        """Return the cell of a value, from 0 to `last`; halves are rounded up, so that a little is not drawn as 0."""
        return int(max(0.0, min(float(last), self.place(value, last))) + 0.5)

    def fitted(self, room: int) -> tuple[int, int]:
        """Return the last cell of a scale, at most `room`, and the number of parts into which its labels divide it.

        The labels are evenly spaced, at values that are easy to read; up to a fifth of the cells is given up for that.
        Neighbouring cells have labels only if all have, in a low chart, where each cell counts.
        """
        fitting = [parts for parts in _PARTS if (room // parts >= 2 or 2 < room == parts) and room % parts <= room / 5]
        for reads_well in (self._reads_easily, self._is_whole):
            for parts in fitting:
                if reads_well(parts):
                    return room // parts * parts, parts
        return max(1, room), 1

    def labels(self, last: int, parts: int) -> dict[float, str]:
        """Return the labels by their cells, of at most three characters; a value that needs more is an ellipsis."""
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
    """Return the scale from `low` to `high`, extended to include all values.

    Without a `high`, or with one that takes more than three characters, it ends at a round value above them.
    """
    given = tuple(values)
    bottom = min([low, *given])
    if high is None or not short(high):
        return Scale(bottom, bottom + end_above(max([0.0, *(value - bottom for value in given)])))
    return Scale(bottom, max([high, *given]))


def short(value: float) -> str:
    """Return a number in at most three characters, with `k` for thousands; empty if that would not be exact."""
    power = f"{value:.0e}"
    texts = (f"{value:g}", f"{value / 1000:g}k", power.replace("e+0", "e") if float(power) == value else "")
    return next((text for text in texts if len(text) <= 3), "")


def end_above(highest: float, ends: Sequence[float] = _ENDS) -> float:
    """Return the end of a scale from 0 that includes a value: one of some ends, times a power of ten."""
    power = 1
    while highest > ends[-1] * power:
        power *= 10
    return next(float(end * power) for end in ends if highest <= end * power)
