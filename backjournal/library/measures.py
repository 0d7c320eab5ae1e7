"""The outcome measures of the library, from measures.toml."""

from functools import cache
from typing import Any

from backjournal.library.toml_files import read_toml
from backjournal.model.better import Better
from backjournal.model.measures import Measure, MeasureKind, Threshold, ThresholdKind


@cache
def measure_library() -> tuple[Measure, ...]:
    """Return the measures of the library, in the order in which they are offered."""
    return tuple(_measure(entry) for entry in read_toml("measures.toml")["measure"])


def _measure(entry: dict[str, Any]) -> Measure:
    return Measure(
        id=entry["key"],
        name=entry["name"],
        kind=MeasureKind(entry["kind"]),
        unit=entry["unit"],
        low=entry["low"],
        high=entry.get("high"),
        better=Better(entry["better"]),
        threshold=_threshold(entry["threshold"]) if "threshold" in entry else Threshold(),
        parts=tuple(entry.get("parts", ())),
        decimals=entry.get("decimals", 0),
        every_weeks=entry["every_weeks"],
        seconds=entry.get("seconds"),
        how_to=entry["how_to"],
        caution=entry.get("caution", ""),
        source=entry["source"],
    )


def _threshold(entry: dict[str, Any]) -> Threshold:
    return Threshold(**{**entry, "kind": ThresholdKind(entry["kind"])})
